// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "signing/key.h"

#include <QProcess>

namespace nutgraf::signing::sample {

/// Makes a key pair with the real ssh-keygen; gives the private key's file.
inline QString makeKey(const QString &file, const QString &passphrase = {})
{
    const int code =
        QProcess::execute(QStringLiteral("ssh-keygen"),
                          {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                           QStringLiteral("-C"), QStringLiteral("a colleague"),
                           QStringLiteral("-N"), passphrase, QStringLiteral("-f"), file});
    return code == 0 ? file : QString();
}

} // namespace nutgraf::signing::sample
