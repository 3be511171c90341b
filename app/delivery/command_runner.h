// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

namespace nutgraf::delivery {

struct Command {
    QStringList words; ///< program and arguments; no shell reads them
    QByteArray input = {};
    QProcessEnvironment environment = {}; ///< empty: this program's own
};

enum class CommandEnd {
    Exited,
    NotStarted, ///< there is no such program
    Broken, ///< it crashed, took too long, or was stopped
};

/// Programs of the system, beside each other; what they print is thrown away.
class CommandRunner final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(CommandEnd, int exitCode)>;

    explicit CommandRunner(std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~CommandRunner() override;

    void run(const Command &command, Done done);
    /// Ends all of them.
    void stop();

private:
    std::chrono::milliseconds m_limit;
};

} // namespace nutgraf::delivery
