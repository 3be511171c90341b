// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/body_markup.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

using text::Block;
using text::BlockKind;
using text::Span;
using text::SpanStyle;

enum class Role { Inline, Block, Crosshead, Item, Bullets, Numbers, Quotation, Break, Left };

struct Tag {
    QLatin1StringView name;
    Role role;
};

/// Elements of XHTML and NITF; all others stand inside a line.
constexpr std::array Tags{
    Tag{"p"_L1, Role::Block},       Tag{"div"_L1, Role::Block},
    Tag{"block"_L1, Role::Block},   Tag{"section"_L1, Role::Block},
    Tag{"article"_L1, Role::Block}, Tag{"pre"_L1, Role::Block},
    Tag{"tr"_L1, Role::Block},      Tag{"table"_L1, Role::Block},
    Tag{"dl"_L1, Role::Block},      Tag{"dt"_L1, Role::Block},
    Tag{"dd"_L1, Role::Block},      Tag{"fn"_L1, Role::Block},
    Tag{"note"_L1, Role::Block},    Tag{"h1"_L1, Role::Crosshead},
    Tag{"h2"_L1, Role::Crosshead},  Tag{"h3"_L1, Role::Crosshead},
    Tag{"h4"_L1, Role::Crosshead},  Tag{"h5"_L1, Role::Crosshead},
    Tag{"h6"_L1, Role::Crosshead},  Tag{"hl2"_L1, Role::Crosshead},
    Tag{"li"_L1, Role::Item},       Tag{"ul"_L1, Role::Bullets},
    Tag{"ol"_L1, Role::Numbers},    Tag{"blockquote"_L1, Role::Quotation},
    Tag{"bq"_L1, Role::Quotation},  Tag{"br"_L1, Role::Break},
    Tag{"hr"_L1, Role::Block},      Tag{"head"_L1, Role::Left},
    Tag{"script"_L1, Role::Left},   Tag{"style"_L1, Role::Left},
    Tag{"media"_L1, Role::Left},    Tag{"figure"_L1, Role::Left},
    Tag{"img"_L1, Role::Left},
};

Role roleOf(const XmlNode &node)
{
    const auto tag = std::ranges::find(Tags, node.name, &Tag::name);
    return tag == Tags.end() ? Role::Inline : tag->role;
}

/// White space that a file has for its own looks: with a line end in it.
QString unwrapped(const QString &text)
{
    static const QRegularExpression wrap(u"[ \\t]*[\\r\\n][ \\t\\r\\n]*"_s);
    return QString(text).replace(wrap, u" "_s);
}

QString withoutSpaceBefore(const QString &words)
{
    const auto begin = std::ranges::find_if_not(words, [](QChar c) { return c.isSpace(); });
    return words.sliced(begin - words.begin());
}

QString withoutSpaceBehind(QString words)
{
    while (!words.isEmpty() && words.back().isSpace())
        words.chop(1);
    return words;
}

/// Goes through an element once, and closes a block wherever a new one begins.
class BodyReader {
public:
    ReadBody read(const XmlNode &element)
    {
        readInside(element);
        endBlock();
        return std::move(m_read);
    }

private:
    void readNode(const XmlNode &node);
    void readInside(const XmlNode &node)
    {
        for (const XmlNode &child : node.children)
            readNode(child);
    }
    void readLine(const XmlNode &node, BlockKind kind);
    void readList(const XmlNode &node, BlockKind kind);
    void readItem(const XmlNode &node);
    void readInline(const XmlNode &node);
    void addWords(const QString &words);
    void endBlock();

    ReadBody m_read;
    Block m_block;
    BlockKind m_group = BlockKind::Paragraph; ///< of the list or quotation around
    bool m_isGroupBegun = false;
    int m_number = 1;
    SpanStyle m_style = SpanStyle::Plain;
    QString m_address;
};

void BodyReader::readNode(const XmlNode &node)
{
    if (node.isText()) {
        addWords(unwrapped(node.text));
        return;
    }
    switch (roleOf(node)) {
    case Role::Inline:
        readInline(node);
        break;
    case Role::Block:
        readLine(node, m_group);
        break;
    case Role::Crosshead:
        readLine(node, BlockKind::Crosshead);
        break;
    case Role::Item:
        readItem(node);
        break;
    case Role::Bullets:
        readList(node, BlockKind::Bullet);
        break;
    case Role::Numbers:
        readList(node, BlockKind::Number);
        break;
    case Role::Quotation:
        readList(node, BlockKind::Quotation);
        break;
    case Role::Break:
        m_block.spans.push_back({SpanStyle::LineBreak, {}, {}});
        break;
    case Role::Left:
        break;
    }
}

void BodyReader::readLine(const XmlNode &node, BlockKind kind)
{
    endBlock();
    if (node.attribute("class"_L1) == u"edition-notice"_s) {
        m_read.notice = node.words();
        return;
    }
    m_block.kind = kind;
    readInside(node);
    endBlock();
}

void BodyReader::readList(const XmlNode &node, BlockKind kind)
{
    endBlock();
    const BlockKind group = std::exchange(m_group, kind);
    const bool isBegun = std::exchange(m_isGroupBegun, false);
    const QString first = node.attribute("start"_L1) + node.attribute("seqnum"_L1);
    const int number = std::exchange(m_number, std::max(1, first.toInt()));
    m_block.kind = kind;
    readInside(node);
    endBlock();
    m_group = m_block.kind = group;
    m_isGroupBegun = isBegun;
    m_number = number;
}

void BodyReader::readItem(const XmlNode &node)
{
    endBlock();
    readInside(node);
    endBlock();
}

void BodyReader::readInline(const XmlNode &node)
{
    const bool isStrong = node.name == u"strong"_s || node.name == u"b"_s
        || (node.name == u"em"_s && node.attribute("class"_L1) == u"bold"_s);
    const bool isEmphasis = node.name == u"em"_s || node.name == u"i"_s;
    const SpanStyle style = m_style;
    const QString address = m_address;
    if (isStrong || isEmphasis)
        m_style = isStrong ? SpanStyle::Strong : SpanStyle::Emphasis;
    if (node.name == u"a"_s)
        m_address = node.attribute("href"_L1);
    readInside(node);
    m_style = style;
    m_address = address;
}

void BodyReader::addWords(const QString &words)
{
    if (words.isEmpty())
        return;
    const bool isLink = !m_address.isEmpty() && m_style == SpanStyle::Plain;
    m_block.spans.push_back({isLink ? SpanStyle::Link : m_style, words, m_address});
}

void BodyReader::endBlock()
{
    Block block = std::exchange(m_block, Block());
    m_block.kind = m_group;
    trimSpans(block.spans);
    if (block.spans.empty())
        return;
    block.isFirst = m_group == BlockKind::Paragraph || block.kind != m_group || !m_isGroupBegun;
    m_isGroupBegun = block.kind == m_group;
    if (block.kind == BlockKind::Number)
        block.number = m_number++;
    m_read.blocks.push_back(std::move(block));
}

/// Where tags that begin a block stood, a paragraph begins; all others are taken out.
QString withoutTags(QString html)
{
    static const QRegularExpression blocks(
        u"</?(?:p|div|li|h[1-6]|ul|ol|tr|blockquote|br)\\b[^<>]*>"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tags(u"</?[A-Za-z!][^<>]*>"_s);
    html = unwrapped(html).replace(blocks, u"\n"_s).remove(tags);
    return html.replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&nbsp;"_s, QString(QChar(QChar::Nbsp)))
        .replace(u"&amp;"_s, u"&"_s);
}

} // namespace

void trimSpans(std::vector<Span> &spans)
{
    while (!spans.empty()
           && (spans.front().words = withoutSpaceBefore(spans.front().words)).isEmpty())
        spans.erase(spans.begin());
    while (!spans.empty()
           && (spans.back().words = withoutSpaceBehind(spans.back().words)).isEmpty())
        spans.pop_back();
}

ReadBody readBody(const XmlNode &element)
{
    return BodyReader().read(element);
}

ReadBody readXhtmlBody(const QString &xhtml)
{
    const std::optional<XmlNode> tree = readFragment(xhtml);
    return tree ? readBody(*tree) : readPlainBody(withoutTags(xhtml));
}

ReadBody readPlainBody(const QString &text)
{
    ReadBody body;
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        Block block;
        block.spans.push_back({SpanStyle::Plain, line.trimmed(), {}});
        body.blocks.push_back(std::move(block));
    }
    return body;
}

} // namespace nutgraf::format
