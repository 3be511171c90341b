// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace nutgraf::cli_test {

/// What one call of the real nutgraf-cli did.
struct Outcome {
    int code = -1; ///< -1: it did not end by itself
    QByteArray out;
    QByteArray error;

    /// Standard output without its last line end.
    [[nodiscard]] QString line() const
    {
        return QString::fromUtf8(out).trimmed();
    }
};

inline Outcome run(const QStringList &arguments, const QStringList &environment = {})
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(QStringLiteral(NUTGRAF_CLI), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace nutgraf::cli_test
