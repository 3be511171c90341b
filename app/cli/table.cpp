// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/table.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

constexpr int Gap = 2;
constexpr int LeastLastColumn = 20;

struct WideRange {
    char32_t first;
    char32_t last;
};

/// Unicode TR11 Wide and Fullwidth, by blocks: enough to keep columns straight.
constexpr WideRange Wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0xA4CF},
                              {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},  {0xFE30, 0xFE6F},
                              {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                              {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

int columnsOfCharacter(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Other_Format) {
        return 0;
    }
    return std::ranges::any_of(Wide, [c](WideRange r) { return r.first <= c && c <= r.last; }) ? 2
                                                                                               : 1;
}

/// A terminal obeys control characters, so copy must not bring any.
QString printable(const QString &text)
{
    QString clean = text.simplified();
    std::ranges::replace_if(
        clean, [](QChar c) { return c.category() == QChar::Other_Control; }, QChar(0xFFFD));
    return clean;
}

QString padded(const Console &console, const Cell &cell, int columns)
{
    const QString space(std::max(0, columns - columnsOf(cell.text)), u' ');
    return console.styled(cell.style, cell.text) + space;
}

} // namespace

int columnsOf(const QString &text)
{
    int columns = 0;
    for (const char32_t c : text.toUcs4()) {
        columns += columnsOfCharacter(c);
    }
    return columns;
}

QString fitted(const QString &text, int columns)
{
    QString line = printable(text);
    if (columnsOf(line) <= columns) {
        return line;
    }
    const QList<uint> characters = line.toUcs4();
    qsizetype kept = 0;
    for (int used = 1; kept < characters.size(); ++kept) { // 1: the ellipsis
        used += columnsOfCharacter(characters.at(kept));
        if (used > columns) {
            break;
        }
    }
    QString cut;
    for (const uint c : characters.first(kept)) {
        cut += QChar::fromUcs4(c);
    }
    return cut.trimmed() + u'…';
}

Table::Table(const QStringList &headings)
{
    std::vector<Cell> row;
    for (const QString &heading : headings) {
        row.push_back({heading, Style::Bold});
    }
    m_rows.push_back(std::move(row));
}

void Table::add(std::vector<Cell> row)
{
    Q_ASSERT(row.size() == m_rows.front().size());
    for (Cell &cell : row) {
        cell.text = printable(cell.text);
    }
    m_rows.push_back(std::move(row));
}

QString Table::text(const Console &console) const
{
    std::vector<int> widths(m_rows.front().size(), 0);
    for (const auto &row : m_rows) {
        for (size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], columnsOf(row[i].text));
        }
    }
    int before = 0;
    for (size_t i = 0; i + 1 < widths.size(); ++i) {
        before += widths[i] + Gap;
    }
    const int last = std::max(LeastLastColumn, console.width() - before);
    QString text;
    for (const auto &row : m_rows) {
        QString line;
        for (size_t i = 0; i + 1 < row.size(); ++i) {
            line += padded(console, row[i], widths[i] + Gap);
        }
        const Cell &end = row.back();
        line += console.styled(end.style, fitted(end.text, last));
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        text += line + u'\n';
    }
    return text;
}

} // namespace nutgraf::cli
