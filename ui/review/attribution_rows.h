// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/analysis/row.h"
#include "ui/editor/reading.h"

namespace nutgraf::sidepanel {

enum class AttributionOrder { BySpeaker, ByPlace };
enum class AttributionFilter { All, OpenOnly };

/// The attributions of `reading`, ids are indexes into Analysis::attributions. Decisions that lost
/// their words come first; quotes without a speaker last, or in their place.
[[nodiscard]] std::vector<rows::RowTree> attributionRows(const editor::Reading &reading,
                                                         const review::Review &review,
                                                         AttributionOrder order,
                                                         AttributionFilter filter);

/// The words of an attribution for a list: part quotes alone, on one line, without the comma before
/// the closing mark.
[[nodiscard]] QString shownWords(const analysis::Snapshot &snapshot,
                                 const analysis::Attribution &attribution);
/// Waits for a decision.
[[nodiscard]] bool isOpen(review::UnitState state);
/// Where the reader should land: the whole content.
[[nodiscard]] TextRange rangeOf(const analysis::Attribution &attribution);

} // namespace nutgraf::sidepanel
