// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summary/naming.h"
#include "summary/salience.h"
#include "summary/summary.h"
#include "text/printable.h"
#include "text/relative_days.h"

#include <algorithm>

namespace nutgraf::summary {

namespace {

size_t index(int i)
{
    return static_cast<size_t>(i);
}

/// Everything about a block that can be said without looking at its neighbours.
class UnitMaker {
public:
    UnitMaker(const analysis::Snapshot &snapshot, const analysis::Analysis &analysis,
              const Body &body, const QDate &written)
        : m_snapshot(snapshot),
          m_analysis(analysis),
          m_body(body),
          m_written(written),
          m_naming(snapshot, analysis, body)
    {
    }

    [[nodiscard]] Unit make(const Block &block, const Opener &opener) const
    {
        Unit unit;
        unit.range = block.range;
        unit.paragraph = block.paragraph;
        unit.words = block.range.in(m_snapshot.text).toString();
        unit.isPickable = text::hasPrintable(unit.words);
        addQuotes(unit, block);
        m_naming.name(unit, block, opener);
        addDays(unit);
        return unit;
    }

private:
    void addQuotes(Unit &unit, const Block &block) const
    {
        bool hasQuote = false;
        for (const int i : block.attributions) {
            const analysis::Attribution &attribution = m_analysis.attributions[index(i)];
            hasQuote = hasQuote || !attribution.quotes.empty();
            unit.speaker = unit.speaker < 0 ? attribution.speaker : unit.speaker;
        }
        if (block.hasLooseQuote) {
            unit.notes.push_back(UnitNote::QuoteUnsourced);
            unit.isPickable = false;
        } else if (hasQuote) {
            unit.notes.push_back(UnitNote::QuoteWithSpeaker);
        }
    }

    void addDays(Unit &unit) const
    {
        const auto days =
            text::relativeDays(m_snapshot.text, unit.range, m_written, m_analysis.language);
        for (const text::RelativeDay &day : days) {
            if (!day.shown.isEmpty() && !m_body.isQuoted(day.range)) {
                unit.changes.push_back({.range = day.range,
                                        .first = day.shown,
                                        .later = day.shown,
                                        .entity = -1,
                                        .why = UnitNote::DateMadeAbsolute});
            }
        }
        std::ranges::sort(unit.changes, {}, &Change::range);
    }

    const analysis::Snapshot &m_snapshot;
    const analysis::Analysis &m_analysis;
    const Body &m_body;
    QDate m_written;
    Naming m_naming;
};

/// The unit that holds `at`, -1: none.
int unitAt(const std::vector<Unit> &units, qsizetype at)
{
    const auto unit =
        std::ranges::upper_bound(units, at, {}, [](const Unit &u) { return u.range.end; });
    return unit != units.end() && unit->range.contains(at) ? static_cast<int>(unit - units.begin())
                                                           : -1;
}

/// "He was referring to …" goes with the quotation that it explains, and nowhere else.
void hangClarifications(std::vector<Unit> &units, const analysis::Analysis &analysis)
{
    for (const analysis::Clarification &clarification : analysis.clarifications) {
        const int quote = unitAt(units, clarification.quoted.begin);
        const int sentence = unitAt(units, clarification.sentence.begin);
        if (quote < 0 || sentence < 0 || quote == sentence) {
            continue;
        }
        Unit &unit = units[index(sentence)];
        unit.needs = quote;
        unit.notes = {UnitNote::Clarification};
        unit.isPickable = false;
        // Right after its quotation the pronoun is clear, and the speaker was just named.
        std::erase_if(unit.changes,
                      [](const Change &c) { return c.why == UnitNote::PronounReplaced; });
    }
}

bool isClarification(const Unit &unit)
{
    return std::ranges::find(unit.notes, UnitNote::Clarification) != unit.notes.end();
}

/// "But …" needs the unit before; what that one needs comes along.
void hangOnPrevious(std::vector<Unit> &units, int unit)
{
    Unit &hanging = units[index(unit)];
    if (unit == 0 || hanging.needs >= 0) {
        return;
    }
    const Unit &before = units[index(unit - 1)];
    hanging.needs = isClarification(before) ? before.needs : unit - 1;
    hanging.notes.push_back(UnitNote::NeedsUnit);
    hanging.isPickable = hanging.isPickable && units[index(hanging.needs)].isPickable;
}

/// What a reader sees while the unit stands alone, and the notes of what is changed for it.
void finish(Unit &unit)
{
    unit.shown = alone(unit);
    for (const Change &change : unit.changes) {
        if (std::ranges::find(unit.notes, change.why) == unit.notes.end()) {
            unit.notes.push_back(change.why);
        }
    }
    if (unit.notes.empty()) {
        unit.notes.push_back(UnitNote::Plain);
    }
}

} // namespace

std::vector<Unit> units(const analysis::Snapshot &snapshot, const analysis::Analysis &analysis,
                        const QDate &written)
{
    const Body body = readBody(snapshot, analysis);
    const UnitMaker maker(snapshot, analysis, body, written);
    std::vector<Unit> units;
    std::vector<int> lookingBack;
    for (const Block &block : body.blocks) {
        const Opener opener = openerOf(snapshot.text, block, body);
        if (opener.kind == Opening::LooksBack) {
            lookingBack.push_back(static_cast<int>(units.size()));
        }
        units.push_back(maker.make(block, opener));
    }
    hangClarifications(units, analysis);
    for (const int unit : lookingBack) {
        hangOnPrevious(units, unit);
    }
    std::ranges::for_each(units, finish);
    rate(units, snapshot, analysis);
    return units;
}

} // namespace nutgraf::summary
