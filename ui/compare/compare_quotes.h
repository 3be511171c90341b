// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"
#include "review/review.h"
#include "story/story.h"

#include <vector>

namespace nutgraf::compare {

/// A quotation and whose it is, for its tint.
struct SpokenRange {
    TextRange range;
    int speaker = -1;
};

/// The quotations of a story, each in the text it stands in.
struct StoryQuotes {
    std::vector<SpokenRange> headline;
    std::vector<SpokenRange> deck;
    std::vector<SpokenRange> body;
};

struct QuotesOfBoth {
    StoryQuotes older;
    StoryQuotes newer;
};

/// Reads both stories, with the editors' corrections that `review` has of their words; somebody who
/// speaks in both has one number, the newer story's.
[[nodiscard]] QuotesOfBoth quotesOf(const story::Story &older, const story::Story &newer,
                                    const review::Review &review);

} // namespace nutgraf::compare
