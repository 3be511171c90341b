// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace nutgraf::cli {

/// SIGINT and SIGTERM as a Qt signal, while it lives: for work that must end in a good state. A
/// second one ends the program at once. One at a time.
class StopSignal final : public QObject {
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void asked();

private:
    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier m_notifier;
};

} // namespace nutgraf::cli
