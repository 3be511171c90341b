// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/xhtml.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

using text::Block;
using text::BlockKind;
using text::Span;
using text::SpanStyle;

/// What two markup languages call the same things. Tags are given with their attributes.
struct Dialect {
    QString crosshead;
    QString emphasis;
    QString strong;
    QString firstNumber; ///< the attribute of a list that does not begin with 1
    QString quotationOpening;
    QString quotationClosing;
};

Dialect xhtml()
{
    return {u"h2"_s, // h1 is the headline's
            u"em"_s, u"strong"_s, u"start"_s, u"<blockquote>"_s, u"</blockquote>"_s};
}

Dialect nitf()
{
    return {u"hl2"_s,    u"em class=\"italic\""_s, u"em class=\"bold\""_s,
            u"seqnum"_s, u"<bq><block>"_s,         u"</block></bq>"_s};
}

/// `</em>` for `em class="bold"`.
QString endTag(const QString &tag)
{
    return u"</"_s + tag.section(u' ', 0, 0) + u'>';
}

QString spanXml(const Span &span)
{
    const QString words = span.words.toHtmlEscaped();
    if (span.style == SpanStyle::LineBreak)
        return u"<br/>"_s + words;
    QString address = span.address;
    address.replace(u"&amp;"_s, u"&"_s);
    if (address.isEmpty() || !isSafeAddress(address))
        return words;
    return u"<a href=\""_s + address.toHtmlEscaped() + u"\">"_s + words + u"</a>"_s;
}

QString styleTag(SpanStyle style, const Dialect &dialect)
{
    return style == SpanStyle::Emphasis ? dialect.emphasis
        : style == SpanStyle::Strong    ? dialect.strong
                                        : QString();
}

/// Spans of one style side by side are one emphasis with a link in it.
QString wordsXml(const Block &block, const Dialect &dialect)
{
    QString xml;
    QString open;
    for (const Span &span : block.spans) {
        const QString tag = styleTag(span.style, dialect);
        if (tag != open) {
            xml += open.isEmpty() ? QString() : endTag(open);
            xml += tag.isEmpty() ? QString() : u'<' + tag + u'>';
        }
        open = tag;
        xml += spanXml(span);
    }
    return open.isEmpty() ? xml : xml + endTag(open);
}

QString tagOf(BlockKind kind, const Dialect &dialect)
{
    switch (kind) {
    case BlockKind::Crosshead:
        return dialect.crosshead;
    case BlockKind::Bullet:
    case BlockKind::Number:
        return u"li"_s;
    case BlockKind::Paragraph:
    case BlockKind::Quotation:
        break;
    }
    return u"p"_s;
}

/// What begins the element that holds blocks of one kind; empty: none does.
QString opening(const Block &block, const Dialect &dialect)
{
    switch (block.kind) {
    case BlockKind::Bullet:
        return u"<ul>"_s;
    case BlockKind::Number:
        return block.number == 1 ? u"<ol>"_s
                                 : u"<ol %1=\"%2\">"_s.arg(dialect.firstNumber).arg(block.number);
    case BlockKind::Quotation:
        return dialect.quotationOpening;
    case BlockKind::Paragraph:
    case BlockKind::Crosshead:
        break;
    }
    return {};
}

QString closing(const Block &block, const Dialect &dialect)
{
    switch (block.kind) {
    case BlockKind::Bullet:
        return u"</ul>"_s;
    case BlockKind::Number:
        return u"</ol>"_s;
    case BlockKind::Quotation:
        return dialect.quotationClosing;
    case BlockKind::Paragraph:
    case BlockKind::Crosshead:
        break;
    }
    return {};
}

QString xmlOf(const std::vector<Block> &blocks, const Dialect &dialect)
{
    QString xml;
    for (size_t i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        const QString tag = tagOf(block.kind, dialect);
        if (block.isFirst)
            xml += opening(block, dialect);
        xml += u'<' + tag + u'>' + wordsXml(block, dialect) + endTag(tag);
        if (i + 1 == blocks.size() || blocks[i + 1].isFirst)
            xml += closing(block, dialect);
    }
    return xml;
}

} // namespace

bool isSafeAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1 || url.scheme() == "mailto"_L1);
}

QString xhtmlOf(const std::vector<Block> &blocks)
{
    return xmlOf(blocks, xhtml());
}

QString nitfOf(const std::vector<Block> &blocks)
{
    return xmlOf(blocks, nitf());
}

} // namespace nutgraf::format
