// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/body_text.h"

#include "format/xhtml.h"
#include "text/characters.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

using text::Block;
using text::BlockKind;
using text::Span;
using text::SpanStyle;

bool isAlnum(const QString &words, qsizetype at)
{
    return at >= 0 && at < words.size() && text::isWordCharacter(words[at]);
}

bool isEntity(const QString &words, qsizetype at)
{
    static const QRegularExpression entity(
        u"\\G&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);"_s);
    return entity.match(words, at).hasMatch();
}

bool needsBackslash(const QString &words, qsizetype at)
{
    switch (words[at].unicode()) {
    case u'\\':
    case u'*':
    case u'[':
    case u'`':
    case u'<': // begins HTML or an address (CommonMark 6.5, 6.6)
    case u'~':
    case u'|':
        return true;
    case u'_': // inside a word it is none (CommonMark 6.2)
        return !isAlnum(words, at - 1) || !isAlnum(words, at + 1);
    case u'(':
        return at > 0 && words[at - 1] == u']';
    case u'&':
        return isEntity(words, at);
    default:
        return false;
    }
}

QString inlineMarkdown(const QString &words)
{
    QString result;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (needsBackslash(words, at))
            result += u'\\';
        result += words[at];
    }
    return result;
}

/// What begins a block or underlines a heading, at a line's beginning (CommonMark 4, 5).
QString withEscapedStart(const QString &line)
{
    static const QRegularExpression mark(
        u"^\\s*(?:(#{1,6})(?:\\s|$)|([+-])(?:\\s|$)|(>)|(-)[\\s-]*$|(=)=*\\s*$|\\d{1,9}([.)])(?:\\s|$))"_s);
    const QRegularExpressionMatch match = mark.match(line);
    if (!match.hasMatch())
        return line;
    const qsizetype at = match.capturedStart(match.lastCapturedIndex());
    return line.first(at) + u'\\' + line.sliced(at);
}

/// Number signs at the end of a heading would close it (CommonMark 4.2).
QString withEscapedEnd(QString heading)
{
    static const QRegularExpression end(u"(?:^|\\s)(#+)$"_s);
    const QRegularExpressionMatch match = end.match(heading);
    return match.hasMatch() ? heading.insert(match.capturedStart(1), u'\\') : heading;
}

QString linked(const QString &words, const QString &address)
{
    if (address.isEmpty() || !isSafeAddress(QString(address).replace(u"&amp;"_s, u"&"_s)))
        return words;
    return u'[' + words + u"]("_s + address + u')';
}

QString starsOf(SpanStyle style)
{
    return style == SpanStyle::Emphasis ? u"*"_s : style == SpanStyle::Strong ? u"**"_s : QString();
}

/// Spans of one style side by side are one emphasis with a link in it.
QString wordsMarkdown(const Block &block)
{
    QString text;
    QString open;
    for (const Span &span : block.spans) {
        const QString stars = starsOf(span.style);
        text += stars == open ? QString() : open + stars;
        open = stars;
        if (span.style == SpanStyle::LineBreak)
            text += u"\\\n"_s;
        text += linked(inlineMarkdown(span.words), span.address);
    }
    QStringList lines = (text + open).split(u'\n');
    for (QString &line : lines)
        line = withEscapedStart(line.trimmed());
    return lines.join(u'\n');
}

/// Two lists that follow each other have different marks: with the same they would be one.
class ListMarks {
public:
    [[nodiscard]] QString before(const Block &block)
    {
        if (block.kind == BlockKind::Quotation)
            return u"> "_s;
        if (block.kind == BlockKind::Crosshead)
            return u"## "_s;
        if (block.kind == BlockKind::Paragraph)
            return {};
        if (block.isFirst)
            m_isOther = m_last == block.kind && !m_isOther;
        m_last = block.kind;
        return block.kind == BlockKind::Bullet
            ? (m_isOther ? u"* "_s : u"- "_s)
            : QString::number(block.number) + (m_isOther ? u") "_s : u". "_s);
    }

private:
    BlockKind m_last = BlockKind::Paragraph;
    bool m_isOther = false;
};

bool isList(const Block &block)
{
    return block.kind == BlockKind::Bullet || block.kind == BlockKind::Number;
}

/// What stands between a block and the one before it.
QString gapBefore(const Block &block, const QString &quotationGap)
{
    if (block.isFirst)
        return u"\n\n"_s;
    return isList(block) ? u"\n"_s : quotationGap;
}

QString plainPrefix(const Block &block)
{
    if (block.kind == BlockKind::Number)
        return QString::number(block.number) + u". "_s;
    return block.kind == BlockKind::Bullet ? u"- "_s : QString();
}

} // namespace

QString plainBody(const std::vector<Block> &blocks)
{
    QString result;
    for (const Block &block : blocks) {
        result += result.isEmpty() ? QString() : gapBefore(block, u"\n\n"_s);
        result += plainPrefix(block) + text::wordsOf(block);
    }
    return result;
}

QString markdownBody(const std::vector<Block> &blocks)
{
    QString result;
    ListMarks marks;
    for (const Block &block : blocks) {
        result += result.isEmpty() ? QString() : gapBefore(block, u"\n>\n"_s);
        const QString prefix = marks.before(block);
        const QString indent = block.kind == BlockKind::Quotation ? prefix
            : isList(block)                                       ? QString(prefix.size(), u' ')
                                                                  : QString();
        QString words = wordsMarkdown(block);
        const bool isHeading = block.kind == BlockKind::Crosshead;
        if (isHeading)
            words.replace(u"\\\n"_s, u" "_s); // a heading is one line
        result += prefix
            + QString(isHeading ? withEscapedEnd(words) : words).replace(u"\n"_s, u'\n' + indent);
    }
    return result;
}

QString markdownHeadline(const QString &words)
{
    return u"# "_s + withEscapedEnd(markdownLine(words));
}

QString markdownLine(const QString &words)
{
    return withEscapedStart(inlineMarkdown(words));
}

} // namespace nutgraf::format
