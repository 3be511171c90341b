// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/contents.h"

#include <algorithm>
#include <array>

namespace nutgraf::analysis {

namespace {

/// Words after a cue that may stand alone beside a quotation: "on Thursday", "in a statement".
constexpr int LongestTail = 9;

class ContentReader {
public:
    ContentReader(const Words &words, const CuedSource &cued, int limit)
        : m_words(words),
          m_cued(cued),
          m_sentence(sentenceOf(words, cued.cue.head)),
          m_limit(std::min(limit, m_sentence.last + 1))
    {
    }
    [[nodiscard]] std::vector<TextRange> read();

private:
    [[nodiscard]] const Word &at(int i) const
    {
        return m_words.at(i);
    }
    [[nodiscard]] bool endsQuote(int i) const;
    [[nodiscard]] bool isIntroduction(int last) const;
    [[nodiscard]] bool hasQuote(int first, int end) const;
    [[nodiscard]] int afterBegin() const;
    [[nodiscard]] int skipMedium(int i) const;
    [[nodiscard]] int skipAddressee(int i) const;
    [[nodiscard]] int trimmedEnd(int first, int end) const;
    [[nodiscard]] bool isBefore() const;
    void addBefore();
    void addAfter();
    void addPassive();
    void addFollowingQuotes();
    void add(int first, int last);

    const Words &m_words;
    const CuedSource &m_cued;
    Phrase m_sentence;
    int m_limit;
    std::vector<TextRange> m_found;
};

void ContentReader::add(int first, int last)
{
    if (first <= last)
        m_found.push_back(rangeOf(m_words, first, last));
}

/// Whether word `i` is the last of a quotation that closes.
bool ContentReader::endsQuote(int i) const
{
    return i >= 0 && at(i).quote >= 0
        && (i + 1 >= m_words.count() || at(i + 1).quote != at(i).quote)
        && !m_words.quotes[static_cast<size_t>(at(i).quote)].isUnclosed;
}

bool ContentReader::hasQuote(int first, int end) const
{
    for (int i = first; i < end; ++i) {
        if (at(i).quote >= 0)
            return true;
    }
    return false;
}

/// "In Ohio, he said …": no content, only where and when.
bool ContentReader::isIntroduction(int last) const
{
    const Word &first = at(m_sentence.first);
    const int length = last - m_sentence.first + 1;
    return !hasQuote(m_sentence.first, last + 1)
        && (length <= 2
            || (length <= 12
                && first.is(word::Preposition | word::Subordinator | word::Adverb
                            | word::Conjunction)));
}

/// After "told": past those who are told.
int ContentReader::skipAddressee(int i) const
{
    const QString &head = at(m_cued.cue.head).lower;
    if (!head.startsWith(u"tell") && head != u"told" && !head.startsWith(u"remind")
        && !head.startsWith(u"assur") && !head.startsWith(u"ask") && !head.startsWith(u"inform"))
        return i;
    if (i < m_limit && at(i).isComma())
        return i;
    int k = i;
    while (k < m_limit && k - i < 14) {
        const Word &word = at(k);
        if (word.lower == u"that" || word.lower == u"whether" || word.lower == u"if"
            || word.lower == u"how" || word.lower == u"why" || word.lower == u"what"
            || word.lower == u"to" || word.quote >= 0)
            return k;
        if (word.isComma())
            return k;
        ++k;
    }
    const std::optional<Phrase> object = phraseBeginningAt(m_words, i);
    if (!object)
        return i;
    const int end = at(i).is(word::Pronoun) || at(i).lower == u"him" || at(i).lower == u"them"
        ? i
        : object->last;
    return std::min(end + 1, m_limit);
}

/// The first word of what follows the cue.
/// "said in a statement it would wait": past where it was said, if a subject follows.
int ContentReader::skipMedium(int i) const
{
    static constexpr std::array<QStringView, 11> Media{
        u"statement", u"interview", u"letter", u"email", u"tweet", u"post",
        u"message",   u"report",    u"filing", u"memo",  u"speech"};
    if (i + 4 >= m_limit || at(i).lower != u"in" || !at(i + 1).is(word::Determiner))
        return i;
    for (int k = i + 2; k <= i + 3 && k + 1 < m_limit; ++k) {
        if (std::ranges::contains(Media, QStringView(at(k).lower))) {
            return at(k + 1).is(word::Pronoun | word::Determiner) && at(k + 1).lower != u"that"
                ? k + 1
                : i;
        }
    }
    return i;
}

int ContentReader::afterBegin() const
{
    int i = skipAddressee(m_cued.span.last + 1);
    // "said Thursday that", "said in a statement that": past when and where, if the words follow.
    const auto isTime = [&](int k) {
        return k < m_limit && at(k).is(word::Weekday | word::TimeWord);
    };
    if (i < m_limit && (isTime(i) || (at(i).lower == u"on" && isTime(i + 1)))) {
        while (i < m_limit && (isTime(i) || at(i).lower == u"on" || at(i).lower == u"this"))
            ++i;
    }
    i = skipMedium(i);
    if (i < m_limit && at(i).is(word::Preposition) && !at(i).is(word::Subordinator)) {
        for (int k = i; k < m_limit && k - i < LongestTail + 3; ++k) {
            if (at(k).lower == u"that" && k > i + 1 && !at(k - 1).isComma())
                return k;
            if (at(k).isComma() && k + 1 < m_limit
                && (at(k + 1).quote >= 0 || at(k + 1).lower == u"that"))
                return k + 1;
        }
    }
    while (i < m_limit && (at(i).isComma() || at(i).lower == u":"))
        ++i;
    return i;
}

/// Without the full stop and what only closes the clause.
int ContentReader::trimmedEnd(int first, int end) const
{
    int last = end - 1;
    while (last >= first && at(last).quote < 0 && at(last).isSymbol
           && (at(last).lower == u"." || at(last).isComma() || at(last).lower == u";"
               || at(last).lower == u"—" || at(last).lower == u"-" || at(last).lower == u"–"
               || at(last).lower == u":"))
        --last;
    if (last >= first && at(last).quote < 0
        && (at(last).lower == u"and" || at(last).lower == u"but" || at(last).lower == u"while")) {
        --last;
        return trimmedEnd(first, last + 1);
    }
    return last;
}

/// Whether what stands before source and cue is said by it.
bool ContentReader::isBefore() const
{
    const int last = m_cued.span.first - 1;
    if (last < m_sentence.first)
        return false;
    const bool isParted = at(last).isComma() || endsQuote(last) || at(last).lower == u"—"
        || at(last).lower == u"–" || at(last).lower == u"?"
        || m_cued.cue.form == CueForm::AccordingTo;
    if (!isParted || isIntroduction(last - (at(last).isComma() && at(last).quote < 0 ? 1 : 0)))
        return false;
    if (endsQuote(last))
        return true;
    const int after = m_cued.span.last + 1;
    if (after >= m_limit)
        return true;
    const int rest = trimmedEnd(after, m_limit) - after + 1;
    if (rest <= 0 || m_cued.cue.form == CueForm::AccordingTo || m_cued.isInverted)
        return true;
    if (at(after).lower == u"that" || hasQuote(after, m_limit))
        return at(after).isComma();
    // "…, researchers said on Friday after the largest survey so far."
    if (at(after).lower == u"on" && after + 1 < m_limit && at(after + 1).is(word::Weekday))
        return true;
    return at(after).isComma()
        || (rest <= LongestTail && at(after).is(word::Preposition | word::Weekday | word::TimeWord))
        || (rest <= 4 && at(m_cued.cue.head).lower == u"told");
}

void ContentReader::addBefore()
{
    int first = m_sentence.first;
    while (first < m_cued.span.first && at(first).quote < 0
           && (at(first).isSymbol
               || (at(first).is(word::Conjunction) && hasQuote(first, m_cued.span.first)
                   && at(first + 1).quote >= 0)))
        ++first;
    add(first, trimmedEnd(first, m_cued.span.first));
    // "…, he said, …": what goes on after the second comma.
    int after = m_cued.span.last + 1;
    const bool isTold = after < m_limit && !at(after).isComma();
    if (isTold && hasQuote(after, m_limit)) {
        while (after < m_limit && at(after).quote < 0)
            ++after;
        if (after < m_limit && after > 0
            && (at(after - 1).isComma() || at(after - 1).lower == u":"))
            add(after, trimmedEnd(after, m_limit));
        return;
    }
    if (isTold || after + 1 >= m_limit)
        return;
    const Word &next = at(after + 1);
    const bool isAside =
        next.is(word::Determiner | word::Relative | word::Preposition | word::Subordinator)
        || next.lower.endsWith(u"ing");
    const bool isPlain = !endsQuote(m_cued.span.first - 1) && !isAside;
    if (next.quote >= 0 || isPlain)
        add(after + 1, trimmedEnd(after + 1, m_limit));
}

void ContentReader::addAfter()
{
    const int first = afterBegin();
    if (first < m_limit)
        add(first, trimmedEnd(first, m_limit));
}

/// "the bill proposed by Ms. Vale", "is expected to": the subject and what follows.
void ContentReader::addPassive()
{
    if (const auto subject = phraseEndingAt(m_words, m_cued.cue.first - 1, m_sentence.first))
        add(subject->first, subject->last);
    const int after = m_cued.span.last + 1;
    if (!m_cued.source && after < m_limit)
        add(after, trimmedEnd(after, m_limit));
}

/// Sentences that are nothing but a quotation go on with the speaker of the one before.
void ContentReader::addFollowingQuotes()
{
    if (m_found.empty() || m_limit <= m_sentence.last)
        return;
    const TextRange last = m_found.back();
    const bool isQuoted = std::ranges::any_of(m_words.quotes, [&](const text::Quote &q) {
        return last.contains(q.range) && q.inner.length() > 6;
    });
    if (!isQuoted)
        return;
    int i = m_sentence.last + 1;
    while (i < m_words.count() && at(i).quote >= 0) {
        const Phrase next = sentenceOf(m_words, i);
        int end = next.last;
        while (end > i && at(end).quote < 0 && at(end).isSymbol)
            --end;
        if (at(end).quote != at(i).quote)
            return;
        add(i, end);
        i = next.last + 1;
    }
}

std::vector<TextRange> ContentReader::read()
{
    const CueForm form = m_cued.cue.form;
    if (form == CueForm::Passive) {
        addPassive();
    } else if (form != CueForm::Nominal && isBefore()) {
        addBefore();
    } else if (form == CueForm::AccordingTo) {
        const int comma = m_cued.span.last + 1;
        if (comma + 1 < m_limit && at(comma).isComma())
            add(comma + 1, trimmedEnd(comma + 1, m_limit));
    } else {
        addAfter();
    }
    addFollowingQuotes();
    return std::move(m_found);
}

} // namespace

std::vector<TextRange> readContent(const Words &words, const CuedSource &cued, int limit)
{
    return ContentReader(words, cued, limit).read();
}

Phrase sentenceOf(const Words &words, int i)
{
    const int sentence = words.at(i).sentence;
    const auto first = std::ranges::lower_bound(words.list, sentence, {}, &Word::sentence);
    const auto end = std::ranges::upper_bound(words.list, sentence, {}, &Word::sentence);
    return {static_cast<int>(first - words.list.begin()),
            static_cast<int>(end - words.list.begin()) - 1};
}

TextRange rangeOf(const Words &words, int first, int last)
{
    TextRange range = words.span(first, last);
    const auto quoteOf = [&](int i) {
        return words.at(i).quote < 0 ? nullptr
                                     : &words.quotes[static_cast<size_t>(words.at(i).quote)];
    };
    const text::Quote *opening = quoteOf(first);
    if (opening && (first == 0 || words.at(first - 1).quote != words.at(first).quote))
        range.begin = opening->range.begin;
    const text::Quote *closing = quoteOf(last);
    if (closing && (last + 1 == words.count() || words.at(last + 1).quote != words.at(last).quote))
        range.end = closing->range.end;
    return range;
}

} // namespace nutgraf::analysis
