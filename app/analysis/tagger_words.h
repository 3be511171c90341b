// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"
#include "tagger/tagger_word.h"

namespace nutgraf::analysis {

/// The words of a paragraph as the tagger reads them.
struct TaggerWords {
    std::vector<tagger::Word> list;
    std::vector<int> wholes; ///< of each, the number of the word that it is or belongs to
};

/// 's, n't and contracted verbs ('re, 've, 'll, 'd, 'm) are words of their own, as in the Penn
/// Treebank.
[[nodiscard]] TaggerWords taggerWords(const Words &words);

} // namespace nutgraf::analysis
