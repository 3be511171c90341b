// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/unspoken_quote.h"
#include "base/text_range.h"
#include "lexicon/entity_type.h"

#include <QString>

#include <vector>

namespace nutgraf::analysis {

/// What a stretch of the analysed text is. Text outside every segment (front matter) is not read.
enum class SegmentRole { Headline, Deck, Dateline, Body, Notice };

struct Segment {
    SegmentRole role = SegmentRole::Body;
    TextRange range;

    friend bool operator==(const Segment &, const Segment &) = default;
};

/// A text at one revision, with its parts. All ranges of an Analysis are UTF-16 units into `text`.
struct Snapshot {
    quint64 revision = 0;
    QString text;
    std::vector<Segment> segments; ///< ascending, not overlapping
};

using lexicon::EntityType;
using lexicon::isFigure;

/// One person, body, place, … and everywhere the text names it (pronouns are not mentions, see
/// `pronouns`).
struct Entity {
    QString id; ///< `e1`, `e2`, … by first mention
    EntityType type = EntityType::Misc;
    QString name; ///< the fullest name the text gives
    QString role; ///< "opposition leader", if the text gives one
    std::vector<TextRange> mentions; ///< ascending
    std::vector<TextRange> pronouns; ///< pronoun sources resolved to it

    friend bool operator==(const Entity &, const Entity &) = default;
};

/// Direct: a full quotation; Mixed: running text with part quotes; Indirect: no quotation marks.
enum class AttributionKind { Direct, Mixed, Indirect };

/// Whether a cue only says that something was said, or takes sides.
enum class CuePolarity { Neutral, Loaded };

/// Why the analysis believes what it says; app/messages words it.
enum class ReasonCode {
    NamedBeforeCue,
    NamedAfterCue,
    RoleSource, ///< a role or body, not a name: "the White House"
    PronounLastSpeaker, ///< detail: the name
    PronounLastNamed, ///< detail: the name
    SurnameOfFullName, ///< detail: the full name
    SpeakerContinues, ///< the quotation goes on from the paragraph before
    HeadlineColon, ///< "Minister: levy stays"
    SameSentenceSubject, ///< a second cue shares the sentence's subject
    SeveralCandidates, ///< detail: the other name; lowers confidence
    FarFromCue,
    NoCue,
    NoSource,
    Model, ///< a trained model's score
};

struct Reason {
    ReasonCode code = ReasonCode::NoCue;
    QString detail;

    friend bool operator==(const Reason &, const Reason &) = default;
};

/// Who said what. `source` empty: a quotation that nobody is named for.
struct Attribution {
    QString id; ///< `a1`, `a2`, … by content
    AttributionKind kind = AttributionKind::Direct;
    std::vector<TextRange> source;
    std::vector<TextRange> cue;
    std::vector<TextRange>
        content; ///< quotation marks included; several when the cue stands in between
    std::vector<TextRange>
        quotes; ///< the quoted runs inside content, marks included; what is tinted
    CuePolarity polarity = CuePolarity::Neutral;
    int speaker = -1; ///< index into Analysis::speakers, -1: none
    double confidence = 0; ///< 0 … 1
    std::vector<Reason> reasons;

    friend bool operator==(const Attribution &, const Attribution &) = default;
};

/// One voice of the story, by first appearance: its number is its colour.
struct Speaker {
    QString name;
    QString initials; ///< unique in the story, two or three letters
    QString role; ///< may be empty
    int entity = -1; ///< index into Analysis::entities, -1: none ("officials")

    friend bool operator==(const Speaker &, const Speaker &) = default;
};

/// "He was referring to Russian President Vladimir Putin.": a sentence that explains a name inside
/// a quotation.
struct Clarification {
    TextRange quoted; ///< the name in the quotation
    TextRange sentence; ///< the explaining sentence
    QString name;

    friend bool operator==(const Clarification &, const Clarification &) = default;
};

/// All that is known of a text. Equal snapshots give equal analyses.
struct Analysis {
    quint64 revision = 0;
    QString language; ///< BCP 47
    std::vector<Entity> entities; ///< names and dates by first mention, then figures likewise
    std::vector<Speaker> speakers; ///< by first appearance
    std::vector<Attribution> attributions; ///< by content
    std::vector<Clarification> clarifications;
    std::vector<UnspokenQuote> unspoken; ///< ascending

    friend bool operator==(const Analysis &, const Analysis &) = default;
};

/// An attribution below this confidence is shown as unsure.
inline constexpr double UnsureBelow = 0.5;

} // namespace nutgraf::analysis
