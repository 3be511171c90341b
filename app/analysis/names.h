// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"

namespace nutgraf::analysis {

enum class Gender { Unknown, Masculine, Feminine };

/// A stretch of one paragraph that may be a name; the document decides.
struct NameMention {
    TextRange range;
    EntityType type = EntityType::Misc;
    QString name; ///< in its usual spelling
    QString role; ///< what the text calls the person: "opposition leader"
    Gender gender = Gender::Unknown;
    bool isSure = false; ///< the paragraph alone is enough
    bool isFirst = false; ///< begins a sentence: its capital says nothing
};

/// Names and dates of a paragraph, ascending, not overlapping.
[[nodiscard]] std::vector<NameMention> readNames(const Words &words);

} // namespace nutgraf::analysis
