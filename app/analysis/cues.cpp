// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/cues.h"

#include <algorithm>

namespace nutgraf::analysis {

namespace {

bool isBe(const QString &w)
{
    static const QStringView Forms[] = {u"is",    u"are",    u"was",     u"were",  u"be",
                                        u"been",  u"being",  u"wasn't",  u"isn't", u"wasn’t",
                                        u"isn’t", u"aren't", u"weren't", u"got"};
    return std::ranges::any_of(Forms, [&](QStringView f) { return w == f; });
}

/// Words that a cue keeps at its right: "called for", "pointed out", "referring to".
bool isLinked(const QString &head, const QString &next)
{
    const auto starts = [&](QStringView stem) {
        return head.startsWith(stem);
    };
    if (next == u"out")
        return starts(u"point");
    if (next == u"to") {
        return starts(u"refer") || starts(u"respond") || starts(u"point") || starts(u"object")
            || starts(u"allud");
    }
    if (next == u"for")
        return starts(u"call") || starts(u"argu") || starts(u"push");
    if (next == u"on")
        return starts(u"call") || starts(u"focus") || starts(u"insist");
    if (next == u"about") {
        return starts(u"talk") || starts(u"sp") || starts(u"complain") || starts(u"ask")
            || starts(u"worr");
    }
    return next == u"of"
        && (head == u"said" || starts(u"complain") || starts(u"accus") || starts(u"warn"));
}

/// A word that is a noun as often: a verb only after what can be its subject.
bool isNounHere(const Words &words, int i)
{
    const Word &word = words.at(i);
    if (i == 0)
        return word.is(word::Noun);
    const Word &before = words.at(i - 1);
    if (before.is(word::Determiner | word::Possessive) || before.isOwner) {
        return !before.is(word::Relative) && before.lower != u"all" && before.lower != u"some"
            && before.lower != u"many" && before.lower != u"most";
    }
    if (!word.is(word::Noun))
        return false;
    if (word.lower.endsWith(u"ing"))
        return before.is(word::Preposition);
    if (before.is(word::Pronoun | word::Relative | word::Auxiliary | word::Adverb)
        || before.lower == u"to")
        return isBe(before.lower);
    if (before.isComma())
        return true;
    if (before.is(word::Preposition | word::Conjunction) || before.isSymbol)
        return true;
    const bool isThirdPerson = word.lower.endsWith(u's');
    const bool isPlural =
        before.lower.endsWith(u's') || before.lower == u"people" || before.lower == u"police";
    if (word.lower.endsWith(u"ed"))
        return false;
    return isThirdPerson ? (isPlural && !before.isCapital) : !isPlural;
}

int rateOf(const Words &words, int i, const CueRates &rates)
{
    const QString after = i + 1 < words.count() ? words.at(i + 1).lower : QString();
    if (i > 0 && words.at(i - 1).lower == u"to")
        return rates.afterTo;
    if (after == u"that")
        return rates.beforeThat;
    return after == u"to" ? rates.beforeTo : rates.plain;
}

CueForm formOf(const Words &words, const Cue &cue)
{
    const QString &head = words.at(cue.head).lower;
    const QString before = cue.head > 0 ? words.at(cue.head - 1).lower : QString();
    if (before == u"to")
        return CueForm::Infinitive;
    if (head.endsWith(u"ing") && cue.first == cue.head)
        return CueForm::Participle;
    const bool isPast = head.endsWith(u"ed") || head == u"said" || head == u"told"
        || head == u"seen" || head == u"known" || head == u"thought" || head == u"found"
        || head == u"written";
    if (isPast) {
        for (int i = cue.first; i < cue.head; ++i) {
            if (isBe(words.at(i).lower))
                return CueForm::Passive;
        }
        if (cue.head + 1 < words.count() && words.at(cue.head + 1).lower == u"by"
            && head != u"said")
            return CueForm::Passive;
    }
    return CueForm::Active;
}

/// "demands from the islands that …", "Ms. Vale's claim that …"
bool isNominal(const Words &words, int i)
{
    const Word &word = words.at(i);
    if (!word.is(word::Noun) || i + 1 >= words.count())
        return false;
    const Word &next = words.at(i + 1);
    const Word *before = i > 0 ? &words.at(i - 1) : nullptr;
    if (next.lower == u"that")
        return before && (before->isOwner || before->is(word::Possessive));
    if (next.lower != u"from" && next.lower != u"by")
        return false;
    for (int k = i + 2; k < words.count() && k < i + 9; ++k) {
        if (words.at(k).lower == u"that")
            return true;
        if (words.at(k).isSymbol || words.at(k).is(word::Auxiliary))
            return false;
    }
    return false;
}

Cue grown(const Words &words, int head)
{
    Cue cue{head, head, head, CueForm::Active, 0};
    while (cue.first > 0) {
        const Word &before = words.at(cue.first - 1);
        const bool isAly =
            before.lower.endsWith(u"ly") && !before.isCapital && before.lower.size() > 4;
        if (before.sentence != words.at(head).sentence || before.quote >= 0
            || (!before.is(word::Auxiliary) && before.lower != u"to" && !isAly
                && (!before.is(word::Adverb) || before.is(word::Subordinator | word::Title))))
            break;
        --cue.first;
    }
    // An adverb or "to" alone at the left belongs to what is before it.
    while (cue.first < head && words.at(cue.first).lower == u"to" && cue.first + 1 < head)
        ++cue.first;
    if (head + 1 < words.count() && words.at(head + 1).quote < 0
        && isLinked(words.at(head).lower, words.at(head + 1).lower))
        ++cue.last;
    cue.form = formOf(words, cue);
    return cue;
}

} // namespace

std::vector<Cue> readCues(const Words &words, int lowest)
{
    std::vector<Cue> found;
    const Lexicon &lexicon = Lexicon::english();
    for (int i = 0; i < words.count(); ++i) {
        const Word &word = words.at(i);
        if (word.isSymbol || word.quote >= 0)
            continue;
        if (word.lower == u"according" && i + 1 < words.count() && words.at(i + 1).lower == u"to") {
            found.push_back({i, i + 1, i + 1, CueForm::AccordingTo, 97});
            continue;
        }
        if (isNominal(words, i)) {
            found.push_back({i, i, i, CueForm::Nominal, 70});
            continue;
        }
        const std::optional<CueRates> rates = lexicon.cue(word.lower);
        if (!rates || isNounHere(words, i)
            || (word.isCapital && !word.isFirst && !words.isTitleCase))
            continue;
        Cue cue = grown(words, i);
        cue.rate = rateOf(words, i, *rates);
        if (cue.rate >= lowest)
            found.push_back(cue);
    }
    return found;
}

} // namespace nutgraf::analysis
