// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/review.h"
#include "story/story.h"

#include <QByteArray>

namespace nutgraf::reading {

/// What decides about a publication, as hashes (see README.md). An empty one is of nothing, and
/// equals none that was taken.
struct Fingerprint {
    QByteArray story; ///< fields and body as decoded
    QByteArray review; ///< the decisions

    friend bool operator==(const Fingerprint &, const Fingerprint &) = default;
};

[[nodiscard]] QByteArray fingerprint(const story::Story &story);
[[nodiscard]] QByteArray fingerprint(const review::Review &review);
[[nodiscard]] Fingerprint fingerprint(const story::Story &story, const review::Review &review);

} // namespace nutgraf::reading
