// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/marks.h"

#include <optional>
#include <vector>

namespace nutgraf::body {

/// A line of text as the ribbon sees it.
struct RibbonLine {
    TextRange text; ///< UTF-16 units of the document
    int top = 0; ///< pixels
    int height = 0;
};

/// A stripe of one speaker on one line; speakers that share the line share its width.
struct RibbonBar {
    int unit = -1;
    int speaker = -1;
    RibbonStripe stripe = RibbonStripe::Solid;

    friend bool operator==(const RibbonBar &, const RibbonBar &) = default;
};

/// All that stands in the gutter beside one line; places are indices into the units, -1: nothing.
struct RibbonRow {
    int top = 0;
    int height = 0;
    std::vector<RibbonBar> bars; ///< one a speaker, by appearance
    int chip = -1;
    int shape = -1;
    int clarification = -1;

    friend bool operator==(const RibbonRow &, const RibbonRow &) = default;
};

/// Lays the ribbon for `lines` (ascending, without holes). Only lines with something beside them
/// come back. A speaker's chip stands once an unbroken stretch of lines; a unit's shape on its
/// first line, or on its next free one; if two shapes want one line, the less finished wins.
[[nodiscard]] std::vector<RibbonRow> ribbonRows(const std::vector<RibbonUnit> &units,
                                                const std::vector<RibbonLine> &lines);

} // namespace nutgraf::body
