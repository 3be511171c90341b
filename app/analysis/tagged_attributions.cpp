// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/tagged_attributions.h"

#include "analysis/attribution_parts.h"
#include "analysis/contents.h"
#include "analysis/sources.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace nutgraf::analysis {

namespace {

using tagger::Span;
using tagger::Tags;

/// A cue's best source, and a content's best cue, are taken from this link on. Chosen on the
/// development part of the corpus, as is what the rules may add.
constexpr float LeastSource = -1;
constexpr float LeastContent = -1;
/// Of what only the rules found.
constexpr double RuleShare = 0.6;
/// An indirect attribution by the rules is as plain as "Ms. Vale said that …" from here on.
constexpr double PlainFrom = 0.9;

/// How sure the tagger is of an attribution's parts.
struct Sureness {
    float cue = 0;
    float content = 0; ///< of the least sure one
    const Span *source = nullptr; ///< of the tagger
    float link = 0; ///< to that source
    bool isBeside = false; ///< a source by the rules
};

/// A probability as the logarithm of its odds, within what is still told apart.
double logOdds(float probability)
{
    const double p = std::clamp(static_cast<double>(probability), 0.001, 0.999);
    return std::log(p / (1 - p));
}

/// That the source is right: logistic regression, fitted to the development corpus.
double confidenceOf(const Sureness &sure, AttributionKind kind)
{
    double score = -1.07 + 0.29 * logOdds(sure.cue) + 0.16 * logOdds(sure.content);
    if (kind == AttributionKind::Direct) {
        score += 0.13;
    } else if (kind == AttributionKind::Mixed) {
        score += 0.1;
    }
    if (sure.source != nullptr) {
        score += 0.26 + 0.14 * logOdds(sure.source->sureness)
            + 0.25 * static_cast<double>(std::clamp(sure.link, -6.0F, 8.0F));
    } else if (sure.isBeside) {
        score += 0.05;
    }
    return 1 / (1 + std::exp(-score));
}

class Joiner {
public:
    Joiner(const Words &words, SegmentRole role, const TaggerWords &taggerWords, const Tags &tags)
        : m_words(words),
          m_role(role),
          m_tagged(taggerWords),
          m_tags(tags),
          m_contents(tags.cues.size())
    {
    }
    [[nodiscard]] RawAttributions join();

private:
    struct Beside {
        Phrase source;
        ReasonCode reason;
    };

    [[nodiscard]] TextRange rangeOf(const Span &span) const;
    [[nodiscard]] Phrase phraseOf(const Span &span) const;
    [[nodiscard]] TextRange contentRange(const Span &span) const;
    [[nodiscard]] const Span *sourceFor(const Span &cue) const;
    [[nodiscard]] std::optional<Beside> sourceBeside(const Span &cue) const;
    [[nodiscard]] bool isTaken(const RawAttribution &raw) const;
    void giveContents();
    void add(size_t cue);
    void addByRule();
    void joinSentences();

    const Words &m_words;
    SegmentRole m_role;
    const TaggerWords &m_tagged;
    const Tags &m_tags;
    std::vector<std::vector<const Span *>> m_contents; ///< of each cue
    RawAttributions m_found;
};

TextRange Joiner::rangeOf(const Span &span) const
{
    return {m_tagged.list[static_cast<size_t>(span.first)].range.begin,
            m_tagged.list[static_cast<size_t>(span.last)].range.end};
}

Phrase Joiner::phraseOf(const Span &span) const
{
    return {m_tagged.wholes[static_cast<size_t>(span.first)],
            m_tagged.wholes[static_cast<size_t>(span.last)]};
}

/// With the marks of quotations whose first or last word it has.
TextRange Joiner::contentRange(const Span &span) const
{
    const Phrase phrase = phraseOf(span);
    const TextRange own = rangeOf(span);
    const TextRange marked = analysis::rangeOf(m_words, phrase.first, phrase.last);
    const TextRange plain = m_words.span(phrase.first, phrase.last);
    return {marked.begin < plain.begin ? marked.begin : own.begin,
            marked.end > plain.end ? marked.end : own.end};
}

/// Each content to the cue that it belongs to best.
void Joiner::giveContents()
{
    for (const Span &content : m_tags.contents) {
        const auto best = std::ranges::max_element(
            m_tags.cues, {}, [&](const Span &cue) { return m_tags.contentLink(cue, content); });
        if (best == m_tags.cues.end() || m_tags.contentLink(*best, content) < LeastContent) {
            continue;
        }
        m_contents[static_cast<size_t>(best - m_tags.cues.begin())].push_back(&content);
    }
}

const Span *Joiner::sourceFor(const Span &cue) const
{
    const auto best = std::ranges::max_element(
        m_tags.sources, {}, [&](const Span &source) { return m_tags.sourceLink(cue, source); });
    return best != m_tags.sources.end() && m_tags.sourceLink(cue, *best) > LeastSource ? &*best
                                                                                       : nullptr;
}

/// By the rules, the source right beside a cue.
std::optional<Joiner::Beside> Joiner::sourceBeside(const Span &span) const
{
    const Phrase phrase = phraseOf(span);
    Cue cue{phrase.first, phrase.last, phrase.last, CueForm::Active, 0};
    while (cue.head > cue.first && m_words.at(cue.head).is(word::Preposition | word::Adverb))
        --cue.head;
    const Word &head = m_words.at(cue.head);
    if (m_words.at(cue.first).lower == u"according") {
        cue.form = CueForm::AccordingTo;
    } else if (m_words.at(cue.first).is(word::Auxiliary) && cue.head > cue.first
               && head.lower.endsWith(u"ed")) {
        cue.form = CueForm::Passive;
    } else if (head.lower.endsWith(u"ing")) {
        cue.form = CueForm::Participle;
    }
    const CuedSource found = findSource(m_words, cue, {});
    const std::optional<Phrase> &source = found.source;
    if (source && !found.isShared
        && (source->last == cue.first - 1 || source->first == cue.last + 1))
        return Beside{*source, found.reason};
    // "demands from the ministry that …"
    const int next = cue.last + 1;
    if (next >= m_words.count() || m_words.at(next).lower != u"from")
        return std::nullopt;
    const std::optional<Phrase> giver = phraseBeginningAt(m_words, next + 1);
    return giver ? std::optional(Beside{*giver, ReasonCode::NamedAfterCue}) : std::nullopt;
}

/// Whether words of `raw` are in another attribution already.
bool Joiner::isTaken(const RawAttribution &raw) const
{
    const TextRange cue = raw.part.cue.front();
    const auto isShared = [&](TextRange content) {
        return content.overlaps(cue) || std::ranges::any_of(raw.part.content, [&](TextRange own) {
                   return own.overlaps(content);
               });
    };
    return std::ranges::any_of(m_found.list, [&](const RawAttribution &other) {
        return other.part.cue.front().overlaps(cue)
            || std::ranges::any_of(other.part.content, isShared);
    });
}

/// Where the tagger has nothing, what the rules say of quotations, of headlines with a colon, and
/// of the plainest words of saying.
void Joiner::addByRule()
{
    for (RawAttribution &raw : readAttributions(m_words, m_role).list) {
        const bool isColon = raw.part.reasons.front().code == ReasonCode::HeadlineColon;
        const bool isQuoted = raw.part.kind != AttributionKind::Indirect;
        if ((isQuoted || isColon || raw.isNominal || raw.part.confidence >= PlainFrom)
            && !raw.part.cue.empty() && !raw.part.source.empty() && !isTaken(raw)) {
            raw.part.confidence *= RuleShare;
            m_found.list.push_back(std::move(raw));
        }
    }
}

void Joiner::add(size_t number)
{
    const Span &cue = m_tags.cues[number];
    RawAttribution raw;
    Sureness sure{.cue = cue.sureness, .content = 1};
    for (const Span *content : m_contents[number]) {
        raw.part.content.push_back(contentRange(*content));
        sure.content = std::min(sure.content, content->sureness);
    }
    raw.part.cue = {rangeOf(cue)};
    if (const Span *source = sourceFor(cue)) {
        raw.part.source = {rangeOf(*source)};
        raw.source = sourceKindOf(m_words, phraseOf(*source));
        sure.source = source;
        sure.link = m_tags.sourceLink(cue, *source);
        raw.part.reasons = {
            {source->first < cue.first ? ReasonCode::NamedBeforeCue : ReasonCode::NamedAfterCue,
             {}}};
    } else if (const auto beside = sourceBeside(cue)) {
        raw.part.source = {m_words.span(beside->source.first, beside->source.last)};
        raw.source = sourceKindOf(m_words, beside->source);
        raw.part.reasons = {{beside->reason, {}}};
        sure.isBeside = true;
    } else {
        raw.part.reasons = {{ReasonCode::NoSource, {}}};
    }
    if (raw.source == SourceKind::Role)
        raw.part.reasons.push_back({ReasonCode::RoleSource, {}});
    describeQuotes(m_words, raw.part);
    raw.part.confidence = confidenceOf(sure, raw.part.kind);
    m_found.list.push_back(std::move(raw));
}

/// "She spoke of delays. “We are late.”": a quotation that is a sentence of its own goes on with
/// what the sentence before it says.
void Joiner::joinSentences()
{
    const auto isJoined = [&](TextRange quote) {
        const auto sentence = std::ranges::find_if(
            m_words.sentences, [&](TextRange s) { return s.contains(quote.begin); });
        if (sentence == m_words.sentences.begin() || sentence == m_words.sentences.end()
            || sentence->begin != quote.begin)
            return false;
        const TextRange before = *std::prev(sentence);
        const auto said = std::ranges::find_if(m_found.list, [&](const RawAttribution &raw) {
            return !raw.part.source.empty() && before.overlaps(raw.part.cue.front());
        });
        if (said == m_found.list.end())
            return false;
        said->part.content.push_back(quote);
        said->part.quotes.clear();
        describeQuotes(m_words, said->part);
        said->part.reasons.push_back({ReasonCode::SpeakerContinues, {}});
        return true;
    };
    std::erase_if(m_found.bare, isJoined);
}

RawAttributions Joiner::join()
{
    giveContents();
    for (size_t i = 0; i < m_contents.size(); ++i) {
        if (!m_contents[i].empty())
            add(i);
    }
    addByRule();
    std::ranges::sort(m_found.list, {},
                      [](const RawAttribution &raw) { return raw.part.content.front().begin; });
    describeUnclaimed(m_words, m_role, m_found);
    joinSentences();
    describeEdges(m_words, m_found);
    return std::move(m_found);
}

} // namespace

RawAttributions taggedAttributions(const Words &words, SegmentRole role,
                                   const TaggerWords &taggerWords, const Tags &tags)
{
    return Joiner(words, role, taggerWords, tags).join();
}

} // namespace nutgraf::analysis
