// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/compare_quotes.h"

#include "reading/reader.h"

#include <algorithm>

namespace nutgraf::compare {

namespace {

/// The numbers of `from`'s speakers among `to`'s; who speaks only in `from` comes after them.
std::vector<int> numbersIn(const analysis::Analysis &to, const analysis::Analysis &from)
{
    std::vector<int> numbers;
    int next = static_cast<int>(to.speakers.size());
    for (const analysis::Speaker &speaker : from.speakers) {
        const auto same = std::ranges::find(to.speakers, speaker.name, &analysis::Speaker::name);
        numbers.push_back(same == to.speakers.end() ? next++
                                                    : static_cast<int>(same - to.speakers.begin()));
    }
    return numbers;
}

/// Into the part of the story that the quotation stands in.
void add(StoryQuotes &all, TextRange quote, int number, const analysis::Snapshot &snapshot)
{
    for (const analysis::Segment &segment : snapshot.segments) {
        if (segment.range.contains(quote)) {
            auto &part = segment.role == analysis::SegmentRole::Headline ? all.headline
                : segment.role == analysis::SegmentRole::Deck            ? all.deck
                                                                         : all.body;
            part.push_back({quote.shifted(-segment.range.begin), number});
        }
    }
}

StoryQuotes quotes(const reading::Reading &of, const std::vector<int> &numbers)
{
    StoryQuotes all;
    for (const analysis::Attribution &said : of.analysis->attributions) {
        if (said.speaker < 0) {
            continue;
        }
        for (const TextRange quote : said.quotes) {
            add(all, quote, numbers.at(static_cast<std::size_t>(said.speaker)), *of.snapshot);
        }
    }
    return all;
}

} // namespace

QuotesOfBoth quotesOf(const story::Story &older, const story::Story &newer,
                      const review::Review &review)
{
    reading::Reader reader;
    const auto before = reader.read({.story = older, .review = review, .now = {}});
    const auto after = reader.read({.story = newer, .review = review, .now = {}});
    if (!before || !after) {
        return {}; // only what is cancelled fails, and nobody cancels
    }
    const analysis::Analysis &now = *(*after)->analysis;
    return {quotes(**before, numbersIn(now, *(*before)->analysis)),
            quotes(**after, numbersIn(now, now))};
}

} // namespace nutgraf::compare
