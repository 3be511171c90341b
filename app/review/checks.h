// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "review/review.h"
#include "story/story.h"

#include <optional>
#include <vector>

namespace nutgraf::review {

enum class CheckId {
    QuoteWithoutSource,
    NeedsSource,
    SpeakerUnsure,
    NotConfirmed, ///< one finding for all units that nobody has looked at
    DecisionReopened,
    DecisionOrphaned,
    HeadlineMissing,
    HeadlineLong,
    DeckLong,
    SlugMissing,
    BodyEmpty,
    DatelineMissing,
    QuoteUnclosed,
    QuoteMarksMixed, ///< straight and curly marks in one story
    RelativeDay, ///< "Thursday": the web edition will carry the date
    FirstReferenceInQuote, ///< named in full only after a quotation
    EmbargoRunning,
    LoadedCue, ///< "claimed": the word takes sides
    NameSpeltTwice, ///< "Holm" and "Holme": one of them may be wrong
    LanguageNotLearned, ///< read by rules only, less well
    ConflictMarker, ///< `<<<<<<<` of a version control system
    TextDamaged, ///< zeros, control characters, U+FFFD
    MarkupAsTyped, ///< a picture, a table: a story has none
    HeaderNotHeeded, ///< a key in the file that should hold the story back
    HeaderCut, ///< `headline: Rovers are # 1` says "Rovers are"
    TextNotAnalysed, ///< the analysis failed: nobody looked; detail: the model's file, or why
};

enum class FindingLevel { Blocks, ToConfirm, Note };

/// `quote-without-source`: the check's name in files. Stable.
[[nodiscard]] QString key(CheckId id);

/// A remark on the copy. app/messages words it.
struct Finding {
    CheckId id = CheckId::HeadlineMissing;
    FindingLevel level = FindingLevel::Note;
    TextRange range; ///< in the snapshot's text; empty: the story as a whole, or `field`
    std::optional<story::Field> field;
    int attribution = -1; ///< index into Analysis::attributions, -1: none
    QString detail; ///< a name, a length, a date
    int count = 1; ///< how many units it is about; `range` is the first's

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// All findings, blocking ones first, then by place in the text. `now` decides about embargoes.
[[nodiscard]] std::vector<Finding> check(const story::Story &story,
                                         const analysis::Snapshot &snapshot,
                                         const analysis::Analysis &analysis, const Review &review,
                                         const BoundReview &bound, const QDateTime &now);

} // namespace nutgraf::review
