// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/body_markup.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

using text::Block;
using text::BlockKind;
using text::Span;
using text::SpanStyle;

const QChar LineBreak = QChar::LineSeparator;

bool isList(const Block &block)
{
    return block.kind == BlockKind::Bullet || block.kind == BlockKind::Number;
}

/// Every character that could be markup somewhere. What stands at the beginning of a line is looked
/// at apart.
QString escapedWords(const QString &words)
{
    static const QRegularExpression marks(u"([\\\\*\\[]|&(?=#|amp;|lt;|gt;|quot;|apos;|nbsp;))"_s);
    return QString(words).replace(marks, u"\\\\1"_s);
}

QString starsOf(SpanStyle style)
{
    return style == SpanStyle::Emphasis ? u"*"_s : style == SpanStyle::Strong ? u"**"_s : QString();
}

/// What would make a line more than a paragraph, if it stood at its beginning.
QString withPlainStart(QString words)
{
    static const QRegularExpression mark(u"^(?:([#>-])|\\d{1,3}(\\.))"_s);
    const QRegularExpressionMatch match = mark.match(words);
    return match.hasMatch() ? words.insert(match.capturedStart(match.lastCapturedIndex()), u'\\')
                            : words;
}

/// Spans of one style side by side are one emphasis with a link in it.
QString styledWords(const Block &block)
{
    QString line;
    QString open;
    for (const Span &span : block.spans) {
        const QString stars = starsOf(span.style);
        line += stars == open ? QString() : open + stars;
        open = stars;
        if (span.style == SpanStyle::LineBreak)
            line += LineBreak;
        const QString words = escapedWords(span.words);
        line += span.address.isEmpty() ? words : u"[%1](%2)"_s.arg(words, span.address);
    }
    return withPlainStart(line + open);
}

QString plainWords(const Block &block)
{
    return text::escapedMarkup(text::wordsOf(block).replace(u'\n', LineBreak));
}

bool isPlain(const Block &block)
{
    return std::ranges::all_of(block.spans, [](const Span &span) {
        return span.address.isEmpty()
            && (span.style == SpanStyle::Plain || span.style == SpanStyle::LineBreak);
    });
}

/// Spans that stand for the same: words of one style are one span.
std::vector<Span> joined(const std::vector<Span> &spans)
{
    std::vector<Span> all;
    for (const Span &span : spans) {
        const bool goesOn = !all.empty() && all.back().style == span.style
            && span.style != SpanStyle::LineBreak && all.back().address.isEmpty()
            && span.address.isEmpty();
        if (goesOn) {
            all.back().words += span.words;
        } else {
            all.push_back(span);
        }
    }
    return all;
}

/// Without the ends of directions at its end, which reading adds where they are needed: inside the
/// last stars they would be in their way.
Block withoutClosing(Block block)
{
    QString &words = block.spans.back().words;
    while (words.endsWith(QChar(0x202C)) || words.endsWith(QChar(0x2069)))
        words.chop(1);
    return block;
}

/// Whether a line says just what the block says.
bool says(const QString &line, const Block &block)
{
    const std::vector<Block> read = text::readMarkup(line);
    return read.size() == 1 && joined(read.front().spans) == joined(block.spans);
}

QString prefixOf(const Block &block)
{
    switch (block.kind) {
    case BlockKind::Crosshead:
        return u"## "_s;
    case BlockKind::Quotation:
        return u"> "_s;
    case BlockKind::Bullet:
        return u"- "_s;
    case BlockKind::Number:
        return QString::number(block.number) + u". "_s;
    case BlockKind::Paragraph:
        break;
    }
    return {};
}

/// The line without its prefix.
QString lineOf(const Block &block)
{
    QString plain = plainWords(block);
    if (isPlain(block))
        return plain;
    for (const QString &styled : {styledWords(block), styledWords(withoutClosing(block))}) {
        if (says(styled, block))
            return styled;
    }
    return plain;
}

/// The markup knows a list by its second item.
bool isAlone(const std::vector<Block> &blocks, size_t at)
{
    return isList(blocks[at]) && blocks[at].isFirst
        && (at + 1 == blocks.size() || blocks[at + 1].isFirst);
}

} // namespace

QString markupBody(const std::vector<Block> &blocks)
{
    QString body;
    for (size_t i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        const bool goesOn = i > 0 && !block.isFirst;
        if (i > 0)
            body += goesOn ? u"\n"_s : u"\n\n"_s;
        const QString prefix = isAlone(blocks, i) ? QString() : prefixOf(block);
        body += prefix + lineOf(block);
    }
    return body;
}

} // namespace nutgraf::format
