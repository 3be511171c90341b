// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/picks.h"

#include "review/anchors.h"

#include <algorithm>

namespace nutgraf::publish {

namespace {

/// Where each pick stands now, -1: nowhere; and whether its words are the same.
struct Place {
    int unit = -1;
    bool isSame = false;
};

/// The text as the record keeps it: what no edition may carry stands as a space. Of the same
/// length, so that places in it are places in `text`.
QString recorded(QStringView text)
{
    QString result = text.toString();
    for (QChar &c : result) {
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = u' ';
    }
    return result;
}

std::vector<Place> placesOf(const Picks &picks, const std::vector<review::Context> &contexts)
{
    std::vector<const review::TextQuoteSelector *> selectors;
    for (const review::TextQuoteSelector &pick : picks) {
        selectors.push_back(&pick);
    }
    std::vector<Place> found(picks.size());
    std::vector<bool> isTaken(contexts.size());
    for (const review::Match &match :
         review::sameWords(selectors, contexts, review::Pairs::Decisive)) {
        const auto pick = static_cast<size_t>(match.selector);
        const auto unit = static_cast<size_t>(match.place);
        if (found[pick].unit < 0 && !isTaken[unit]) {
            found[pick] = {match.place, true};
            isTaken[unit] = true;
        }
    }
    std::vector<int> free;
    for (size_t i = 0; i < contexts.size(); ++i) {
        if (!isTaken[i]) {
            free.push_back(static_cast<int>(i));
        }
    }
    review::ChangedWords others(contexts, free);
    for (size_t i = 0; i < picks.size(); ++i) {
        if (found[i].unit < 0) {
            found[i].unit = others.take(picks[i]);
        }
    }
    return found;
}

} // namespace

Picks picksOf(QStringView text, const std::vector<summary::Unit> &units,
              const summary::Selection &selection)
{
    const QString words = recorded(text);
    Picks picks;
    for (const int unit : selection) {
        picks.push_back(review::selectorOf(words, units.at(static_cast<size_t>(unit)).range));
    }
    return picks;
}

FoundPicks find(const Picks &picks, QStringView text, const std::vector<summary::Unit> &units)
{
    const QString words = recorded(text);
    std::vector<review::Context> contexts;
    for (const summary::Unit &unit : units) {
        contexts.push_back(review::contextOf(words, unit.range));
    }
    const std::vector<Place> places = placesOf(picks, contexts);
    FoundPicks found;
    for (size_t i = 0; i < places.size(); ++i) {
        const int unit = places[i].unit;
        if (unit < 0 || !units[static_cast<size_t>(unit)].isPickable) {
            found.gone.push_back(picks[i]);
            continue;
        }
        found.selection = summary::pick(units, std::move(found.selection), unit);
        if (!places[i].isSame) {
            found.changed.push_back(unit);
        }
    }
    std::ranges::sort(found.changed);
    return found;
}

} // namespace nutgraf::publish
