// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summary/openers.h"

#include "text/tokens.h"

#include <algorithm>
#include <array>

namespace nutgraf::summary {

namespace {

using Words = std::vector<TextRange>;

template <size_t N>
bool isOneOf(QStringView word, const std::array<QStringView, N> &words)
{
    return std::ranges::any_of(
        words, [word](QStringView w) { return word.compare(w, Qt::CaseInsensitive) == 0; });
}

constexpr std::array<QStringView, 7> Personal = {u"he",  u"she", u"they", u"it",
                                                 u"him", u"her", u"them"};
constexpr std::array<QStringView, 6> Possessive = {u"his",   u"her",    u"hers",
                                                   u"their", u"theirs", u"its"};
/// Pronouns that point at a person the same sentence would have to name before.
constexpr std::array<QStringView, 5> PersonOnly = {u"he", u"she", u"him", u"his", u"her"};

/// One word that joins its sentence to the one before.
constexpr std::array<QStringView, 42> Connectives = {
    u"But",       u"And",          u"Or",           u"So",           u"Yet",         u"However",
    u"Still",     u"Instead",      u"Also",         u"Nevertheless", u"Nonetheless", u"Then",
    u"Later",     u"Afterwards",   u"Afterward",    u"Both",         u"Another",     u"Others",
    u"Such",      u"Neither",      u"Either",       u"Moreover",     u"Furthermore", u"Indeed",
    u"Therefore", u"Thus",         u"Hence",        u"Meanwhile",    u"Otherwise",   u"Likewise",
    u"Similarly", u"Besides",      u"Nor",          u"This",         u"That",        u"These",
    u"Those",     u"Consequently", u"Additionally", u"Conversely",   u"Again",       u"Too"};

/// "The remark …": nouns that speak of what was just told.
constexpr std::array<QStringView, 44> PointingNouns = {
    u"remark",       u"remarks",      u"comment", u"comments", u"statement",  u"statements",
    u"announcement", u"move",         u"moves",   u"decision", u"news",       u"incident",
    u"development",  u"developments", u"claim",   u"claims",   u"accusation", u"accusations",
    u"allegation",   u"allegations",  u"warning", u"call",     u"criticism",  u"response",
    u"reaction",     u"latter",       u"former",  u"two",      u"pair",       u"trio",
    u"duo",          u"others",       u"same",    u"figure",   u"figures",    u"change",
    u"changes",      u"result",       u"results", u"finding",  u"findings",   u"measure",
    u"measures",     u"three"};

struct Phrase {
    QStringView first;
    QStringView second;
};
constexpr std::array Phrases = {
    Phrase{u"As", u"a"},         Phrase{u"For", u"example"},  Phrase{u"For", u"instance"},
    Phrase{u"In", u"addition"},  Phrase{u"In", u"response"},  Phrase{u"In", u"turn"},
    Phrase{u"In", u"contrast"},  Phrase{u"In", u"fact"},      Phrase{u"In", u"return"},
    Phrase{u"At", u"the"},       Phrase{u"After", u"that"},   Phrase{u"After", u"this"},
    Phrase{u"Despite", u"this"}, Phrase{u"Despite", u"that"}, Phrase{u"Even", u"so"},
    Phrase{u"By", u"then"},      Phrase{u"By", u"contrast"},  Phrase{u"Of", u"these"},
    Phrase{u"Of", u"those"},     Phrase{u"Among", u"them"},   Phrase{u"Because", u"of"},
    Phrase{u"One", u"of"},       Phrase{u"Until", u"then"},   Phrase{u"Since", u"then"},
    Phrase{u"If", u"so"},        Phrase{u"On", u"the"},
};

bool isPhrase(QStringView first, QStringView second, QStringView third)
{
    const auto found = std::ranges::find_if(Phrases, [&](const Phrase &phrase) {
        return phrase.first == first && phrase.second.compare(second, Qt::CaseInsensitive) == 0;
    });
    if (found == Phrases.end()) {
        return false;
    }
    // "As a result", "At the same time", "On the other hand", "One of them", "Because of this"
    static constexpr std::array<QStringView, 9> Needed = {u"result", u"consequence", u"same",
                                                          u"other",  u"them",        u"this",
                                                          u"that",   u"these",       u"contrary"};
    static constexpr std::array<QStringView, 5> Open = {u"As", u"At", u"On", u"One", u"Because"};
    return !isOneOf(first, Open) || isOneOf(third, Needed);
}

/// The first words outside quotations.
Words firstWords(QStringView text, const Block &block, const Body &body)
{
    constexpr size_t Most = 5;
    constexpr qsizetype Reach = 400;
    Words words;
    qsizetype at = block.range.begin;
    while (at < block.range.end && words.size() < Most) {
        const TextRange stretch{at, std::min(at + Reach, block.range.end)};
        for (const text::Token &token : text::tokens(text, stretch)) {
            if (token.kind == text::TokenKind::Word && words.size() < Most
                && !body.isQuoted(token.range)) {
                words.push_back(token.range);
            }
        }
        at = stretch.end;
    }
    return words;
}

bool looksBack(QStringView text, const Words &words)
{
    const auto word = [&](size_t i) {
        return i < words.size() ? words[i].in(text) : QStringView();
    };
    return isOneOf(word(0), Connectives) || isPhrase(word(0), word(1), word(2))
        || (word(0) == u"The" && isOneOf(word(1), PointingNouns));
}

/// "On Monday she left": too few words before the pronoun to say who it is.
bool hasEarlyPronoun(QStringView text, const Words &words)
{
    constexpr size_t Early = 3;
    for (size_t i = 1; i < std::min(Early, words.size()); ++i) {
        if (isOneOf(words[i].in(text), PersonOnly)) {
            return true;
        }
    }
    return false;
}

/// "He’s" → "He".
QStringView withoutContraction(QStringView word)
{
    const auto apostrophe =
        std::ranges::find_if(word, [](QChar c) { return c == u'’' || c == u'\''; });
    return word.first(apostrophe - word.begin());
}

} // namespace

bool isPersonalPronoun(QStringView word)
{
    return isOneOf(word, Personal);
}

Opener openerOf(QStringView text, const Block &block, const Body &body)
{
    const Words words = firstWords(text, block, body);
    if (words.empty() || body.isQuoted({block.range.begin, block.range.begin + 1})) {
        return {};
    }
    const QStringView first = words.front().in(text);
    const QStringView pronoun = withoutContraction(first);
    if (isOneOf(pronoun, Personal) || isOneOf(pronoun, Possessive)) {
        return {Opening::Pronoun, {words.front().begin, words.front().begin + pronoun.size()}};
    }
    if (looksBack(text, words) || hasEarlyPronoun(text, words)) {
        return {Opening::LooksBack, {}};
    }
    return {};
}

} // namespace nutgraf::summary
