// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/stop_signal.h"

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace nutgraf::cli {

namespace {

/// A handler knows no object, and may do little more than write(2) (signal-safety(7)).
std::atomic<int> &writeEnd()
{
    static std::atomic<int> end = -1;
    return end;
}

void setHandlers(void (*handler)(int))
{
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, handler);
}

extern "C" void tellOfSignal(int /*signal*/)
{
    const char one = 1;
    [[maybe_unused]] const ssize_t written = ::write(writeEnd(), &one, 1);
    setHandlers(SIG_DFL);
}

int openedPipe(std::array<int, 2> &ends)
{
    return ::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0 ? ends[0] : -1;
}

} // namespace

StopSignal::StopSignal(QObject *parent)
    : QObject(parent), m_notifier(openedPipe(m_pipe), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        char one = 0;
        if (::read(m_pipe[0], &one, 1) == 1)
            Q_EMIT asked();
    });
    writeEnd() = m_pipe[1];
    setHandlers(tellOfSignal);
}

StopSignal::~StopSignal()
{
    setHandlers(SIG_DFL);
    writeEnd() = -1;
    m_notifier.setEnabled(false);
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace nutgraf::cli
