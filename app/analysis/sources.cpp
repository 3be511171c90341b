// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/sources.h"

#include <algorithm>
#include <ranges>

namespace nutgraf::analysis {

namespace {

class SourceFinder {
public:
    SourceFinder(const Words &words, const Cue &cue, const std::vector<CuedSource> &earlier)
        : m_words(words), m_cue(cue), m_earlier(earlier), m_sentence(sentenceOf(words, cue.head))
    {
    }
    [[nodiscard]] CuedSource find();

private:
    [[nodiscard]] const Word &at(int i) const
    {
        return m_words.at(i);
    }
    [[nodiscard]] bool isInside(int i) const
    {
        return i >= m_sentence.first && i <= m_sentence.last;
    }
    [[nodiscard]] CuedSource with(std::optional<Phrase> source, ReasonCode reason) const;
    [[nodiscard]] CuedSource shared() const;
    [[nodiscard]] std::optional<CuedSource> inverted() const;
    [[nodiscard]] std::optional<CuedSource> passive() const;
    [[nodiscard]] CuedSource opening() const;
    [[nodiscard]] CuedSource nominal() const;
    [[nodiscard]] bool isAged(Phrase source) const;
    [[nodiscard]] Phrase withApposition(Phrase source) const;

    const Words &m_words;
    const Cue &m_cue;
    const std::vector<CuedSource> &m_earlier;
    Phrase m_sentence;
};

CuedSource SourceFinder::with(std::optional<Phrase> source, ReasonCode reason) const
{
    CuedSource found{m_cue, source, {m_cue.first, m_cue.last}, false, false, reason};
    if (source) {
        found.span.first = std::min(source->first, m_cue.first);
        found.span.last = std::max(source->last, m_cue.last);
    }
    return found;
}

/// The subject of the sentence: an earlier cue's source, or its first noun phrase.
CuedSource SourceFinder::shared() const
{
    CuedSource found = with(std::nullopt, ReasonCode::SameSentenceSubject);
    found.isShared = true;
    for (const CuedSource &earlier : std::views::reverse(m_earlier)) {
        if (!isInside(earlier.cue.head))
            break;
        if (earlier.source && earlier.cue.form != CueForm::Passive) {
            found.source = earlier.source;
            return found;
        }
    }
    int first = m_sentence.first;
    while (first < m_cue.first && at(first).quote >= 0)
        ++first;
    found.source = subjectFrom(m_words, first, m_cue.first);
    return found;
}

Phrase SourceFinder::withApposition(Phrase source) const
{
    // "said Ms. Vale, a nurse.": up to the end of the apposition, if one begins after the comma.
    const int comma = source.last + 1;
    if (!isInside(comma + 1) || !at(comma).isComma())
        return source;
    const Word &next = at(comma + 1);
    const bool isApposition = next.is(word::Determiner | word::Relative) || next.lower[0].isDigit()
        || (next.is(word::RoleNoun | word::Title) && !next.is(word::Adverb));
    if (!isApposition || at(source.last).is(word::Pronoun))
        return source;
    int last = comma + 1;
    while (isInside(last + 1) && at(last + 1).quote < 0
           && !(at(last + 1).isSymbol && at(last + 1).lower != u"-") && last - comma < 25)
        ++last;
    return {source.first, last};
}

/// "Ms. Vale, 62, …"
bool SourceFinder::isAged(Phrase source) const
{
    return isInside(source.last + 3) && at(source.last + 1).isComma()
        && at(source.last + 2).lower[0].isDigit() && at(source.last + 3).isComma();
}

/// "…," said Ms. Vale
std::optional<CuedSource> SourceFinder::inverted() const
{
    const bool canInvert = at(m_cue.head).is(word::Inverts);
    const int before = m_cue.first - 1;
    const int after = m_cue.last + 1;
    const bool isAfterWords = before < m_sentence.first || at(before).isComma()
        || at(before).quote >= 0 || at(before).lower == u"?" || at(before).lower == u"—";
    if (!canInvert || m_cue.first != m_cue.head || !isAfterWords || !isInside(after)
        || at(after).quote >= 0)
        return std::nullopt;
    const std::optional<Phrase> phrase = phraseBeginningAt(m_words, after);
    if (!phrase || at(after).lower == u"that" || at(after).lower == u"me"
        || at(after).lower == u"us" || at(after).is(word::Weekday))
        return std::nullopt;
    CuedSource found = with(withApposition(*phrase), ReasonCode::NamedAfterCue);
    found.isInverted = true;
    return found;
}

/// "was asked by reporters", "proposed by Ms. Vale"
std::optional<CuedSource> SourceFinder::passive() const
{
    for (int i = m_cue.last + 1; isInside(i + 1) && i <= m_cue.last + 3; ++i) {
        if (at(i).lower == u"by") {
            CuedSource found = with(phraseBeginningAt(m_words, i + 1), ReasonCode::NamedAfterCue);
            if (found.source)
                return found;
        }
    }
    return with(std::nullopt, ReasonCode::NoSource);
}

/// "Calling it absurd, Kirby left.": the subject follows the comma.
CuedSource SourceFinder::opening() const
{
    for (int i = m_cue.last + 1; isInside(i + 1) && i - m_cue.last < 30; ++i) {
        if (at(i).isComma() && at(i).quote < 0) {
            CuedSource found = with(std::nullopt, ReasonCode::SameSentenceSubject);
            found.source = subjectFrom(m_words, i + 1, m_sentence.last + 1);
            found.isShared = true;
            return found;
        }
    }
    return with(std::nullopt, ReasonCode::NoSource);
}

/// "demands from X that", "X's claim that"
CuedSource SourceFinder::nominal() const
{
    const int next = m_cue.last + 1;
    if (at(next).lower != u"that") {
        CuedSource found = with(phraseBeginningAt(m_words, next + 1), ReasonCode::NamedAfterCue);
        return found;
    }
    if (at(m_cue.first - 1).is(word::Possessive) && !at(m_cue.first - 1).isOwner)
        return with(Phrase{m_cue.first - 1, m_cue.first - 1}, ReasonCode::NamedBeforeCue);
    return with(phraseEndingAt(m_words, m_cue.first - 1, m_sentence.first),
                ReasonCode::NamedBeforeCue);
}

CuedSource SourceFinder::find()
{
    if (m_cue.form == CueForm::AccordingTo) {
        const std::optional<Phrase> phrase = phraseBeginningAt(m_words, m_cue.last + 1);
        // "According to court papers, the firm knew.": what follows the comma is the content.
        const bool isOpening = m_cue.first == m_sentence.first;
        CuedSource found =
            with(phrase && (!isOpening || isAged(*phrase)) ? std::optional(withApposition(*phrase))
                                                           : phrase,
                 ReasonCode::NamedAfterCue);
        found.isInverted = true;
        return found;
    }
    if (m_cue.form == CueForm::Nominal)
        return nominal();
    if (m_cue.form == CueForm::Passive)
        return passive().value_or(with(std::nullopt, ReasonCode::NoSource));
    const int before = m_cue.first - 1;
    // "…," Ms. Vale, 82, told me: an apposition that the words before lead up to, no inversion.
    if (before > m_sentence.first && at(before).isComma() && at(before).quote < 0
        && m_cue.form == CueForm::Active) {
        const auto phrase = appositionBefore(m_words, m_cue.first, m_sentence.first);
        if (phrase && (phrase->first == m_sentence.first || at(phrase->first - 1).quote >= 0))
            return with(phrase, ReasonCode::NamedBeforeCue);
    }
    if (auto found = inverted())
        return *found;
    if (before < m_sentence.first)
        return opening();
    const Word &left = at(before);
    if (m_cue.form == CueForm::Infinitive || left.is(word::Conjunction) || left.lower == u"then")
        return shared();
    if (left.is(word::Pronoun | word::Relative))
        return with(Phrase{before, before}, ReasonCode::NamedBeforeCue);
    if (left.isComma()) {
        if (m_cue.form != CueForm::Participle) {
            if (const auto phrase = appositionBefore(m_words, m_cue.first, m_sentence.first))
                return with(phrase, ReasonCode::NamedBeforeCue);
        }
        return shared();
    }
    if (m_cue.form == CueForm::Participle)
        return shared();
    if (left.quote < 0) {
        if (const auto phrase = phraseEndingAt(m_words, before, m_sentence.first))
            return with(phrase, ReasonCode::NamedBeforeCue);
    }
    return shared();
}

} // namespace

CuedSource findSource(const Words &words, const Cue &cue, const std::vector<CuedSource> &earlier)
{
    return SourceFinder(words, cue, earlier).find();
}

} // namespace nutgraf::analysis
