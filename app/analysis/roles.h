// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"

namespace nutgraf::analysis {

/// What the text calls the person named by the words `first` to before `end`: "opposition leader"
/// from "Opposition leader Ann Vale", "mayor of Alder" from "Ann Vale, the mayor of Alder,". Empty
/// if it does not say.
[[nodiscard]] QString roleOf(const Words &words, int first, int end);

/// The noun of a role: "spokesperson" of "National Security Council spokesperson", "mayor" of
/// "mayor of Alder". In small letters.
[[nodiscard]] QString roleNoun(const QString &role);

/// Whether a word in small letters can be what someone is: "minister", "surveyor".
[[nodiscard]] bool isTrade(const Word &word);

} // namespace nutgraf::analysis
