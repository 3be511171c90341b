// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summary/summary.h"
#include "text/segments.h"

#include <algorithm>
#include <numeric>

namespace nutgraf::summary {

namespace {

const Unit &at(const std::vector<Unit> &units, int index)
{
    return units[static_cast<size_t>(index)];
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

qsizetype wordsOf(const std::vector<Unit> &units, const Selection &selection)
{
    return std::accumulate(
        selection.begin(), selection.end(), qsizetype{0},
        [&](qsizetype sum, int i) { return sum + text::wordCount(at(units, i).shown); });
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
    std::erase(selection, unit);
    // What is needed stands before what needs it, so one pass downwards finds all.
    std::erase_if(selection, [&](int picked) {
        for (int needed = at(units, picked).needs; needed >= 0; needed = at(units, needed).needs) {
            if (needed == unit) {
                return true;
            }
        }
        return false;
    });
    return selection;
}

Selection suggest(const std::vector<Unit> &units, int targetWords)
{
    const Selection ranked = byRank(units);
    Selection selection;
    for (const int unit : ranked) {
        Selection longer = pick(units, selection, unit);
        if (wordsOf(units, longer) <= targetWords) {
            selection = std::move(longer);
        }
    }
    // A target smaller than any sentence still gets one.
    if (selection.empty() && !ranked.empty()) {
        selection = pick(units, {}, ranked.front());
    }
    return selection;
}

} // namespace nutgraf::summary
