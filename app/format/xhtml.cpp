// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/xhtml.h"

#include <QUrl>

#include <md4c.h>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

struct Writer {
    QString out;
    QList<bool> links; ///< whether each open link is written
};

QString attribute(const MD_ATTRIBUTE &value)
{
    return QString::fromUtf8(value.text, static_cast<qsizetype>(value.size))
        .replace(u"&amp;"_s, u"&"_s);
}

bool isSafe(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1 || url.scheme() == "mailto"_L1);
}

QString tagOf(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_P:
        return u"p"_s;
    case MD_BLOCK_H:
        return u"h2"_s; // h1 is the headline's
    case MD_BLOCK_UL:
        return u"ul"_s;
    case MD_BLOCK_OL:
        return u"ol"_s;
    case MD_BLOCK_LI:
        return u"li"_s;
    case MD_BLOCK_QUOTE:
        return u"blockquote"_s;
    case MD_BLOCK_CODE:
        return u"pre"_s;
    case MD_BLOCK_TABLE:
        return u"table"_s;
    case MD_BLOCK_THEAD:
        return u"thead"_s;
    case MD_BLOCK_TBODY:
        return u"tbody"_s;
    case MD_BLOCK_TR:
        return u"tr"_s;
    case MD_BLOCK_TH:
        return u"th"_s;
    case MD_BLOCK_TD:
        return u"td"_s;
    default:
        return {};
    }
}

int enterBlock(MD_BLOCKTYPE type, void *, void *data)
{
    Writer &writer = *static_cast<Writer *>(data);
    if (type == MD_BLOCK_HR) {
        writer.out += u"<hr/>"_s;
    } else if (const QString tag = tagOf(type); !tag.isEmpty()) {
        writer.out += u'<' + tag + u'>';
    }
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void *, void *data)
{
    Writer &writer = *static_cast<Writer *>(data);
    if (const QString tag = tagOf(type); !tag.isEmpty())
        writer.out += u"</"_s + tag + u'>';
    return 0;
}

int enterSpan(MD_SPANTYPE type, void *detail, void *data)
{
    Writer &writer = *static_cast<Writer *>(data);
    if (type == MD_SPAN_EM) {
        writer.out += u"<em>"_s;
    } else if (type == MD_SPAN_STRONG) {
        writer.out += u"<strong>"_s;
    } else if (type == MD_SPAN_A) {
        const QString address = attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
        writer.links.append(isSafe(address));
        if (writer.links.last())
            writer.out += u"<a href=\""_s + address.toHtmlEscaped() + u"\">"_s;
    }
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void *, void *data)
{
    Writer &writer = *static_cast<Writer *>(data);
    if (type == MD_SPAN_EM) {
        writer.out += u"</em>"_s;
    } else if (type == MD_SPAN_STRONG) {
        writer.out += u"</strong>"_s;
    } else if (type == MD_SPAN_A && writer.links.takeLast()) {
        writer.out += u"</a>"_s;
    }
    return 0;
}

/// A character reference of the Markdown as its character; one that HTML alone knows stays as
/// typed.
QString character(const QString &entity)
{
    if (entity == "&amp;"_L1 || entity == "&lt;"_L1 || entity == "&gt;"_L1 || entity == "&quot;"_L1)
        return entity;
    if (entity == "&nbsp;"_L1)
        return QChar(QChar::Nbsp);
    const bool isHex = entity.startsWith("&#x"_L1, Qt::CaseInsensitive);
    bool isNumber = false;
    const QString digits = entity.sliced(isHex ? 3 : 1).remove(u'#').chopped(1);
    const char32_t code = digits.toUInt(&isNumber, isHex ? 16 : 10);
    const bool isCharacter = isNumber && code >= u' ' && code <= QChar::LastValidCodePoint
        && !QChar::isSurrogate(code) && !QChar::isNonCharacter(code);
    return (isCharacter ? QString::fromUcs4(&code, 1) : entity).toHtmlEscaped();
}

int text(MD_TEXTTYPE type, const MD_CHAR *chars, MD_SIZE size, void *data)
{
    Writer &writer = *static_cast<Writer *>(data);
    const QString words = QString::fromUtf8(chars, static_cast<qsizetype>(size));
    if (type == MD_TEXT_BR) {
        writer.out += u"<br/>"_s;
    } else if (type == MD_TEXT_SOFTBR) {
        writer.out += u'\n';
    } else if (type == MD_TEXT_NULLCHAR) {
        writer.out += QChar(QChar::ReplacementCharacter);
    } else {
        writer.out += type == MD_TEXT_ENTITY ? character(words) : words.toHtmlEscaped();
    }
    return 0;
}

QString unescaped(QString words)
{
    return words.replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&amp;"_s, u"&"_s);
}

QString besideTag(const QString &tag)
{
    if (tag == "/p"_L1 || tag == "/h2"_L1 || tag == "/pre"_L1 || tag == "/table"_L1
        || tag == "hr/"_L1 || tag == "/ul"_L1 || tag == "/ol"_L1)
        return u"\n\n"_s;
    if (tag == "br/"_L1 || tag == "/li"_L1 || tag == "/tr"_L1)
        return u"\n"_s;
    if (tag == "li"_L1)
        return u"- "_s;
    return tag == "/td"_L1 || tag == "/th"_L1 ? u"  "_s : QString();
}

} // namespace

QString xhtmlBody(const QString &markdown)
{
    // Entities stay as typed, HTML is text, and a line set in by a wire system is no program code.
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = text;
    Writer writer;
    const QByteArray bytes = markdown.toUtf8();
    md_parse(bytes.constData(), static_cast<MD_SIZE>(bytes.size()), &parser, &writer);
    return writer.out;
}

QString plainWords(const QString &xhtml)
{
    QString result;
    qsizetype at = 0;
    while (at < xhtml.size()) {
        const qsizetype open = xhtml.indexOf(u'<', at);
        if (open < 0)
            break;
        const qsizetype close = xhtml.indexOf(u'>', open);
        result += unescaped(xhtml.sliced(at, open - at));
        result += besideTag(xhtml.sliced(open + 1, close - open - 1));
        at = close + 1;
    }
    result += unescaped(xhtml.sliced(at));
    while (result.contains(u"\n\n\n"))
        result.replace(u"\n\n\n"_s, u"\n\n"_s);
    return result.trimmed();
}

} // namespace nutgraf::format
