// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/words.h"

#include "text/characters.h"
#include "text/segments.h"
#include "text/tokens.h"

#include <algorithm>

namespace nutgraf::analysis {

namespace {

class WordReader {
public:
    explicit WordReader(QStringView text, QStringView next);
    [[nodiscard]] Words read();

private:
    void readQuotes(QStringView next);
    void add(TextRange range, text::TokenKind kind);
    void addWord(TextRange range);
    [[nodiscard]] bool isMark(TextRange range);
    void judgeCase();

    Words m_words;
    size_t m_quote = 0;
    size_t m_sentence = 0;
    int m_lastSentence = -1;
    int m_lastQuote = -1;
};

WordReader::WordReader(QStringView text, QStringView next)
{
    m_words.text = text;
    readQuotes(next);
    m_words.sentences = text::sentences(text, {0, text.size()});
}

/// A line end and the next paragraph's first mark are all that decides whether a quotation goes on.
void WordReader::readQuotes(QStringView next)
{
    QString joined = m_words.text.toString();
    joined += u'\n';
    joined += next.first(std::min<qsizetype>(next.size(), 2));
    for (const text::Quote &quote : text::quotes(joined, {0, joined.size()})) {
        if (quote.range.begin >= m_words.text.size())
            break;
        const bool isInside =
            !m_words.quotes.empty() && m_words.quotes.back().range.contains(quote.range.begin);
        if (!isInside) {
            m_words.quotes.push_back(quote);
        } else if (m_words.quotes.back().isUnclosed && quote.depth == 1) {
            // A forgotten closing mark must not swallow the quotations after it.
            m_words.quotes.back().range.end = m_words.quotes.back().inner.end = quote.range.begin;
            m_words.quotes.push_back(quote);
        }
    }
}

bool WordReader::isMark(TextRange range)
{
    while (m_quote < m_words.quotes.size() && m_words.quotes[m_quote].range.end <= range.begin)
        ++m_quote;
    if (m_quote == m_words.quotes.size())
        return false;
    const text::Quote &quote = m_words.quotes[m_quote];
    return quote.range.contains(range.begin) && !quote.inner.contains(range.begin);
}

void WordReader::add(TextRange range, text::TokenKind kind)
{
    if (isMark(range))
        return;
    if (kind == text::TokenKind::Symbol) {
        addWord(range);
        m_words.list.back().isSymbol = true;
        m_words.list.back().isCapital = false;
        return;
    }
    const QStringView word = range.in(m_words.text);
    // "Moscow-Beijing", "Russian-backed": two words if a known name stands before the hyphen.
    const qsizetype hyphen = word.indexOf(u'-');
    if (hyphen > 1 && word[0].isUpper() && !Lexicon::english().knownName(word.toString())
        && Lexicon::english().knownName(word.first(hyphen).toString())) {
        addWord({range.begin, range.begin + hyphen});
        add({range.begin + hyphen + 1, range.end}, kind);
        m_words.list.back().isJoined = false;
        return;
    }
    const bool isOwner = word.size() > 2 && text::isApostrophe(word[word.size() - 2])
        && word.back().toLower() == u's';
    addWord(isOwner ? TextRange{range.begin, range.end - 2} : range);
    // "He's": "is" or "has", no owner.
    m_words.list.back().isOwner = (isOwner && !m_words.list.back().is(word::Pronoun))
        || (text::isApostrophe(range.end < m_words.text.size() ? m_words.text[range.end] : u' ')
            && word.endsWith(u's'));
}

void WordReader::addWord(TextRange range)
{
    Word word;
    word.range = range;
    const QStringView spelled = range.in(m_words.text);
    word.lower = spelled.toString().toLower();
    word.classes = Lexicon::english().classes(word.lower);
    word.isCapital = spelled[0].isUpper();
    if (m_quote < m_words.quotes.size() && m_words.quotes[m_quote].inner.contains(range.begin))
        word.quote = static_cast<int>(m_quote);
    while (m_sentence + 1 < m_words.sentences.size()
           && m_words.sentences[m_sentence].end <= range.begin)
        ++m_sentence;
    word.sentence = static_cast<int>(m_sentence);
    const Word *last = m_words.list.empty() ? nullptr : &m_words.list.back();
    const bool isAfterStop = last
        && (last->lower == u"." || last->lower == u"!" || last->lower == u"?"
            || last->lower == u":");
    word.isFirst = word.sentence != m_lastSentence || (word.quote >= 0 && word.quote != m_lastQuote)
        || isAfterStop || (word.quote < 0 && m_lastQuote >= 0 && isAfterStop);
    word.isJoined = last && !last->isSymbol && last->quote == word.quote && !last->isOwner
        && TextRange{last->range.end, range.begin}.in(m_words.text).trimmed().isEmpty();
    m_lastSentence = word.sentence;
    m_lastQuote = word.quote;
    m_words.list.push_back(std::move(word));
}

/// A headline in title case: six words in ten begin with a capital.
void WordReader::judgeCase()
{
    qsizetype capitals = 0;
    qsizetype shouted = 0;
    qsizetype all = 0;
    for (const Word &word : m_words.list) {
        if (word.isSymbol || word.lower.size() < 3)
            continue;
        ++all;
        capitals += word.isCapital ? 1 : 0;
        shouted += word.range.in(m_words.text).back().isUpper() ? 1 : 0;
    }
    m_words.isTitleCase = all >= 4 && capitals * 10 >= all * 7;
    m_words.isAllCapitals = all >= 2 && shouted * 10 >= all * 7;
}

Words WordReader::read()
{
    const std::vector<text::Token> tokens = text::tokens(m_words.text, {0, m_words.text.size()});
    m_words.list.reserve(tokens.size());
    for (const text::Token &token : tokens)
        add(token.range, token.kind);
    judgeCase();
    return std::move(m_words);
}

} // namespace

Words readWords(QStringView text, QStringView next)
{
    return WordReader(text, next).read();
}

} // namespace nutgraf::analysis
