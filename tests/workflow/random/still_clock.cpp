// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "still_clock.h"

#include <QDir>
#include <QFile>
#include <QString>

#include <atomic>
#include <ctime>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

/// Of the clock that everybody asks; there is one, so that this is a global.
std::atomic<long> &passed()
{
    static std::atomic<long> nanoseconds = 0;
    return nanoseconds;
}

constexpr long Second = 1'000'000'000;

timespec realTime(clockid_t clock)
{
    timespec now{};
    syscall(SYS_clock_gettime, clock, &now);
    return now;
}

timespec stillTime()
{
    static const timespec start = realTime(CLOCK_MONOTONIC);
    const long past = start.tv_nsec + passed();
    return {.tv_sec = start.tv_sec + past / Second, .tv_nsec = past % Second};
}

/// proc(5): the state follows the name, which stands in parentheses.
char stateOf(const QString &thread)
{
    QFile file(u"/proc/self/task/%1/stat"_s.arg(thread));
    const QByteArray stat = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return stat.isEmpty() ? 'S' : stat.at(stat.lastIndexOf(')') + 2);
}

} // namespace

void letPass(std::chrono::milliseconds time)
{
    passed() += std::chrono::nanoseconds(time).count();
}

bool othersSleep()
{
    const QString own = QString::number(gettid());
    const QStringList threads =
        QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        if (thread != own && stateOf(thread) != 'S') {
            return false;
        }
    }
    return true;
}

RealTimer::RealTimer()
    : m_file(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)),
      m_notifier(m_file, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        quint64 times = 0;
        if (read(m_file, &times, sizeof times) > 0) {
            Q_EMIT due();
        }
    });
}

RealTimer::~RealTimer()
{
    m_notifier.setEnabled(false);
    close(m_file);
}

void RealTimer::start()
{
    const itimerspec once{.it_interval = {}, .it_value = {.tv_sec = 0, .tv_nsec = 1'000'000}};
    timerfd_settime(m_file, 0, &once, nullptr);
}

} // namespace nutgraf::workflow

/// In place of libc's, for all libraries of this program: a symbol of the program comes first.
extern "C" int clock_gettime(clockid_t clock, timespec *now) noexcept
{
    *now = clock == CLOCK_MONOTONIC ? nutgraf::workflow::stillTime()
                                    : nutgraf::workflow::realTime(clock);
    return 0;
}
