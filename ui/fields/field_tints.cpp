// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/field_tints.h"

#include <algorithm>

namespace nutgraf::fields {

namespace {

/// With the words of `proposed` that stand in the field, which is `segment` of the same text.
std::vector<body::Mark> withProposed(std::vector<body::Mark> marks, TextRange proposed,
                                     TextRange segment)
{
    if (!proposed.isEmpty() && segment.contains(proposed)) {
        marks.push_back({proposed.shifted(-segment.begin), -1, body::MarkFill::Chosen,
                         body::MarkLine::None, -1});
        std::ranges::stable_sort(marks, {}, &body::Mark::range);
    }
    return marks;
}

} // namespace

FieldTints::FieldTints(const session::StorySession &session, WordsEdit &headline, WordsEdit &deck)
    : m_session(session), m_headline(headline), m_deck(deck)
{
}

void FieldTints::showReading() const
{
    if (m_session.reading().snapshot) {
        const session::ReadingMarks &marks = m_session.marks();
        tint(m_headline, analysis::SegmentRole::Headline, marks.headline);
        tint(m_deck, analysis::SegmentRole::Deck, marks.deck);
    }
}

void FieldTints::tint(WordsEdit &edit, analysis::SegmentRole role,
                      const std::vector<body::Mark> &marks) const
{
    const auto &snapshot = *m_session.reading().snapshot;
    for (const analysis::Segment &segment : snapshot.segments) {
        if (segment.role == role && segment.range.in(snapshot.text) == edit.words()) {
            edit.setMarks(withProposed(marks, m_proposed, segment.range));
            return;
        }
    }
    edit.setMarks({});
}

void FieldTints::setFocusUnit(int unit) const
{
    m_headline.setFocusUnit(unit);
    m_deck.setFocusUnit(unit);
}

void FieldTints::setProposed(TextRange snapshotRange)
{
    m_proposed = snapshotRange;
    showReading();
}

} // namespace nutgraf::fields
