// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_marks.h"

#include "ui/body/body_sight.h"
#include "ui/body/ribbon.h"

#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace nutgraf::body {

namespace {

TextRange rangeOf(const QTextBlock &block)
{
    return {block.position(), block.position() + block.length()};
}

} // namespace

BodyMarks::BodyMarks(const BodySight &sight, Ribbon &ribbon) : m_sight(sight), m_ribbon(ribbon) { }

void BodyMarks::set(quint64 revision, std::vector<Mark> marks)
{
    if (!m_log.reaches(revision))
        return;
    for (Mark &mark : marks)
        mark.range = m_log.carried(mark.range, revision);
    MarkList next(std::move(marks));
    m_sight.forBlocks([&](const QTextBlock &block, qreal) {
        if (next.within(rangeOf(block)) != m_marks.within(rangeOf(block)))
            m_sight.repaint(block);
    });
    m_marks = std::move(next);
}

void BodyMarks::setRibbon(quint64 revision, std::vector<RibbonUnit> units)
{
    if (!m_log.reaches(revision))
        return;
    for (RibbonUnit &unit : units) {
        for (TextRange &range : unit.ranges)
            range = m_log.carried(range, revision);
        std::erase_if(unit.ranges, [](TextRange range) { return range.isEmpty(); });
    }
    m_ribbon.setUnits(std::move(units));
    Q_EMIT ribbonChanged();
}

void BodyMarks::setFocusUnit(int unit)
{
    const int before = std::exchange(m_focusUnit, unit);
    if (before == unit)
        return;
    repaintUnit(before);
    repaintUnit(unit);
}

void BodyMarks::repaintUnit(int unit) const
{
    if (unit < 0)
        return;
    m_sight.forBlocks([&](const QTextBlock &block, qreal) {
        if (std::ranges::contains(m_marks.within(rangeOf(block)), unit, &Mark::unit))
            m_sight.repaint(block);
    });
}

void BodyMarks::setFound(TextRange range)
{
    if (range == m_found)
        return;
    for (const TextRange one : {std::exchange(m_found, range), range}) {
        m_sight.forBlocks([&](const QTextBlock &block, qreal) {
            if (one.overlaps(rangeOf(block)))
                m_sight.repaint(block);
        });
    }
}

void BodyMarks::clear()
{
    m_marks = {};
    m_ribbon.setUnits({});
}

quint64 BodyMarks::revision() const
{
    return m_log.revision();
}

void BodyMarks::move(const Edit &edit)
{
    m_log.record(edit);
    m_marks.move(edit);
    m_ribbon.move(edit);
}

std::vector<Mark> BodyMarks::within(TextRange range) const
{
    return m_marks.within(range);
}

int BodyMarks::focusUnit() const
{
    return m_focusUnit;
}

TextRange BodyMarks::found() const
{
    return m_found;
}

int BodyMarks::unitAt(qsizetype position) const
{
    int unit = -1;
    qsizetype shortest = 0;
    for (const RibbonUnit &candidate : m_ribbon.units()) {
        for (const TextRange range : candidate.ranges) {
            const bool isAround = range.begin <= position && position <= range.end;
            if (isAround && (unit < 0 || range.length() < shortest)) {
                unit = candidate.unit;
                shortest = range.length();
            }
        }
    }
    return unit;
}

} // namespace nutgraf::body
