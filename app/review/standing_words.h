// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/review.h"

#include <QStringView>

#include <vector>

namespace nutgraf::review {

/// Everywhere in `text` that one of the selectors' words stand, whatever stands around them; each
/// range once, ascending. Found are words that begin and end where words do. Time grows with the
/// text and the number of selectors, not with their product.
[[nodiscard]] std::vector<TextRange>
standingWords(QStringView text, const std::vector<const TextQuoteSelector *> &selectors);

} // namespace nutgraf::review
