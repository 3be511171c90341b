// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"

#include <optional>

namespace nutgraf::analysis {

/// A run of words, both ends included.
struct Phrase {
    int first = 0;
    int last = 0;

    friend bool operator==(const Phrase &, const Phrase &) = default;
};

/// The noun phrase that ends with word `last`, no further left than `floor`.
[[nodiscard]] std::optional<Phrase> phraseEndingAt(const Words &words, int last, int floor);

/// The noun phrase that begins with word `first`: what follows "said".
[[nodiscard]] std::optional<Phrase> phraseBeginningAt(const Words &words, int first);

/// "John Kirby, a spokesman," before word `verb`: the phrase and its second comma.
[[nodiscard]] std::optional<Phrase> appositionBefore(const Words &words, int verb, int floor);

/// The subject of the clause that begins at `first`, before word `limit`.
[[nodiscard]] std::optional<Phrase> subjectFrom(const Words &words, int first, int limit);

} // namespace nutgraf::analysis
