// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/attributions.h"

#include "analysis/attribution_parts.h"
#include "analysis/sources.h"

#include <algorithm>
#include <array>

namespace nutgraf::analysis {

namespace {

/// A cue must be this likely, in per cent; next to a quotation less will do.
constexpr int LowestRate = 42;
constexpr int LowestRateAtQuote = 30;

bool touchesQuote(const Words &words, const Cue &cue)
{
    const auto isQuoted = [&](int i) {
        return i >= 0 && i < words.count() && words.at(i).quote >= 0;
    };
    return isQuoted(cue.last + 1) || isQuoted(cue.last + 2) || isQuoted(cue.first - 1)
        || isQuoted(cue.first - 2) || isQuoted(cue.first - 3);
}

bool isIn(const std::vector<TextRange> &ranges, TextRange what)
{
    return std::ranges::any_of(ranges, [&](const TextRange &r) { return r.overlaps(what); });
}

/// "asked not to be named": how someone speaks, not what.
bool isAnonymityRequest(const Words &words, const Cue &cue)
{
    const auto isWord = [&](int ahead, QStringView word) {
        const int i = cue.last + ahead;
        return i < words.count() && words.at(i).lower == word;
    };
    return isWord(1, u"not") && isWord(2, u"to") && isWord(3, u"be")
        && (isWord(4, u"named") || isWord(4, u"identified"));
}

/// "unveiled a plan", "has not offered him a contract": done, not said, unless words follow.
bool isDeed(const Words &words, const CuedSource &cued)
{
    static constexpr std::array<QStringView, 12> Deeds{
        u"unveil", u"unveiled", u"unveils", u"unveiling", u"touch",  u"touched",
        u"read",   u"touches",  u"reads",   u"offer",     u"offers", u"offered"};
    const int next = cued.cue.last + 1;
    if (cued.cue.form == CueForm::Passive || next >= words.count() || words.at(next).quote >= 0)
        return false;
    const QString &after = words.at(next).lower;
    if (after == u"that" || after == u"to" || after == u"as" || after == u":" || after == u",")
        return false;
    return std::ranges::contains(Deeds, QStringView(words.at(cued.cue.head).lower));
}

class AttributionReader {
public:
    AttributionReader(const Words &words, SegmentRole role) : m_words(words), m_role(role) { }
    [[nodiscard]] RawAttributions read();

private:
    void readColon();
    void readDashes();
    void readCued();
    [[nodiscard]] int siblingAfter(size_t i) const;
    [[nodiscard]] bool isSibling(const CuedSource &cued) const;
    [[nodiscard]] bool isNested(const CuedSource &cued) const;
    void add(const CuedSource &cued, std::vector<TextRange> content);
    [[nodiscard]] double confidenceOf(const CuedSource &cued, const RawAttribution &raw) const;

    const Words &m_words;
    SegmentRole m_role;
    std::vector<CuedSource> m_cued;
    RawAttributions m_found;
};

double AttributionReader::confidenceOf(const CuedSource &cued, const RawAttribution &raw) const
{
    if (!cued.source)
        return 0.3;
    const bool isQuoted = !raw.part.quotes.empty();
    double confidence = 0.35 + 0.6 * cued.cue.rate / 100.0;
    if (isQuoted)
        confidence += 0.08;
    if (cued.isShared)
        confidence -= 0.12;
    if (raw.source == SourceKind::Pronoun)
        confidence -= 0.05;
    if (raw.source == SourceKind::Relative)
        confidence -= 0.1;
    return std::clamp(confidence, 0.05, 0.98);
}

void AttributionReader::add(const CuedSource &cued, std::vector<TextRange> content)
{
    RawAttribution raw;
    raw.part.content = std::move(content);
    std::ranges::sort(raw.part.content);
    raw.part.cue = {m_words.span(cued.cue.first, cued.cue.last)};
    if (cued.source) {
        raw.part.source = {m_words.span(cued.source->first, cued.source->last)};
        raw.source = sourceKindOf(m_words, *cued.source);
    }
    raw.isSharedSubject = cued.isShared;
    raw.isNominal = cued.cue.form == CueForm::Nominal;
    describeQuotes(m_words, raw.part);
    raw.part.confidence = confidenceOf(cued, raw);
    raw.part.reasons = {{cued.source ? cued.reason : ReasonCode::NoSource, {}}};
    if (raw.source == SourceKind::Role)
        raw.part.reasons.push_back({ReasonCode::RoleSource, {}});
    m_found.list.push_back(std::move(raw));
}

/// "Minister: levy stays", "LEE: I agree."
void AttributionReader::readColon()
{
    int colon = 1;
    while (colon < m_words.count() && colon < 9 && m_words.at(colon).lower != u":")
        ++colon;
    if (colon >= m_words.count() - 1 || m_words.at(colon).lower != u":"
        || m_words.at(colon).quote >= 0)
        return;
    const bool isHeadline = m_role == SegmentRole::Headline || m_role == SegmentRole::Deck;
    const bool isQuoted = m_words.at(colon + 1).quote >= 0;
    const auto phrase = phraseEndingAt(m_words, colon - 1, 0);
    if (!phrase || phrase->first > 0 || !(isHeadline || isQuoted))
        return;
    const Cue cue{colon, colon, colon, CueForm::Active, isQuoted ? 80 : 60};
    CuedSource cued{cue, phrase, {0, colon}, false, false, ReasonCode::HeadlineColon};
    m_cued.push_back(cued);
    int last = m_words.count() - 1;
    while (last > colon + 1 && m_words.at(last).quote < 0 && m_words.at(last).lower == u".")
        --last;
    add(cued, {rangeOf(m_words, colon + 1, last)});
}

/// "I love it." — Ann Vale
void AttributionReader::readDashes()
{
    for (size_t i = 0; i < m_words.quotes.size(); ++i) {
        const auto after = std::ranges::lower_bound(m_words.list, m_words.quotes[i].range.end, {},
                                                    [](const Word &w) { return w.range.begin; });
        const int dash = static_cast<int>(after - m_words.list.begin());
        if (dash == 0 || dash + 1 >= m_words.count()
            || m_words.at(dash - 1).quote != static_cast<int>(i)
            || !(m_words.at(dash).lower == u"—" || m_words.at(dash).lower == u"―"
                 || m_words.at(dash).lower == u"–")
            || !m_words.at(dash + 1).isCapital)
            continue;
        const auto phrase = phraseBeginningAt(m_words, dash + 1);
        int end = phrase ? phrase->last + 1 : 0;
        if (end == m_words.count() - 1 && m_words.at(end).lower == u".")
            ++end;
        const bool isWhole = phrase && (end == m_words.count() || m_words.at(end).quote >= 0);
        if (!isWhole || phrase->last - phrase->first > 6)
            continue;
        const CuedSource cued{{dash, dash, dash, CueForm::Active, 70},
                              phrase,
                              {dash, phrase->last},
                              true,
                              false,
                              ReasonCode::NamedAfterCue};
        add(cued, {m_words.quotes[i].range});
    }
}

/// Whether a cue in the words after another stands beside it, not inside what that one says.
bool AttributionReader::isSibling(const CuedSource &cued) const
{
    int before = cued.isShared ? cued.cue.first - 1 : cued.span.first - 1;
    if (cued.isShared && cued.cue.form == CueForm::Infinitive)
        return false;
    if (before < 0)
        return true;
    const bool isJoined = m_words.at(before).is(word::Conjunction);
    if (cued.isShared)
        return isJoined || (m_words.at(before).isComma() && cued.cue.form == CueForm::Participle);
    if (isJoined || m_words.at(before).is(word::Subordinator))
        --before;
    return before >= 0 && (m_words.at(before).isComma() || m_words.at(before).lower == u";")
        && before + 1 < cued.span.first;
}

/// Where the content of cue `i` must end: before the next sibling in its sentence.
int AttributionReader::siblingAfter(size_t i) const
{
    const CuedSource &cued = m_cued[i];
    if (cued.cue.form == CueForm::AccordingTo)
        return m_words.count();
    for (size_t k = i + 1; k < m_cued.size(); ++k) {
        const CuedSource &next = m_cued[k];
        if (m_words.at(next.cue.head).sentence != m_words.at(cued.cue.head).sentence)
            break;
        const bool isAccording = next.cue.form == CueForm::AccordingTo;
        if (next.cue.first > cued.span.last && (isSibling(next) || isAccording))
            return next.isShared || isAccording ? next.cue.first : next.span.first;
    }
    return m_words.count();
}

/// Only the outermost of nested attributions counts.
bool AttributionReader::isNested(const CuedSource &cued) const
{
    const TextRange cue = m_words.span(cued.cue.first, cued.cue.last);
    // "…, officials said.": it closes the sentence and says all of it.
    const Phrase sentence = sentenceOf(m_words, cued.cue.head);
    int rest = cued.span.last + 1;
    while (rest <= sentence.last
           && (m_words.at(rest).is(word::Weekday) || m_words.at(rest).lower == u"."
               || m_words.at(rest).lower == u"on"))
        ++rest;
    const int before = cued.span.first - 1;
    if (rest > sentence.last && cued.source && !cued.isShared && before > sentence.first
        && m_words.at(before).isComma() && m_words.at(before).quote < 0)
        return false;
    return std::ranges::any_of(
        m_found.list, [&](const RawAttribution &raw) { return isIn(raw.part.content, cue); });
}

void AttributionReader::readCued()
{
    for (const Cue &cue : readCues(m_words, LowestRateAtQuote)) {
        if (cue.rate < LowestRate && !touchesQuote(m_words, cue))
            continue;
        m_cued.push_back(findSource(m_words, cue, m_cued));
    }
    for (size_t i = 0; i < m_cued.size(); ++i) {
        const CuedSource &cued = m_cued[i];
        const bool isColon = m_words.at(cued.cue.head).lower == u":";
        if (isColon || isNested(cued) || isDeed(m_words, cued))
            continue;
        if (isAnonymityRequest(m_words, cued.cue))
            continue;
        const bool mayLackSource = cued.cue.form == CueForm::Passive
            && (cued.cue.rate >= 70 || m_words.at(cued.cue.head).lower == u"expected");
        if (!cued.source && !mayLackSource)
            continue;
        std::vector<TextRange> content = readContent(m_words, cued, siblingAfter(i));
        const bool isAfter =
            !content.empty() && content.back().end > m_words.at(cued.span.last).range.end;
        if (content.empty() || (!cued.source && !isAfter))
            continue;
        // What comes before and belongs to this one was read as saying something itself: take it
        // back.
        std::erase_if(m_found.list, [&](const RawAttribution &raw) {
            return isIn(content, raw.part.cue.front());
        });
        const bool isTaken = std::ranges::any_of(m_found.list, [&](const RawAttribution &raw) {
            return !raw.part.content.empty() && isIn(content, raw.part.content.front())
                && !raw.part.quotes.empty() && cued.cue.form == CueForm::Passive;
        });
        if (!isTaken)
            add(cued, std::move(content));
    }
}

RawAttributions AttributionReader::read()
{
    readColon();
    readDashes();
    readCued();
    std::ranges::sort(m_found.list, {},
                      [](const RawAttribution &raw) { return raw.part.content.front().begin; });
    describeUnclaimed(m_words, m_role, m_found);
    describeEdges(m_words, m_found);
    return std::move(m_found);
}

} // namespace

RawAttributions readAttributions(const Words &words, SegmentRole role)
{
    return AttributionReader(words, role).read();
}

} // namespace nutgraf::analysis
