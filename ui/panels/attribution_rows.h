// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/row.h"
#include "ui/session/reading.h"

namespace nutgraf::panels {

enum class AttributionOrder { BySpeaker, ByPlace };
enum class AttributionFilter { All, OpenOnly };

/// The attributions of `reading`, ids are indexes into Analysis::attributions. Decisions that lost
/// their words come first; quotes without a speaker last, or in their place.
[[nodiscard]] std::vector<RowTree> attributionRows(const session::Reading &reading,
                                                   const review::Review &review,
                                                   AttributionOrder order,
                                                   AttributionFilter filter);

/// The words of an attribution for a list: part quotes alone, on one line, without the comma before
/// the closing mark.
[[nodiscard]] QString shownWords(const analysis::Snapshot &snapshot,
                                 const analysis::Attribution &attribution);
/// All that was said, words beside the quotation marks too.
[[nodiscard]] QString allWords(const analysis::Snapshot &snapshot,
                               const analysis::Attribution &attribution);
/// Waits for a decision.
[[nodiscard]] bool isOpen(review::UnitState state);
/// Where the reader should land: the whole content.
[[nodiscard]] TextRange rangeOf(const analysis::Attribution &attribution);

} // namespace nutgraf::panels
