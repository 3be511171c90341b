// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace nutgraf::review {

enum class Verdict { Confirmed, NeedsSource, Rejected };

/// W3C Web Annotation TextQuoteSelector (§4.2.4): the words, and 32 characters before and after.
struct TextQuoteSelector {
    QString exact;
    QString prefix;
    QString suffix;

    friend bool operator==(const TextQuoteSelector &, const TextQuoteSelector &) = default;
};

/// What an editor put right about an attribution; what is absent was right. See corrections.h.
struct Correction {
    std::optional<QString> speaker; ///< empty: nobody says it
    std::optional<analysis::AttributionKind> kind;
    std::optional<TextQuoteSelector> content; ///< from the first word said to the last
    QString by; ///< initials
    QDateTime at; ///< UTC
    QJsonObject others; ///< as in Decision

    friend bool operator==(const Correction &, const Correction &) = default;
};

/// What an editor decided about one attribution, bound to its words.
struct Decision {
    QString id;
    Verdict verdict = Verdict::Confirmed;
    TextQuoteSelector target; ///< the content, as the analysis found it
    QString speaker; ///< the speaker's name at the time of the decision, a corrected one included
    QString comment;
    QString by; ///< initials
    QDateTime at; ///< UTC
    std::optional<Correction> correction;
    QJsonObject others; ///< members of the file that this version does not know; kept as they are

    friend bool operator==(const Decision &, const Decision &) = default;
};

/// The words that count as said: the corrected ones, else those that the analysis found.
[[nodiscard]] const TextQuoteSelector &wordsOf(const Decision &decision);

struct Review {
    std::vector<Decision>
        decisions; ///< in the order they were made; the last one about the same words counts
    QJsonObject others; ///< as in Decision

    friend bool operator==(const Review &, const Review &) = default;
};

/// Where a unit (one attribution) stands.
enum class UnitState {
    Open,
    Unsure, ///< open, and the analysis is unsure of the speaker
    Confirmed,
    NeedsSource, ///< also where words or speaker changed since: see `fit`
    Rejected,
    Reopened, ///< was decided, but words or speaker changed since
    NoSource, ///< a quotation without a source, undecided
};

/// Whether words and speaker are those that its decision was about.
enum class DecisionFit { Same, Changed };

struct Unit {
    int attribution = -1; ///< index into Analysis::attributions
    UnitState state = UnitState::Open;
    int decision = -1; ///< index into Review::decisions, -1: none
    DecisionFit fit = DecisionFit::Same;

    friend bool operator==(const Unit &, const Unit &) = default;
};

/// Decisions laid onto an analysis: one unit an attribution, in the analysis' order; orphans are
/// decisions whose words are no longer in the text.
struct BoundReview {
    std::vector<Unit> units;
    std::vector<int> orphans; ///< indexes into Review::decisions

    friend bool operator==(const BoundReview &, const BoundReview &) = default;
};

/// Lays the decisions onto the attributions of an analysis that has the corrections (see
/// corrections.h): first by their words (twins are told apart by the
/// words around them), then, where the words changed, by the place or by likeness: such a unit is
/// reopened, unless it needs a source, which it goes on to do. Time grows with the number of
/// attributions and decisions, not with the text.
[[nodiscard]] BoundReview bind(const Review &review, const analysis::Analysis &analysis,
                               QStringView text);

/// As the file keeps it: UTC, in whole seconds. What is made and what is read back are equal so.
[[nodiscard]] QDateTime toTheSecond(const QDateTime &time);

/// What an editor says of an attribution, and under which signature.
struct Ruling {
    Verdict verdict = Verdict::Confirmed;
    QString by; ///< initials
    QDateTime at;
    QString id; ///< of the decision that is made of it
};

/// `review` with a decision on `attribution` added (an earlier one about the same words is
/// replaced; its comment is kept, and its correction unless the unit was reopened).
[[nodiscard]] Review decide(Review review, const analysis::Analysis &analysis, QStringView text,
                            int attribution, const Ruling &ruling);
/// `review` without the decision on `attribution`, if it has one, and without its correction.
[[nodiscard]] Review withdraw(Review review, const analysis::Analysis &analysis, QStringView text,
                              int attribution);

/// review.json, version 1: members in alphabetical order, one a line. Error: ReviewInvalid with
/// line and column of a fault in the JSON, or with the member that is wrong as detail.
[[nodiscard]] Result<Review> readReview(const QByteArray &json, const QString &name);
[[nodiscard]] QByteArray writeReview(const Review &review);
/// The decisions in a file; none where there is no such file. Errors: ReviewInvalid,
/// FileUnreadable, ….
[[nodiscard]] Result<Review> readDecisions(const QString &path);

/// Figures for the status bar and the panel's header.
struct Tally {
    int quotes = 0; ///< units with quotation marks
    int attributed = 0; ///< of these, with a speaker who is certain
    int confirmed = 0; ///< of all units
    int unsourced = 0;
    int needsSource = 0;
    int open = 0; ///< neither confirmed nor rejected

    friend bool operator==(const Tally &, const Tally &) = default;
};
[[nodiscard]] Tally tally(const BoundReview &bound, const analysis::Analysis &analysis);

} // namespace nutgraf::review
