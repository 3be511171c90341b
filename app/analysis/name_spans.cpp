// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/name_spans.h"

#include "text/characters.h"

#include <algorithm>

namespace nutgraf::analysis {

QString NameSpans::joined(int first, int end) const
{
    QString name;
    for (int i = first; i < end; ++i) {
        if (i > first)
            name += u' ';
        name += at(i).range.in(m_words.text);
    }
    return name;
}

/// The end of the run of capitalised words from `first`; particles count if a capital follows.
int NameSpans::runEnd(int first) const
{
    int end = first + 1;
    while (end < m_words.count() && at(end).isJoined) {
        if (at(end).isCapital && !at(end).isFirst) {
            ++end;
            continue;
        }
        const QString &w = at(end).lower;
        const bool isParticle = w == u"de" || w == u"van" || w == u"von" || w == u"der"
            || w == u"bin" || w == u"al" || w == u"del" || w == u"da" || w == u"ibn" || w == u"la";
        if (!isParticle || end + 1 >= m_words.count() || !at(end + 1).isJoined
            || !(at(end + 1).isCapital || at(end + 1).lower == u"der"))
            break;
        end += 1;
    }
    return end;
}

/// The end of the longest known name that begins at `first`, which may pass `end` over an "of".
int NameSpans::knownEnd(int first, int end) const
{
    const Lexicon &lexicon = Lexicon::english();
    const QString spelled = at(first).range.in(m_words.text).toString();
    int longest = lexicon.longestFrom(spelled);
    if (longest == 0)
        longest = lexicon.longestFrom(lexicon.usualSpelling(spelled));
    for (int n = std::min(std::max(longest, 4), m_words.count() - first); n >= 1; --n) {
        bool isWhole = true;
        for (int i = first + 1; i < first + n; ++i)
            isWhole = isWhole && at(i).isJoined;
        if (!isWhole)
            continue;
        const QString name = joined(first, first + n);
        if (lexicon.knownName(name))
            return first + n;
        if (name.size() > 3 && name == name.toUpper()
            && lexicon.knownName(lexicon.usualSpelling(name)) && (n == 1 || first + n <= end))
            return first + n;
    }
    return first;
}

/// "… of X", "… for the X" after an organisation's head word.
int NameSpans::ofEnd(int head) const
{
    int i = head + 1;
    if (i >= m_words.count() || !at(i).isJoined || (at(i).lower != u"of" && at(i).lower != u"for"))
        return head + 1;
    ++i;
    if (i < m_words.count() && at(i).lower == u"the" && at(i).isJoined)
        ++i;
    const int first = i;
    while (
        i < m_words.count() && at(i).isJoined
        && (at(i).isCapital
            || (at(i).lower == u"and" && i > first && i + 1 < m_words.count() && at(i + 1).isCapital
                && at(i + 1).isJoined && at(head).lower == u"department")))
        ++i;
    return i > first ? i : head + 1;
}

/// The end of an organisation's name: up to and with its head word, and what "of" adds to it.
int NameSpans::organisationEnd(int first, int end) const
{
    for (int i = first; i < end; ++i) {
        if (i > first && at(i).is(word::Title) && !at(i).is(word::OrgHead)
            && at(i).lower != u"justice" && at(i).lower != u"defense" && at(i).lower != u"foreign"
            && at(i).lower != u"interior" && at(i).lower != u"finance")
            return first;
        if (!at(i).is(word::OrgHead))
            continue;
        if (i == first && at(i).isFirst && at(i).is(word::Starter))
            return first;
        int last = i;
        while (last + 1 < end && at(last + 1).is(word::OrgHead))
            ++last;
        return ofEnd(last);
    }
    return first;
}

/// The end of a name whose last word is a `head`: "UN Charter", "Hudson River".
int NameSpans::headedEnd(int first, int end, quint32 head) const
{
    for (int i = end - 1; i > first; --i) {
        if (at(i).is(head))
            return i + 1;
    }
    return first;
}

/// "Deckhands' Union", "People's Party": past the head word after an owner that ends the run;
/// `end`: there is none.
int NameSpans::ownedEnd(int end) const
{
    const Word &owner = at(end - 1);
    int head = end;
    if (head < m_words.count() && at(head).isSymbol
        && text::isApostrophe(at(head).range.in(m_words.text)[0]))
        ++head;
    if (!owner.isOwner || head >= m_words.count() || at(head).isSymbol || !at(head).isCapital
        || !at(head).is(word::OrgHead) || at(head).quote != owner.quote)
        return end;
    const bool isGroup = owner.lower.endsWith(u's') || owner.lower == u"people"
        || owner.lower == u"women" || owner.lower == u"men" || owner.lower == u"children";
    return isGroup ? ofEnd(head) : end;
}

} // namespace nutgraf::analysis
