// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/marks.h"
#include "ui/look/shapes.h"
#include "ui/session/reading.h"

namespace nutgraf::session {

/// What is painted for a reading; ranges in UTF-16 units of the body, the headline and the deck,
/// ascending.
struct ReadingMarks {
    quint64 bodyRevision = 0; ///< BodyEditor::revision() of the body they are for
    std::vector<body::Mark> body;
    std::vector<body::Mark> headline;
    std::vector<body::Mark> deck;
    std::vector<body::RibbonUnit> ribbon;

    friend bool operator==(const ReadingMarks &, const ReadingMarks &) = default;
};

/// The fill says whose words, the line says how sure; names and dates are underlined outside
/// quotations. A reading without a snapshot has no marks.
[[nodiscard]] ReadingMarks readingMarks(const Reading &reading);

/// The shape that stands for a state in the ribbon and in lists.
[[nodiscard]] look::Shape shapeOf(review::UnitState state);

/// The stretches of an attribution that are marked: its quoted runs, or for an indirect statement
/// what is said.
[[nodiscard]] const std::vector<TextRange> &markedRanges(const analysis::Attribution &attribution);

} // namespace nutgraf::session
