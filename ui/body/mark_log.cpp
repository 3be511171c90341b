// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/mark_log.h"

#include <algorithm>

namespace nutgraf::body {

namespace {

constexpr std::size_t MostEdits = 4096;

} // namespace

TextRange moved(TextRange range, const Edit &edit)
{
    const qsizetype gone = edit.position + edit.removed;
    const qsizetype by = edit.added - edit.removed;
    TextRange after = range;
    if (range.begin >= gone) {
        after.begin += by;
    } else if (range.begin > edit.position) {
        after.begin = edit.position + edit.added;
    }

    if (range.end > edit.position && range.end >= gone) {
        after.end += by;
    } else if (range.end > edit.position) {
        after.end = edit.position;
    }
    return after;
}

quint64 EditLog::revision() const
{
    return m_revision;
}

void EditLog::record(const Edit &edit)
{
    ++m_revision;
    m_edits.push_back(edit);
    if (m_edits.size() > MostEdits)
        m_edits.pop_front();
}

bool EditLog::reaches(quint64 revision) const
{
    return revision <= m_revision && m_revision - revision <= m_edits.size();
}

TextRange EditLog::carried(TextRange range, quint64 revision) const
{
    Q_ASSERT(reaches(revision));
    const auto newer = static_cast<std::ptrdiff_t>(m_revision - revision);
    for (auto edit = m_edits.end() - newer; edit != m_edits.end() && !range.isEmpty(); ++edit)
        range = moved(range, *edit);
    return range;
}

MarkList::MarkList(std::vector<Mark> marks) : m_marks(std::move(marks))
{
    std::erase_if(m_marks, [](const Mark &mark) { return mark.range.isEmpty(); });
    std::ranges::stable_sort(m_marks, {}, &Mark::range);
    measure();
}

void MarkList::measure()
{
    m_reach.resize(m_marks.size());
    qsizetype reach = 0;
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        m_reach[i] = reach = std::max(reach, m_marks[i].range.end);
}

void MarkList::move(const Edit &edit)
{
    for (Mark &mark : m_marks) {
        if (mark.range.end > edit.position)
            mark.range = moved(mark.range, edit);
    }
    if (edit.removed > 0)
        std::erase_if(m_marks, [](const Mark &mark) { return mark.range.isEmpty(); });
    measure();
}

std::vector<Mark> MarkList::within(TextRange range) const
{
    const auto first = std::ranges::upper_bound(m_reach, range.begin) - m_reach.begin();
    std::vector<Mark> found;
    for (auto mark = m_marks.begin() + first; mark != m_marks.end(); ++mark) {
        if (mark->range.begin >= range.end)
            break;
        if (mark->range.overlaps(range))
            found.push_back(*mark);
    }
    return found;
}

const std::vector<Mark> &MarkList::all() const
{
    return m_marks;
}

} // namespace nutgraf::body
