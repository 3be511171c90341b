// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console.h"

#include "messages/messages.h"

#include <QByteArray>

#include <cerrno>
#include <csignal>
#include <sys/ioctl.h>
#include <unistd.h>

namespace nutgraf::cli {

namespace {

/// Everything or, when the reader has gone or the disk is full, what went out until then.
bool writeAll(int handle, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(handle, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return false;
        }
        bytes = bytes.sliced(written);
    }
    return true;
}

QString escapeFor(Style style)
{
    switch (style) {
    case Style::Plain:
        return {};
    case Style::Bold:
        return QStringLiteral("\033[1m");
    case Style::Dim:
        return QStringLiteral("\033[2m");
    case Style::Red:
        return QStringLiteral("\033[31m");
    case Style::Green:
        return QStringLiteral("\033[32m");
    case Style::Yellow:
        return QStringLiteral("\033[33m");
    case Style::Blue:
        return QStringLiteral("\033[34m");
    }
    return {};
}

} // namespace

Console::Console() : m_isTerminal(::isatty(STDOUT_FILENO) == 1)
{
    // A closed pipe is then an error of write() and not the end of the process.
    ::signal(SIGPIPE, SIG_IGN);
    m_hasColours =
        m_isTerminal && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

void Console::write(const QString &text)
{
    write(text.toUtf8());
}

void Console::write(const QByteArray &bytes)
{
    if (!m_isClosed && !writeAll(STDOUT_FILENO, bytes)) {
        m_isClosed = true;
        if (errno != EPIPE) {
            error(fail(ErrorCode::FileUnwritable, QStringLiteral("standard output"),
                       QString::fromLocal8Bit(std::strerror(errno)))
                      .error());
        }
    }
}

void Console::error(const QString &line)
{
    writeAll(STDERR_FILENO, line.toUtf8() + '\n');
}

void Console::error(const Error &error)
{
    this->error(messages::oneLine(error));
}

QString Console::styled(Style style, const QString &text) const
{
    return m_hasColours && style != Style::Plain
        ? escapeFor(style) + text + QStringLiteral("\033[0m")
        : text;
}

int Console::width() const
{
    constexpr int least = 40;
    constexpr int otherwise = 120;
    winsize size{};
    if (m_isTerminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= least) {
        return size.ws_col;
    }
    const int asked = qEnvironmentVariableIntValue("COLUMNS");
    return asked >= least ? asked : otherwise;
}

} // namespace nutgraf::cli
