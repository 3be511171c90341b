// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace nutgraf::signing {

/// How OpenSSH's ssh-keygen is run.
struct Tool {
    QString program = QStringLiteral("ssh-keygen");
    /// It is ended after this: an agent that asks its user, a security key that waits for a touch.
    std::chrono::milliseconds patience = std::chrono::seconds(20);

    friend bool operator==(const Tool &, const Tool &) = default;
};

/// What a call of it gave.
struct Answer {
    int exitCode = 0;
    QByteArray output;
    QString words; ///< of its standard error, on one line
};

/// Runs it with `input` on its standard input, without a terminal, so that it asks nobody anything.
/// Blocks. Errors: SshKeygenMissing, SigningTimedOut (subject: the program).
[[nodiscard]] Result<Answer> run(const Tool &tool, const QStringList &arguments,
                                 QByteArrayView input);

} // namespace nutgraf::signing
