// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/amender.h"
#include "review/anchors.h"
#include "review/corrections.h"
#include "review/standing_words.h"

#include <algorithm>
#include <utility>

namespace nutgraf::review {

using analysis::Analysis;
using analysis::Attribution;

namespace {

/// Words that stand somewhere else than they did are taken for the same if so many characters
/// around them are, or if there are so many of them.
constexpr qsizetype LikeSurroundings = 12;
constexpr qsizetype ManyWords = 24;

size_t at(int index)
{
    return static_cast<size_t>(index);
}

using Selectors = std::vector<const TextQuoteSelector *>;

std::vector<Context> contextsOf(QStringView text, const std::vector<TextRange> &ranges)
{
    std::vector<Context> contexts;
    contexts.reserve(ranges.size());
    for (const TextRange range : ranges) {
        contexts.push_back(contextOf(text, range));
    }
    return contexts;
}

/// Lays the corrections of one review onto one analysis.
class Layer {
public:
    Layer(Analysis found, const Review &review, QStringView text)
        : m_analysis(std::move(found)), m_review(review), m_text(text)
    {
        for (const Attribution &attribution : m_analysis.attributions) {
            m_spans.push_back(contentSpan(attribution));
        }
    }

    [[nodiscard]] Analysis lay();

private:
    void bindFound();
    void findWords();
    [[nodiscard]] bool isTheSame(const Match &match, TextRange range, const Context &context) const;
    void findOverlapped();
    void amendAll();
    void dropTakenIn(TextRange words, int except);
    void assemble();

    Analysis m_analysis;
    const Review &m_review;
    QStringView m_text;
    std::vector<TextRange> m_spans; ///< of the attributions found
    std::vector<int> m_decisionOf; ///< of the attributions found, -1: none
    std::vector<int> m_foundOf; ///< of the decisions: the attribution found, -1: none
    std::vector<TextRange> m_words; ///< of the decisions: where corrected words stand, or empty
    std::vector<bool> m_isGone; ///< of the attributions found: replaced, or taken in
    std::vector<Attribution> m_amended;
};

/// Which attribution each decision was about when it was made.
void Layer::bindFound()
{
    m_decisionOf.assign(m_spans.size(), -1);
    m_foundOf.assign(m_review.decisions.size(), -1);
    Selectors targets;
    for (const Decision &decision : m_review.decisions) {
        targets.push_back(&decision.target);
    }
    for (const Match &match : sameWords(targets, contextsOf(m_text, m_spans), Pairs::Decisive)) {
        if (m_decisionOf[at(match.place)] < 0 && m_foundOf[at(match.selector)] < 0) {
            m_decisionOf[at(match.place)] = match.selector;
            m_foundOf[at(match.selector)] = match.place;
        }
    }
}

/// Where the words stand that the editors say were said, likest surroundings first.
void Layer::findWords()
{
    m_words.assign(m_review.decisions.size(), {});
    Selectors wanted(m_review.decisions.size(), nullptr);
    Selectors some;
    for (size_t d = 0; d < wanted.size(); ++d) {
        if (m_review.decisions[d].correction) {
            wanted[d] = &wordsOf(m_review.decisions[d]);
            some.push_back(wanted[d]);
        }
    }
    const std::vector<TextRange> places = standingWords(m_text, some);
    const std::vector<Context> contexts = contextsOf(m_text, places);
    std::vector<bool> isTaken(places.size());
    for (const Match &match : sameWords(wanted, contexts, Pairs::All)) {
        const TextRange place = places[at(match.place)];
        if (!isTaken[at(match.place)] && m_words[at(match.selector)].isEmpty()
            && isTheSame(match, place, contexts[at(match.place)])) {
            isTaken[at(match.place)] = true;
            m_words[at(match.selector)] = place;
        }
    }
}

bool Layer::isTheSame(const Match &match, TextRange range, const Context &context) const
{
    const auto span = std::ranges::lower_bound(m_spans, range);
    if (span != m_spans.end() && *span == range) {
        const int decision = m_decisionOf[at(static_cast<int>(span - m_spans.begin()))];
        if (decision >= 0) {
            return decision == match.selector; // twins: these are another decision's words
        }
    }
    const int found = m_foundOf[at(match.selector)];
    const bool isBeside = found >= 0 && m_spans[at(found)].overlaps(range);
    return isBeside || match.likeness >= LikeSurroundings || range.length() >= ManyWords
        || isSamePlace(context, wordsOf(m_review.decisions[at(match.selector)]));
}

/// Corrected words whose attribution the analysis now finds with other bounds.
void Layer::findOverlapped()
{
    std::vector<qsizetype> lastEnd; // of all attributions up to each
    lastEnd.reserve(m_spans.size());
    for (const TextRange span : m_spans) {
        lastEnd.push_back(lastEnd.empty() ? span.end : std::max(lastEnd.back(), span.end));
    }
    for (size_t d = 0; d < m_words.size(); ++d) {
        const TextRange words = m_words[d];
        if (words.isEmpty() || m_foundOf[d] >= 0) {
            continue;
        }
        const auto after = std::ranges::lower_bound(m_spans, words.end, {}, &TextRange::begin);
        qsizetype most = 0;
        for (qsizetype i = after - m_spans.begin() - 1;
             i >= 0 && lastEnd[static_cast<size_t>(i)] > words.begin; --i) {
            const TextRange span = m_spans[static_cast<size_t>(i)];
            const qsizetype shared =
                std::min(span.end, words.end) - std::max(span.begin, words.begin);
            if (shared > most && m_decisionOf[static_cast<size_t>(i)] < 0) {
                most = shared;
                m_foundOf[d] = static_cast<int>(i);
            }
        }
        if (m_foundOf[d] >= 0) {
            m_decisionOf[at(m_foundOf[d])] = static_cast<int>(d);
        }
    }
}

void Layer::amendAll()
{
    m_isGone.assign(m_spans.size(), false);
    Amender amender(m_analysis, m_text);
    for (size_t d = 0; d < m_words.size(); ++d) {
        if (m_words[d].isEmpty()) {
            continue;
        }
        const int found = m_foundOf[d];
        const Attribution before = found >= 0 ? m_analysis.attributions[at(found)] : Attribution();
        m_amended.push_back(amender.amended(before, m_review.decisions[d], m_words[d]));
        if (found >= 0) {
            m_isGone[at(found)] = true;
        }
        dropTakenIn(m_words[d], found);
    }
    amender.letterSpeakers();
}

/// What the editor made part of other words is no statement of its own, unless somebody decided
/// about it.
void Layer::dropTakenIn(TextRange words, int except)
{
    const TextRange was = except >= 0 ? m_spans[at(except)] : TextRange();
    const auto first = std::ranges::lower_bound(m_spans, words.begin, {}, &TextRange::begin);
    for (auto span = first; span != m_spans.end() && span->begin < words.end; ++span) {
        const auto i = static_cast<size_t>(span - m_spans.begin());
        if (words.contains(*span) && !was.overlaps(*span) && m_decisionOf[i] < 0) {
            m_isGone[i] = true;
        }
    }
}

void Layer::assemble()
{
    std::vector<Attribution> all;
    for (size_t i = 0; i < m_spans.size(); ++i) {
        if (!m_isGone[i]) {
            all.push_back(std::move(m_analysis.attributions[i]));
        }
    }
    std::ranges::move(m_amended, std::back_inserter(all));
    std::ranges::stable_sort(all, {}, contentSpan);
    for (size_t i = 0; i < all.size(); ++i) {
        all[i].id = QStringLiteral("a%1").arg(i + 1);
    }
    m_analysis.attributions = std::move(all);
}

Analysis Layer::lay()
{
    bindFound();
    findWords();
    findOverlapped();
    amendAll();
    assemble();
    return std::move(m_analysis);
}

} // namespace

bool hasCorrections(const Review &review)
{
    return std::ranges::any_of(
        review.decisions, [](const Decision &decision) { return decision.correction.has_value(); });
}

Analysis corrected(Analysis found, const Review &review, QStringView text)
{
    return hasCorrections(review) ? Layer(std::move(found), review, text).lay() : found;
}

} // namespace nutgraf::review
