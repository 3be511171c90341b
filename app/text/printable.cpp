// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/printable.h"

#include "text/characters.h"

#include <algorithm>

namespace nutgraf::text {

namespace {

constexpr char16_t PopEmbedding = 0x202C;
constexpr char16_t PopIsolate = 0x2069;

bool isBetween(char32_t c, char32_t first, char32_t last)
{
    return first <= c && c <= last;
}

/// LRE, RLE, PDF, LRO, RLO; LRI, RLI, FSI, PDI (UAX #9, 2.1 … 2.5).
bool isDirection(char32_t c)
{
    return isBetween(c, 0x202A, 0x202E) || isBetween(c, 0x2066, 0x2069);
}

char16_t withoutOverride(char32_t c)
{
    return static_cast<char16_t>(isBetween(c, 0x202D, 0x202E) ? c - 3 : c);
}

/// Information separators, that some programs put between words.
bool isSeparator(char32_t c)
{
    return isBetween(c, 0x1C, 0x1F);
}

bool isSpacing(QChar c)
{
    return c == u' ' || c == u'\t' || isParagraphEnd(c) || isLineBreak(c)
        || isSeparator(c.unicode());
}

} // namespace

bool isPrintable(char32_t c)
{
    const bool isControl =
        (c < 0x20 && c != u'\t' && c != u'\n' && c != u'\r') || isBetween(c, 0x7F, 0x9F);
    return !isControl && !QChar::isSurrogate(c) && !QChar::isNonCharacter(c) && c != 0xFEFF
        && !isBetween(c, 0x206A, 0x206F) && !isBetween(c, 0xFFF9, 0xFFFB)
        && !isBetween(c, 0x2028, 0x2029) && c <= QChar::LastValidCodePoint;
}

bool hasPrintable(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); at += characterLength(text, at)) {
        const char32_t c = characterLength(text, at) == 2
            ? QChar::surrogateToUcs4(text[at], text[at + 1])
            : text[at].unicode();
        if (isPrintable(c) && !QChar::isSpace(c))
            return true;
    }
    return false;
}

void Printable::addDirection(char32_t c, QString &result)
{
    if (c != PopEmbedding && c != PopIsolate) {
        m_open.push_back(isBetween(c, 0x2066, 0x2068) ? PopIsolate : PopEmbedding);
        result += QChar(withoutOverride(c));
        return;
    }
    // A closing mark without its opening one does nothing: it goes.
    const auto open = std::find(m_open.rbegin(), m_open.rend(), static_cast<char16_t>(c));
    if (open == m_open.rend())
        return;
    for (bool isClosed = false; !isClosed; m_open.pop_back()) {
        isClosed = m_open.back() == c;
        result += QChar(m_open.back());
    }
}

QString Printable::words(QStringView piece)
{
    QString result;
    result.reserve(piece.size());
    for (qsizetype at = 0; at < piece.size();) {
        const qsizetype length = characterLength(piece, at);
        const char32_t c =
            length == 2 ? QChar::surrogateToUcs4(piece[at], piece[at + 1]) : piece[at].unicode();
        if (isDirection(c)) {
            addDirection(c, result);
        } else if (isSeparator(c)) {
            result += u' ';
        } else if (isPrintable(c)) {
            result += piece.sliced(at, length);
        }
        at += length;
    }
    return result;
}

QString Printable::closing()
{
    QString result;
    for (; !m_open.empty(); m_open.pop_back())
        result += QChar(m_open.back());
    return result;
}

QString printableLine(QStringView value)
{
    QString spaced;
    spaced.reserve(value.size());
    for (const QChar c : value) {
        if (!isSpacing(c)) {
            spaced += c;
        } else if (!spaced.isEmpty() && spaced.back() != u' ') {
            spaced += u' ';
        }
    }
    if (spaced.endsWith(u' '))
        spaced.chop(1);
    Printable printable;
    const QString words = printable.words(spaced);
    return words + printable.closing();
}

} // namespace nutgraf::text
