// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"

#include <vector>

namespace nutgraf::summary {

/// A unit before anything is known of its words: whole sentences that stay together.
struct Block {
    TextRange range;
    int paragraph = 0; ///< of its first sentence, 1 … within the body
    std::vector<int> attributions; ///< that touch it, ascending
    bool hasLooseQuote = false; ///< a quotation whose speaker it does not hold
};

/// What a snapshot's body is made of.
struct Body {
    std::vector<Block> blocks; ///< ascending
    std::vector<TextRange> quotes; ///< outermost quoted runs, ascending

    /// Whether `range` touches a quoted run.
    [[nodiscard]] bool isQuoted(TextRange range) const;
};

/// Sentences, joined where a quotation with its speaker and cue stretches over several, or goes on
/// from the one before.
[[nodiscard]] Body readBody(const analysis::Snapshot &snapshot, const analysis::Analysis &analysis);

} // namespace nutgraf::summary
