// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/phrases.h"

#include <algorithm>

namespace nutgraf::analysis {

namespace {

constexpr int LongestPhrase = 22;
constexpr int LongestApposition = 24;

bool isVerbLike(const Words &words, int i)
{
    const Word &word = words.at(i);
    if (word.isCapital && !word.isFirst)
        return false;
    if (word.is(word::Auxiliary | word::Verb))
        return true;
    const bool isAfterDeterminer = i > 0
        && (words.at(i - 1).is(word::Determiner | word::Possessive) || words.at(i - 1).isOwner);
    if (word.is(word::Noun | word::RoleNoun) || isAfterDeterminer)
        return false;
    const std::optional<CueRates> rates = Lexicon::english().cue(word.lower);
    return rates && rates->plain >= 40;
}

/// Whether the word cannot be inside a noun phrase.
bool parts(const Words &words, int i)
{
    const Word &word = words.at(i);
    if (word.isSymbol) {
        return word.lower != u"-" && word.lower != u"%" && word.lower != u"$" && word.lower != u"&"
            && word.lower != u"/" && word.lower != u"#" && word.lower != u"@";
    }
    if (word.is(word::Subordinator) && !word.is(word::Preposition) && !word.isCapital)
        return true;
    if (word.lower == u"to" || word.lower == u"that" || word.lower == u"than"
        || word.lower == u"not")
        return true;
    if (word.is(word::Relative) || isVerbLike(words, i))
        return true;
    return word.is(word::Adverb) && !word.isCapital && !word.is(word::Title)
        && word.lower != u"first" && word.lower != u"long" && word.lower != u"far"
        && word.lower != u"very";
}

bool isLinking(const Word &word)
{
    return word.lower == u"of" || word.lower == u"for" || word.lower == u"in" || word.lower == u"at"
        || word.lower == u"from" || word.lower == u"with" || word.lower == u"on"
        || word.lower == u"to" || word.lower == u"between" || word.lower == u"against";
}

bool isNominal(const Words &words, int i)
{
    const Word &word = words.at(i);
    return !word.isSymbol
        && !word.is(word::Preposition | word::Conjunction | word::Auxiliary | word::Subordinator
                    | word::Relative | word::Determiner)
        && !isVerbLike(words, i);
}

/// Whether a conjunction at `i` joins two parts of one phrase: "Lee and Ray", "the board and
/// staff".
bool joinsPhrases(const Words &words, int i, int floor)
{
    if (i - 1 < floor || !isNominal(words, i - 1) || words.at(i).lower == u"but")
        return false;
    const Word &left = words.at(i - 1);
    const Word &right = words.at(i + 1);
    return (left.isCapital && right.isCapital) || (!left.isCapital && !right.isCapital);
}

} // namespace

std::optional<Phrase> phraseEndingAt(const Words &words, int last, int floor)
{
    if (last >= floor && words.at(last).lower == u")") {
        for (int i = last - 1; i > floor && last - i < 9; --i) {
            if (words.at(i).lower != u"(")
                continue;
            if (const auto phrase = phraseEndingAt(words, i - 1, floor))
                return Phrase{phrase->first, last};
            break;
        }
    }
    if (last < floor || !isNominal(words, last))
        return std::nullopt;
    // "A judge on Monday refused": the day is no part of the phrase.
    if (words.at(last).is(word::Weekday) && last - 2 >= floor && words.at(last - 1).lower == u"on")
        return phraseEndingAt(words, last - 2, floor);
    const int sentence = words.at(last).sentence;
    const int quote = words.at(last).quote;
    int first = last;
    while (first - 1 >= floor && last - first < LongestPhrase) {
        const int i = first - 1;
        const Word &word = words.at(i);
        if (word.sentence != sentence || word.quote != quote)
            break;
        const bool isDone = words.at(first).is(word::Determiner | word::Possessive)
            && !words.at(first).is(word::RoleNoun);
        if (isLinking(word)) {
            if (i - 1 < floor || !isNominal(words, i - 1))
                break;
        } else if (word.is(word::Conjunction)) {
            if (!joinsPhrases(words, i, floor))
                break;
        } else if (word.is(word::Preposition) || parts(words, i)
                   || (isDone && !word.is(word::Determiner) && !word.isOwner)) {
            break;
        }
        first = i;
    }
    while (first < last && words.at(first).is(word::Preposition | word::Conjunction | word::Adverb)
           && !words.at(first).isCapital)
        ++first;
    // "But Kirby", "On Thursday officials": words that only begin the sentence.
    while (first < last && words.at(first).isFirst
           && words.at(first).is(word::Conjunction | word::Preposition | word::Adverb
                                 | word::Subordinator)
           && !words.at(first).is(word::Title | word::Determiner))
        ++first;
    return Phrase{first, last};
}

std::optional<Phrase> phraseBeginningAt(const Words &words, int first)
{
    if (first >= words.count())
        return std::nullopt;
    const Word &start = words.at(first);
    if (start.isSymbol
        || start.is(word::Auxiliary | word::Relative | word::Subordinator | word::Conjunction)
        || (start.is(word::Preposition) && !start.isCapital))
        return std::nullopt;
    int last = first;
    while (last + 1 < words.count() && last - first < LongestPhrase) {
        const Word &next = words.at(last + 1);
        if (next.sentence != start.sentence || next.quote != start.quote || next.is(word::Weekday))
            break;
        if (isLinking(next) && next.lower != u"to" && last + 2 < words.count()
            && isNominal(words, last + 2) && next.lower != u"on") {
            ++last;
            continue;
        }
        if (isLinking(next) && last + 2 < words.count()
            && words.at(last + 2).is(word::Determiner | word::Possessive) && next.lower == u"of") {
            last += 2;
            continue;
        }
        if (next.is(word::Conjunction)
            && (next.lower != u"and" || last + 2 >= words.count() || !words.at(last).isCapital
                || !words.at(last + 2).isCapital))
            break;
        // "Researchers credit a pause": a verb, though it could be a noun.
        const bool isPlural =
            words.at(last).is(word::RoleNoun) && words.at(last).lower.endsWith(u's');
        if (isPlural && next.is(word::Noun) && !next.isCapital && !next.lower.endsWith(u's'))
            break;
        if (parts(words, last + 1) || (next.is(word::Preposition) && !isLinking(next)))
            break;
        if (next.is(word::Pronoun | word::Determiner) && !words.at(last).is(word::Preposition))
            break;
        ++last;
    }
    while (last > first
           && words.at(last).is(word::Preposition | word::Conjunction | word::Determiner))
        --last;
    return Phrase{first, last};
}

std::optional<Phrase> appositionBefore(const Words &words, int verb, int floor)
{
    const int second = verb - 1;
    if (second < floor + 2 || !words.at(second).isComma())
        return std::nullopt;
    const int stop = std::max(floor, second - LongestApposition);
    for (int i = second - 1; i > stop; --i) {
        if (words.at(i).quote != words.at(second).quote)
            return std::nullopt;
        if (!words.at(i).isComma())
            continue;
        const Word &start = words.at(i + 1);
        const bool isApposition = start.is(word::Determiner | word::Relative | word::Title
                                           | word::RoleNoun | word::Possessive | word::GivenName)
            || start.lower[0].isDigit() || start.isCapital || start.lower.endsWith(u"ing")
            || !start.is(word::Conjunction);
        const std::optional<Phrase> head = phraseEndingAt(words, i - 1, floor);
        if (!isApposition || !head)
            return std::nullopt;
        // "Ann Vale, 36, of Alder, …": the age is no one's name.
        if (head->first == head->last && words.at(head->first).lower[0].isDigit()
            && head->first > stop && words.at(head->first - 1).isComma())
            continue;
        return Phrase{head->first, second};
    }
    return std::nullopt;
}

std::optional<Phrase> subjectFrom(const Words &words, int first, int limit)
{
    int i = first;
    // "In Ohio, …", "After the vote, …": the subject follows the comma.
    if (i < limit
        && (words.at(i).is(word::Preposition | word::Subordinator)
            || words.at(i).lower.endsWith(u"ing"))
        && !words.at(i).isComma()) {
        for (int k = i; k < limit; ++k) {
            if (words.at(k).isComma()) {
                i = k + 1;
                break;
            }
        }
    }
    while (i < limit && (words.at(i).isSymbol || words.at(i).is(word::Conjunction | word::Adverb))
           && !words.at(i).is(word::Title))
        ++i;
    if (i >= limit)
        return std::nullopt;
    if (words.at(i).is(word::Pronoun | word::Relative) && !words.at(i).is(word::Determiner))
        return Phrase{i, i};
    std::optional<Phrase> phrase = phraseBeginningAt(words, i);
    if (phrase && phrase->last >= limit)
        phrase->last = limit - 1;
    return phrase;
}

} // namespace nutgraf::analysis
