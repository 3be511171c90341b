// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/fuzzy.h"

namespace nutgraf::window {

namespace {

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// The score of matching greedily when the first letter is taken at `first`.
std::optional<int> scoreFrom(QStringView typed, QStringView text, qsizetype first)
{
    int score = 0;
    qsizetype at = first;
    qsizetype last = -2;
    for (const QChar c : typed) {
        if (c.isSpace()) {
            continue;
        }
        while (at < text.size() && text[at].toCaseFolded() != c.toCaseFolded()) {
            ++at;
        }
        if (at == text.size()) {
            return std::nullopt;
        }
        score += 1 + (startsWord(text, at) ? 6 : 0) + (at == last + 1 ? 4 : 0);
        last = at++;
    }
    return score * 100 - static_cast<int>(first) - static_cast<int>(text.size());
}

} // namespace

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    typed = typed.trimmed();
    if (typed.isEmpty()) {
        return 0;
    }
    std::optional<int> best;
    for (qsizetype first = 0; first < text.size(); ++first) {
        if (text[first].toCaseFolded() != typed[0].toCaseFolded()) {
            continue;
        }
        const std::optional<int> score = scoreFrom(typed, text, first);
        if (score && (!best || *score > *best)) {
            best = score;
        }
    }
    return best;
}

} // namespace nutgraf::window
