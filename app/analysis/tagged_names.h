// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/names.h"
#include "analysis/tagger_words.h"
#include "tagger/tagger.h"

namespace nutgraf::analysis {

/// The names that the tagger has found in a paragraph, and of the rules' the dates and, as echoes,
/// whatever else may be a name, ascending.
[[nodiscard]] std::vector<NameMention> taggedNames(const Words &words, SegmentRole role,
                                                   const TaggerWords &taggerWords,
                                                   const tagger::Tags &tags);

} // namespace nutgraf::analysis
