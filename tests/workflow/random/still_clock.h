// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSocketNotifier>

#include <chrono>

namespace nutgraf::workflow {

/// The monotonic clock of this program stands still but for what is let pass here, so that a timer
/// fires after the same step of every day with one seed, and nobody waits for it.
void letPass(std::chrono::milliseconds time);

/// Every other thread waits for something. May say so of one that waits for a disk or a lock only.
[[nodiscard]] bool othersSleep();
/// A millisecond of the real clock, in which the other threads have room.
class RealTimer final : public QObject {
    Q_OBJECT
public:
    RealTimer();
    ~RealTimer() override;

    void start();

Q_SIGNALS:
    void due();

private:
    int m_file; ///< timerfd_create(2)
    QSocketNotifier m_notifier;
};

} // namespace nutgraf::workflow
