// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/tokens.h"

#include "text/characters.h"

#include <QString>

#include <algorithm>
#include <array>

namespace nutgraf::text {

namespace {

/// Lower case, without the point, sorted.
constexpr std::array Abbreviations = std::to_array<QStringView>({
    u"a.m",  u"adm",    u"apr",  u"assn", u"asst", u"atty", u"aug",  u"ave",  u"blvd", u"brig",
    u"bros", u"capt",   u"cmdr", u"co",   u"col",  u"corp", u"cpl",  u"dec",  u"dept", u"det",
    u"dist", u"dr",     u"e.g",  u"esq",  u"est",  u"feb",  u"fig",  u"fri",  u"ft",   u"gen",
    u"gov",  u"hon",    u"i.e",  u"inc",  u"insp", u"jan",  u"jr",   u"lt",   u"ltd",  u"maj",
    u"mar",  u"messrs", u"mgr",  u"mr",   u"mrs",  u"ms",   u"msgr", u"mt",   u"no",   u"nos",
    u"nov",  u"oct",    u"ofc",  u"p.m",  u"ph.d", u"pp",   u"pres", u"prof", u"pvt",  u"rep",
    u"reps", u"ret",    u"rev",  u"sen",  u"sens", u"sept", u"sgt",  u"sr",   u"st",   u"supt",
    u"tel",  u"u.k",    u"u.n",  u"u.s",  u"univ", u"vol",  u"vs",
});

bool isJoiner(QChar c)
{
    return c == u'-' || c == u'.' || c == u'&' || c == u'\u2010' || c == u'\u2011'
        || isApostrophe(c);
}

/// "1,200": a comma between digits belongs to the number.
bool joins(QStringView text, qsizetype at, qsizetype begin)
{
    const QChar c = text[at];
    if (c == u',')
        return text[at - 1].isDigit() && text[at + 1].isDigit() && text[begin].isDigit();
    return isJoiner(c);
}

qsizetype wordEnd(QStringView text, qsizetype begin, qsizetype limit)
{
    qsizetype at = begin;
    while (at < limit) {
        if (isWordAt(text, at)) {
            at += characterLength(text, at);
        } else if (at + 1 < limit && joins(text, at, begin) && isWordAt(text, at + 1)) {
            ++at;
        } else {
            break;
        }
    }
    if (at < limit && text[at] == u'.' && isAbbreviation(text.sliced(begin, at + 1 - begin)))
        ++at;
    return at;
}

qsizetype symbolEnd(QStringView text, qsizetype begin, qsizetype limit)
{
    qsizetype at = begin + characterLength(text, begin);
    while (at < limit) {
        if (text[at].isMark() || text[at].category() == QChar::Symbol_Modifier) {
            ++at;
        } else if (text[at] == u'\u200d' && at + 1 < limit) {
            at = std::min(limit, at + 1 + characterLength(text, at + 1)); // emoji joined as one
        } else {
            break;
        }
    }
    return at;
}

} // namespace

bool isAbbreviation(QStringView word)
{
    if (word.size() < 2 || !word.endsWith(u'.'))
        return false;
    const QStringView bare = word.chopped(1);
    if (bare.size() == 1)
        return bare[0].isUpper();
    if (bare.size() > 12)
        return false;
    // U.S., J.K.: single letters with points between them.
    bool hasInitials = bare.size() % 2 == 1;
    for (qsizetype i = 0; i < bare.size() && hasInitials; ++i)
        hasInitials = i % 2 == 0 ? bare[i].isLetter() : bare[i] == u'.';
    if (hasInitials && bare.size() >= 3)
        return true;
    const QString lower = bare.toString().toLower();
    const bool isListed = std::ranges::binary_search(Abbreviations, QStringView(lower));
    // "no." and "fig." end sentences more often than they abbreviate, unless capitalised.
    return isListed && (bare[0].isUpper() || bare.contains(u'.') || bare == u"vs");
}

std::vector<Token> tokens(QStringView text, TextRange within)
{
    std::vector<Token> found;
    qsizetype at = within.begin;
    while (at < within.end) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        if (isWordAt(text, at) && !text[at].isMark()) {
            at = wordEnd(text, begin, within.end);
            found.push_back(
                {{begin, at}, text[begin].isDigit() ? TokenKind::Number : TokenKind::Word});
        } else {
            at = symbolEnd(text, begin, within.end);
            found.push_back({{begin, at}, TokenKind::Symbol});
        }
    }
    return found;
}

} // namespace nutgraf::text
