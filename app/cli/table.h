// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console.h"

#include <QString>

#include <vector>

namespace nutgraf::cli {

struct Cell {
    QString text;
    Style style = Style::Plain;
};

/// Rows in aligned columns; the last column takes what is left of the console's width and is cut
/// with `…` there, the others are never cut.
class Table {
public:
    explicit Table(const QStringList &headings);

    void add(std::vector<Cell> row);
    [[nodiscard]] QString text(const Console &console) const;

private:
    std::vector<std::vector<Cell>> m_rows;
};

/// Columns that `text` takes in a terminal: wide East Asian characters two, combining marks none.
[[nodiscard]] int columnsOf(const QString &text);
/// `text` on one line, cut to `columns` with `…` where it is longer.
[[nodiscard]] QString fitted(const QString &text, int columns);

} // namespace nutgraf::cli
