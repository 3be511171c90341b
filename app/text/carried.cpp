// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/carried.h"

#include <algorithm>

namespace nutgraf::text {

TextRange carried(TextRange range, QStringView before, QStringView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const auto start = before.first(shorter);
    const qsizetype same = std::ranges::mismatch(start, after.first(shorter)).in1 - start.begin();
    qsizetype sameEnd = 0;
    while (sameEnd < shorter - same
           && before[before.size() - 1 - sameEnd] == after[after.size() - 1 - sameEnd]) {
        ++sameEnd;
    }
    const qsizetype changeEnd = before.size() - sameEnd; // in `before`
    const qsizetype growth = after.size() - before.size();
    const qsizetype begin = range.begin >= changeEnd ? range.begin + growth
        : range.begin <= same                        ? range.begin
                                                     : same;
    const qsizetype end = range.end <= same ? range.end
        : range.end >= changeEnd            ? range.end + growth
                                            : changeEnd + growth;
    return {begin, std::max(begin, end)};
}

} // namespace nutgraf::text
