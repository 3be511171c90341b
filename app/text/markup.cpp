// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/markup.h"

#include "text/characters.h"
#include "text/inline_markup.h"

#include <algorithm>
#include <set>

namespace nutgraf::text {

using namespace Qt::StringLiterals;

namespace {

/// What a line would be if its neighbours allow it.
struct Line {
    TextRange range; ///< without white space at its ends; empty: an empty line
    BlockKind kind = BlockKind::Paragraph;
    qsizetype prefix = 0; ///< units before the words
    int number = 0;
    QChar mark; ///< of a Bullet
};

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

TextRange trimmed(QStringView body, TextRange range)
{
    while (range.begin < range.end && body[range.begin].isSpace())
        ++range.begin;
    while (range.begin < range.end && body[range.end - 1].isSpace())
        --range.end;
    return range;
}

qsizetype skipBlanks(QStringView line, qsizetype at)
{
    while (at < line.size() && isBlank(line[at]))
        ++at;
    return at;
}

bool hasWord(QStringView line, qsizetype from)
{
    for (qsizetype at = from; at < line.size(); at += characterLength(line, at)) {
        if (isWordAt(line, at))
            return true;
    }
    return false;
}

/// `marks` characters, then white space, then words: where the words begin, 0 if it is not so.
qsizetype afterMark(QStringView line, qsizetype marks)
{
    const qsizetype words = skipBlanks(line, marks);
    return words > marks && hasWord(line, words) ? words : 0;
}

qsizetype countOf(QStringView line, QChar mark)
{
    qsizetype count = 0;
    while (count < line.size() && line[count] == mark)
        ++count;
    return count;
}

void readCrosshead(QStringView text, Line &line)
{
    const qsizetype marks = countOf(text, u'#');
    line.prefix = marks >= 2 && marks <= 6 ? afterMark(text, marks) : 0;
    line.kind = line.prefix > 0 ? BlockKind::Crosshead : BlockKind::Paragraph;
}

/// `> words`; a `>` alone only keeps the quotation together.
void readQuotation(QStringView text, Line &line)
{
    line.prefix = text.size() == 1 ? 1 : afterMark(text, 1);
    line.kind = line.prefix > 0 ? BlockKind::Quotation : BlockKind::Paragraph;
}

void readBullet(QStringView text, Line &line)
{
    line.mark = text.front();
    line.prefix = afterMark(text, 1);
    line.kind = line.prefix > 0 ? BlockKind::Bullet : BlockKind::Paragraph;
}

/// `7. words`, at most three digits: a year is no number in a list.
void readNumber(QStringView text, Line &line)
{
    qsizetype digits = 0;
    for (; digits < text.size() && digits < 4 && text[digits] >= u'0' && text[digits] <= u'9';
         ++digits)
        line.number = line.number * 10 + text[digits].digitValue();
    const bool isNumber =
        digits <= 3 && text.front() != u'0' && digits < text.size() && text[digits] == u'.';
    line.prefix = isNumber ? afterMark(text, digits + 1) : 0;
    line.kind = line.prefix > 0 ? BlockKind::Number : BlockKind::Paragraph;
}

Line readLine(QStringView body, TextRange range)
{
    Line line{trimmed(body, range), {}, 0, 0, {}};
    if (line.range.isEmpty())
        return line;
    const QStringView text = line.range.in(body);
    const QChar first = text.front();
    if (first == u'#') {
        readCrosshead(text, line);
    } else if (first == u'>') {
        readQuotation(text, line);
    } else if (first == u'-' || first == u'*') {
        readBullet(text, line);
    } else if (first >= u'1' && first <= u'9') {
        readNumber(text, line);
    }
    return line;
}

std::vector<Line> linesOf(QStringView body)
{
    std::vector<Line> lines;
    for (qsizetype begin = 0; begin <= body.size();) {
        qsizetype end = begin;
        while (end < body.size() && !isParagraphEnd(body[end]))
            ++end;
        lines.push_back(readLine(body, {begin, end}));
        const bool isPair = end + 1 < body.size() && body[end] == u'\r' && body[end + 1] == u'\n';
        begin = end + (isPair ? 2 : 1);
    }
    return lines;
}

/// Whether `next` right below `line` goes on with its list.
bool goesOn(const Line &line, const Line &next)
{
    if (line.kind != next.kind)
        return false;
    switch (line.kind) {
    case BlockKind::Bullet:
        return line.mark == next.mark;
    case BlockKind::Number:
        return line.number + 1 == next.number;
    case BlockKind::Quotation:
        return true;
    case BlockKind::Paragraph:
    case BlockKind::Crosshead:
        break;
    }
    return false;
}

bool isList(BlockKind kind)
{
    return kind == BlockKind::Bullet || kind == BlockKind::Number;
}

Block blockOf(QStringView body, const Line &line, bool isAfterItsLike, bool isBeforeItsLike)
{
    Block block;
    block.source = line.range;
    const bool isLone = isList(line.kind) && !isAfterItsLike && !isBeforeItsLike;
    if (!isLone) {
        block.kind = line.kind;
        block.number = line.kind == BlockKind::Number ? line.number : 0;
        block.prefix = {line.range.begin, line.range.begin + line.prefix};
    }
    block.isFirst = !isAfterItsLike;
    const qsizetype words = isLone ? line.range.begin : line.range.begin + line.prefix;
    readInline(body, {words, line.range.end}, block);
    return block;
}

/// What a backslash must stand before so that the block is read as nothing but words.
std::vector<qsizetype> markersOf(const Block &block, QStringView text)
{
    std::vector<qsizetype> places;
    if (!block.prefix.isEmpty()) {
        const qsizetype dot = block.prefix.in(text).indexOf(u'.');
        places.push_back(block.prefix.begin + (block.kind == BlockKind::Number ? dot : 0));
    }
    for (const auto &[open, close] : block.pairs) {
        for (qsizetype at = open.begin; at < open.end; ++at)
            places.push_back(at);
        for (qsizetype at = close.begin; at < close.end && text[at] == u'*'; ++at)
            places.push_back(at);
    }
    for (const TextRange &escape : block.escapes)
        places.push_back(escape.begin);
    return places;
}

/// All lines that are not empty; one that only keeps a quotation together has no spans.
std::vector<Block> parsed(QStringView body)
{
    const std::vector<Line> lines = linesOf(body);
    std::vector<Block> blocks;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].range.isEmpty())
            continue;
        const bool isAfter = i > 0 && goesOn(lines[i - 1], lines[i]);
        const bool isBefore = i + 1 < lines.size() && goesOn(lines[i], lines[i + 1]);
        blocks.push_back(blockOf(body, lines[i], isAfter, isBefore));
    }
    return blocks;
}

/// A text with backslashes in it, and where they stand.
struct Escaped {
    QString text;
    std::vector<qsizetype> backslashes; ///< in `text`, ascending

    Escaped(const QString &plain, const std::set<qsizetype> &places)
    {
        qsizetype from = 0;
        for (const qsizetype place : places) {
            text += plain.sliced(from, place - from);
            backslashes.push_back(text.size());
            text += u'\\';
            from = place;
        }
        text += plain.sliced(from);
    }
    [[nodiscard]] bool isOurs(qsizetype at) const
    {
        return std::ranges::binary_search(backslashes, at);
    }
    /// The place in the plain text.
    [[nodiscard]] qsizetype plainAt(qsizetype at) const
    {
        return at - (std::ranges::lower_bound(backslashes, at) - backslashes.begin());
    }
};

} // namespace

std::vector<Block> readMarkup(QStringView body)
{
    std::vector<Block> blocks = parsed(body);
    std::erase_if(blocks, [](const Block &block) { return wordsOf(block).trimmed().isEmpty(); });
    return blocks;
}

QString wordsOf(const Block &block)
{
    QString words;
    for (const Span &span : block.spans)
        words += span.style == SpanStyle::LineBreak ? u"\n"_s + span.words : span.words;
    return words;
}

QString escapedMarkup(const QString &plain)
{
    return escapedMarkup(plain, {}, {});
}

QString escapedMarkup(const QString &plain, const QString &before, const QString &after)
{
    std::set<qsizetype> places;
    // Again and again: `**a**` without its first star is `*a**`, and may be something else.
    for (size_t last = 1, now = 0; last != now;) {
        last = places.size();
        const Escaped escaped(plain, places);
        const QString text = before + escaped.text + after;
        const qsizetype begin = before.size();
        for (const Block &block : parsed(text)) {
            for (const qsizetype marker : markersOf(block, text)) {
                const bool isInside = marker >= begin && marker < begin + escaped.text.size();
                if (isInside && !escaped.isOurs(marker - begin))
                    places.insert(escaped.plainAt(marker - begin));
            }
        }
        now = places.size();
    }
    return Escaped(plain, places).text;
}

} // namespace nutgraf::text
