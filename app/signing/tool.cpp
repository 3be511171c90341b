// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signing/tool.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace nutgraf::signing {

namespace {

/// A session of its own has no terminal, and `never` calls no program that asks in a window.
void keepSilent(QProcess &process)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"never"_s);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process.setProcessEnvironment(environment);
    process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession);
}

void end(QProcess &process)
{
    process.kill();
    process.waitForFinished(1000);
}

} // namespace

Result<Answer> run(const Tool &tool, const QStringList &arguments, QByteArrayView input)
{
    QProcess process;
    keepSilent(process);
    process.start(tool.program, arguments);
    const int patience = static_cast<int>(tool.patience.count());
    if (!process.waitForStarted(patience)) {
        return fail(ErrorCode::SshKeygenMissing, tool.program, process.errorString());
    }
    process.write(input.data(), input.size());
    process.closeWriteChannel();
    if (!process.waitForFinished(patience)) {
        end(process);
        return fail(ErrorCode::SigningTimedOut, tool.program);
    }
    if (process.exitStatus() != QProcess::NormalExit) {
        return fail(ErrorCode::SshKeygenMissing, tool.program, process.errorString());
    }
    return Answer{process.exitCode(), process.readAllStandardOutput(),
                  QString::fromUtf8(process.readAllStandardError()).simplified()};
}

} // namespace nutgraf::signing
