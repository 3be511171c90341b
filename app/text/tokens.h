// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

#include <vector>

namespace nutgraf::text {

enum class TokenKind { Word, Number, Symbol };

/// A word ("don't", "U.S.", "Moscow-Beijing"), a number ("1,200.5", "24th") or one other character.
struct Token {
    TextRange range;
    TokenKind kind = TokenKind::Word;

    friend bool operator==(const Token &, const Token &) = default;
};

/// The tokens inside `within`, white space left out. A word is a run of letters, digits and
/// combining marks, joined by - ' ’ . & inside; an abbreviation keeps its point ("Mr.", "U.S.",
/// "Feb."). A symbol is one code point with what combines with it.
[[nodiscard]] std::vector<Token> tokens(QStringView text, TextRange within);

/// Whether `word` (with its point) is written with a point in the middle of a sentence: "Mr.",
/// "Feb.", "U.N.", "J.".
[[nodiscard]] bool isAbbreviation(QStringView word);

} // namespace nutgraf::text
