// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <span>
#include <vector>

namespace nutgraf::text {

/// A pair of equal elements: index in the old and in the new sequence.
struct Match {
    qsizetype before = 0;
    qsizetype after = 0;

    friend bool operator==(const Match &, const Match &) = default;
};

/// An ascending alignment of equal numbers by Myers' algorithm (1986, linear space). Where the
/// texts have little in common it stops searching for the shortest script after a fixed effort and
/// takes the best path so far, so that time stays near-linear.
[[nodiscard]] std::vector<Match> align(std::span<const int> before, std::span<const int> after);

} // namespace nutgraf::text
