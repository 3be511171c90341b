// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/reading.h"
#include "story/story.h"
#include "summary/summary.h"

#include <QString>

#include <vector>

namespace nutgraf::cli {

/// The suggested web edition of a story.
struct WebEdition {
    std::vector<summary::Unit> units;
    summary::Summary summary;
    QString notice; ///< empty without an agency
};

/// `words` 0: the agency's target.
[[nodiscard]] WebEdition webEditionOf(const reading::Reading &reading, const story::Agency &agency,
                                      int words = 0);

} // namespace nutgraf::cli
