// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/tagger_words.h"

#include "text/characters.h"

#include <algorithm>
#include <array>

namespace nutgraf::analysis {

namespace {

/// Units at the end of `word` that are a word of their own; 0: none.
qsizetype contractedLength(QStringView word)
{
    static constexpr std::array<QStringView, 5> Verbs{u"re", u"ve", u"ll", u"d", u"m"};
    for (const QStringView verb : Verbs) {
        const qsizetype length = verb.size() + 1;
        if (word.size() > length && text::isApostrophe(word[word.size() - length])
            && word.last(verb.size()).compare(verb, Qt::CaseInsensitive) == 0)
            return length;
    }
    const qsizetype size = word.size();
    const bool isNegated = size > 3 && word[size - 3].toLower() == u'n'
        && text::isApostrophe(word[size - 2]) && word[size - 1].toLower() == u't';
    return isNegated ? 3 : 0;
}

/// Whether an 's that readWords() has left out stands at `at`.
bool isPossessive(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text::isApostrophe(text[at]) && text[at + 1].toLower() == u's'
        && (at + 2 == text.size() || !text::isWordAt(text, at + 2));
}

} // namespace

TaggerWords taggerWords(const Words &words)
{
    TaggerWords found;
    const auto add = [&](const tagger::Word &word, int whole) {
        found.list.push_back(word);
        found.wholes.push_back(whole);
    };
    for (int i = 0; i < words.count(); ++i) {
        const Word &word = words.at(i);
        tagger::Word whole{word.range, word.quote >= 0, word.isFirst, word.isSymbol};
        const qsizetype end = word.range.end;
        const qsizetype contracted =
            word.isSymbol ? 0 : contractedLength(word.range.in(words.text));
        whole.range.end -= contracted;
        add(whole, i);
        if (contracted > 0) {
            add({{end - contracted, end}, whole.isQuoted, false, false}, i);
        } else if (!word.isSymbol && isPossessive(words.text, end)) {
            add({{end, end + 2}, whole.isQuoted, false, false}, i);
        }
    }
    return found;
}

} // namespace nutgraf::analysis
