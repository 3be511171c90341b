// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/attribution_parts.h"

#include "analysis/sources.h"

#include <algorithm>

namespace nutgraf::analysis {

namespace {

/// Fewer words in marks are a phrase ("so-called"), no quotation that needs a source.
constexpr int ShortestBareQuote = 4;
/// The words of one quotation.
struct QuoteWords {
    int words = 0;
    int longer = 0; ///< of four letters and more
    int longCapitals = 0;

    /// "Make Your Kid a Millionaire"
    [[nodiscard]] bool isTitle() const
    {
        return words >= 2 && longer >= 2 && longCapitals == longer;
    }
};

QuoteWords countWords(const Words &words, int quote)
{
    QuoteWords count;
    const TextRange range = words.quotes[static_cast<size_t>(quote)].range;
    const auto begin = std::ranges::lower_bound(words.list, range.begin, {},
                                                [](const Word &w) { return w.range.begin; });
    for (auto it = begin; it != words.list.end() && it->quote == quote; ++it) {
        if (it->isSymbol)
            continue;
        ++count.words;
        if (it->range.length() >= 4) {
            ++count.longer;
            count.longCapitals += it->isCapital ? 1 : 0;
        }
    }
    return count;
}

/// Nothing but quotations: somebody must have said them, however short they are.
bool isAllQuoted(const Words &words)
{
    return std::ranges::all_of(words.list,
                               [](const Word &word) { return word.isSymbol || word.quote >= 0; });
}

/// Of the last cue before a colon that introduces a quotation, in per cent.
constexpr int LowestRate = 30;

/// "He told reporters:"
std::optional<RawAttribution> introductionOf(const Words &words)
{
    const int colon = words.count() - 1;
    if (colon < 2 || words.at(colon).lower != u":" || words.at(colon).quote >= 0)
        return std::nullopt;
    const std::vector<Cue> cues = readCues(words, LowestRate);
    const Phrase sentence = sentenceOf(words, colon);
    if (cues.empty() || cues.back().first < sentence.first)
        return std::nullopt;
    const CuedSource cued = findSource(words, cues.back(), {});
    if (!cued.source)
        return std::nullopt;
    RawAttribution raw;
    raw.part.source = {words.span(cued.source->first, cued.source->last)};
    raw.part.cue = {words.span(cued.cue.first, cued.cue.last == colon - 1 ? colon : cued.cue.last)};
    raw.part.confidence = cued.cue.rate / 100.0;
    raw.part.reasons = {{cued.reason, {}}};
    raw.source = sourceKindOf(words, *cued.source);
    return raw;
}

} // namespace

SourceKind sourceKindOf(const Words &words, const Phrase &source)
{
    if (source.first == source.last) {
        const Word &word = words.at(source.first);
        if (word.is(word::Relative))
            return SourceKind::Relative;
        if (word.is(word::Pronoun | word::Possessive))
            return SourceKind::Pronoun;
    }
    for (int i = source.first; i <= source.last; ++i) {
        if (words.at(i).isComma())
            break;
        if (words.at(i).isCapital && !words.at(i).is(word::Determiner | word::Pronoun))
            return SourceKind::Name;
    }
    return SourceKind::Role;
}

void describeQuotes(const Words &words, Attribution &attribution)
{
    qsizetype all = 0;
    qsizetype quoted = 0;
    for (const TextRange &part : attribution.content) {
        all += part.length();
        for (const text::Quote &quote : words.quotes) {
            if (part.overlaps(quote.range)) {
                const TextRange shared{std::max(part.begin, quote.range.begin),
                                       std::min(part.end, quote.range.end)};
                attribution.quotes.push_back(shared);
                quoted += shared.length();
            }
        }
    }
    attribution.kind = quoted == 0 ? AttributionKind::Indirect
        : quoted * 10 >= all * 9   ? AttributionKind::Direct
                                   : AttributionKind::Mixed;
}

void describeUnclaimed(const Words &words, SegmentRole role, RawAttributions &found)
{
    std::vector<TextRange> taken;
    for (const RawAttribution &raw : found.list)
        taken.insert(taken.end(), raw.part.quotes.begin(), raw.part.quotes.end());
    std::ranges::sort(taken);
    const bool isHeadline = role == SegmentRole::Headline || role == SegmentRole::Deck;
    const int shortest = !isHeadline && isAllQuoted(words) ? 1 : ShortestBareQuote;
    for (size_t i = 0; i < words.quotes.size(); ++i) {
        const TextRange quote = words.quotes[i].range;
        const auto next = std::ranges::lower_bound(taken, quote.end, {}, &TextRange::begin);
        if (next != taken.begin() && std::prev(next)->overlaps(quote))
            continue;
        const QuoteWords own = countWords(words, static_cast<int>(i));
        if (own.isTitle() && !isHeadline && !words.isTitleCase) {
            found.unspoken.push_back({quote, UnspokenKind::Title});
        } else if (own.words < shortest) {
            found.unspoken.push_back({quote, UnspokenKind::Phrase});
        } else {
            found.bare.push_back(quote);
        }
    }
}

void describeEdges(const Words &words, RawAttributions &found)
{
    found.introduction = introductionOf(words);
    if (words.quotes.empty())
        return;
    const text::Quote &first = words.quotes.front();
    const text::Quote &last = words.quotes.back();
    found.opensWithQuote = first.range.begin == 0;
    found.isOnlyQuote =
        first.range.begin == 0 && words.quotes.size() == 1 && first.range.end >= words.text.size();
    found.goesOn = last.isContinued;
}

} // namespace nutgraf::analysis
