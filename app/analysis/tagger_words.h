// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"

namespace nutgraf::analysis {

/// A word as the tagger reads it. Range as in Word.
struct TaggerWord {
    TextRange range;
    bool isQuoted = false;
    bool isFirst = false; ///< of its sentence or quotation
    bool isSymbol = false;

    friend bool operator==(const TaggerWord &, const TaggerWord &) = default;
};

/// The words of a paragraph for the tagger: 's, n't and contracted verbs ('re, 've, 'll, 'd, 'm)
/// are words of their own, as in the Penn Treebank.
[[nodiscard]] std::vector<TaggerWord> taggerWords(const Words &words);

} // namespace nutgraf::analysis
