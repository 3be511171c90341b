// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/ribbon_rows.h"

#include "ui/look/shapes.h"

#include <algorithm>

namespace nutgraf::body {

namespace {

using Lines = std::vector<std::size_t>; // indices, ascending

// How much is left to do: the greater wins a line.
int unfinished(int shape)
{
    switch (static_cast<look::Shape>(shape)) {
    case look::Shape::NoSource:
        return 6;
    case look::Shape::NeedsSource:
        return 5;
    case look::Shape::Reopened:
        return 4;
    case look::Shape::Unsure:
        return 3;
    case look::Shape::Open:
        return 2;
    case look::Shape::Rejected:
        return 1;
    default:
        return 0;
    }
}

Lines linesOf(const RibbonUnit &unit, const std::vector<RibbonLine> &lines)
{
    Lines found;
    for (const TextRange &range : unit.ranges) {
        const auto first = std::ranges::upper_bound(
            lines, range.begin, {}, [](const RibbonLine &line) { return line.text.end; });
        for (auto line = first; line != lines.end() && line->text.begin < range.end; ++line)
            found.push_back(static_cast<std::size_t>(line - lines.begin()));
    }
    std::ranges::sort(found);
    const auto [from, to] = std::ranges::unique(found);
    found.erase(from, to);
    return found;
}

class Layout {
public:
    Layout(const std::vector<RibbonUnit> &units, const std::vector<RibbonLine> &lines)
        : m_units(units), m_rows(lines.size())
    {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            m_rows[i].top = lines[i].top;
            m_rows[i].height = lines[i].height;
        }
    }

    void add(int index, const Lines &covered)
    {
        const RibbonUnit &unit = m_units[static_cast<std::size_t>(index)];
        if (unit.isClarification) {
            m_rows[covered.front()].clarification = index;
            return;
        }
        for (const std::size_t line : covered)
            addBar(m_rows[line], unit);
        const bool goesOn = unit.speaker == m_speaker && covered.front() <= m_lastLine + 1;
        if (!goesOn || !m_started)
            place(&RibbonRow::chip, index, covered);
        placeShape(index, covered);
        m_started = true;
        m_speaker = unit.speaker;
        m_lastLine = covered.back();
    }

    [[nodiscard]] std::vector<RibbonRow> take()
    {
        std::erase_if(
            m_rows, [](const RibbonRow &row) { return row.bars.empty() && row.clarification < 0; });
        return std::move(m_rows);
    }

private:
    static void addBar(RibbonRow &row, const RibbonUnit &unit)
    {
        const auto same = std::ranges::find(row.bars, unit.speaker, &RibbonBar::speaker);
        if (same == row.bars.end()) {
            row.bars.push_back({unit.unit, unit.speaker, unit.stripe});
        } else if (unit.stripe == RibbonStripe::Solid) {
            same->stripe = RibbonStripe::Solid; // quoted words outweigh reported ones
        }
    }

    bool place(int RibbonRow::*what, int index, const Lines &covered)
    {
        for (const std::size_t line : covered) {
            if (m_rows[line].*what < 0) {
                m_rows[line].*what = index;
                return true;
            }
        }
        return false;
    }

    void placeShape(int index, const Lines &covered)
    {
        if (place(&RibbonRow::shape, index, covered))
            return;
        int &there = m_rows[covered.front()].shape;
        const auto shapeOf = [this](int i) {
            return m_units[static_cast<std::size_t>(i)].shape;
        };
        if (unfinished(shapeOf(index)) > unfinished(shapeOf(there)))
            there = index;
    }

    const std::vector<RibbonUnit> &m_units;
    std::vector<RibbonRow> m_rows;
    bool m_started = false;
    int m_speaker = -1;
    std::size_t m_lastLine = 0;
};

} // namespace

std::vector<RibbonRow> ribbonRows(const std::vector<RibbonUnit> &units,
                                  const std::vector<RibbonLine> &lines)
{
    if (lines.empty())
        return {};
    Layout layout(units, lines);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].ranges.empty() || units[i].ranges.back().end < lines.front().text.begin)
            continue;
        if (units[i].ranges.front().begin > lines.back().text.end)
            break; // units are sorted by where they begin
        const Lines covered = linesOf(units[i], lines);
        if (!covered.empty())
            layout.add(static_cast<int>(i), covered);
    }
    return layout.take();
}

} // namespace nutgraf::body
