// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

namespace nutgraf::cli {

enum class Style { Plain, Bold, Dim, Red, Green, Yellow, Blue };

/// Standard output and error. Text goes out as UTF-8, in one piece a call; once the reader of a
/// pipe has gone, nothing more is written and isClosed() says so. A terminal obeys control
/// characters, so that it gets none of the copy's: they are shown as signs (`␛`). Files and pipes
/// get the text as it is.
class Console {
public:
    Console();

    void write(const QString &text);
    void write(const QByteArray &bytes);
    /// One line on standard error.
    void error(const QString &line) const;
    void error(const Error &error) const;

    /// `text` in colour, at a terminal that wants it (NO_COLOR unset or empty, TERM not `dumb`);
    /// for write() and error() only.
    [[nodiscard]] QString styled(Style style, const QString &text) const;
    [[nodiscard]] bool isTerminal() const
    {
        return m_isTerminal;
    }
    /// Columns of the terminal, of $COLUMNS, or 120.
    [[nodiscard]] int width() const;
    [[nodiscard]] bool isClosed() const
    {
        return m_isClosed;
    }
    /// Something could not be written, for another reason than that nobody reads it.
    [[nodiscard]] bool hasFailed() const
    {
        return m_hasFailed;
    }

private:
    void writeBytes(const QByteArray &bytes);

    bool m_isTerminal = false;
    bool m_isErrorTerminal = false;
    bool m_hasFailed = false;
    bool m_hasColours = false;
    bool m_isClosed = false;
};

enum class Sink { Terminal, File };

/// Text with what Console::styled() put into it, as `sink` gets it.
[[nodiscard]] QString rendered(const QString &text, Sink sink);

} // namespace nutgraf::cli
