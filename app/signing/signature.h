// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "signing/key.h"
#include "signing/tool.h"

#include <QDateTime>

namespace nutgraf::signing {

/// What signatures are for (ssh-keygen's `-n`): one made for something else is none of these.
[[nodiscard]] QString signatureNamespace();

/// The armoured signature of `message`. Blocks for as long as the agent or a security key takes, up
/// to the tool's patience. Errors: SshKeygenMissing, SigningTimedOut, SigningKeyLocked,
/// SigningFailed (subject: the key's file).
[[nodiscard]] Result<QByteArray> sign(const Key &key, QByteArrayView message, const Tool &tool);

enum class Trust {
    Good, ///< by a key that is allowed
    Unknown, ///< of this message, but by a key that is not allowed, or was not at that time
    Bad, ///< of another message, of no namespace of ours, or no signature at all
};

/// Who signed.
struct Checked {
    Trust trust = Trust::Bad;
    QString principal; ///< the allowed signer's name; of a good one only
    QString fingerprint; ///< of the key; empty: it cannot be read

    friend bool operator==(const Checked &, const Checked &) = default;
};

/// What signatures are compared with.
struct Signers {
    QString file; ///< `allowed_signers`; it need not be there: then nobody is known
    Tool tool;
};

/// Checks the signature that lies in `signatureFile`; `at`: when the message was signed, as it says
/// itself. Blocks. Errors: SshKeygenMissing, SigningTimedOut (nobody can say).
[[nodiscard]] Result<Checked> check(const QString &signatureFile, QByteArrayView message,
                                    const QDateTime &at, const Signers &signers);

} // namespace nutgraf::signing
