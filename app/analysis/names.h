// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"

namespace nutgraf::analysis {

enum class Gender { Unknown, Masculine, Feminine };

/// What the paragraph says for a mention's type.
enum class Certainty {
    Guess, ///< nothing but the capital
    Likely, ///< what stands beside it
    Sure, ///< enough, whatever other paragraphs say
};

/// A stretch of one paragraph that may be a name; the document decides.
struct NameMention {
    TextRange range;
    EntityType type = EntityType::Misc;
    QString name; ///< in its usual spelling
    QString role; ///< what the text calls the person: "opposition leader"
    Gender gender = Gender::Unknown;
    Certainty certainty = Certainty::Guess;
    bool isFirst = false; ///< begins a sentence: its capital says nothing
    bool isEcho = false; ///< a name only if the document has it elsewhere
};

/// Names and dates of a paragraph, ascending, not overlapping.
[[nodiscard]] std::vector<NameMention> readNames(const Words &words, SegmentRole role);

/// The mention that the words `first` to before `end` are, with what the words beside it say of its
/// bearer.
[[nodiscard]] NameMention nameMention(const Words &words, SegmentRole role, int first, int end,
                                      EntityType type, Certainty certainty);

} // namespace nutgraf::analysis
