// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "review/review.h"
#include "story/story.h"
#include "summary/summary.h"

#include <QString>

#include <vector>

namespace nutgraf::cli {

/// The suggested web edition of a story.
struct WebEdition {
    analysis::Snapshot snapshot;
    std::vector<summary::Unit> units;
    summary::Summary summary;
    QString notice; ///< empty without an agency
};

/// `review` has the editors' corrections; `words` 0: the agency's target.
[[nodiscard]] WebEdition webEditionOf(const story::Story &story, const review::Review &review,
                                      const story::Agency &agency, int words = 0);

} // namespace nutgraf::cli
