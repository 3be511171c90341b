// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/anchors.h"
#include "review/corrections.h"

namespace nutgraf::review {

namespace {

size_t at(int index)
{
    return static_cast<size_t>(index);
}

/// What the earlier decision on the same words leaves to the next one.
struct Legacy {
    QString comment;
    std::optional<Correction> correction; ///< if it is in force
    TextQuoteSelector target; ///< its
};

/// Takes the earlier decision out of the review.
Legacy takeEarlier(Review &review, const analysis::Analysis &analysis, QStringView text,
                   int attribution)
{
    const Unit unit =
        attribution < 0 ? Unit() : bind(review, analysis, text).units[at(attribution)];
    if (unit.decision < 0) {
        return {};
    }
    const auto decision = review.decisions.begin() + unit.decision;
    Legacy legacy{decision->comment, std::nullopt, decision->target};
    if (unit.fit == DecisionFit::Same) {
        legacy.correction = decision->correction;
    }
    review.decisions.erase(decision);
    return legacy;
}

/// What differs between the attribution as it stands and as the editor wants it, on top of what was
/// put right before.
Correction difference(Correction correction, const Amendment &before, const Amendment &wanted,
                      const TextQuoteSelector &words)
{
    const bool isMissed = wanted.attribution < 0;
    if (isMissed || wanted.speaker != before.speaker) {
        correction.speaker = wanted.speaker;
    }
    if (isMissed || wanted.kind != before.kind) {
        correction.kind = wanted.kind;
    }
    if (correction.content || wanted.content != before.content) {
        correction.content = words;
    }
    return correction;
}

bool saysNothing(const Correction &correction)
{
    return !correction.speaker && !correction.kind && !correction.content;
}

} // namespace

const Correction *correctionOf(const BoundReview &bound, const Review &review, int attribution)
{
    const size_t index = at(attribution);
    const int decision = index < bound.units.size() ? bound.units[index].decision : -1;
    if (decision < 0 || at(decision) >= review.decisions.size()) {
        return nullptr;
    }
    const std::optional<Correction> &correction = review.decisions[at(decision)].correction;
    return correction ? &*correction : nullptr;
}

Amendment asIs(const analysis::Analysis &analysis, int attribution)
{
    const analysis::Attribution &said = analysis.attributions[at(attribution)];
    return {.attribution = attribution,
            .speaker = said.speaker < 0 ? QString() : analysis.speakers[at(said.speaker)].name,
            .kind = said.kind,
            .content = contentSpan(said)};
}

Amendment asCorrected(const analysis::Analysis &analysis, int attribution,
                      const Correction &correction)
{
    Amendment amendment = asIs(analysis, attribution);
    amendment.speaker = correction.speaker.value_or(amendment.speaker);
    amendment.kind = correction.kind.value_or(amendment.kind);
    return amendment;
}

Review correct(Review review, const analysis::Analysis &analysis, QStringView text,
               const Amendment &amendment, const Signature &signature)
{
    Amendment wanted = amendment;
    wanted.speaker = fullName(analysis, amendment.speaker);
    wanted.content = wholeWords(amendment.content, text);
    Legacy legacy = takeEarlier(review, analysis, text, wanted.attribution);
    const Amendment before = wanted.attribution < 0 ? wanted : asIs(analysis, wanted.attribution);
    const bool wasMoved = legacy.correction && legacy.correction->content;

    Decision decision;
    decision.id = signature.id;
    decision.verdict = wanted.speaker.isEmpty() ? Verdict::NeedsSource : Verdict::Confirmed;
    decision.target = wasMoved ? std::move(legacy.target) : selectorOf(text, before.content);
    decision.speaker = wanted.speaker;
    decision.comment = std::move(legacy.comment);
    decision.by = signature.by;
    decision.at = toTheSecond(signature.at);
    Correction correction = difference(std::move(legacy.correction).value_or(Correction()), before,
                                       wanted, selectorOf(text, wanted.content));
    if (correction.content && correction.content->exact == decision.target.exact) {
        correction.content.reset(); // back to what was found
    }
    if (!saysNothing(correction)) {
        correction.by = decision.by;
        correction.at = decision.at;
        decision.correction = std::move(correction);
    }
    review.decisions.push_back(std::move(decision));
    return review;
}

} // namespace nutgraf::review
