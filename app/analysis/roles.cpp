// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/roles.h"

#include <algorithm>
#include <array>

namespace nutgraf::analysis {

namespace {

constexpr int LongestTitle = 6;
constexpr int LongestApposition = 11;

template <size_t N>
bool isOneOf(const QString &word, const std::array<QStringView, N> &list)
{
    return std::ranges::contains(list, QStringView(word));
}

/// Forms of address: they say nothing of what someone does.
bool isHonorific(const Word &word)
{
    static constexpr std::array<QStringView, 15> List{
        u"mr",  u"mr.", u"mrs",  u"mrs.", u"ms",   u"ms.",    u"miss",   u"dr",
        u"dr.", u"sir", u"lady", u"lord", u"dame", u"sister", u"brother"};
    return isOneOf(word.lower, List);
}

QString spelledOut(const QString &role)
{
    static constexpr std::array<std::pair<QStringView, QStringView>, 12> Table{{
        {u"Sen.", u"senator"},
        {u"Rep.", u"representative"},
        {u"Gov.", u"governor"},
        {u"Gen.", u"general"},
        {u"Col.", u"colonel"},
        {u"Capt.", u"captain"},
        {u"Sgt.", u"sergeant"},
        {u"Lt.", u"lieutenant"},
        {u"Maj.", u"major"},
        {u"Adm.", u"admiral"},
        {u"Prof.", u"professor"},
        {u"Rev.", u"reverend"},
    }};
    const auto *const it = std::ranges::find_if(
        Table, [&](const auto &row) { return role.compare(row.first, Qt::CaseInsensitive) == 0; });
    return it == Table.end() ? role : it->second.toString();
}

class RoleReader {
public:
    RoleReader(const Words &words, int first, int end) : m_words(words), m_first(first), m_end(end)
    {
    }
    [[nodiscard]] QString read() const
    {
        if (QString role = title(); !role.isEmpty())
            return role;
        if (QString role = apposition(); !role.isEmpty())
            return role;
        return leading();
    }

private:
    [[nodiscard]] const Word &at(int i) const
    {
        return m_words.at(i);
    }
    [[nodiscard]] bool isBeside(int i) const
    {
        return i >= 0 && i < m_words.count() && at(i).sentence == at(m_first).sentence
            && at(i).quote == at(m_first).quote;
    }
    [[nodiscard]] bool isTitlePart(int i) const;
    [[nodiscard]] int appositionBegin() const;
    [[nodiscard]] int appositionEnd(int first) const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString apposition() const;
    [[nodiscard]] QString leading() const;
    [[nodiscard]] QString spelled(int first, int last) const;

    const Words &m_words;
    int m_first;
    int m_end;
};

/// As in the text, but a sentence's first word without its capital unless it is a name's.
QString RoleReader::spelled(int first, int last) const
{
    QString role = m_words.span(first, last).in(m_words.text).toString().simplified();
    const Word &word = at(first);
    const bool isCommon = word.is(word::Title | word::RoleNoun | word::Starter | word::OrgHead)
        || (last == first && isTrade(word));
    if ((word.isFirst || m_words.isTitleCase) && isCommon && role.size() > 1 && !role[1].isUpper())
        role[0] = role[0].toLower();
    return spelledOut(role);
}

bool RoleReader::isTitlePart(int i) const
{
    const Word &word = at(i);
    if (word.isSymbol || word.isOwner || isHonorific(word) || word.lower[0].isDigit())
        return false;
    if (word.is(word::Title | word::RoleNoun))
        return true;
    if (word.is(word::Determiner | word::Possessive | word::Pronoun | word::Relative
                | word::Preposition | word::Conjunction | word::Subordinator | word::Auxiliary
                | word::Adverb | word::Verb | word::Weekday | word::Month | word::TimeWord))
        return false;
    if (word.isCapital) { // "National Security …", "Club president"
        return !word.isFirst || !word.is(word::Starter) || word.is(word::OrgHead)
            || at(i + 1).isCapital;
    }
    const bool isVerb = (word.lower.endsWith(u"ing") || word.lower.endsWith(u"ed"))
        || Lexicon::english().cue(word.lower).has_value();
    return !isVerb || word.is(word::Noun);
}

/// "National Security Council spokesperson Ann Vale"
QString RoleReader::title() const
{
    int last = m_first - 1;
    while (isBeside(last) && isHonorific(at(last)))
        --last;
    if (!isBeside(last) || !at(last + 1).isJoined || !isTrade(at(last)) || at(last).isOwner
        || isHonorific(at(last)))
        return {};
    int first = last;
    while (last - first < LongestTitle && isBeside(first - 1) && at(first).isJoined
           && isTitlePart(first - 1))
        --first;
    return spelled(first, last);
}

/// Where what follows "Ann Vale," or "Ann Vale, 58," begins; -1: nothing does.
int RoleReader::appositionBegin() const
{
    if (isBeside(m_end) && at(m_end).lower == u"of" && isBeside(m_end + 2)) {
        const int name = m_end + (at(m_end + 1).lower == u"the" ? 2 : 1);
        return isBeside(name) && at(name).isCapital ? name : -1;
    }
    int i = m_end + 1;
    if (!isBeside(i) || !at(m_end).isComma())
        return -1;
    if (at(i).lower[0].isDigit() && isBeside(i + 2) && at(i + 1).isComma())
        i += 2;
    const QString &article = at(i).lower;
    if (article == u"the" || article == u"a" || article == u"an")
        return isBeside(i + 1) ? i + 1 : -1;
    for (int k = i; k < i + 3 && isBeside(k) && !at(k).isSymbol; ++k) {
        if (at(k).is(word::Determiner | word::Possessive | word::Pronoun | word::Conjunction
                     | word::Relative | word::Auxiliary | word::Preposition))
            return -1;
        if (isTrade(at(k)) && !at(k).isCapital)
            return i;
    }
    return -1;
}

/// One past the last word of the apposition from `first`; `first`: it is none.
int RoleReader::appositionEnd(int first) const
{
    const auto isLink = [this](int i) {
        const QString &w = at(i).lower;
        return w == u"of" || w == u"for" || w == u"at" || w == u"in" || w == u"and" || w == u"the"
            || w == u"with" || w == u"to" || w == u"a" || w == u"on";
    };
    int i = first;
    while (isBeside(i) && i - first < LongestApposition) {
        const Word &word = at(i);
        if (word.isComma() || word.lower == u"." || word.lower == u"—" || word.lower == u"–"
            || word.is(word::Relative))
            return i;
        const bool isInside = isLink(i) || word.isCapital || isTitlePart(i) || word.isOwner
            || word.lower.endsWith(u"ed");
        if (!isInside)
            return first;
        ++i;
    }
    return isBeside(i) ? first : i;
}

/// "Ann Vale, the mayor of Alder," · "Ann Vale of the Deckhands' Union"
QString RoleReader::apposition() const
{
    const int first = appositionBegin();
    if (first < 0)
        return {};
    int end = appositionEnd(first);
    const bool isMember = at(m_end).lower == u"of";
    if (isMember) { // only a body says what someone is: "Ann Vale of Alder" does not
        end = first;
        while (isBeside(end)
               && (at(end).isCapital || at(end).lower == u"of"
                   || (at(end).isSymbol && at(end - 1).isOwner)))
            ++end;
        if (end == first || !at(end - 1).is(word::OrgHead))
            return {};
    }
    int head = first;
    while (head + 1 < end && !at(head + 1).is(word::Preposition | word::Conjunction))
        ++head;
    if (end <= first || at(head).is(word::TimeWord | word::Weekday | word::Month)
        || at(end - 1).is(word::Preposition | word::Conjunction | word::Determiner))
        return {};
    return spelled(first, end - 1);
}

/// "The quarry's surveyor, Ann Vale, said"
QString RoleReader::leading() const
{
    const int last = m_first - 2;
    if (!isBeside(last) || !at(m_first - 1).isComma() || !isBeside(m_end) || !at(m_end).isComma()
        || !isTrade(at(last)) || at(last).isCapital)
        return {};
    int first = last;
    while (last - first < LongestTitle && isBeside(first - 1)
           && (isTitlePart(first - 1) || at(first - 1).isOwner))
        --first;
    const bool isWhole = isBeside(first - 1) && at(first - 1).is(word::Determiner);
    return isWhole || at(first).isOwner ? spelled(first, last) : QString();
}

} // namespace

bool isTrade(const Word &word)
{
    if (word.is(word::Title | word::RoleNoun))
        return true;
    if (word.lower.size() < 6 || word.is(word::Adverb | word::Subordinator | word::GivenName))
        return false;
    static constexpr std::array<QStringView, 14> Endings{
        u"ologist", u"ographer", u"keeper", u"ician",  u"woman", u"person",  u"holder",
        u"veyor",   u"worker",   u"player", u"master", u"maker", u"fighter", u"caster"};
    return std::ranges::any_of(Endings, [&](QStringView e) { return word.lower.endsWith(e); });
}

QString roleOf(const Words &words, int first, int end)
{
    return RoleReader(words, first, end).read();
}

QString roleNoun(const QString &role)
{
    static constexpr std::array<QStringView, 7> Links{u"of", u"for",  u"at", u"in",
                                                      u"to", u"with", u"on"};
    QString noun;
    for (const QString &word : role.split(u' ', Qt::SkipEmptyParts)) {
        if (isOneOf(word, Links))
            break;
        noun = word.toLower();
    }
    return noun;
}

} // namespace nutgraf::analysis
