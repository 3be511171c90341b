// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/cues.h"
#include "analysis/phrases.h"

namespace nutgraf::analysis {

/// A cue with its source, as word numbers.
struct CuedSource {
    Cue cue;
    std::optional<Phrase> source;
    Phrase span; ///< from the first to the last word of both
    bool isInverted = false;
    bool isShared = false; ///< the source is the sentence's subject or an earlier cue's
    ReasonCode reason = ReasonCode::NamedBeforeCue;
};

/// The ranges of what is said, marks included; empty: nothing is.
/// `limit` is the first word after it: where a sibling cue begins, or the sentence ends.
[[nodiscard]] std::vector<TextRange> readContent(const Words &words, const CuedSource &cued,
                                                 int limit);

/// The first word and the end (one past the last) of the sentence of word `i`.
[[nodiscard]] Phrase sentenceOf(const Words &words, int i);

/// From word `first` to word `last`: with their quotation marks where a whole quotation is inside.
[[nodiscard]] TextRange rangeOf(const Words &words, int first, int last);

} // namespace nutgraf::analysis
