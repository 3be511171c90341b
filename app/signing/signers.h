// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "signing/key.h"

#include <vector>

namespace nutgraf::signing {

/// A line of a file of allowed signers (ssh-keygen(1), ALLOWED SIGNERS).
struct AllowedSigner {
    QString principals; ///< as they stand there: names or patterns, with commas between
    PublicKey key;

    friend bool operator==(const AllowedSigner &, const AllowedSigner &) = default;
};

/// The lines that name a key; none where there is no file. Errors: FileUnreadable, FileTooLarge.
[[nodiscard]] Result<std::vector<AllowedSigner>> readSigners(const QString &file);

/// The first plain name that the file gives a key; empty: none. A guess to ask ssh-keygen about: it
/// reads neither options nor patterns.
[[nodiscard]] QString principalOf(const QByteArray &keyBlob, const QString &file);

/// Whether a name can stand in such a file: no space, comma, quotation mark, wildcard or sign that
/// turns a pattern round.
[[nodiscard]] bool isPrincipal(const QString &name);

/// Adds a line for publications alone; one that is there already is not added again. Errors:
/// ArgumentInvalid (`name` is no principal), what writing gives.
[[nodiscard]] Result<void> addSigner(const QString &file, const QString &name,
                                     const PublicKey &key);

} // namespace nutgraf::signing
