// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "review/review.h"

#include <QStringView>

#include <memory>
#include <vector>

namespace nutgraf::review {

/// How many characters before and after its words a selector keeps.
inline constexpr qsizetype ContextLength = 32;

/// From the first word of what is said to the last, a cue in between included.
[[nodiscard]] TextRange contentSpan(const analysis::Attribution &attribution);

/// What a selector for `range` would hold, as views into `text`.
struct Context {
    QStringView exact;
    QStringView prefix;
    QStringView suffix;
};
[[nodiscard]] Context contextOf(QStringView text, TextRange range);

/// How many characters next to the words are the same on both sides: 0 … 2 × ContextLength.
[[nodiscard]] qsizetype likeness(const Context &place, const TextQuoteSelector &selector);

/// Are the characters next to the words the same on either side?
[[nodiscard]] bool isSamePlace(const Context &place, const TextQuoteSelector &selector);

/// A selector and a place with the same words, as indexes.
struct Match {
    qsizetype likeness = 0;
    int selector = -1;
    int place = -1;
};
/// Which pairs are asked for. Decisive: enough for whoever takes the best first and gives each
/// selector one place. Words that stand in a thousand places, each decided, have a million pairs.
enum class Pairs { All, Decisive };
/// Pairs with the same words, the likest surroundings first; of equals the later selector, then
/// the earlier place. A selector may be nullptr: it matches nothing.
[[nodiscard]] std::vector<Match> sameWords(const std::vector<const TextQuoteSelector *> &selectors,
                                           const std::vector<Context> &places, Pairs pairs);

/// The selector of `range`.
[[nodiscard]] TextQuoteSelector selectorOf(QStringView text, TextRange range);

/// Where a decision whose words are gone belongs: by the characters around it, or by its words.
class ChangedWords {
public:
    /// `free` are the indexes of places that no decision has found by its words. The places must
    /// outlive the finder.
    ChangedWords(const std::vector<Context> &places, const std::vector<int> &free);
    ~ChangedWords();
    ChangedWords(const ChangedWords &) = delete;
    ChangedWords &operator=(const ChangedWords &) = delete;

    /// The best place for `selector` that is not taken yet, which it takes; -1: none is
    /// recognisable.
    [[nodiscard]] int take(const TextQuoteSelector &selector);

private:
    [[nodiscard]] int byPlace(const TextQuoteSelector &selector);
    [[nodiscard]] int byWords(const TextQuoteSelector &selector);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::review
