// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"

namespace nutgraf::analysis {

enum class CueForm {
    Active, ///< "said": its source stands before it, or after it by inversion
    Participle, ///< ", saying": shares the subject of its sentence
    Infinitive, ///< "to endorse"
    Passive, ///< "was asked", "proposed by"
    AccordingTo, ///< its source follows
    Nominal, ///< "demands from Ms. Vale that", "her claim that"
};

/// A cue outside quotations, as word numbers.
struct Cue {
    int first = 0; ///< of the verb group
    int head = 0;
    int last = 0;
    CueForm form = CueForm::Active;
    int rate = 0; ///< how likely it is one, in per cent
};

/// Every cue with at least `lowest` per cent, ascending.
[[nodiscard]] std::vector<Cue> readCues(const Words &words, int lowest);

} // namespace nutgraf::analysis
