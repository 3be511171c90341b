// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/attributions.h"
#include "analysis/tagger_words.h"
#include "tagger/tagger.h"

namespace nutgraf::analysis {

/// Who says what in a paragraph by the tagger's spans and links. The rules add sources
/// and quotations that it has missed.
[[nodiscard]] RawAttributions taggedAttributions(const Words &words, SegmentRole role,
                                                 const TaggerWords &taggerWords,
                                                 const tagger::Tags &tags);

} // namespace nutgraf::analysis
