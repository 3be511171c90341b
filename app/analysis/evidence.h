// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/names.h"

#include <optional>

namespace nutgraf::analysis {

/// A name's type, and how much speaks for it.
struct Evidence {
    EntityType type = EntityType::Misc;
    Certainty certainty = Certainty::Guess;
};

/// What the words beside an unknown name, `first` to before `end`, say of its type.
[[nodiscard]] std::optional<Evidence> evidenceOf(const Words &words, int first, int end);

/// Whether the paragraph is a list of results ("Rovers 2 Athletic 1"): its names are teams.
[[nodiscard]] bool isResults(const Words &words);

} // namespace nutgraf::analysis
