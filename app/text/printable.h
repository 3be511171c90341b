// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace nutgraf::text {

/// Whether an edition may carry the character. Not: control characters (XML 1.0 §2.2 and the HTML
/// standard's control-character-in-input-stream), lone surrogates, noncharacters, byte order marks,
/// the deprecated format characters U+206A … U+206F and interlinear annotation. Kept is what
/// writing needs: ZWJ and ZWNJ, direction marks, soft hyphen, zero-width space, tags of emoji.
[[nodiscard]] bool isPrintable(char32_t c);

/// Whether anything in the text would be seen in print: not in white space, nor in the zeros that a
/// power cut leaves.
[[nodiscard]] bool hasPrintable(QStringView text);

/// U+000B, U+000C, U+0085, U+2028: a new line inside a paragraph, as word processors write it.
[[nodiscard]] constexpr bool isLineBreak(QChar c)
{
    return c == u'\v' || c == u'\f' || c == QChar(0x85) || c == QChar::LineSeparator;
}

/// Takes out of running text what no edition may carry, piece by piece. Embeddings and isolates of
/// the bidirectional algorithm stay if they are closed in the same text; one that is not is closed
/// at its end, and an override (U+202D, U+202E) becomes an embedding: it would show other words
/// than those that stand there.
class Printable {
public:
    [[nodiscard]] QString words(QStringView piece);
    /// What still has to be closed after the last piece.
    [[nodiscard]] QString closing();

private:
    void addDirection(char32_t c, QString &result);

    std::vector<char16_t> m_open; ///< the closing mark of each open embedding or isolate
};

/// A field's value in one line: line ends, tabs and separators are spaces, none doubled, none at
/// the ends; nothing in it that no edition may carry.
[[nodiscard]] QString printableLine(QStringView value);

} // namespace nutgraf::text
