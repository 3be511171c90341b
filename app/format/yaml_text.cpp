// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/yaml_text.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isSpace(QChar c)
{
    return isBlank(c) || c == u'\n';
}

/// Words that other readers take for null, a truth value or a number (YAML 1.1 and 1.2).
bool looksTyped(QStringView value)
{
    static const QStringList words = {u"null"_s, u"true"_s, u"false"_s, u"yes"_s, u"no"_s,
                                      u"on"_s,   u"off"_s,  u"y"_s,     u"n"_s,   u"~"_s};
    const QChar first = value.front();
    return first.isDigit() || first == u'.' || first == u'+' || first == u'-'
        || words.contains(value.toString().toLower());
}

bool isPlainSafe(QStringView value, YamlContext context)
{
    constexpr QStringView indicators = u"-?:,[]{}#&*!|>'\"%@`=<";
    if (value.isEmpty() || indicators.contains(value.front()) || looksTyped(value)
        || value.front().isSpace() || value.back().isSpace() || value.endsWith(u':')
        || value.contains(u": ") || value.contains(u" #")) {
        return false;
    }
    return std::ranges::none_of(value, [context](QChar c) {
        const bool isFlowMark = QStringView(u",[]{}:").contains(c);
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator || c == QChar::ByteOrderMark || c.isNonCharacter()
            || (context == YamlContext::Flow && isFlowMark);
    });
}

bool isSingleQuoteSafe(QStringView value)
{
    return std::ranges::none_of(value, [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator || c == QChar::ByteOrderMark;
    });
}

QString escaped(QChar c)
{
    switch (c.unicode()) {
    case u'"':
        return u"\\\""_s;
    case u'\\':
        return u"\\\\"_s;
    case u'\n':
        return u"\\n"_s;
    case u'\t':
        return u"\\t"_s;
    case u'\r':
        return u"\\r"_s;
    case 0x2028: // readers of YAML 1.1 take these two for line ends
        return u"\\L"_s;
    case 0x2029:
        return u"\\P"_s;
    default:
        break;
    }
    if (c.category() == QChar::Other_Control || c == QChar::ByteOrderMark || c.isNonCharacter())
        return u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
    return c;
}

QString doubleQuoted(const QString &value)
{
    QString result = u"\""_s;
    for (const QChar c : value)
        result += escaped(c);
    return result + u'"';
}

qsizetype plainEnd(QStringView yaml, qsizetype at, qsizetype limit, YamlContext context)
{
    qsizetype end = at;
    for (; end < limit; ++end) {
        const QChar c = yaml[end];
        const bool isComment = c == u'#' && end > 0 && isSpace(yaml[end - 1]);
        const bool endsFlow = context == YamlContext::Flow && QStringView(u",]}").contains(c);
        if (isComment || endsFlow)
            break;
    }
    while (end > at && isSpace(yaml[end - 1]))
        --end;
    return end;
}

} // namespace

qsizetype quotedEnd(QStringView yaml, qsizetype at)
{
    const QChar quote = yaml[at];
    for (qsizetype i = at + 1; i < yaml.size(); ++i) {
        if (quote == u'"' && yaml[i] == u'\\') {
            ++i;
            continue;
        }
        if (yaml[i] != quote)
            continue;
        if (quote == u'\'' && i + 1 < yaml.size() && yaml[i + 1] == quote) {
            ++i;
            continue;
        }
        return i + 1;
    }
    return -1;
}

qsizetype flowEnd(QStringView yaml, qsizetype at)
{
    int depth = 0;
    for (qsizetype i = at; i < yaml.size(); ++i) {
        const QChar c = yaml[i];
        const QChar before = i > at ? yaml[i - 1] : QChar(u' ');
        if ((c == u'"' || c == u'\'')
            && (isSpace(before) || QStringView(u"[{,:").contains(before))) {
            i = quotedEnd(yaml, i) - 1;
            if (i < 0)
                return -1;
        } else if (c == u'#' && isSpace(before)) {
            const qsizetype lineEnd = yaml.indexOf(u'\n', i);
            if (lineEnd < 0)
                return -1;
            i = lineEnd;
        } else if (c == u'[' || c == u'{') {
            ++depth;
        } else if ((c == u']' || c == u'}') && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

TextRange valueRange(QStringView yaml, qsizetype at, qsizetype limit, YamlContext context)
{
    if (at >= limit)
        return {at, at};
    const QChar first = yaml[at];
    qsizetype end = -1;
    if (first == u'"' || first == u'\'') {
        end = quotedEnd(yaml, at);
    } else if (first == u'[' || first == u'{') {
        end = flowEnd(yaml, at);
    } else if (context == YamlContext::Block && (first == u'|' || first == u'>')) {
        end = limit > at && yaml[limit - 1] == u'\n' ? limit - 1 : limit;
    } else {
        end = plainEnd(yaml, at, limit, context);
    }
    return {at, end < 0 || end > limit ? limit : end};
}

QString yamlScalar(const QString &value, YamlStyle style, YamlContext context)
{
    if (style == YamlStyle::Plain && isPlainSafe(value, context))
        return value;
    if (style == YamlStyle::SingleQuoted && isSingleQuoteSafe(value))
        return u'\'' + QString(value).replace(u"'"_s, u"''"_s) + u'\'';
    return doubleQuoted(value);
}

bool isLiteralBlock(QStringView value)
{
    if (value.isEmpty() || value.front().isSpace() || value.endsWith(u'\n'))
        return false;
    return std::ranges::none_of(value, [](QChar c) {
        return (c.category() == QChar::Other_Control && c != u'\n') || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator || c == QChar::ByteOrderMark;
    });
}

QString literalBlock(const QString &value, qsizetype indent)
{
    QString result = u"|-"_s;
    const QString space(indent, u' ');
    for (const QString &line : value.split(u'\n'))
        result += line.isEmpty() ? u"\n"_s : u'\n' + space + line;
    return result;
}

} // namespace nutgraf::format
