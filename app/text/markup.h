// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QString>
#include <QStringView>

#include <utility>
#include <vector>

namespace nutgraf::text {

// The markup of a story: the grammar stands in app/format/README.md, for writers of stories and of
// programs alike. The highlighting in resources/syntax/ follows the same rules; a test compares.

enum class SpanStyle { Plain, Emphasis, Strong, Link, LineBreak };

/// A run of words in one style, as an edition may print it: escapes and references resolved,
/// without characters that no edition may carry (app/text/printable.h).
struct Span {
    SpanStyle style = SpanStyle::Plain;
    QString words;
    QString address; ///< of a link, as typed; a link in Emphasis or Strong keeps that style

    friend bool operator==(const Span &, const Span &) = default;
};

enum class BlockKind { Paragraph, Crosshead, Bullet, Number, Quotation };

/// Characters at both ends of an emphasis, strong words or a link.
using MarkerPair = std::pair<TextRange, TextRange>;

/// One line of a body: every line is a paragraph of its own. Ranges are UTF-16 units of the body.
struct Block {
    BlockKind kind = BlockKind::Paragraph;
    bool isFirst = true; ///< Bullet, Number, Quotation: opens its list or quotation
    int number = 0; ///< of a Number
    std::vector<Span> spans;
    TextRange source; ///< the line, without white space at its ends
    TextRange prefix; ///< what makes it no paragraph (`## `, `- `); empty otherwise
    std::vector<MarkerPair> pairs; ///< ascending
    std::vector<TextRange> escapes; ///< `\*`, `&amp;`: printed as one character; ascending
};

/// Reads a body; every text is one, and every word of it is in a block. Linear.
[[nodiscard]] std::vector<Block> readMarkup(QStringView body);

/// The words of a block, line breaks as `\n`, without bullet or number.
[[nodiscard]] QString wordsOf(const Block &block);

/// `plain` with a backslash before whatever would be read as markup, so that it is printed as it
/// stands. For text that was written without markup in mind: imported, pasted.
[[nodiscard]] QString escapedMarkup(const QString &plain);
/// The same for text that is put between others: `before` and `after` may begin and end with whole
/// lines beside its own. Whether a mark is markup depends on them; they stay as they are.
[[nodiscard]] QString escapedMarkup(const QString &plain, const QString &before,
                                    const QString &after);

} // namespace nutgraf::text
