// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/review.h"
#include "summary/summary.h"

#include <QStringView>

#include <vector>

namespace nutgraf::publish {

/// Sentences of a web edition, by their words and what stands around them: so they are found again
/// in a later text.
using Picks = std::vector<review::TextQuoteSelector>;

/// The units that `selection` names; `text` is the snapshot's.
[[nodiscard]] Picks picksOf(QStringView text, const std::vector<summary::Unit> &units,
                            const summary::Selection &selection);

/// Picks in a text that may be another than the one they were made in.
struct FoundPicks {
    summary::Selection selection; ///< with what the found units need
    std::vector<int> changed; ///< units whose words are others now, ascending; selected, too
    Picks gone; ///< not recognisable any more, or not pickable
};
[[nodiscard]] FoundPicks find(const Picks &picks, QStringView text,
                              const std::vector<summary::Unit> &units);

} // namespace nutgraf::publish
