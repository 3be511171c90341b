// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/quotes.h"

#include "text/characters.h"

#include <QString>

#include <algorithm>
#include <array>
#include <span>

namespace nutgraf::text {

namespace {

enum class Style {
    Double,
    Single,
    CurlyDouble,
    CurlySingle,
    LowDouble,
    LowSingle,
    Angle,
    AngleSingle
};

/// Words that begin with an apostrophe, without it.
constexpr std::array Elisions = std::to_array<QStringView>(
    {u"em", u"tis", u"twas", u"cause", u"til", u"till", u"n", u"bout", u"round", u"cos", u"s"});

struct Open {
    size_t index; ///< in the list of quotes
    Style style;
    bool isReversed = false; ///< »…«, ”…”: opened by what usually closes
};

constexpr qsizetype MaxDepth = 8;
constexpr qsizetype LookAhead = 600;

bool isSingle(Style style)
{
    return style == Style::Single || style == Style::CurlySingle || style == Style::LowSingle;
}

/// Reads one paragraph, mark by mark.
class Reader {
public:
    Reader(QStringView text, TextRange paragraph, std::vector<Quote> &found)
        : m_text(text), m_range(paragraph), m_found(found), m_first(found.size())
    {
    }

    void read();

private:
    [[nodiscard]] QChar before(qsizetype at) const
    {
        return at > m_range.begin ? m_text[at - 1] : QChar(u' ');
    }
    [[nodiscard]] QChar after(qsizetype at) const
    {
        return at < m_range.end ? m_text[at] : QChar(u' ');
    }
    [[nodiscard]] bool mayOpen(qsizetype begin, qsizetype end) const;
    [[nodiscard]] bool mayClose(qsizetype begin, qsizetype end) const;
    [[nodiscard]] bool isElision(qsizetype end) const;
    [[nodiscard]] bool isLikelyPossessive(qsizetype at, QChar mark) const;
    [[nodiscard]] qsizetype openAt(Style style) const;

    void open(Style style, qsizetype begin, qsizetype end, bool isReversed = false);
    bool close(Style style, qsizetype begin, qsizetype end);
    void leave(qsizetype level, qsizetype end);
    void readDouble(qsizetype begin, qsizetype end);
    void readSingle(qsizetype at);
    void readCurlyDouble(qsizetype at);
    void readOpeningCurlySingle(qsizetype at);
    void readClosingCurlySingle(qsizetype at);
    void readAngle(qsizetype at, Style style, bool isLeft);
    [[nodiscard]] qsizetype readMark(qsizetype at);

    QStringView m_text;
    TextRange m_range;
    std::vector<Quote> &m_found;
    size_t m_first;
    std::vector<Open> m_stack;
};

bool Reader::mayOpen(qsizetype begin, qsizetype end) const
{
    const QChar left = before(begin);
    const QChar right = after(end);
    if (right.isSpace())
        return false;
    return left.isSpace() || left.category() == QChar::Punctuation_Open
        || left.category() == QChar::Punctuation_InitialQuote
        || left.category() == QChar::Punctuation_Dash || left == u'"' || left == u'\''
        || left == u'/' || left == u':' || left == u'>' || left == u'*' || left == u'_'
        || left == u'…';
}

bool Reader::mayClose(qsizetype begin, qsizetype end) const
{
    return !before(begin).isSpace() && (end >= m_range.end || !isWordAt(m_text, end));
}

bool Reader::isElision(qsizetype end) const
{
    qsizetype stop = end;
    while (stop < m_range.end && stop - end < 8 && isWordCharacter(m_text[stop]))
        ++stop;
    const QStringView word = m_text.sliced(end, stop - end);
    if (word.size() >= 2 && word[0].isDigit() && word[1].isDigit()) // '90s
        return word.size() == 2 || word.endsWith(u's');
    const QString lower = word.toString().toLower();
    return std::ranges::contains(Elisions, QStringView(lower));
}

/// "the voters' choice" inside '…': after an s, before a lower-case word, and a better closing mark
/// follows.
bool Reader::isLikelyPossessive(qsizetype at, QChar mark) const
{
    if (before(at).toLower() != u's' || after(at + 1) != u' ' || !after(at + 2).isLower())
        return false;
    const qsizetype limit = std::min(m_range.end, at + LookAhead);
    for (qsizetype i = at + 2; i < limit; ++i) {
        if (m_text[i] == mark && (i + 1 >= m_range.end || !isWordAt(m_text, i + 1)))
            return true;
        if (m_text[i] == u'‘' || (m_text[i] == u'\'' && m_text[i - 1].isSpace()))
            return false;
    }
    return false;
}

/// The level of the innermost open quotation of `style`, -1: none.
qsizetype Reader::openAt(Style style) const
{
    for (qsizetype i = std::ssize(m_stack) - 1; i >= 0; --i) {
        if (m_stack[static_cast<size_t>(i)].style == style)
            return i;
    }
    return -1;
}

void Reader::open(Style style, qsizetype begin, qsizetype end, bool isReversed)
{
    if (std::ssize(m_stack) >= MaxDepth)
        return;
    Quote quote;
    quote.range = {begin, m_range.end};
    quote.inner = {end, m_range.end};
    quote.depth = static_cast<int>(m_stack.size());
    quote.isUnclosed = true;
    m_stack.push_back({m_found.size(), style, isReversed});
    m_found.push_back(quote);
}

bool Reader::close(Style style, qsizetype begin, qsizetype end)
{
    const qsizetype level = openAt(style);
    if (level < 0)
        return false;
    leave(level + 1, begin);
    Quote &quote = m_found[m_stack.back().index];
    quote.range.end = end;
    quote.inner.end = begin;
    quote.isUnclosed = false;
    m_stack.pop_back();
    return true;
}

/// Gives up everything open above `level`: it cannot reach past `end`.
void Reader::leave(qsizetype level, qsizetype end)
{
    while (std::ssize(m_stack) > level) {
        Quote &quote = m_found[m_stack.back().index];
        quote.range.end = quote.inner.end = end;
        if (isSingle(m_stack.back().style))
            quote.depth = -1; // an apostrophe after all
        m_stack.pop_back();
    }
}

void Reader::readDouble(qsizetype begin, qsizetype end)
{
    if (openAt(Style::Double) >= 0 && (mayClose(begin, end) || !mayOpen(begin, end))) {
        close(Style::Double, begin, end);
    } else if (mayOpen(begin, end)) {
        open(Style::Double, begin, end);
    } else if (openAt(Style::CurlyDouble) >= 0 && mayClose(begin, end)) {
        close(Style::CurlyDouble, begin, end);
    }
}

void Reader::readSingle(qsizetype at)
{
    if (mayOpen(at, at + 1)) {
        if (openAt(Style::Single) < 0 && !isElision(at + 1))
            open(Style::Single, at, at + 1);
        return;
    }
    if (!mayClose(at, at + 1) || isLikelyPossessive(at, u'\''))
        return;
    if (!close(Style::Single, at, at + 1))
        close(Style::CurlySingle, at, at + 1);
}

void Reader::readCurlyDouble(qsizetype at)
{
    const bool isLeft = m_text[at] == u'“';
    const bool closes = mayClose(at, at + 1);
    if (closes && close(Style::LowDouble, at, at + 1))
        return;
    if (!isLeft || closes) {
        if (openAt(Style::CurlyDouble) >= 0 && (!isLeft || !mayOpen(at, at + 1))) {
            close(Style::CurlyDouble, at, at + 1);
            return;
        }
        if (!isLeft && closes && close(Style::Double, at, at + 1))
            return;
    }
    if (isLeft ? !after(at + 1).isSpace() : mayOpen(at, at + 1))
        open(Style::CurlyDouble, at, at + 1, !isLeft);
}

void Reader::readOpeningCurlySingle(qsizetype at)
{
    if (mayClose(at, at + 1) && close(Style::LowSingle, at, at + 1))
        return;
    if (mayOpen(at, at + 1) && !isElision(at + 1))
        open(Style::CurlySingle, at, at + 1);
}

void Reader::readClosingCurlySingle(qsizetype at)
{
    if (!mayClose(at, at + 1) || isLikelyPossessive(at, u'’'))
        return;
    if (!close(Style::CurlySingle, at, at + 1))
        close(Style::LowSingle, at, at + 1);
}

void Reader::readAngle(qsizetype at, Style style, bool isLeft)
{
    const qsizetype level = openAt(style);
    const bool isReversed = level >= 0 && m_stack[static_cast<size_t>(level)].isReversed;
    if (level >= 0 && isLeft == isReversed) {
        close(style, at, at + 1);
    } else if (isLeft || mayOpen(at, at + 1)) {
        open(style, at, at + 1, !isLeft);
    }
}

/// Reads the mark at `at`, if there is one, and returns where to go on.
qsizetype Reader::readMark(qsizetype at)
{
    const QChar c = m_text[at];
    const bool isTwice = at + 1 < m_range.end && m_text[at + 1] == c;
    switch (c.unicode()) {
    case u'"':
        readDouble(at, at + 1);
        break;
    case u'`':
        if (isTwice)
            open(Style::Double, at, at + 2);
        return at + (isTwice ? 2 : 1);
    case u'\'':
        if (isTwice && (at + 2 >= m_range.end || m_text[at + 2] != c)) {
            readDouble(at, at + 2);
            return at + 2;
        }
        readSingle(at);
        break;
    case u'“':
    case u'”':
        readCurlyDouble(at);
        break;
    case u'„':
        open(Style::LowDouble, at, at + 1);
        break;
    case u'‘':
        readOpeningCurlySingle(at);
        break;
    case u'’':
        readClosingCurlySingle(at);
        break;
    case u'‚':
        open(Style::LowSingle, at, at + 1);
        break;
    case u'«':
    case u'»':
        readAngle(at, Style::Angle, c == u'«');
        break;
    case u'‹':
    case u'›':
        readAngle(at, Style::AngleSingle, c == u'‹');
        break;
    default:
        break;
    }
    return at + 1;
}

void Reader::read()
{
    for (qsizetype at = m_range.begin; at < m_range.end;)
        at = readMark(at);
    // What is still open runs to the paragraph's end. A single mark that opens the paragraph may be
    // a quotation that goes on in the next one; any other was an apostrophe.
    for (const Open &still : m_stack) {
        Quote &quote = m_found[still.index];
        if (isSingle(still.style) && quote.range.begin != m_range.begin)
            quote.depth = -1;
    }
    m_found.erase(std::remove_if(m_found.begin() + static_cast<qsizetype>(m_first), m_found.end(),
                                 [](const Quote &q) { return q.depth < 0; }),
                  m_found.end());
}

QStringView openingMark(QStringView text, const Quote &quote)
{
    return text.sliced(quote.range.begin, quote.inner.begin - quote.range.begin);
}

/// Settles what the last paragraph left open: it goes on if `next` begins with the same mark.
void settle(QStringView text, std::span<Quote> last, TextRange next)
{
    for (Quote &quote : last) {
        if (!quote.isUnclosed || quote.depth != 0)
            continue;
        if (!next.isEmpty() && next.in(text).startsWith(openingMark(text, quote))) {
            quote.isContinued = true;
            quote.isUnclosed = false;
        }
    }
}

} // namespace

std::vector<Quote> quotes(QStringView text, TextRange within)
{
    std::vector<Quote> found;
    size_t lastFirst = 0;
    qsizetype at = within.begin;
    while (at < within.end) {
        qsizetype end = at;
        while (end < within.end && !isParagraphEnd(text[end]))
            ++end;
        TextRange paragraph{at, end};
        while (!paragraph.isEmpty() && text[paragraph.begin].isSpace())
            ++paragraph.begin;
        while (!paragraph.isEmpty() && text[paragraph.end - 1].isSpace())
            --paragraph.end;
        at = end + 1;
        if (paragraph.isEmpty())
            continue;
        settle(text, std::span(found).subspan(lastFirst), paragraph);
        lastFirst = found.size();
        Reader(text, paragraph, found).read();
    }
    // A single mark that nothing closed and nothing continued was an apostrophe.
    std::erase_if(found, [&](const Quote &q) {
        const QStringView mark = openingMark(text, q);
        return q.isUnclosed && (mark == u"'" || mark == u"‘" || mark == u"‚");
    });
    return found;
}

} // namespace nutgraf::text
