// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/reading.h"

#include "reading/reader.h"
#include "review/corrections.h"

#include <algorithm>

namespace nutgraf::reading {

ReadingPtr Reading::unread()
{
    return Reader::unread();
}

qsizetype Reading::bodyBegin() const
{
    const bool hasBody = snapshot && layout == Layout::Story && !snapshot->segments.empty();
    return hasBody ? snapshot->segments.back().range.begin : 0;
}

const review::Correction *Reading::correctionOf(int attribution) const
{
    return review::correctionOf(bound, review, attribution);
}

int Reading::count(review::FindingLevel level) const
{
    return static_cast<int>(std::ranges::count(findings, level, &review::Finding::level));
}

} // namespace nutgraf::reading
