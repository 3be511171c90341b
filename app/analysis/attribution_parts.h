// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/attributions.h"
#include "analysis/phrases.h"

namespace nutgraf::analysis {

/// What the words of a source are: a pronoun, a name, a role.
[[nodiscard]] SourceKind sourceKindOf(const Words &words, const Phrase &source);

/// Sets the quoted runs inside the content, and the kind that they make it.
void describeQuotes(const Words &words, Attribution &attribution);

/// Sets the quotations that are in no attribution's content: those that someone must have said, and
/// those that quote nobody.
void describeUnclaimed(const Words &words, SegmentRole role, RawAttributions &found);

/// Sets how the paragraph's quotations meet those before and after it, and what its end introduces.
void describeEdges(const Words &words, RawAttributions &found);

} // namespace nutgraf::analysis
