// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/latest.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace nutgraf::jobs {

/// One thread that does whatever lies in its letter box, which holds one piece of work: the newest.
/// The lock guards the box alone.
class Worker {
public:
    using Done = std::function<void(quint64 number, Reply reply)>;

    /// `done` is called on the worker's thread.
    explicit Worker(Done done);
    ~Worker(); ///< cancels what runs, and waits for it
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// Puts work into the box, in place of what was not yet taken; what runs is cancelled.
    void post(quint64 number, Latest::Work work);

private:
    void run();
    [[nodiscard]] Reply reply(quint64 number, const Latest::Work &work) const;

    Done m_done;
    std::atomic<quint64> m_expected{0};
    std::atomic<bool> m_isEnding{false};
    std::mutex m_boxLock;
    std::condition_variable m_boxFilled;
    quint64 m_boxNumber = 0;
    Latest::Work m_box;
    std::thread m_thread; ///< last: starts when all else is there
};

} // namespace nutgraf::jobs
