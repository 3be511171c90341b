// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger/word_features.h"

#include <algorithm>

namespace nutgraf::tagger {

namespace {

constexpr std::array<quint32, 6> HashSizes{16384, 2048, 4096, 2048, 4096, 1024};

/// FNV-1a of 32 bits, the low byte of each unit first.
quint32 hashOf(QStringView units)
{
    constexpr quint32 Prime = 0x01000193;
    quint32 value = 0x811C9DC5;
    for (const QChar unit : units) {
        value = (value ^ (unit.unicode() & 0xFFU)) * Prime;
        value = (value ^ (static_cast<quint32>(unit.unicode()) >> 8U)) * Prime;
    }
    return value;
}

/// X for a capital, x for a small letter, d for a digit, else the unit itself; no more than two of
/// a kind in a row.
QString shapeOf(QStringView spelled)
{
    QString shape;
    for (const QChar unit : spelled) {
        QChar kind = unit;
        switch (unit.category()) {
        case QChar::Letter_Uppercase:
            kind = u'X';
            break;
        case QChar::Letter_Lowercase:
            kind = u'x';
            break;
        case QChar::Number_DecimalDigit:
            kind = u'd';
            break;
        default:
            break;
        }
        const qsizetype size = shape.size();
        if (size < 2 || shape[size - 1] != kind || shape[size - 2] != kind) {
            shape += kind;
        }
    }
    return shape;
}

enum CaseClass { Symbol, Digit, Small, Capitalised, Capitals, OneCapital, Mixed };

CaseClass caseOf(QStringView spelled, bool isSymbol)
{
    if (isSymbol) {
        return Symbol;
    }
    const auto isCapital = [](QChar c) {
        return c.category() == QChar::Letter_Uppercase;
    };
    const auto isSmall = [](QChar c) {
        return c.category() == QChar::Letter_Lowercase;
    };
    if (spelled.front().category() == QChar::Number_DecimalDigit) {
        return Digit;
    }
    if (std::ranges::none_of(spelled, isCapital)) {
        return Small;
    }
    if (spelled.size() == 1) {
        return OneCapital;
    }
    const bool opens = isCapital(spelled.front());
    if (opens && std::ranges::none_of(spelled, isSmall)) {
        return Capitals;
    }
    return opens && std::ranges::none_of(spelled.sliced(1), isCapital) ? Capitalised : Mixed;
}

} // namespace

QString lowerCase(QStringView spelled)
{
    QString lower;
    lower.reserve(spelled.size());
    for (qsizetype i = 0; i < spelled.size(); ++i) {
        const QChar unit = spelled[i];
        if (unit.isHighSurrogate() && i + 1 < spelled.size() && spelled[i + 1].isLowSurrogate()) {
            const char32_t low = QChar::toLower(QChar::surrogateToUcs4(unit, spelled[++i]));
            lower += QChar::fromUcs4(low);
        } else {
            lower += unit == u'’' ? QChar(u'\'') : unit.toLower();
        }
    }
    return lower;
}

Columns columnsOf(QStringView spelled, const Word &word, Place place)
{
    const QString lower = lowerCase(spelled);
    const QStringView units = lower;
    const auto upTo = [&](qsizetype n) {
        return std::min(n, units.size());
    };
    const std::array<QStringView, 6> parts{
        units, units.first(upTo(2)), units.first(upTo(3)), units.last(upTo(2)), units.last(upTo(3)),
        {}};
    const QString shape = shapeOf(spelled);
    Columns columns{};
    for (size_t i = 0; i < HashSizes.size(); ++i) {
        columns[i] =
            hashOf(i + 1 == HashSizes.size() ? QStringView(shape) : parts[i]) & (HashSizes[i] - 1);
    }
    columns[6] = caseOf(spelled, word.isSymbol);
    columns[7] =
        (word.isQuoted ? 1 : 0) + (word.isFirst ? 2 : 0) + (place == Place::Opening ? 4 : 0);
    return columns;
}

} // namespace nutgraf::tagger
