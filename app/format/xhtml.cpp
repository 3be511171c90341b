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

QString tagged(const QString &tag, const QString &inside)
{
    return u'<' + tag + u'>' + inside + u"</"_s + tag + u'>';
}

QString spanXhtml(const Span &span)
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

QString styleTag(SpanStyle style)
{
    return style == SpanStyle::Emphasis ? u"em"_s
        : style == SpanStyle::Strong    ? u"strong"_s
                                        : QString();
}

/// Spans of one style side by side are one emphasis with a link in it.
QString wordsXhtml(const Block &block)
{
    QString xhtml;
    QString open;
    for (const Span &span : block.spans) {
        const QString tag = styleTag(span.style);
        if (tag != open) {
            xhtml += open.isEmpty() ? QString() : u"</"_s + open + u'>';
            xhtml += tag.isEmpty() ? QString() : u'<' + tag + u'>';
        }
        open = tag;
        xhtml += spanXhtml(span);
    }
    return open.isEmpty() ? xhtml : xhtml + u"</"_s + open + u'>';
}

/// The element that holds blocks of one kind; empty: none.
QString groupOf(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Bullet:
        return u"ul"_s;
    case BlockKind::Number:
        return u"ol"_s;
    case BlockKind::Quotation:
        return u"blockquote"_s;
    case BlockKind::Paragraph:
    case BlockKind::Crosshead:
        break;
    }
    return {};
}

QString tagOf(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Crosshead:
        return u"h2"_s; // h1 is the headline's
    case BlockKind::Bullet:
    case BlockKind::Number:
        return u"li"_s;
    case BlockKind::Paragraph:
    case BlockKind::Quotation:
        break;
    }
    return u"p"_s;
}

QString opening(const Block &block)
{
    const QString group = groupOf(block.kind);
    if (block.kind == BlockKind::Number && block.number != 1)
        return u"<ol start=\"%1\">"_s.arg(block.number);
    return group.isEmpty() ? group : u'<' + group + u'>';
}

QString closing(const Block &block)
{
    const QString group = groupOf(block.kind);
    return group.isEmpty() ? group : u"</"_s + group + u'>';
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
    QString xhtml;
    for (size_t i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        if (block.isFirst)
            xhtml += opening(block);
        xhtml += tagged(tagOf(block.kind), wordsXhtml(block));
        if (i + 1 == blocks.size() || blocks[i + 1].isFirst)
            xhtml += closing(block);
    }
    return xhtml;
}

} // namespace nutgraf::format
