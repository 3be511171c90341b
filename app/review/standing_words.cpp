// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/standing_words.h"

#include "review/word_runs.h"

#include <QHash>

#include <algorithm>

namespace nutgraf::review {

namespace {

/// The longest word: it stands in the fewest other places.
TextRange keyOf(QStringView words)
{
    TextRange key;
    eachWord(words, [&key](TextRange word) {
        if (word.length() > key.length()) {
            key = word;
        }
    });
    return key;
}

struct Wanted {
    QStringView words;
    qsizetype offset = 0; ///< of the key in the words
};

} // namespace

std::vector<TextRange> standingWords(QStringView text,
                                     const std::vector<const TextQuoteSelector *> &selectors)
{
    QHash<QStringView, std::vector<Wanted>> byKey;
    for (const TextQuoteSelector *selector : selectors) {
        const QStringView words(selector->exact);
        const TextRange key = keyOf(words);
        if (!key.isEmpty()) {
            byKey[key.in(words)].push_back({words, key.begin});
        }
    }
    std::vector<TextRange> found;
    eachWord(text, [&](TextRange word) {
        const auto wanted = byKey.constFind(word.in(text));
        if (wanted == byKey.cend()) {
            return;
        }
        for (const Wanted &one : *wanted) {
            const TextRange range = TextRange{0, one.words.size()}.shifted(word.begin - one.offset);
            if (range.begin >= 0 && range.in(text) == one.words) {
                found.push_back(range);
            }
        }
    });
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

} // namespace nutgraf::review
