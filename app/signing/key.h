// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace nutgraf::signing {

/// A public key as OpenSSH writes it: `ssh-ed25519 AAAAC3… comment`.
struct PublicKey {
    QString type; ///< `ssh-ed25519`
    QByteArray blob; ///< the key itself, decoded
    QString comment;

    /// `SHA256:…`, as `ssh-keygen -l` prints it.
    [[nodiscard]] QString fingerprint() const;
    /// `ssh-ed25519 AAAAC3…`
    [[nodiscard]] QString line() const;

    friend bool operator==(const PublicKey &, const PublicKey &) = default;
};

/// The key that somebody signs with.
struct Key {
    QString file; ///< absolute: the private key, or the public one of a key that the agent holds
    PublicKey pub;

    friend bool operator==(const Key &, const Key &) = default;
};

/// Reads a line of a public key file. Error: SigningKeyUnusable (subject: `name`).
[[nodiscard]] Result<PublicKey> readPublicKey(const QByteArray &line, const QString &name);

/// The key in a file; of a private key the public one must lie beside it (`FILE.pub`). The private
/// key itself is never read here. Errors: SigningKeyMissing (no such file), SigningKeyUnusable
/// (detail: `FILE.pub`, or what is wrong).
[[nodiscard]] Result<Key> readKey(const QString &file);

} // namespace nutgraf::signing
