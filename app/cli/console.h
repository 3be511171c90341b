// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

namespace nutgraf::cli {

enum class Style { Plain, Bold, Dim, Red, Green, Yellow, Blue };

/// Standard output and error. Text goes out as UTF-8, in one piece a call; once the reader of a
/// pipe has gone, nothing more is written and isClosed() says so.
class Console {
public:
    Console();

    void write(const QString &text);
    void write(const QByteArray &bytes);
    /// One line on standard error.
    void error(const QString &line);
    void error(const Error &error);

    /// `text` in colour, at a terminal that wants it (NO_COLOR unset or empty, TERM not `dumb`).
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

private:
    bool m_isTerminal = false;
    bool m_hasColours = false;
    bool m_isClosed = false;
};

} // namespace nutgraf::cli
