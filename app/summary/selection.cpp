// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summary/summary.h"
#include "text/segments.h"

#include <algorithm>

namespace nutgraf::summary {

namespace {

size_t index(int unit)
{
    return static_cast<size_t>(unit);
}

const Unit &at(const std::vector<Unit> &units, int unit)
{
    return units[index(unit)];
}

bool isClarification(const Unit &unit)
{
    return std::ranges::find(unit.notes, UnitNote::Clarification) != unit.notes.end();
}

bool contains(const Selection &selection, int unit)
{
    return std::ranges::binary_search(selection, unit);
}

void insert(Selection &selection, int unit)
{
    const auto place = std::ranges::lower_bound(selection, unit);
    if (place == selection.end() || *place != unit) {
        selection.insert(place, unit);
    }
}

/// Clarifications go wherever their quotation goes.
void insertClarifications(const std::vector<Unit> &units, Selection &selection)
{
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        if (isClarification(at(units, i)) && contains(selection, at(units, i).needs)) {
            insert(selection, i);
        }
    }
}

/// Pickable units, the most salient first.
Selection byRank(const std::vector<Unit> &units)
{
    Selection ranked;
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        if (at(units, i).isPickable) {
            ranked.push_back(i);
        }
    }
    std::ranges::stable_sort(ranked, std::greater(), [&](int i) { return at(units, i).salience; });
    return ranked;
}

/// Units picked one after the other, each with what it needs and what goes with that, while there
/// is room.
class Picks {
public:
    /// `room` in words.
    Picks(const std::vector<Unit> &units, qsizetype room);

    void add(int unit);
    /// Ascending.
    [[nodiscard]] Selection selection() const;

private:
    void take(int unit);
    void mark(int unit);

    const std::vector<Unit> &m_units;
    qsizetype m_room;
    std::vector<qsizetype> m_words; ///< of each unit
    std::vector<std::vector<int>> m_clarifications; ///< of each unit
    std::vector<bool> m_isPicked;
    std::vector<int> m_taken; ///< for the unit that is being added
    qsizetype m_takenWords = 0;
};

Picks::Picks(const std::vector<Unit> &units, qsizetype room)
    : m_units(units), m_room(room), m_clarifications(units.size()), m_isPicked(units.size())
{
    m_words.reserve(units.size());
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        m_words.push_back(text::wordCount(at(units, i).shown));
        if (isClarification(at(units, i)) && at(units, i).needs >= 0) {
            m_clarifications[index(at(units, i).needs)].push_back(i);
        }
    }
}

void Picks::mark(int unit)
{
    if (!m_isPicked[index(unit)]) {
        m_isPicked[index(unit)] = true;
        m_taken.push_back(unit);
        m_takenWords += m_words[index(unit)];
    }
}

/// Clarifications go wherever their quotation goes.
void Picks::take(int unit)
{
    size_t next = m_taken.size();
    mark(unit);
    for (; next < m_taken.size(); ++next) {
        std::ranges::for_each(m_clarifications[index(m_taken[next])],
                              [this](int clarification) { mark(clarification); });
    }
}

void Picks::add(int unit)
{
    m_taken.clear();
    m_takenWords = 0;
    // What is picked has all that it needs; and what is too long already needs no more reading.
    for (int needed = unit; needed >= 0 && !m_isPicked[index(needed)] && m_takenWords <= m_room;
         needed = at(m_units, needed).needs) {
        take(needed);
    }
    if (m_takenWords <= m_room) {
        m_room -= m_takenWords;
        return;
    }
    for (const int taken : m_taken) {
        m_isPicked[index(taken)] = false;
    }
}

Selection Picks::selection() const
{
    Selection picked;
    for (int i = 0; i < static_cast<int>(m_isPicked.size()); ++i) {
        if (m_isPicked[index(i)]) {
            picked.push_back(i);
        }
    }
    return picked;
}

} // namespace

Selection pick(const std::vector<Unit> &units, Selection selection, int unit)
{
    if (unit < 0 || unit >= static_cast<int>(units.size()) || !at(units, unit).isPickable) {
        return selection;
    }
    for (int needed = unit; needed >= 0; needed = at(units, needed).needs) {
        insert(selection, needed);
    }
    insertClarifications(units, selection);
    return selection;
}

Selection unpick(const std::vector<Unit> &units, Selection selection, int unit)
{
    std::vector<bool> isGone(units.size());
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        // What is needed stands before what needs it, so one pass downwards finds all.
        const int needed = at(units, i).needs;
        isGone[index(i)] = i == unit || (needed >= 0 && isGone[index(needed)]);
    }
    std::erase_if(selection, [&](int picked) { return isGone[index(picked)]; });
    return selection;
}

Selection suggest(const std::vector<Unit> &units, int targetWords)
{
    const Selection ranked = byRank(units);
    Picks picks(units, targetWords);
    for (const int unit : ranked) {
        picks.add(unit);
    }
    Selection selection = picks.selection();
    // A target smaller than any sentence still gets one.
    if (selection.empty() && !ranked.empty()) {
        selection = pick(units, {}, ranked.front());
    }
    return selection;
}

} // namespace nutgraf::summary
