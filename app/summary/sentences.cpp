// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summary/sentences.h"

#include "text/quotes.h"
#include "text/segments.h"
#include "text/tokens.h"
#include "text/wire_layout.h"

#include <algorithm>

namespace nutgraf::summary {

namespace {

using analysis::Attribution;

struct Sentence {
    TextRange range;
    int paragraph = 0;
};

/// From the first word of source, cue and content to the last.
TextRange wholeSpan(const Attribution &attribution)
{
    TextRange span{std::numeric_limits<qsizetype>::max(), 0};
    for (const auto *parts : {&attribution.source, &attribution.cue, &attribution.content}) {
        for (const TextRange part : *parts) {
            span.begin = std::min(span.begin, part.begin);
            span.end = std::max(span.end, part.end);
        }
    }
    return span;
}

/// Markdown that is no running text: headings, rules, pictures.
bool isRunningText(QStringView paragraph)
{
    return !paragraph.startsWith(u'#') && !paragraph.startsWith(u"---")
        && !paragraph.startsWith(u"***") && !paragraph.startsWith(u"![");
}

std::vector<Sentence> sentencesOf(const analysis::Snapshot &snapshot)
{
    std::vector<Sentence> sentences;
    int number = 0;
    for (const analysis::Segment &segment : snapshot.segments) {
        if (segment.role != analysis::SegmentRole::Body) {
            continue;
        }
        const auto notice = text::wireLayout(segment.range.in(snapshot.text)).notice;
        for (const TextRange paragraph : text::paragraphs(snapshot.text, segment.range)) {
            ++number;
            const bool isNotice =
                notice && notice->shifted(segment.range.begin).overlaps(paragraph);
            if (isNotice || !isRunningText(paragraph.in(snapshot.text))) {
                continue;
            }
            for (const TextRange sentence : text::sentences(snapshot.text, paragraph)) {
                sentences.push_back({sentence, number});
            }
        }
    }
    return sentences;
}

/// Joins sentences that may not be parted, and remembers which quotations hang in the air.
class Joiner {
public:
    Joiner(const std::vector<Sentence> &sentences, const analysis::Analysis &analysis)
        : m_sentences(sentences),
          m_analysis(analysis),
          m_joinsNext(sentences.size()),
          m_isLoose(analysis.attributions.size())
    {
    }

    void join();
    [[nodiscard]] std::vector<Block> blocks() const;

private:
    /// The sentences that a range touches, as [first, last]; nothing: outside the body.
    [[nodiscard]] std::optional<std::pair<size_t, size_t>> touched(TextRange range) const;
    void joinFromTo(size_t first, size_t last);
    /// A quotation that goes on names no one: it belongs to the nearest one before with its
    /// speaker.
    [[nodiscard]] std::optional<size_t> beginningOf(size_t attribution, size_t sentence) const;

    const std::vector<Sentence> &m_sentences;
    const analysis::Analysis &m_analysis;
    std::vector<bool> m_joinsNext;
    std::vector<bool> m_isLoose;
};

std::optional<std::pair<size_t, size_t>> Joiner::touched(TextRange range) const
{
    const auto first = std::ranges::upper_bound(m_sentences, range.begin, {},
                                                [](const Sentence &s) { return s.range.end; });
    auto last = first;
    while (last != m_sentences.end() && last->range.begin < range.end) {
        ++last;
    }
    if (first == last) {
        return std::nullopt;
    }
    return std::pair(static_cast<size_t>(first - m_sentences.begin()),
                     static_cast<size_t>(last - m_sentences.begin() - 1));
}

void Joiner::joinFromTo(size_t first, size_t last)
{
    for (size_t i = first; i < last; ++i) {
        m_joinsNext[i] = true;
    }
}

std::optional<size_t> Joiner::beginningOf(size_t attribution, size_t sentence) const
{
    const int speaker = m_analysis.attributions[attribution].speaker;
    for (size_t earlier = attribution; speaker >= 0 && earlier-- > 0;) {
        const Attribution &other = m_analysis.attributions[earlier];
        const auto where = touched(wholeSpan(other));
        if (!where || where->second + 1 < sentence) {
            break; // another sentence stands between
        }
        if (other.speaker == speaker && !other.source.empty() && where->first <= sentence) {
            return where->first;
        }
    }
    return std::nullopt;
}

void Joiner::join()
{
    for (size_t i = 0; i < m_analysis.attributions.size(); ++i) {
        const Attribution &attribution = m_analysis.attributions[i];
        const auto where = touched(wholeSpan(attribution));
        if (attribution.quotes.empty() || !where) {
            continue;
        }
        joinFromTo(where->first, where->second);
        if (attribution.source.empty()) {
            const std::optional<size_t> beginning = beginningOf(i, where->first);
            m_isLoose[i] = !beginning;
            joinFromTo(beginning.value_or(where->first), where->second);
        }
    }
}

std::vector<Block> Joiner::blocks() const
{
    std::vector<Block> blocks;
    for (size_t i = 0; i < m_sentences.size(); ++i) {
        if (i > 0 && m_joinsNext[i - 1]) {
            blocks.back().range.end = m_sentences[i].range.end;
        } else {
            blocks.push_back({m_sentences[i].range, m_sentences[i].paragraph, {}, false});
        }
    }
    for (size_t i = 0; i < m_analysis.attributions.size(); ++i) {
        const TextRange span = wholeSpan(m_analysis.attributions[i]);
        auto block = std::ranges::upper_bound(blocks, span.begin, {},
                                              [](const Block &b) { return b.range.end; });
        for (; block != blocks.end() && block->range.begin < span.end; ++block) {
            block->attributions.push_back(static_cast<int>(i));
            block->hasLooseQuote = block->hasLooseQuote || m_isLoose[i];
        }
    }
    return blocks;
}

/// "Salt and Stone": a title in quotation marks, not something said.
bool isTitle(QStringView text, TextRange inner)
{
    constexpr qsizetype ShortWord = 3;
    return std::ranges::all_of(text::tokens(text, inner), [text](const text::Token &token) {
        return token.kind != text::TokenKind::Word || token.range.length() <= ShortWord
            || token.range.in(text).front().isUpper();
    });
}

/// Quoted words that the analysis gives to no one are speech, unless they are one word or a title.
void findLooseQuotes(QStringView text, const text::Quote &quote, Body &body,
                     const std::vector<Attribution> &attributions)
{
    auto block = std::ranges::upper_bound(body.blocks, quote.range.begin, {},
                                          [](const Block &b) { return b.range.end; });
    const bool isSpeech = text::wordCount(quote.inner.in(text)) > 1 && !isTitle(text, quote.inner);
    for (; block != body.blocks.end() && block->range.begin < quote.range.end; ++block) {
        const bool isGiven = std::ranges::any_of(block->attributions, [&](int index) {
            const auto &content = attributions[static_cast<size_t>(index)].content;
            return std::ranges::any_of(content,
                                       [&](TextRange part) { return part.overlaps(quote.range); });
        });
        const bool isWhole = block->range.contains(quote.range);
        block->hasLooseQuote = block->hasLooseQuote || !isWhole || (isSpeech && !isGiven);
    }
}

} // namespace

bool Body::isQuoted(TextRange range) const
{
    const auto after = std::ranges::lower_bound(quotes, range.end, {}, &TextRange::begin);
    return after != quotes.begin() && std::prev(after)->overlaps(range);
}

Body readBody(const analysis::Snapshot &snapshot, const analysis::Analysis &analysis)
{
    const std::vector<Sentence> sentences = sentencesOf(snapshot);
    Joiner joiner(sentences, analysis);
    joiner.join();
    Body body{joiner.blocks(), {}};
    for (const analysis::Segment &segment : snapshot.segments) {
        if (segment.role != analysis::SegmentRole::Body) {
            continue;
        }
        for (const text::Quote &quote : text::quotes(snapshot.text, segment.range)) {
            if (quote.depth == 0) {
                body.quotes.push_back(quote.range);
                findLooseQuotes(snapshot.text, quote, body, analysis.attributions);
            }
        }
    }
    return body;
}

} // namespace nutgraf::summary
