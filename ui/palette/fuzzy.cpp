// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/fuzzy.h"

#include <algorithm>

namespace nutgraf::palette {

namespace {

/// Letters in one run say more than letters that only follow each other: "cup" means "cup-final"
/// before "storm cuts power". No bonus within a kind reaches the next.
constexpr int RunAtWord = 3000;
constexpr int Run = 2000;
constexpr int MostScattered = 1000;
constexpr int MostLost = 400; ///< by place and length

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// The letters in order, wherever, the first one taken at `first`: starts of words and pairs count.
std::optional<int> scattered(QStringView word, QStringView text, qsizetype first)
{
    int score = 0;
    qsizetype at = first;
    qsizetype last = -2;
    for (const QChar c : word) {
        while (at < text.size() && text[at].toCaseFolded() != c.toCaseFolded()) {
            ++at;
        }
        if (at == text.size()) {
            return std::nullopt;
        }
        score += 10 + (startsWord(text, at) ? 60 : 0) + (at == last + 1 ? 40 : 0);
        last = at++;
    }
    return std::min(score, MostScattered);
}

/// One typed word, at its best place.
std::optional<int> scoreOf(QStringView word, QStringView text)
{
    std::optional<int> best;
    for (qsizetype first = 0; first < text.size(); ++first) {
        if (text[first].toCaseFolded() != word[0].toCaseFolded()) {
            continue;
        }
        const bool isRun = text.sliced(first).startsWith(word, Qt::CaseInsensitive);
        const std::optional<int> score = !isRun ? scattered(word, text, first)
            : startsWord(text, first)           ? RunAtWord
                                                : Run;
        if (score) {
            const int lost = static_cast<int>(std::min<qsizetype>(first, MostLost / 2));
            best = std::max(best.value_or(*score - lost), *score - lost);
        }
    }
    return best;
}

} // namespace

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    const auto words = typed.split(u' ', Qt::SkipEmptyParts);
    int sum = 0;
    for (const QStringView word : words) {
        const std::optional<int> score = scoreOf(word, text);
        if (!score) {
            return std::nullopt;
        }
        sum += *score;
    }
    const int lost = static_cast<int>(std::min<qsizetype>(text.size(), MostLost / 2));
    return words.isEmpty() ? 0 : sum / static_cast<int>(words.size()) - lost;
}

std::optional<int> fuzzyScore(QStringView typed, const QString &title, const QString &note)
{
    constexpr int InTitle = 500;
    const std::optional<int> inTitle = fuzzyScore(typed, title);
    const std::optional<int> inBoth = fuzzyScore(typed, title + u' ' + note);
    if (!inTitle) {
        return inBoth;
    }
    const int own = *inTitle + (typed.trimmed().isEmpty() ? 0 : InTitle);
    return inBoth ? std::max(own, *inBoth) : own;
}

} // namespace nutgraf::palette
