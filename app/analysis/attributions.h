// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"

#include <optional>

namespace nutgraf::analysis {

enum class SourceKind { None, Name, Role, Pronoun, Relative };

/// An attribution as its paragraph shows it; the document adds the speaker.
struct RawAttribution {
    Attribution part; ///< ranges count from the paragraph's begin; no id, no speaker
    SourceKind source = SourceKind::None;
    bool isSharedSubject = false;
    bool isNominal = false; ///< its cue is a noun: "her claim that"
};

/// What one paragraph says of its attributions.
struct RawAttributions {
    std::vector<RawAttribution> list; ///< by content
    std::vector<TextRange> bare; ///< quotations that no cue claims, but that someone must have said
    std::vector<UnspokenQuote> unspoken; ///< quotations that no cue claims and that quote nobody
    std::optional<RawAttribution> introduction; ///< "He said:" at its end: no content yet
    bool opensWithQuote = false; ///< its first character is a mark
    bool isOnlyQuote = false; ///< nothing but one quotation
    bool goesOn = false; ///< its last quotation goes on in the next paragraph
};

[[nodiscard]] RawAttributions readAttributions(const Words &words, SegmentRole role);

} // namespace nutgraf::analysis
