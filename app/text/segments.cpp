// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/segments.h"

#include "text/characters.h"
#include "text/quotes.h"
#include "text/tokens.h"

#include <algorithm>
#include <array>

namespace nutgraf::text {

namespace {

/// Verbs that hold "'Why?' Ms. Lee asked." together as one sentence.
constexpr std::array Asks = std::to_array<QStringView>(
    {u"said", u"says", u"asked", u"asks", u"told", u"added", u"wrote", u"replied", u"shouted",
     u"tweeted", u"wondered", u"continued", u"cried", u"responded", u"exclaimed"});

bool isTerminator(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'…';
}

bool isCloser(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'”' || c == u'’' || c == u'»' || c == u'›' || c == u')'
        || c == u']' || c == u'“' || c == u'‘';
}

/// Months, "No.", titles: never end a sentence before a digit or a name.
bool endsWithAbbreviation(QStringView text, TextRange sentence, qsizetype point)
{
    qsizetype begin = point;
    while (begin > sentence.begin && point - begin < 12
           && (isWordCharacter(text[begin - 1]) || text[begin - 1] == u'.'))
        --begin;
    return isAbbreviation(text.sliced(begin, point + 1 - begin));
}

/// Initials such as "U.S." may end a sentence, "Mr." may not: look at what follows.
bool abbreviationEnds(QStringView text, qsizetype point, QStringView rest)
{
    const bool isInitials = point >= 2 && text[point - 2] == u'.';
    if (!isInitials)
        return false;
    static constexpr std::array Starters = std::to_array<QStringView>(
        {u"The", u"He",   u"She",  u"It",  u"They", u"We", u"But", u"In", u"And", u"A",
         u"An",  u"This", u"That", u"His", u"Her",  u"I",  u"On",  u"At", u"For", u"However"});
    qsizetype end = 0;
    while (end < rest.size() && isWordCharacter(rest[end]))
        ++end;
    const QStringView first = rest.first(end);
    return std::ranges::any_of(Starters, [&](QStringView w) { return first == w; });
}

/// Whether a reporting verb stands among the first words of `rest`: the sentence goes on. After a
/// full stop only if nothing follows the verb: "'No.' Ms. Lee told the crowd …" is a new sentence.
bool goesOnWithCue(QStringView rest, QChar terminator)
{
    const QStringView near = rest.first(std::min<qsizetype>(rest.size(), 60));
    int words = 0;
    for (const Token &token : tokens(near, {0, near.size()})) {
        if (token.kind == TokenKind::Symbol || ++words > 5)
            return false;
        const QStringView word = token.range.in(near);
        if (std::ranges::any_of(Asks, [&](QStringView w) { return word == w; })) {
            return words > 1
                && (terminator != u'.' || near.sliced(token.range.end).startsWith(u'.'));
        }
    }
    return false;
}

/// Whether the sentence ends with the terminator at `point`, its closers up to `end`.
bool endsHere(QStringView text, TextRange paragraph, qsizetype point, qsizetype end)
{
    if (end >= paragraph.end)
        return true;
    if (!text[end].isSpace())
        return false;
    qsizetype next = end;
    while (next < paragraph.end && text[next].isSpace())
        ++next;
    if (next >= paragraph.end)
        return true;
    const QStringView rest = text.sliced(next, paragraph.end - next);
    if (rest[0].isLower())
        return false;
    if (text[point] == u'.' && end == point + 1 && endsWithAbbreviation(text, paragraph, point))
        return abbreviationEnds(text, point, rest);
    return end == point + 1 || !goesOnWithCue(rest, text[point]);
}

} // namespace

std::vector<TextRange> paragraphs(QStringView text, TextRange within)
{
    std::vector<TextRange> found;
    qsizetype at = within.begin;
    while (at < within.end) {
        qsizetype end = at;
        while (end < within.end && !isParagraphEnd(text[end]))
            ++end;
        TextRange line{at, end};
        while (!line.isEmpty() && text[line.begin].isSpace())
            ++line.begin;
        while (!line.isEmpty() && text[line.end - 1].isSpace())
            --line.end;
        if (!line.isEmpty())
            found.push_back(line);
        at = end + 1;
    }
    return found;
}

std::vector<TextRange> sentences(QStringView text, TextRange paragraph)
{
    std::vector<TextRange> found;
    const std::vector<Quote> marks = quotes(text, paragraph);
    auto quote = marks.begin();
    qsizetype begin = paragraph.begin;
    qsizetype at = begin;
    while (at < paragraph.end) {
        while (quote != marks.end() && (quote->inner.end <= at || quote->isUnclosed))
            ++quote;
        if (quote != marks.end() && quote->inner.begin <= at)
            at = std::max(at, quote->inner.end - 1); // only its last mark can end the sentence
        if (!isTerminator(text[at])) {
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        while (end < paragraph.end && (isTerminator(text[end]) || isCloser(text[end])))
            ++end;
        if (endsHere(text, paragraph, at, end)) {
            found.push_back({begin, end});
            while (end < paragraph.end && text[end].isSpace())
                ++end;
            begin = end;
        }
        at = end;
    }
    if (begin < paragraph.end)
        found.push_back({begin, paragraph.end});
    return found;
}

qsizetype wordCount(QStringView text)
{
    qsizetype count = 0;
    bool isInside = false;
    for (qsizetype at = 0; at < text.size(); at += characterLength(text, at)) {
        const QChar c = text[at];
        if (isWordAt(text, at)) {
            count += isInside ? 0 : 1;
            isInside = true;
        } else if (!isInside || (c != u'-' && c != u'.' && !isApostrophe(c))
                   || at + 1 >= text.size() || !isWordAt(text, at + 1)) {
            isInside = false;
        }
    }
    return count;
}

} // namespace nutgraf::text
