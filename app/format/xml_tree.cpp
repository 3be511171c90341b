// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/xml_tree.h"

#include <QRegularExpression>
#include <QXmlStreamEntityResolver>
#include <QXmlStreamReader>

#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

constexpr int DeepestNesting = 200;

/// The entities that HTML has and XML has not, as far as stories use them.
class HtmlEntities final : public QXmlStreamEntityResolver {
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        struct Entity {
            QLatin1StringView name;
            char16_t character;
        };
        static constexpr std::array Known{
            Entity{"nbsp"_L1, 0xA0},    Entity{"ndash"_L1, 0x2013}, Entity{"mdash"_L1, 0x2014},
            Entity{"lsquo"_L1, 0x2018}, Entity{"rsquo"_L1, 0x2019}, Entity{"ldquo"_L1, 0x201C},
            Entity{"rdquo"_L1, 0x201D}, Entity{"bdquo"_L1, 0x201E}, Entity{"sbquo"_L1, 0x201A},
            Entity{"laquo"_L1, 0xAB},   Entity{"raquo"_L1, 0xBB},   Entity{"hellip"_L1, 0x2026},
            Entity{"bull"_L1, 0x2022},  Entity{"euro"_L1, 0x20AC},  Entity{"pound"_L1, 0xA3},
            Entity{"cent"_L1, 0xA2},    Entity{"yen"_L1, 0xA5},     Entity{"copy"_L1, 0xA9},
            Entity{"reg"_L1, 0xAE},     Entity{"trade"_L1, 0x2122}, Entity{"deg"_L1, 0xB0},
            Entity{"middot"_L1, 0xB7},  Entity{"shy"_L1, 0xAD},     Entity{"auml"_L1, 0xE4},
            Entity{"ouml"_L1, 0xF6},    Entity{"uuml"_L1, 0xFC},    Entity{"szlig"_L1, 0xDF},
            Entity{"eacute"_L1, 0xE9},  Entity{"egrave"_L1, 0xE8},  Entity{"agrave"_L1, 0xE0},
            Entity{"ccedil"_L1, 0xE7},  Entity{"ntilde"_L1, 0xF1},  Entity{"aring"_L1, 0xE5},
            Entity{"oslash"_L1, 0xF8},  Entity{"aelig"_L1, 0xE6},   Entity{"iexcl"_L1, 0xA1},
            Entity{"iquest"_L1, 0xBF},  Entity{"sect"_L1, 0xA7},    Entity{"frac12"_L1, 0xBD},
        };
        for (const Entity &entity : Known) {
            if (entity.name == name)
                return QString(QChar(entity.character));
        }
        return {};
    }
};

/// Builds the tree as the reader goes.
class TreeBuilder {
public:
    explicit TreeBuilder(QXmlStreamReader &reader) : m_reader(reader) { }

    std::optional<XmlNode> tree()
    {
        while (!m_reader.atEnd())
            take(m_reader.readNext());
        if (m_reader.hasError() || m_root.children.size() != 1)
            return std::nullopt;
        return std::move(m_root.children.front());
    }

private:
    void take(QXmlStreamReader::TokenType token)
    {
        if (token == QXmlStreamReader::DTD && !m_reader.entityDeclarations().isEmpty()) {
            m_reader.raiseError(u"entities"_s);
        } else if (token == QXmlStreamReader::StartElement) {
            open();
        } else if (token == QXmlStreamReader::EndElement) {
            close();
        } else if (token == QXmlStreamReader::Characters && !m_open.empty()) {
            addText();
        }
    }
    void open()
    {
        if (m_open.size() >= DeepestNesting) {
            m_reader.raiseError(u"nesting"_s);
            return;
        }
        XmlNode node;
        node.name = m_reader.name().toString();
        node.attributes = m_reader.attributes();
        m_open.push_back(std::move(node));
    }
    void close()
    {
        XmlNode node = std::move(m_open.back());
        m_open.pop_back();
        (m_open.empty() ? m_root : m_open.back()).children.push_back(std::move(node));
    }
    void addText()
    {
        XmlNode node;
        node.text = m_reader.text().toString();
        m_open.back().children.push_back(std::move(node));
    }

    QXmlStreamReader &m_reader;
    XmlNode m_root;
    std::vector<XmlNode> m_open;
};

/// Old HTML leaves the ends of these out.
QString withEnds(QString html)
{
    static const QRegularExpression open(
        u"<(br|hr|img|input|meta|link|wbr|col)\\b([^<>]*?)\\s*/?>(?:\\s*</\\1>)?"_s,
        QRegularExpression::CaseInsensitiveOption);
    return html.replace(open, u"<\\1\\2/>"_s);
}

void gather(const XmlNode &node, QString &words)
{
    words += node.text;
    for (const XmlNode &child : node.children)
        gather(child, words);
}

} // namespace

QString XmlNode::attribute(QLatin1StringView attribute) const
{
    for (const QXmlStreamAttribute &one : attributes) {
        if (one.qualifiedName() == attribute)
            return one.value().toString();
    }
    return {};
}

const XmlNode *XmlNode::child(QLatin1StringView element) const
{
    for (const XmlNode &node : children) {
        if (node.name == element)
            return &node;
    }
    return nullptr;
}

const XmlNode *XmlNode::at(QLatin1StringView path) const
{
    const XmlNode *node = this;
    for (const QLatin1StringView step : path.tokenize('/'_L1)) {
        node = node == nullptr ? nullptr : node->child(step);
    }
    return node;
}

std::vector<const XmlNode *> XmlNode::all(QLatin1StringView element) const
{
    std::vector<const XmlNode *> nodes;
    for (const XmlNode &node : children) {
        if (node.name == element)
            nodes.push_back(&node);
    }
    return nodes;
}

const XmlNode *XmlNode::find(QLatin1StringView element) const
{
    if (name == element)
        return this;
    for (const XmlNode &node : children) {
        if (const XmlNode *found = node.find(element))
            return found;
    }
    return nullptr;
}

QString XmlNode::words() const
{
    QString words;
    gather(*this, words);
    return words.simplified();
}

QString XmlNode::wordsAt(QLatin1StringView path) const
{
    const XmlNode *node = at(path);
    return node == nullptr ? QString() : node->words();
}

QString XmlNode::attributeAt(QLatin1StringView path, QLatin1StringView attribute) const
{
    const XmlNode *node = at(path);
    return node == nullptr ? QString() : node->attribute(attribute);
}

Result<XmlNode> readXml(const QByteArray &bytes, const QString &name)
{
    QXmlStreamReader reader(bytes);
    if (std::optional<XmlNode> tree = TreeBuilder(reader).tree())
        return std::move(*tree);
    return fail(ErrorCode::ImportUnrecognised, name, reader.errorString(), reader.lineNumber(),
                reader.columnNumber());
}

std::optional<XmlNode> readFragment(const QString &xhtml)
{
    HtmlEntities entities;
    QXmlStreamReader reader(u"<div>"_s + withEnds(xhtml) + u"</div>"_s);
    reader.setEntityResolver(&entities);
    return TreeBuilder(reader).tree();
}

} // namespace nutgraf::format
