// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/worker.h"

#include <QtGlobal>

#include <exception>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace nutgraf::jobs {

namespace {

/// Typing comes first. QThread::setPriority does nothing under Linux's usual scheduler; there a
/// thread has a nice value of its own (setpriority(2), "C library/kernel differences").
void stepBack()
{
#ifdef Q_OS_LINUX
    constexpr int Niceness = 10;
    setpriority(PRIO_PROCESS, 0, Niceness); // a refusal only costs speed
#endif
}

} // namespace

Worker::Worker(Done done) : m_done(std::move(done)), m_thread([this] { run(); }) { }

Worker::~Worker()
{
    m_isEnding = true;
    {
        // Without the lock the thread could miss the call between its look and its sleep.
        const std::scoped_lock lock(m_boxLock);
    }
    m_boxFilled.notify_one();
    m_thread.join();
}

void Worker::post(quint64 number, Latest::Work work)
{
    m_expected = number;
    {
        const std::scoped_lock lock(m_boxLock);
        m_boxNumber = number;
        m_box.swap(work);
    }
    m_boxFilled.notify_one();
    // Work that was never taken dies here, outside the lock.
}

void Worker::run()
{
    stepBack();
    while (true) {
        Latest::Work work;
        quint64 number = 0;
        {
            std::unique_lock lock(m_boxLock);
            m_boxFilled.wait(lock, [this] { return m_box || m_isEnding; });
            if (m_isEnding) {
                return;
            }
            work.swap(m_box);
            number = m_boxNumber;
        }
        Reply answer = reply(number, work);
        if (number == m_expected && !m_isEnding) {
            m_done(number, std::move(answer));
        }
    }
}

Reply Worker::reply(quint64 number, const Latest::Work &work) const
{
    const auto cancelled = [this, number] {
        return m_isEnding || m_expected != number;
    };
    try {
        return work(cancelled);
    } catch (const std::exception &fault) {
        // Nothing may escape a thread; who could fail answers with a value that says so.
        qCritical("A piece of work gave up: %s", fault.what());
        return {};
    }
}

} // namespace nutgraf::jobs
