// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summary/summary.h"
#include "text/segments.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace nutgraf::summary {

using namespace Qt::StringLiterals;

namespace {

const Unit &at(const std::vector<Unit> &units, int index)
{
    return units[static_cast<size_t>(index)];
}

bool isClarification(const Unit &unit)
{
    return std::ranges::find(unit.notes, UnitNote::Clarification) != unit.notes.end();
}

/// One paragraph break is one empty line, however the story wrote it.
QString withPlainBreaks(QString words)
{
    static const QRegularExpression breaks(u"[ \\t]*[\\n\\r\\x{2029}]\\s*"_s);
    return words.replace(breaks, u"\n\n"_s);
}

/// The unit's words for readers who know the entities in `introduced`, which grows by those it
/// names.
QString print(const Unit &unit, QSet<int> &introduced)
{
    QString result;
    qsizetype done = 0;
    for (const Change &change : unit.changes) {
        const TextRange place = change.range.shifted(-unit.range.begin);
        const bool isKnown = change.entity >= 0 && introduced.contains(change.entity);
        if (place.begin < done || place.end > unit.words.size()) {
            continue; // two changes of the same words: the first counts
        }
        // A name that the unit gives in full before this place needs no second introduction.
        result += QStringView(unit.words).sliced(done, place.begin - done);
        result += isKnown ? change.later : change.first;
        done = place.end;
        if (change.entity >= 0) {
            introduced.insert(change.entity);
        }
    }
    result += QStringView(unit.words).sliced(done);
    for (const int entity : unit.introduces) {
        introduced.insert(entity);
    }
    return withPlainBreaks(result);
}

/// Picked units that may be shown, in the order in which they are printed: a clarification right
/// after its quotation.
Selection order(const std::vector<Unit> &units, const Selection &selection)
{
    const QSet<int> picked(selection.begin(), selection.end());
    QHash<int, std::vector<int>> clarifications; ///< of a unit, ascending
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        if (isClarification(at(units, i))) {
            clarifications[at(units, i).needs].push_back(i);
        }
    }
    QSet<int> shown;
    Selection result;
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        const Unit &unit = at(units, i);
        const bool hasNeeded = unit.needs < 0 || shown.contains(unit.needs);
        if (!unit.isPickable || isClarification(unit) || !picked.contains(i) || !hasNeeded) {
            continue;
        }
        result.push_back(i);
        shown.insert(i);
        for (const int c : clarifications.value(i)) {
            result.push_back(c);
            shown.insert(c);
        }
    }
    return result;
}

/// Items of one list stand in lines that follow each other; parted, they would be no list.
bool isNextItem(const Unit &previous, const Unit &unit)
{
    static const QRegularExpression item(u"^(?:[-*+]|\\d{1,3}[.)])[ \\t]"_s);
    return unit.range.begin == previous.range.end + 1 && item.matchView(previous.words).hasMatch()
        && item.matchView(unit.words).hasMatch();
}

/// What parts a unit from the one printed before it.
QString joint(const Unit &previous, const Unit &unit)
{
    if (isNextItem(previous, unit)) {
        return u"\n"_s;
    }
    return unit.paragraph == previous.paragraph || isClarification(unit) ? u" "_s : u"\n\n"_s;
}

} // namespace

QString alone(const Unit &unit)
{
    QSet<int> nobody;
    return print(unit, nobody);
}

Summary assemble(const std::vector<Unit> &units, const Selection &selection)
{
    Summary summary;
    QSet<int> introduced;
    int previous = -1;
    for (const int i : order(units, selection)) {
        const Unit &unit = at(units, i);
        summary.body += previous < 0 ? QString() : joint(at(units, previous), unit);
        const qsizetype begin = summary.body.size();
        summary.body += print(unit, introduced);
        summary.pieces.push_back({i, {begin, summary.body.size()}, unit.range});
        previous = i;
    }
    summary.words = text::wordCount(summary.body);
    return summary;
}

} // namespace nutgraf::summary
