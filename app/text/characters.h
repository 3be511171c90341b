// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QChar>
#include <QStringView>

namespace nutgraf::text {

/// `\n`, `\r`, U+2029. A line separator (U+2028) is white space inside a paragraph.
[[nodiscard]] constexpr bool isParagraphEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator;
}

/// Letters, digits and what combines with them; surrogates count by the pair's first half
/// elsewhere.
[[nodiscard]] inline bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

[[nodiscard]] constexpr bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'ʼ';
}

/// The length of the character (one code point) at `at`.
[[nodiscard]] inline qsizetype characterLength(QStringView text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2
                                                                                               : 1;
}

/// Whether the code point at `at` is a letter, digit or mark, also outside the Basic Multilingual
/// Plane.
[[nodiscard]] inline bool isWordAt(QStringView text, qsizetype at)
{
    if (characterLength(text, at) == 1)
        return isWordCharacter(text[at]);
    const char32_t c = QChar::surrogateToUcs4(text[at], text[at + 1]);
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

} // namespace nutgraf::text
