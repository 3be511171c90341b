// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/analysis_service.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace nutgraf::jobs {

using SnapshotPtr = std::shared_ptr<const analysis::Snapshot>;

/// One thread that analyses whatever lies in its letter box, which holds one snapshot: the newest.
/// The lock guards the box alone, never a text.
class Worker {
public:
    using Done = std::function<void(quint64 number, const SnapshotPtr &, const AnalysisPtr &)>;

    /// `done` is called on the worker's thread.
    Worker(AnalysisService::Analyse analyse, Done done);
    ~Worker(); ///< cancels what runs, and waits for it
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// What runs under a number other than `number` is cancelled.
    void expectOnly(quint64 number);
    /// Puts a snapshot into the box, in place of one not yet taken.
    void post(quint64 number, SnapshotPtr snapshot);

private:
    void run();
    [[nodiscard]] AnalysisPtr analyse(quint64 number, const analysis::Snapshot &snapshot) const;

    AnalysisService::Analyse m_analyse;
    Done m_done;
    std::atomic<quint64> m_expected{0};
    std::atomic<bool> m_isEnding{false};
    std::mutex m_boxLock;
    std::condition_variable m_boxFilled;
    quint64 m_boxNumber = 0;
    SnapshotPtr m_box;
    std::thread m_thread; ///< last: starts when all else is there
};

} // namespace nutgraf::jobs
