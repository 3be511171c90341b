// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "review/review.h"

#include <QStringList>
#include <QStringView>

namespace nutgraf::review {

/// The analysis as the desk has it: attributions whose corrected words still stand in `text` have
/// the editor's speaker, kind and content, full confidence and no reasons of the analysis' own;
/// what the analysis missed and an editor marked is added; what widened words took in whole is
/// gone. Speakers keep their numbers, new ones follow. Where the words no longer stand, the
/// attribution is as it was found, and bind() reopens it. Everything that shows, checks or
/// publishes who said what starts from this. Time grows with the text and what was found, not with
/// their product.
[[nodiscard]] analysis::Analysis corrected(analysis::Analysis found, const Review &review,
                                           QStringView text);
/// If not, corrected() gives back what it gets.
[[nodiscard]] bool hasCorrections(const Review &review);

/// The correction of a unit, nullptr: it has none. Of a reopened unit it is what was corrected
/// once.
[[nodiscard]] const Correction *correctionOf(const BoundReview &bound, const Review &review,
                                             int attribution);

/// Who says what, as an editor has it.
struct Amendment {
    int attribution = -1; ///< index into Analysis::attributions; -1: words that the analysis missed
    QString speaker; ///< empty: nobody
    analysis::AttributionKind kind = analysis::AttributionKind::Direct;
    TextRange content; ///< from the first word said to the last, a cue between included

    friend bool operator==(const Amendment &, const Amendment &) = default;
};
/// The attribution as the analysis has it: an amendment that changes nothing.
[[nodiscard]] Amendment asIs(const analysis::Analysis &analysis, int attribution);
/// What a reopened unit was corrected to, for the same words as they stand now; asIs() for others.
[[nodiscard]] Amendment asCorrected(const analysis::Analysis &analysis, int attribution,
                                    const Correction &correction);

/// Words that the analysis missed, said by nobody yet; the kind by their quotation marks.
[[nodiscard]] Amendment asMarked(TextRange words, QStringView text);

struct Signature {
    QString by; ///< initials
    QDateTime at;
    QString id; ///< of the decision
};
/// `review` with the amendment. It counts as a confirmation by whoever signs it, or, while nobody
/// is named, as asking for a source. Only what differs from `analysis` is kept, with what was
/// corrected before; if nothing differs it is a plain decision. The content is widened to whole
/// words. `analysis` has the corrections of `review`.
[[nodiscard]] Review correct(Review review, const analysis::Analysis &analysis, QStringView text,
                             const Amendment &amendment, const Signature &signature);

/// The people and bodies of the story that may have said `content`: who is named near it, by
/// distance; then the other speakers; then everybody else, by first mention.
[[nodiscard]] QStringList speakerChoices(const analysis::Analysis &analysis, TextRange content);
/// The full name that the story has for a typed part of it ("barrow" → "Owen Barrow" if he is the
/// only Barrow), else the typed one, trimmed.
[[nodiscard]] QString fullName(const analysis::Analysis &analysis, const QString &typed);

enum class Edge { Begin, End };
enum class Step { Back, Forward };
/// `content` with one edge moved by a word (parted by spaces, punctuation included), inside
/// `within`; at least a word is left.
[[nodiscard]] TextRange moved(TextRange content, Edge edge, Step step, QStringView text,
                              TextRange within);
/// `range` without spaces at its ends, grown to the words it begins and ends in.
[[nodiscard]] TextRange wholeWords(TextRange range, QStringView text);

} // namespace nutgraf::review
