// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/day_context.h"

#include "text/characters.h"

#include <QLocale>

namespace nutgraf::text {

namespace {

// Names that a day is the last word of, and the first.
constexpr std::array<QStringView, 36> FeastsBefore = {
    u"Good",   u"Black",       u"Easter",    u"Ash",     u"Palm",    u"Super",
    u"Bloody", u"Maundy",      u"Whit",      u"Cyber",   u"Shrove",  u"Holy",
    u"Fat",    u"Giving",      u"Blue",      u"Red",     u"Rose",    u"Clean",
    u"Plough", u"Spy",         u"Mothering", u"Low",     u"Advent",  u"Trinity",
    u"Orange", u"Remembrance", u"Throwback", u"Casual",  u"Freaky",  u"Man",
    u"Girl",   u"Ruby",        u"Sheffield", u"Laetare", u"Pancake", u"Orthodox"};
constexpr std::array<QStringView, 30> TitlesAfter = {
    u"Times",    u"Mirror", u"Telegraph",   u"Herald",  u"Mail",     u"Express",
    u"Post",     u"Club",   u"Tribune",     u"Gazette", u"Journal",  u"Chronicle",
    u"Observer", u"World",  u"Independent", u"Sun",     u"Star",     u"People",
    u"News",     u"Record", u"Review",      u"League",  u"Football", u"Cup",
    u"Market",   u"School", u"Show",        u"Group",   u"Prayers",  u"Addams"};
constexpr std::array<QStringView, 4> PartsOfDay = {u"Morning", u"Afternoon", u"Evening", u"Night"};
constexpr std::array<QStringView, 26> AnyDay = {
    u"every", u"each",      u"a",        u"any",   u"one",    u"the",   u"some",
    u"no",    u"another",   u"most",     u"other", u"many",   u"that",  u"per",
    u"same",  u"following", u"previous", u"first", u"second", u"third", u"fourth",
    u"fifth", u"alternate", u"his",      u"her",   u"their"};
/// "on Friday Lind said": a capital after a day with one of these before it begins another name.
constexpr std::array<QStringView, 14> LeadsToDay = {
    u"on", u"from", u"since", u"until", u"till", u"before",  u"after",
    u"by", u"for",  u"last",  u"next",  u"this", u"between", u"and"};
constexpr std::array<QStringView, 3> AfterAnotherWeek = {u"of", u"week", u"fortnight"};

// "Today" and its kin.
constexpr std::array<QStringView, 14> ArticlesBefore = {
    u"a",   u"the",   u"our", u"my",     u"your",     u"his", u"her",
    u"its", u"their", u"no",  u"better", u"brighter", u"new", u"any"};
constexpr std::array<QStringView, 8> IdiomsBefore = {u"like",  u"only", u"born", u"even",
                                                     u"still", u"here", u"gone", u"unlike"};
constexpr std::array<QStringView, 4> IdiomsAfter = {u"never", u"belongs", u"programme", u"show"};
constexpr std::array<QStringView, 8> DayWords = {u"today",   u"tomorrow",  u"yesterday",
                                                 u"tonight", u"programme", u"program",
                                                 u"show",    u"presenter"};
constexpr std::array<QStringView, 10> NowadaysAfter = {
    u"a", u"an", u"the", u"one", u"home", u"among", u"known", u"called", u"as", u"part"};

bool isMonth(QStringView word)
{
    if (word.size() < 3 || !word.front().isUpper()) {
        return false;
    }
    for (int month = 1; month <= 12; ++month) {
        const QString name = QLocale::c().monthName(month);
        if (name == word || (word.size() <= 4 && name.startsWith(word))) {
            return true;
        }
    }
    return false;
}

bool isCapitalised(QStringView word)
{
    return !word.isEmpty() && word.front().isUpper();
}

bool isNumber(QStringView word)
{
    return !word.isEmpty() && word.front().isDigit();
}

/// One day word and what stands around it.
class Context {
public:
    Context(QStringView text, TextRange within, TextRange word)
        : m_text(text),
          m_within(within),
          m_word(word),
          m_beforeRange(wordBefore(text, word.begin, within.begin)),
          m_afterRange(wordAfter(text, word.end, within.end)),
          m_before(m_beforeRange.in(text)),
          m_after(m_afterRange.in(text))
    {
    }

    [[nodiscard]] bool isPartOfAWord() const;
    [[nodiscard]] bool isDated() const;
    [[nodiscard]] bool isNamedWeekday() const;
    [[nodiscard]] bool isOtherWeekday() const;
    [[nodiscard]] bool isNamedRelative() const;
    [[nodiscard]] bool isIdiom() const;

private:
    [[nodiscard]] QStringView beforeThat() const
    {
        return wordBefore(m_text, m_beforeRange.begin, m_within.begin).in(m_text);
    }
    [[nodiscard]] QStringView afterThat() const
    {
        return wordAfter(m_text, m_afterRange.end, m_within.end).in(m_text);
    }
    [[nodiscard]] bool isAfterComma() const;

    QStringView m_text;
    TextRange m_within;
    TextRange m_word;
    TextRange m_beforeRange;
    TextRange m_afterRange;
    QStringView m_before;
    QStringView m_after;
};

/// "today's", "Friday-night", "#Friday", "@today_news", "today.example".
bool Context::isPartOfAWord() const
{
    constexpr QStringView Glue = u"-_#@/";
    if (m_word.begin > 0 && Glue.contains(m_text[m_word.begin - 1])) {
        return true;
    }
    if (m_word.end >= m_text.size()) {
        return false;
    }
    const QChar next = m_text[m_word.end];
    const bool isAddress =
        next == u'.' && m_word.end + 1 < m_text.size() && isWordCharacter(m_text[m_word.end + 1]);
    return isApostrophe(next) || Glue.contains(next) || isAddress;
}

/// "Tuesday, 12 May", "Tuesday May 12", "Friday 13th", "Friday the 13th", "Friday in 1987".
bool Context::isDated() const
{
    const qsizetype at = m_word.end;
    const bool hasMark = at < m_within.end && (m_text[at] == u',' || m_text[at] == u'(');
    const TextRange first = wordAfter(m_text, hasMark ? at + 1 : at, m_within.end);
    const QStringView one = first.in(m_text);
    const QStringView two = wordAfter(m_text, first.end, m_within.end).in(m_text);
    const bool isOrdinal = isNumber(one) && one.back().isLetter();
    const bool isLinked = one == u"the" || one == u"in";
    return isOrdinal || (isMonth(one) && isNumber(two)) || (isNumber(one) && isMonth(two))
        || (isLinked && isNumber(two));
}

bool Context::isNamedWeekday() const
{
    if (isOneOf(m_before, FeastsBefore) && isCapitalised(m_before)) {
        return true;
    }
    if (!isCapitalised(m_after) || isMonth(m_after)) {
        return false;
    }
    return isOneOf(m_after, TitlesAfter) || isOneOf(m_after, PartsOfDay)
        || !isOneOf(m_before, LeadsToDay);
}

/// A weekday, but of no week that the day of writing tells.
bool Context::isOtherWeekday() const
{
    return isOneOf(m_before, AnyDay) || isOneOf(m_after, AfterAnotherWeek);
}

bool Context::isAfterComma() const
{
    qsizetype at = m_word.begin;
    while (at > m_within.begin && m_text[at - 1] == u' ') {
        --at;
    }
    return at > m_within.begin && (m_text[at - 1] == u',' || m_text[at - 1] == u';');
}

/// A capital that no sentence's beginning asks for.
bool Context::isNamedRelative() const
{
    if (!isCapitalised(m_word.in(m_text))) {
        return false;
    }
    return !m_before.isEmpty() || isAfterComma() || isOneOf(m_after, DayWords);
}

bool Context::isIdiom() const
{
    if (isOneOf(m_before, ArticlesBefore) || isOneOf(m_before, IdiomsBefore)
        || isOneOf(m_after, IdiomsAfter)) {
        return true;
    }
    const bool isOf = m_before == u"of" && beforeThat().compare(u"as", Qt::CaseInsensitive) != 0;
    const bool isLive = m_before == u"for" && beforeThat().startsWith(u"liv");
    const bool isNowadays =
        (m_before == u"is" || m_before == u"are") && isOneOf(m_after, NowadaysAfter);
    const bool isAnother = m_after == u"is" && afterThat() == u"another";
    return isOf || isLive || isNowadays || isAnother;
}

} // namespace

TextRange wordBefore(QStringView text, qsizetype at, qsizetype from)
{
    qsizetype end = at;
    while (end > from && text[end - 1].isSpace() && !isParagraphEnd(text[end - 1])) {
        --end;
    }
    qsizetype begin = end;
    while (begin > from && (isWordCharacter(text[begin - 1]) || isApostrophe(text[begin - 1]))) {
        --begin;
    }
    return {begin, end};
}

TextRange wordAfter(QStringView text, qsizetype at, qsizetype to)
{
    qsizetype begin = at;
    while (begin < to && text[begin].isSpace() && !isParagraphEnd(text[begin])) {
        ++begin;
    }
    qsizetype end = begin;
    while (end < to && isWordCharacter(text[end])) {
        ++end;
    }
    return {begin, end};
}

bool meansADay(QStringView text, TextRange within, TextRange word, DayWord kind)
{
    const Context context(text, within, word);
    if (context.isPartOfAWord()) {
        return false;
    }
    return kind == DayWord::Weekday
        ? !context.isDated() && !context.isNamedWeekday() && !context.isOtherWeekday()
        : !context.isNamedRelative() && !context.isIdiom();
}

} // namespace nutgraf::text
