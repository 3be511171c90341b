// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/all_cores.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace nutgraf::jobs {

void onAllCores(qsizetype count, const std::function<void(qsizetype)> &work)
{
    std::atomic<qsizetype> next{0};
    const auto takeTurns = [&] {
        for (qsizetype at = next++; at < count; at = next++) {
            work(at);
        }
    };
    const auto helpers = std::min<qsizetype>(count, QThread::idealThreadCount()) - 1;
    std::vector<std::jthread> threads; // joined where they end
    for (qsizetype i = 0; i < helpers; ++i) {
        threads.emplace_back(takeTurns);
    }
    takeTurns();
}

} // namespace nutgraf::jobs
