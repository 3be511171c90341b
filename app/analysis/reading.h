// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/attributions.h"
#include "analysis/figures.h"
#include "analysis/names.h"

#include <memory>

namespace nutgraf::tagger {
class Tagger;
}

namespace nutgraf::analysis {

/// All that one paragraph says by itself; ranges count from its begin. Kept by content.
struct Reading {
    std::vector<NameMention> names;
    std::vector<FigureMention> figures; ///< where no name stands
    RawAttributions attributions;
    std::vector<TextRange> quotes; ///< outermost
    std::vector<TextRange> explaining; ///< sentences such as "He was referring to Ms. Vale."
};

/// A paragraph in its place.
struct PlacedReading {
    qsizetype begin = 0;
    SegmentRole role = SegmentRole::Body;
    std::shared_ptr<const Reading> reading;
};

/// Reads a paragraph; `next` is the text after it. With a tagger its names and attributions are
/// what the tagger says, without one what the rules find.
[[nodiscard]] Reading readParagraph(QStringView text, QStringView next, SegmentRole role,
                                    const tagger::Tagger *tagger);

} // namespace nutgraf::analysis
