// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/review.h"

namespace nutgraf::review {

/// Decisions of two hands in one.
struct Merged {
    Review review;
    /// Ours that are not in it: about these words the others decided otherwise, unseen by us.
    std::vector<Decision> refused;
};

/// Three-way: `theirs` with all that leads from `base` to `ours`. What they withdrew stays
/// withdrawn, what they decided about the same words stands against ours. Never fails; with
/// `theirs` equal to `base` it is `ours`.
[[nodiscard]] Merged merged(const Review &base, const Review &ours, const Review &theirs);

} // namespace nutgraf::review
