// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/reading_marks.h"

#include "ui/look/shapes.h"

#include <algorithm>

namespace nutgraf::session {

using review::UnitState;

namespace {

struct Style {
    body::MarkFill fill = body::MarkFill::None;
    body::MarkLine line = body::MarkLine::None;
};

Style quoteStyle(UnitState state)
{
    switch (state) {
    case UnitState::Open:
    case UnitState::Reopened:
        return {body::MarkFill::Tint, body::MarkLine::SpeakerDotted};
    case UnitState::Unsure:
        return {body::MarkFill::TintUnsure, body::MarkLine::SpeakerDotted};
    case UnitState::Confirmed:
        return {body::MarkFill::Tint, body::MarkLine::SpeakerSolid};
    case UnitState::NeedsSource:
        return {body::MarkFill::Tint, body::MarkLine::WarnDashed};
    case UnitState::Rejected:
        return {body::MarkFill::RejectedBox, body::MarkLine::None};
    case UnitState::NoSource:
        return {body::MarkFill::None, body::MarkLine::DangerWavy};
    }
    return {};
}

/// Nobody's words have no colour to be filled with; an indirect statement is nobody's literal
/// words.
Style styleOf(const analysis::Attribution &attribution, UnitState state)
{
    Style style = quoteStyle(state);
    const bool isTinted =
        style.fill == body::MarkFill::Tint || style.fill == body::MarkFill::TintUnsure;
    if (isTinted
        && (attribution.speaker < 0 || attribution.kind == analysis::AttributionKind::Indirect)) {
        style.fill = body::MarkFill::None;
    }
    return style;
}

/// Sorts the ranges of a snapshot into the texts that the reader sees.
class Places {
public:
    explicit Places(const Reading &reading) : m_bodyBegin(reading.bodyBegin)
    {
        for (const analysis::Segment &segment : reading.snapshot->segments) {
            if (segment.range.begin >= m_bodyBegin) {
                continue;
            }
            if (segment.role == analysis::SegmentRole::Headline) {
                m_headline = segment.range;
            } else if (segment.role == analysis::SegmentRole::Deck) {
                m_deck = segment.range;
            }
        }
    }

    void add(ReadingMarks &marks, body::Mark mark) const
    {
        if (mark.range.begin >= m_bodyBegin) {
            mark.range = mark.range.shifted(-m_bodyBegin);
            marks.body.push_back(mark);
        } else if (m_headline.contains(mark.range)) {
            mark.range = mark.range.shifted(-m_headline.begin);
            marks.headline.push_back(mark);
        } else if (m_deck.contains(mark.range)) {
            mark.range = mark.range.shifted(-m_deck.begin);
            marks.deck.push_back(mark);
        }
    }

    [[nodiscard]] std::vector<TextRange> inBody(const std::vector<TextRange> &ranges) const
    {
        std::vector<TextRange> inside;
        for (const TextRange range : ranges) {
            if (range.begin >= m_bodyBegin) {
                inside.push_back(range.shifted(-m_bodyBegin));
            }
        }
        return inside;
    }

private:
    qsizetype m_bodyBegin;
    TextRange m_headline;
    TextRange m_deck;
};

void addUnits(ReadingMarks &marks, const Reading &reading, const Places &places)
{
    for (const review::Unit &unit : reading.bound.units) {
        const auto &attribution =
            reading.analysis->attributions.at(static_cast<size_t>(unit.attribution));
        const Style style = styleOf(attribution, unit.state);
        for (const TextRange range : markedRanges(attribution)) {
            places.add(marks,
                       {range, attribution.speaker, style.fill, style.line, unit.attribution});
        }
    }
}

void addEntities(ReadingMarks &marks, const Reading &reading, const Places &places)
{
    std::vector<TextRange> taken;
    for (const auto &attribution : reading.analysis->attributions) {
        std::ranges::copy(markedRanges(attribution), std::back_inserter(taken));
    }
    std::ranges::sort(taken);
    const auto isTaken = [&taken](TextRange range) {
        const auto after = std::ranges::upper_bound(taken, range.begin, {}, &TextRange::begin);
        return (after != taken.end() && after->overlaps(range))
            || (after != taken.begin() && std::prev(after)->overlaps(range));
    };
    for (const analysis::Entity &entity : reading.analysis->entities) {
        if (analysis::isFigure(entity.type)) {
            continue; // a line under every number would be one line too many
        }
        for (const TextRange mention : entity.mentions) {
            if (!isTaken(mention)) {
                places.add(marks, {mention, -1, body::MarkFill::None, body::MarkLine::Entity, -1});
            }
        }
    }
}

void addRibbon(ReadingMarks &marks, const Reading &reading, const Places &places)
{
    for (const review::Unit &unit : reading.bound.units) {
        const auto &attribution =
            reading.analysis->attributions.at(static_cast<size_t>(unit.attribution));
        body::RibbonUnit shown{.unit = unit.attribution,
                               .speaker = attribution.speaker,
                               .initials = QStringLiteral("?"),
                               .stripe = body::RibbonStripe::Hatched,
                               .shape = static_cast<int>(shapeOf(unit.state)),
                               .ranges = places.inBody(markedRanges(attribution))};
        if (shown.ranges.empty()) {
            continue;
        }
        if (attribution.speaker >= 0) {
            shown.initials =
                reading.analysis->speakers.at(static_cast<size_t>(attribution.speaker)).initials;
            shown.stripe = attribution.kind == analysis::AttributionKind::Indirect
                ? body::RibbonStripe::Dashed
                : body::RibbonStripe::Solid;
        }
        marks.ribbon.push_back(std::move(shown));
    }
}

int unitAround(const analysis::Analysis &analysis, TextRange range)
{
    for (size_t at = 0; at < analysis.attributions.size(); ++at) {
        for (const TextRange content : analysis.attributions[at].content) {
            if (content.overlaps(range)) {
                return static_cast<int>(at);
            }
        }
    }
    return -1;
}

void addClarifications(ReadingMarks &marks, const Reading &reading, const Places &places)
{
    for (const analysis::Clarification &clarification : reading.analysis->clarifications) {
        const int unit = unitAround(*reading.analysis, clarification.quoted);
        std::vector<TextRange> ranges = places.inBody({clarification.sentence});
        if (unit < 0 || ranges.empty()) {
            continue;
        }
        marks.ribbon.push_back(
            {.unit = unit,
             .speaker = reading.analysis->attributions[static_cast<size_t>(unit)].speaker,
             .initials = {},
             .ranges = std::move(ranges),
             .isClarification = true});
    }
}

void sortByPlace(std::vector<body::Mark> &marks)
{
    std::ranges::stable_sort(marks, {}, &body::Mark::range);
}

} // namespace

look::Shape shapeOf(UnitState state)
{
    switch (state) {
    case UnitState::Open:
        return look::Shape::Open;
    case UnitState::Unsure:
        return look::Shape::Unsure;
    case UnitState::Confirmed:
        return look::Shape::Confirmed;
    case UnitState::NeedsSource:
        return look::Shape::NeedsSource;
    case UnitState::Rejected:
        return look::Shape::Rejected;
    case UnitState::Reopened:
        return look::Shape::Reopened;
    case UnitState::NoSource:
        return look::Shape::NoSource;
    }
    return look::Shape::Open;
}

const std::vector<TextRange> &markedRanges(const analysis::Attribution &attribution)
{
    const bool isIndirect = attribution.kind == analysis::AttributionKind::Indirect;
    return isIndirect || attribution.quotes.empty() ? attribution.content : attribution.quotes;
}

ReadingMarks readingMarks(const Reading &reading)
{
    ReadingMarks marks;
    if (!reading.snapshot || !reading.analysis) {
        return marks;
    }
    marks.bodyRevision = reading.bodyRevision;
    const Places places(reading);
    addUnits(marks, reading, places);
    addEntities(marks, reading, places);
    addRibbon(marks, reading, places);
    addClarifications(marks, reading, places);
    sortByPlace(marks.body);
    sortByPlace(marks.headline);
    sortByPlace(marks.deck);
    std::ranges::stable_sort(
        marks.ribbon, {}, [](const body::RibbonUnit &unit) { return unit.ranges.front().begin; });
    return marks;
}

} // namespace nutgraf::session
