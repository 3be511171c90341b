// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/inline_markup.h"

#include "text/characters.h"
#include "text/printable.h"

#include <algorithm>
#include <array>
#include <optional>

namespace nutgraf::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView Escapable = u"\\`*_[]()#+-.!|~<>&";
/// Marks that may stand between a star and the first or last word inside it.
constexpr QStringView Opening = u"\"'“‘„‚«‹([¿¡";
constexpr QStringView Closing = u"\"'”’“»›)].,;:!?…%";

struct Reference {
    QStringView name;
    char16_t character;
};
constexpr std::array References = {
    Reference{u"&amp;", u'&'},  Reference{u"&lt;", u'<'},    Reference{u"&gt;", u'>'},
    Reference{u"&quot;", u'"'}, Reference{u"&apos;", u'\''}, Reference{u"&nbsp;", 0xA0},
};

bool isAsciiDigit(QChar c, int base)
{
    const char16_t lower = c.unicode() | 0x20;
    return (c >= u'0' && c <= u'9') || (base == 16 && lower >= u'a' && lower <= u'f');
}

/// Reads one line from left to right.
class InlineReader {
public:
    InlineReader(QStringView body, TextRange line, Block &block)
        : m_body(body), m_line(line), m_block(block), m_plainBegin(line.begin)
    {
    }

    void read();

private:
    struct Found {
        char32_t character;
        qsizetype end;
    };
    struct LinkParts {
        qsizetype wordsEnd; ///< at the `]`
        TextRange address;
    };

    [[nodiscard]] QChar charAt(qsizetype at) const
    {
        return at < m_line.end ? m_body[at] : QChar();
    }
    [[nodiscard]] bool isWord(qsizetype at) const;
    [[nodiscard]] bool isWordBefore(qsizetype at) const;
    [[nodiscard]] bool isEscape(qsizetype at) const;
    [[nodiscard]] std::optional<Found> referenceAt(qsizetype at) const;
    [[nodiscard]] std::optional<Found> numberAt(qsizetype at) const;
    [[nodiscard]] qsizetype runEnd(qsizetype at) const;
    [[nodiscard]] bool canOpen(qsizetype begin, qsizetype end) const;
    [[nodiscard]] bool canClose(qsizetype begin, qsizetype end) const;
    [[nodiscard]] std::optional<LinkParts> linkAt(qsizetype at) const;
    [[nodiscard]] std::optional<TextRange> addressAt(qsizetype at) const;

    /// Each reads what begins at `at` and gives where it ends.
    qsizetype readStars(qsizetype at);
    qsizetype readLink(qsizetype at);
    qsizetype readOther(qsizetype at);
    qsizetype addLink(SpanStyle style, qsizetype at, const LinkParts &link);
    void addInside(SpanStyle style, TextRange inside);
    void addWords(SpanStyle style, TextRange words, const QString &address);
    QString printed(TextRange words);
    QString resolved(TextRange words);
    void flush(qsizetype at);
    void dropOuterBreaks();

    QStringView m_body;
    TextRange m_line;
    Block &m_block;
    qsizetype m_plainBegin;
    Printable m_printable;
};

bool InlineReader::isWord(qsizetype at) const
{
    return at < m_line.end && isWordAt(m_body, at);
}

bool InlineReader::isWordBefore(qsizetype at) const
{
    if (at <= m_line.begin)
        return false;
    const bool isPair = m_body[at - 1].isLowSurrogate() && at - 1 > m_line.begin;
    return isWord(at - (isPair ? 2 : 1));
}

bool InlineReader::isEscape(qsizetype at) const
{
    return m_body[at] == u'\\' && at + 1 < m_line.end && Escapable.contains(m_body[at + 1]);
}

std::optional<InlineReader::Found> InlineReader::numberAt(qsizetype at) const
{
    constexpr qsizetype MostDigits = 7;
    const bool isHex = charAt(at + 2) == u'x' || charAt(at + 2) == u'X';
    const qsizetype begin = at + (isHex ? 3 : 2);
    qsizetype end = begin;
    while (end < m_line.end && end - begin < MostDigits
           && isAsciiDigit(m_body[end], isHex ? 16 : 10)) {
        ++end;
    }
    if (end == begin || charAt(end) != u';')
        return std::nullopt;
    const char32_t code = m_body.sliced(begin, end - begin).toUInt(nullptr, isHex ? 16 : 10);
    const bool isText =
        isPrintable(code) && !QChar::isSpace(code) && QChar::category(code) != QChar::Other_Format;
    if (!isText && code != QChar::Nbsp)
        return std::nullopt;
    return Found{code, end + 1};
}

/// Only what every reader of XML knows, and the no-break space; numbers of characters.
std::optional<InlineReader::Found> InlineReader::referenceAt(qsizetype at) const
{
    if (m_body[at] != u'&')
        return std::nullopt;
    if (charAt(at + 1) == u'#')
        return numberAt(at);
    const QStringView rest = m_body.sliced(at, m_line.end - at);
    for (const Reference &reference : References) {
        if (rest.startsWith(reference.name))
            return Found{reference.character, at + reference.name.size()};
    }
    return std::nullopt;
}

qsizetype InlineReader::runEnd(qsizetype at) const
{
    while (at < m_line.end && m_body[at] == u'*')
        ++at;
    return at;
}

/// One or two stars at a word's beginning: never inside a word, so that "c**p" keeps them.
bool InlineReader::canOpen(qsizetype begin, qsizetype end) const
{
    if (end - begin > 2 || isWordBefore(begin))
        return false;
    while (end < m_line.end && Opening.contains(m_body[end]))
        ++end;
    return isWord(end);
}

bool InlineReader::canClose(qsizetype begin, qsizetype end) const
{
    if (isWord(end))
        return false;
    while (begin > m_line.begin && Closing.contains(m_body[begin - 1]))
        --begin;
    return isWordBefore(begin);
}

qsizetype InlineReader::readStars(qsizetype at)
{
    const qsizetype opened = runEnd(at);
    if (!canOpen(at, opened))
        return opened;
    qsizetype close = opened;
    while (close < m_line.end && m_body[close] != u'*')
        close += isEscape(close) ? 2 : 1;
    const qsizetype end = runEnd(close);
    if (close >= m_line.end || end - close != opened - at || !canClose(close, end))
        return opened;
    flush(at);
    m_block.pairs.push_back({{at, opened}, {close, end}});
    addInside(opened - at == 1 ? SpanStyle::Emphasis : SpanStyle::Strong, {opened, close});
    m_plainBegin = end;
    return end;
}

/// A scheme, then neither white space nor brackets but a pair of round ones.
std::optional<TextRange> InlineReader::addressAt(qsizetype at) const
{
    const auto isScheme = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || u"+.-"_s.contains(c));
    };
    qsizetype end = at;
    while (end < m_line.end && isScheme(m_body[end]))
        ++end;
    if (end == at || !m_body[at].isLetter() || charAt(end) != u':')
        return std::nullopt;
    bool isInside = false;
    for (; end < m_line.end; ++end) {
        const QChar c = m_body[end];
        if (c == u')' && !isInside)
            return TextRange{at, end};
        const bool isNested = c == u'(' && isInside;
        if (isNested || c.isSpace() || c == u'<' || c == u'>' || !isPrintable(c.unicode()))
            return std::nullopt;
        isInside = c == u'(' || (isInside && c != u')');
    }
    return std::nullopt;
}

std::optional<InlineReader::LinkParts> InlineReader::linkAt(qsizetype at) const
{
    if (at > m_line.begin && m_body[at - 1] == u'!')
        return std::nullopt; // a picture of other dialects
    bool hasWord = false;
    qsizetype end = at + 1;
    while (end < m_line.end && m_body[end] != u']' && m_body[end] != u'[') {
        hasWord = hasWord || isWord(end);
        end += isEscape(end) ? 2 : 1;
    }
    if (!hasWord || charAt(end) != u']' || charAt(end + 1) != u'(')
        return std::nullopt;
    return addressAt(end + 2).transform(
        [end](TextRange address) { return LinkParts{end, address}; });
}

qsizetype InlineReader::readLink(qsizetype at)
{
    const std::optional<LinkParts> link = linkAt(at);
    if (!link)
        return at + 1;
    flush(at);
    m_plainBegin = addLink(SpanStyle::Link, at, *link);
    return m_plainBegin;
}

qsizetype InlineReader::addLink(SpanStyle style, qsizetype at, const LinkParts &link)
{
    const TextRange closing{link.wordsEnd, link.address.end + 1};
    m_block.pairs.push_back({{at, at + 1}, closing});
    addWords(style, {at + 1, link.wordsEnd}, link.address.in(m_body).toString());
    return closing.end;
}

/// Emphasis may hold links, and nothing else.
void InlineReader::addInside(SpanStyle style, TextRange inside)
{
    qsizetype from = inside.begin;
    for (qsizetype at = inside.begin; at < inside.end;) {
        const auto link = m_body[at] == u'[' ? linkAt(at) : std::nullopt;
        if (!link || link->address.end >= inside.end) {
            at += isEscape(at) ? 2 : 1;
            continue;
        }
        addWords(style, {from, at}, {});
        at = from = addLink(style, at, *link);
    }
    addWords(style, {from, inside.end}, {});
}

qsizetype InlineReader::readOther(qsizetype at)
{
    if (isEscape(at))
        return at + 2;
    if (const auto reference = referenceAt(at))
        return reference->end;
    if (isLineBreak(m_body[at])) {
        flush(at);
        m_block.spans.push_back({SpanStyle::LineBreak, {}, {}});
        m_plainBegin = at + 1;
    }
    return at + 1;
}

/// Words that hold no markup; a line break inside emphasis or a link is a space.
QString InlineReader::printed(TextRange words)
{
    QString text = words.in(m_body).toString();
    for (QChar &c : text) {
        if (isLineBreak(c))
            c = u' ';
    }
    return m_printable.words(text);
}

/// The words of a range, escapes and references as the characters that they stand for.
QString InlineReader::resolved(TextRange words)
{
    QString result;
    qsizetype from = words.begin;
    for (qsizetype at = words.begin; at < words.end;) {
        const bool isEscaped = isEscape(at);
        const auto reference =
            isEscaped ? Found{m_body[at + 1].unicode(), at + 2} : referenceAt(at);
        if (!reference) {
            ++at;
            continue;
        }
        result += printed({from, at});
        result += QString::fromUcs4(&reference->character, 1);
        m_block.escapes.push_back({at, reference->end});
        at = from = reference->end;
    }
    return result + printed({from, words.end});
}

void InlineReader::addWords(SpanStyle style, TextRange words, const QString &address)
{
    const QString text = resolved(words);
    if (!text.isEmpty())
        m_block.spans.push_back({style, text, address});
}

void InlineReader::flush(qsizetype at)
{
    addWords(SpanStyle::Plain, {m_plainBegin, at}, {});
    m_plainBegin = at;
}

/// Line breaks with nothing before or behind them that is printed.
void InlineReader::dropOuterBreaks()
{
    const auto isEmpty = [](const Span &span) {
        return span.address.isEmpty() && span.words.trimmed().isEmpty();
    };
    std::vector<Span> &spans = m_block.spans;
    while (!spans.empty() && isEmpty(spans.back()))
        spans.pop_back();
    spans.erase(spans.begin(), std::ranges::find_if_not(spans, isEmpty));
}

void InlineReader::read()
{
    for (qsizetype at = m_line.begin; at < m_line.end;) {
        if (m_body[at] == u'*') {
            at = readStars(at);
        } else if (m_body[at] == u'[') {
            at = readLink(at);
        } else {
            at = readOther(at);
        }
    }
    flush(m_line.end);
    dropOuterBreaks();
    const QString closing = m_printable.closing();
    if (!closing.isEmpty() && !m_block.spans.empty())
        m_block.spans.back().words += closing;
}

} // namespace

void readInline(QStringView body, TextRange line, Block &block)
{
    InlineReader(body, line, block).read();
}

} // namespace nutgraf::text
