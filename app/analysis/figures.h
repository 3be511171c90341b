// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"

namespace nutgraf::analysis {

/// An amount in a paragraph: what an editor checks digit by digit.
struct FigureMention {
    TextRange range;
    EntityType type = EntityType::Quantity; ///< Time, Money, Percent or Quantity
};

/// Times of day, sums of money, percentages and quantities with their units, ascending, not
/// overlapping; the classes of numeric expressions that OntoNotes 5 names (TIME, MONEY, PERCENT,
/// QUANTITY), with counted things ("4,200 people") among the quantities. A number alone counts from
/// two digits on; years, ages, ordinals and numbers of a name ("Room 12") do not.
[[nodiscard]] std::vector<FigureMention> readFigures(const Words &words);

} // namespace nutgraf::analysis
