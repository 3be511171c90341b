// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/merge.h"

#include "review/anchors.h"

#include <algorithm>

namespace nutgraf::review {

namespace {

bool has(const Review &review, const Decision &decision)
{
    return std::ranges::contains(review.decisions, decision);
}

bool isAboutTheSame(const Decision &a, const Decision &b)
{
    const TextQuoteSelector &words = a.target;
    return words.exact == b.target.exact
        && isSamePlace({.exact = words.exact, .prefix = words.prefix, .suffix = words.suffix},
                       b.target);
}

} // namespace

Merged merged(const Review &base, const Review &ours, const Review &theirs)
{
    if (theirs == base) {
        return {.review = ours, .refused = {}};
    }
    Merged all{.review = theirs, .refused = {}};
    std::vector<Decision> &decisions = all.review.decisions;
    std::erase_if(decisions,
                  [&](const Decision &one) { return has(base, one) && !has(ours, one); });
    for (const Decision &mine : ours.decisions) {
        if (has(base, mine) || has(theirs, mine)) {
            continue; // it is there, or they withdrew it
        }
        const bool isDecided = std::ranges::any_of(theirs.decisions, [&](const Decision &one) {
            return !has(base, one) && isAboutTheSame(mine, one);
        });
        (isDecided ? all.refused : decisions).push_back(mine);
    }
    if (theirs.others == base.others) {
        all.review.others = ours.others;
    }
    return all;
}

} // namespace nutgraf::review
