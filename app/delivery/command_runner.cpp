// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/command_runner.h"

#include <QTimer>

namespace nutgraf::delivery {

CommandRunner::CommandRunner(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent), m_limit(limit)
{
}

CommandRunner::~CommandRunner()
{
    const QList<QProcess *> processes = findChildren<QProcess *>();
    for (QProcess *process : processes) {
        process->disconnect();
        process->kill();
        process->waitForFinished();
    }
}

void CommandRunner::run(const Command &command, Done done)
{
    auto *process = new QProcess(this);
    if (!command.environment.isEmpty())
        process->setProcessEnvironment(command.environment);
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    const auto end = [this, process, done = std::move(done)](CommandEnd how, int code) {
        process->disconnect(this);
        process->deleteLater();
        done(how, code);
    };
    connect(process, &QProcess::finished, this, [end](int code, QProcess::ExitStatus status) {
        end(status == QProcess::NormalExit ? CommandEnd::Exited : CommandEnd::Broken, code);
    });
    // Queued: a program that is not there is told of while it is started.
    connect(
        process, &QProcess::errorOccurred, this,
        [end](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(CommandEnd::NotStarted, 0);
        },
        Qt::QueuedConnection);
    QTimer::singleShot(m_limit, process, &QProcess::kill);
    process->start(command.words.first(), command.words.sliced(1));
    process->write(command.input);
    process->closeWriteChannel();
}

void CommandRunner::stop()
{
    const QList<QProcess *> processes = findChildren<QProcess *>();
    for (QProcess *process : processes)
        process->kill();
}

} // namespace nutgraf::delivery
