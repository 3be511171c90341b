// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/figures.h"

#include <algorithm>
#include <array>
#include <optional>

namespace nutgraf::analysis {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView CurrencySigns = u"$€£¥₹₽₩";

constexpr auto Currencies = std::to_array<QStringView>(
    {u"cent",     u"cents",     u"crown", u"crowns", u"dirham", u"dirhams", u"dollar", u"dollars",
     u"euro",     u"euros",     u"franc", u"francs", u"kroner", u"kronor",  u"pence",  u"penny",
     u"peso",     u"pesos",     u"pound", u"pounds", u"rand",   u"real",    u"reais",  u"riyals",
     u"rouble",   u"roubles",   u"ruble", u"rubles", u"rupee",  u"rupees",  u"rupiah", u"shekels",
     u"shilling", u"shillings", u"won",   u"yen",    u"yuan",   u"zloty"});

constexpr auto Magnitudes = std::to_array<QStringView>(
    {u"hundred", u"thousand", u"million", u"billion", u"trillion", u"dozen"});

constexpr auto NumberWords = std::to_array<QStringView>(
    {u"two",     u"three",     u"four",     u"five",     u"six",      u"seven",    u"eight",
     u"nine",    u"ten",       u"eleven",   u"twelve",   u"thirteen", u"fourteen", u"fifteen",
     u"sixteen", u"seventeen", u"eighteen", u"nineteen", u"twenty",   u"thirty",   u"forty",
     u"fifty",   u"sixty",     u"seventy",  u"eighty",   u"ninety",   u"half",     u"one"});

/// Of length, area, volume, mass, speed, power, heat and time.
constexpr auto Units = std::to_array<QStringView>(
    {u"acre",        u"acres",       u"barrel",      u"barrels",    u"bushels",   u"celsius",
     u"centimeters", u"centimetres", u"cm",          u"day",        u"days",      u"degree",
     u"degrees",     u"feet",        u"foot",        u"ft",         u"g",         u"gallon",
     u"gallons",     u"gigawatts",   u"gram",        u"grams",      u"gw",        u"hectare",
     u"hectares",    u"hour",        u"hours",       u"inch",       u"inches",    u"kg",
     u"kilogram",    u"kilograms",   u"kilometer",   u"kilometers", u"kilometre", u"kilometres",
     u"kilowatts",   u"km",          u"km/h",        u"knots",      u"kph",       u"kw",
     u"liter",       u"liters",      u"litre",       u"litres",     u"m",         u"megawatt",
     u"megawatts",   u"meter",       u"meters",      u"metre",      u"metres",    u"mile",
     u"miles",       u"millimeters", u"millimetres", u"minute",     u"minutes",   u"mm",
     u"month",       u"months",      u"mph",         u"mw",         u"ounce",     u"ounces",
     u"second",      u"seconds",     u"stone",       u"ton",        u"tonne",     u"tonnes",
     u"tons",        u"volts",       u"watts",       u"week",       u"weeks",     u"yard",
     u"yards",       u"year",        u"years"});

/// Counted without a plural's s.
constexpr auto Plurals =
    std::to_array<QStringView>({u"people", u"men", u"women", u"children", u"police", u"staff",
                                u"crew", u"personnel", u"fish", u"sheep", u"cattle", u"aircraft"});

constexpr auto Zones =
    std::to_array<QStringView>({u"gmt", u"utc", u"bst", u"cet", u"est", u"edt", u"pst", u"pdt"});

template <std::size_t N>
bool isOneOf(const std::array<QStringView, N> &list, QStringView word)
{
    return std::ranges::contains(list, word);
}

bool isDigits(QStringView word)
{
    return !word.isEmpty()
        && std::ranges::all_of(word, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

class FigureReader {
public:
    explicit FigureReader(const Words &words) : m_words(words) { }
    [[nodiscard]] std::vector<FigureMention> read();

private:
    /// A number's last word, and whether it is written out or says how many digits it has.
    struct Number {
        int last = 0;
        bool isSpelled = false;
        bool hasMagnitude = false;
        bool isBig = false; ///< two digits or more
    };

    [[nodiscard]] QStringView word(int i) const
    {
        return i >= 0 && i < m_words.count() ? QStringView(m_words.at(i).lower) : QStringView();
    }
    [[nodiscard]] bool touches(int i) const ///< nothing stands between the word before and this one
    {
        return i > 0 && i < m_words.count()
            && m_words.at(i - 1).range.end == m_words.at(i).range.begin;
    }
    [[nodiscard]] bool isSign(int i) const
    {
        return word(i).size() == 1 && CurrencySigns.contains(word(i));
    }
    [[nodiscard]] std::optional<Number> number(int first) const;
    [[nodiscard]] Number withMagnitude(Number number) const;
    [[nodiscard]] bool isPartOfAName(int first) const;
    [[nodiscard]] bool isAge(int first, int last) const;
    int money(int i);
    int clock(int i);
    int amount(int i);
    [[nodiscard]] int unitEnd(int i) const;
    [[nodiscard]] int countedEnd(int i) const;
    int add(int first, int last, EntityType type);

    const Words &m_words;
    std::vector<FigureMention> m_found;
};

int FigureReader::add(int first, int last, EntityType type)
{
    m_found.push_back({m_words.span(first, last), type});
    return last + 1;
}

FigureReader::Number FigureReader::withMagnitude(Number number) const
{
    while (isOneOf(Magnitudes, word(number.last + 1))) {
        ++number.last;
        number.hasMagnitude = true;
    }
    return number;
}

/// "4,200", "2.9 million", "two hundred", "sixty-four"; not "24th", "1990s", "3-1".
std::optional<FigureReader::Number> FigureReader::number(int first) const
{
    const QStringView begin = word(first);
    if (begin.isEmpty()) {
        return std::nullopt;
    }
    if (begin[0].isDigit()) {
        const bool isPlain = std::ranges::all_of(
            begin, [](QChar c) { return c.isDigit() || c == u',' || c == u'.'; });
        if (!isPlain || begin.count(u'.') > 1) {
            return std::nullopt;
        }
        return withMagnitude({.last = first, .isBig = begin.size() > 1});
    }
    const qsizetype hyphen = begin.indexOf(u'-');
    const QStringView part = hyphen < 0 ? begin : begin.first(hyphen);
    if (!isOneOf(NumberWords, part)
        || (hyphen >= 0 && !isOneOf(NumberWords, begin.sliced(hyphen + 1)))) {
        return std::nullopt;
    }
    return withMagnitude({.last = first, .isSpelled = true});
}

/// "Room 12", "Flight 370": a capital before it, and no sentence's first word.
bool FigureReader::isPartOfAName(int first) const
{
    return first > 0 && m_words.at(first).isJoined && m_words.at(first - 1).isCapital
        && !m_words.at(first - 1).isFirst;
}

/// "Ann Vale, 43, said"
bool FigureReader::isAge(int first, int last) const
{
    return first > 0 && m_words.at(first - 1).isComma() && last + 1 < m_words.count()
        && m_words.at(last + 1).isComma() && word(first).size() <= 3;
}

/// "$4.2 million", "US$30", "€1.2bn". Where it ends, or `i`.
int FigureReader::money(int i)
{
    if (!isSign(i) || !touches(i + 1)) {
        return i;
    }
    static constexpr auto Lands =
        std::to_array<QStringView>({u"us", u"a", u"au", u"c", u"ca", u"hk", u"nz", u"s", u"r"});
    const int first = touches(i) && isOneOf(Lands, word(i - 1)) ? i - 1 : i;
    if (const std::optional<Number> sum = number(i + 1)) {
        return add(first, sum->last, EntityType::Money);
    }
    // "1.2bn": the letters belong to the number's word.
    const QStringView sum = word(i + 1);
    const auto letters = std::ranges::find_if(sum, [](QChar c) { return c.isLetter(); });
    const QStringView suffix = sum.sliced(letters - sum.begin());
    static constexpr auto Suffixes =
        std::to_array<QStringView>({u"k", u"m", u"mn", u"bn", u"b", u"tn"});
    const bool isSum = letters != sum.begin() && isOneOf(Suffixes, suffix);
    return isSum ? add(first, i + 1, EntityType::Money) : i;
}

/// "7 p.m.", "18:30", "6.45pm GMT", "noon". Where it ends, or `i`.
int FigureReader::clock(int i)
{
    if (word(i) == u"noon" || word(i) == u"midnight") {
        return add(i, i, EntityType::Time);
    }
    const auto isHour = [](QStringView w) {
        return isDigits(w) && w.size() <= 2 && w.toInt() < 25;
    };
    const auto isHalfDay = [](QStringView w) {
        return w == u"a.m." || w == u"p.m." || w == u"am" || w == u"pm" || w == u"a.m"
            || w == u"p.m" || w == u"o'clock" || w == u"o’clock";
    };
    int last = i;
    const QStringView begin = word(i);
    const qsizetype point = begin.indexOf(u'.');
    const bool hasMinutes =
        point > 0 && isHour(begin.first(point)) && begin.sliced(point + 1).size() == 2;
    // "6.45pm", but no "16-team"
    const bool endsInHalfDay = (begin.endsWith(u"am") || begin.endsWith(u"pm")) && begin.size() > 2
        && std::ranges::all_of(begin.chopped(2), [](QChar c) { return c.isDigit() || c == u'.'; });
    bool isTime = endsInHalfDay;
    if (isHour(begin) && word(i + 1) == u":" && touches(i + 1) && touches(i + 2)
        && isDigits(word(i + 2)) && word(i + 2).size() == 2 && word(i + 2).toInt() < 60) {
        last = i + 2;
        isTime = true;
    }
    if ((isTime || isHour(begin) || hasMinutes) && isHalfDay(word(last + 1))) {
        ++last;
        isTime = true;
    }
    if (isTime && isOneOf(Zones, word(last + 1))) {
        ++last;
    }
    return isTime ? add(i, last, EntityType::Time) : i;
}

/// The last word of a unit that begins at `i`, or `i - 1`.
int FigureReader::unitEnd(int i) const
{
    const bool isPower = word(i) == u"square" || word(i) == u"cubic" || word(i) == u"nautical"
        || word(i) == u"metric";
    const int unit = isPower ? i + 1 : i;
    return isOneOf(Units, word(unit)) ? unit : i - 1;
}

/// The counted thing at `i`, or `i - 1`.
int FigureReader::countedEnd(int i) const
{
    if (i >= m_words.count() || !m_words.at(i).isJoined || m_words.at(i).isCapital) {
        return i - 1;
    }
    constexpr quint32 NoThing = word::Determiner | word::Possessive | word::Pronoun | word::Relative
        | word::Preposition | word::Conjunction | word::Subordinator | word::Auxiliary
        | word::Adverb;
    const QStringView thing = word(i);
    const bool isPlural = thing.size() > 3 && thing.endsWith(u's') && !thing.endsWith(u"ss");
    const bool isCounted = !m_words.at(i).is(NoThing) && (isPlural || isOneOf(Plurals, thing));
    return isCounted ? i : i - 1;
}

/// A percentage, a sum, a quantity. Where it ends, or `i`.
int FigureReader::amount(int i)
{
    const std::optional<Number> found = number(i);
    if (!found) {
        return i;
    }
    const int next = found->last + 1;
    if (word(next) == u"%" || word(next) == u"percent") {
        return add(i, next, EntityType::Percent);
    }
    if (word(next) == u"per" && word(next + 1) == u"cent") {
        return add(i, next + 1, EntityType::Percent);
    }
    if (word(next) == u"percentage" && word(next + 1).startsWith(u"point")) {
        return add(i, next + 1, EntityType::Percent);
    }
    if (isOneOf(Currencies, word(next))) {
        return add(i, next, EntityType::Money);
    }
    if (isPartOfAName(i) || isAge(i, found->last)) {
        return i;
    }
    if (const int unit = unitEnd(next); unit >= next) {
        return add(i, unit, EntityType::Quantity);
    }
    if (!found->hasMagnitude && (found->isSpelled || !found->isBig)) {
        return i;
    }
    return add(i, countedEnd(next), EntityType::Quantity);
}

std::vector<FigureMention> FigureReader::read()
{
    for (int i = 0; i < m_words.count();) {
        int end = money(i);
        end = end > i ? end : clock(i);
        end = end > i ? end : amount(i);
        i = std::max(i + 1, end);
    }
    return std::move(m_found);
}

} // namespace

std::vector<FigureMention> readFigures(const Words &words)
{
    return FigureReader(words).read();
}

} // namespace nutgraf::analysis
