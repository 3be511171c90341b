// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/words_edit.h"
#include "ui/session/story_session.h"

namespace nutgraf::fields {

/// What the reading found in headline and deck, laid over their words as over the body's.
class FieldTints {
public:
    FieldTints(const session::StorySession &session, WordsEdit &headline, WordsEdit &deck);

    /// Tints for the latest reading, if it read the words that stand there.
    void showReading() const;
    void setFocusUnit(int unit) const;
    /// Words of the reading's snapshot that are about to become an attribution; empty: none.
    void setProposed(TextRange snapshotRange);

private:
    void tint(WordsEdit &edit, analysis::SegmentRole role,
              const std::vector<body::Mark> &marks) const;

    const session::StorySession &m_session;
    WordsEdit &m_headline;
    WordsEdit &m_deck;
    TextRange m_proposed; ///< in the reading's snapshot
};

} // namespace nutgraf::fields
