// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/console.h"

#include "messages/messages.h"

#include <QByteArray>

#include <algorithm>
#include <array>
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

/// Styles travel inside the text as characters that no text has (Unicode 23.7: noncharacters), so
/// that copy cannot bring an escape sequence of its own.
constexpr char16_t FirstStyle = 0xFDD0;
constexpr char16_t EndOfStyle = 0xFDEF;
constexpr QLatin1StringView Reset("\033[0m");

constexpr std::array AllStyles = {Style::Plain, Style::Bold,   Style::Dim, Style::Red,
                                  Style::Green, Style::Yellow, Style::Blue};

char16_t markOf(Style style)
{
    return static_cast<char16_t>(FirstStyle
                                 + (std::ranges::find(AllStyles, style) - AllStyles.begin()));
}

bool isMark(QChar c)
{
    return c.unicode() >= FirstStyle && c.unicode() <= EndOfStyle;
}

QString escapeOf(QChar mark)
{
    const auto found = std::ranges::find(AllStyles, mark.unicode(), markOf);
    return found == AllStyles.end() ? QString(Reset) : escapeFor(*found);
}

/// Unicode's pictures of control characters; those without one get the sign for what is unknown.
QChar picture(QChar control)
{
    constexpr char16_t pictures = 0x2400;
    constexpr char16_t pictureOfDelete = 0x2421;
    return control.unicode() < u' ' ? QChar(pictures + control.unicode())
        : control.unicode() == 0x7F ? QChar(pictureOfDelete)
                                    : QChar(QChar::ReplacementCharacter);
}

} // namespace

QString rendered(const QString &text, Sink sink)
{
    const bool isTerminal = sink == Sink::Terminal;
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isLineEnd = c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n';
        const bool isHarmless = c == u'\n' || c == u'\t' || isLineEnd;
        if (isMark(c)) {
            result += isTerminal ? escapeOf(c) : QString();
        } else if (isTerminal && !isHarmless && c.category() == QChar::Other_Control) {
            result += picture(c);
        } else {
            result += c;
        }
    }
    return result;
}

Console::Console()
    : m_isTerminal(::isatty(STDOUT_FILENO) == 1), m_isErrorTerminal(::isatty(STDERR_FILENO) == 1)
{
    // A closed pipe is then an error of write() and not the end of the process.
    ::signal(SIGPIPE, SIG_IGN);
    m_hasColours =
        m_isTerminal && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

void Console::write(const QString &text)
{
    // Nothing is styled where the sink is no terminal: files get every character of the text.
    writeBytes((m_isTerminal ? rendered(text, Sink::Terminal) : text).toUtf8());
}

void Console::write(const QByteArray &bytes)
{
    writeBytes(m_isTerminal ? rendered(QString::fromUtf8(bytes), Sink::Terminal).toUtf8() : bytes);
}

void Console::writeBytes(const QByteArray &bytes)
{
    if (!m_isClosed && !writeAll(STDOUT_FILENO, bytes)) {
        m_isClosed = true;
        if (errno != EPIPE) {
            m_hasFailed = true;
            error(fail(ErrorCode::FileUnwritable, QStringLiteral("standard output"),
                       QString::fromLocal8Bit(std::strerror(errno)))
                      .error());
        }
    }
}

void Console::error(const QString &line) const
{
    const Sink sink = m_isErrorTerminal ? Sink::Terminal : Sink::File;
    writeAll(STDERR_FILENO, rendered(line, sink).toUtf8() + '\n');
}

void Console::error(const Error &error) const
{
    this->error(messages::oneLine(error));
}

QString Console::styled(Style style, const QString &text) const
{
    return m_hasColours && style != Style::Plain ? QChar(markOf(style)) + text + QChar(EndOfStyle)
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
