// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/work.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <thread>
#include <type_traits>
#include <utility>

namespace nutgraf::jobs {

/// `work`, whose result `done` is given in `context`'s thread.
template <class Work, class Done>
[[nodiscard]] auto answering(QObject *context, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    promise->future().then(context, std::move(done));
    return [promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    };
}

/// Runs `work` once on a thread of the program's pool and hands what it returns to `done` in
/// `context`'s thread; if `context` is gone by then, the result is dropped. `work` must touch no
/// QObject.
template <class Work, class Done>
void offThread(QObject *context, Work work, Done done)
{
    QThreadPool::globalInstance()->start(answering(context, std::move(work), std::move(done)));
}

/// The same on a thread of its own: somebody waits for it, and the pool may be busy for long.
template <class Work, class Done>
void atOnce(QObject *context, Work work, Done done)
{
    std::thread(answering(context, std::move(work), std::move(done))).detach();
}

/// The same for work that answers nobody.
template <class Work>
void offThread(Work work)
{
    QThreadPool::globalInstance()->start(std::move(work));
}

} // namespace nutgraf::jobs
