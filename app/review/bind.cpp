// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/anchors.h"
#include "review/review.h"

#include <algorithm>
#include <utility>

namespace nutgraf::review {

namespace {

size_t at(int index)
{
    return static_cast<size_t>(index);
}

QString speakerName(const analysis::Analysis &analysis, const analysis::Attribution &attribution)
{
    return attribution.speaker < 0 ? QString() : analysis.speakers[at(attribution.speaker)].name;
}

UnitState undecided(const analysis::Attribution &attribution)
{
    if (attribution.source.empty() && attribution.speaker < 0) {
        return attribution.quotes.empty() ? UnitState::Unsure : UnitState::NoSource;
    }
    const bool isUnsure = attribution.speaker < 0 || attribution.confidence < analysis::UnsureBelow;
    return isUnsure ? UnitState::Unsure : UnitState::Open;
}

UnitState decided(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Confirmed:
        return UnitState::Confirmed;
    case Verdict::NeedsSource:
        return UnitState::NeedsSource;
    case Verdict::Rejected:
        break;
    }
    return UnitState::Rejected;
}

std::vector<Context> places(const analysis::Analysis &analysis, QStringView text)
{
    std::vector<Context> result;
    result.reserve(analysis.attributions.size());
    for (const analysis::Attribution &attribution : analysis.attributions) {
        result.push_back(contextOf(text, contentSpan(attribution)));
    }
    return result;
}

bool isContentCorrected(const Decision &decision)
{
    return &wordsOf(decision) != &decision.target;
}

/// A new verdict on corrected words leaves what was put right; it only knows them where they are
/// now.
void keepCorrection(Decision &decision, const Decision &earlier)
{
    decision.correction = earlier.correction;
    if (decision.correction && decision.correction->content) {
        decision.correction->content = std::exchange(decision.target, earlier.target);
    }
}

/// Which decision each place has, and which decisions have no place yet.
struct Binding {
    std::vector<int> decisionOf; ///< by place, -1: none
    std::vector<bool> isSettled; ///< by decision: it has a place, or a later one took it over
};

void bindSameWords(const std::vector<const TextQuoteSelector *> &selectors,
                   const std::vector<Context> &places, Binding &binding)
{
    for (const Match &match : sameWords(selectors, places, Pairs::Decisive)) {
        int &decision = binding.decisionOf[at(match.place)];
        if (decision < 0 && !binding.isSettled[at(match.selector)]) {
            decision = match.selector;
            binding.isSettled[at(match.selector)] = true;
        } else if (isSamePlace(places[at(match.place)], *selectors[at(match.selector)])) {
            binding.isSettled[at(match.selector)] = true; // a later decision took its place
        }
    }
}

/// First what the editor says was said; where that is gone, what the analysis had found.
void bindSameWords(const Review &review, const std::vector<Context> &places, Binding &binding)
{
    std::vector<const TextQuoteSelector *> selectors;
    selectors.reserve(review.decisions.size());
    for (const Decision &decision : review.decisions) {
        selectors.push_back(&wordsOf(decision));
    }
    bindSameWords(selectors, places, binding);
    for (size_t d = 0; d < selectors.size(); ++d) {
        const bool isLost = isContentCorrected(review.decisions[d]) && !binding.isSettled[d];
        selectors[d] = isLost ? &review.decisions[d].target : nullptr;
    }
    bindSameWords(selectors, places, binding);
}

void bindChangedWords(const Review &review, const std::vector<Context> &places, Binding &binding)
{
    if (std::ranges::find(binding.isSettled, false) == binding.isSettled.end()) {
        return;
    }
    std::vector<int> free;
    for (int i = 0; i < static_cast<int>(places.size()); ++i) {
        if (binding.decisionOf[at(i)] < 0) {
            free.push_back(i);
        }
    }
    ChangedWords finder(places, free);
    for (int d = static_cast<int>(review.decisions.size()) - 1; d >= 0; --d) {
        if (binding.isSettled[at(d)]) {
            continue;
        }
        const Decision &decision = review.decisions[at(d)];
        int place = finder.take(wordsOf(decision));
        if (place < 0 && isContentCorrected(decision)) {
            place = finder.take(decision.target);
        }
        if (place >= 0) {
            binding.decisionOf[at(place)] = d;
            binding.isSettled[at(d)] = true;
        }
    }
}

/// What somebody has to see again is reopened; only a missing source stays one until somebody
/// decides anew: an edit of the words does not bring it.
UnitState stateOf(const Decision &decision, DecisionFit fit)
{
    return fit == DecisionFit::Same || decision.verdict == Verdict::NeedsSource
        ? decided(decision.verdict)
        : UnitState::Reopened;
}

/// Who says it is known: by the analysis, or by an editor.
bool isCertain(const Unit &unit, const analysis::Attribution &attribution)
{
    return attribution.speaker >= 0
        && (attribution.confidence >= analysis::UnsureBelow || unit.state == UnitState::Confirmed);
}

} // namespace

const TextQuoteSelector &wordsOf(const Decision &decision)
{
    const std::optional<Correction> &correction = decision.correction;
    return correction && correction->content ? *correction->content : decision.target;
}

BoundReview bind(const Review &review, const analysis::Analysis &analysis, QStringView text)
{
    const std::vector<Context> where = places(analysis, text);
    Binding binding{std::vector<int>(where.size(), -1), std::vector<bool>(review.decisions.size())};
    bindSameWords(review, where, binding);
    bindChangedWords(review, where, binding);

    BoundReview bound;
    bound.units.reserve(where.size());
    for (int i = 0; i < static_cast<int>(where.size()); ++i) {
        const analysis::Attribution &attribution = analysis.attributions[at(i)];
        Unit unit{i, undecided(attribution), binding.decisionOf[at(i)]};
        if (unit.decision >= 0) {
            const Decision &decision = review.decisions[at(unit.decision)];
            unit.fit = wordsOf(decision).exact == where[at(i)].exact
                    && decision.speaker == speakerName(analysis, attribution)
                ? DecisionFit::Same
                : DecisionFit::Changed;
            unit.state = stateOf(decision, unit.fit);
        }
        bound.units.push_back(unit);
    }
    for (int d = 0; d < static_cast<int>(review.decisions.size()); ++d) {
        if (!binding.isSettled[at(d)]) {
            bound.orphans.push_back(d);
        }
    }
    return bound;
}

Review decide(Review review, const analysis::Analysis &analysis, QStringView text, int attribution,
              const Ruling &ruling)
{
    Q_ASSERT(attribution >= 0 && at(attribution) < analysis.attributions.size());
    const analysis::Attribution &about = analysis.attributions[at(attribution)];
    Decision decision{.id = ruling.id,
                      .verdict = ruling.verdict,
                      .target = selectorOf(text, contentSpan(about)),
                      .speaker = speakerName(analysis, about),
                      .comment = {},
                      .by = ruling.by,
                      .at = toTheSecond(ruling.at),
                      .correction = {},
                      .others = {}};
    const Unit unit = bind(review, analysis, text).units[at(attribution)];
    if (unit.decision >= 0) {
        Decision &earlier = review.decisions[at(unit.decision)];
        decision.comment = earlier.comment;
        if (unit.fit == DecisionFit::Same) {
            keepCorrection(decision, earlier);
        }
        review.decisions.erase(review.decisions.begin() + unit.decision);
    }
    review.decisions.push_back(std::move(decision));
    return review;
}

Review withdraw(Review review, const analysis::Analysis &analysis, QStringView text,
                int attribution)
{
    Q_ASSERT(attribution >= 0 && at(attribution) < analysis.attributions.size());
    const int decision = bind(review, analysis, text).units[at(attribution)].decision;
    if (decision >= 0) {
        review.decisions.erase(review.decisions.begin() + decision);
    }
    return review;
}

Tally tally(const BoundReview &bound, const analysis::Analysis &analysis)
{
    Tally result;
    for (const Unit &unit : bound.units) {
        const analysis::Attribution &attribution = analysis.attributions[at(unit.attribution)];
        const bool isQuote = !attribution.quotes.empty();
        const bool isConfirmed = unit.state == UnitState::Confirmed;
        result.quotes += isQuote ? 1 : 0;
        result.attributed += isQuote && isCertain(unit, attribution) ? 1 : 0;
        result.confirmed += isConfirmed ? 1 : 0;
        result.unsourced += unit.state == UnitState::NoSource ? 1 : 0;
        result.needsSource += unit.state == UnitState::NeedsSource ? 1 : 0;
        result.open += isConfirmed || unit.state == UnitState::Rejected ? 0 : 1;
    }
    return result;
}

} // namespace nutgraf::review
