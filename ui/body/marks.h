// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QString>

#include <vector>

namespace nutgraf::body {

/// How a stretch of text is painted: the fill says whose words, the line says how sure.
enum class MarkFill { None, Tint, TintUnsure, RejectedBox, Chosen, Found, Inserted, Removed };
enum class MarkLine {
    None,
    SpeakerDotted,
    SpeakerSolid,
    WarnDashed,
    DangerWavy,
    Entity,
    Inserted,
    StruckThrough
};

/// A painted stretch; range in UTF-16 units of the document.
struct Mark {
    TextRange range;
    int speaker = -1; ///< colour; negative: nobody
    MarkFill fill = MarkFill::None;
    MarkLine line = MarkLine::None;
    int unit = -1; ///< attribution it belongs to; the unit in focus gets the accent outline

    friend bool operator==(const Mark &, const Mark &) = default;
};

/// What the gutter and the ribbon show beside a unit.
enum class RibbonStripe { Solid, Dashed, Hatched }; ///< quoted, indirect, nobody
struct RibbonUnit {
    int unit = -1; ///< attribution
    int speaker = -1;
    QString initials;
    RibbonStripe stripe = RibbonStripe::Solid;
    int shape = 0; ///< look::Shape of its state
    std::vector<TextRange> ranges; ///< what it covers, UTF-16 units of the document
    bool isClarification = false; ///< ↳ below the chip of the unit before

    friend bool operator==(const RibbonUnit &, const RibbonUnit &) = default;
};

} // namespace nutgraf::body
