// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/relative_days.h"

#include "text/characters.h"
#include "text/day_context.h"
#include "text/markup.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <optional>

namespace nutgraf::text {

using namespace Qt::StringLiterals;

namespace {

/// 1 … 7 as QDate::dayOfWeek; others by how far from the day of writing.
struct DayName {
    QStringView word;
    int weekday = 0; ///< 0: not a weekday
    int offset = 0;
    QStringView part; ///< the part of the day that the word implies
};

constexpr std::array DayNames = {
    DayName{u"monday", 1, 0, u""},       DayName{u"tuesday", 2, 0, u""},
    DayName{u"wednesday", 3, 0, u""},    DayName{u"thursday", 4, 0, u""},
    DayName{u"friday", 5, 0, u""},       DayName{u"saturday", 6, 0, u""},
    DayName{u"sunday", 7, 0, u""},       DayName{u"yesterday", 0, -1, u""},
    DayName{u"today", 0, 0, u""},        DayName{u"tomorrow", 0, 1, u""},
    DayName{u"tonight", 0, 0, u"night"},
};

constexpr std::array<QStringView, 4> Parts = {u"morning", u"afternoon", u"evening", u"night"};
constexpr std::array<QStringView, 12> Prepositions = {u"on",   u"from",   u"since", u"until",
                                                      u"till", u"before", u"after", u"by",
                                                      u"of",   u"than",   u"for",   u"between"};
constexpr std::array<QStringView, 18> LookingAhead = {
    u"will",  u"would", u"shall",  u"due",     u"scheduled", u"expected",
    u"plans", u"plan",  u"set",    u"until",   u"by",        u"before",
    u"ahead", u"next",  u"should", u"planned", u"may",       u"must"};
constexpr std::array<QStringView, 26> LookingBack = {
    u"said", u"told",  u"was",   u"were", u"had",   u"came",   u"fell", u"rose", u"won",
    u"lost", u"met",   u"held",  u"took", u"made",  u"began",  u"went", u"left", u"sent",
    u"gave", u"since", u"after", u"says", u"wrote", u"struck", u"hit",  u"saw"};

/// Does the clause before the day look ahead? The nearest telling word decides.
bool looksAhead(QStringView text, qsizetype at, qsizetype from)
{
    constexpr int Reach = 8;
    bool isParticiple = false; ///< "published": past, unless "will be published"
    qsizetype end = at;
    for (int i = 0; i < Reach; ++i) {
        const TextRange range = wordBefore(text, end, from);
        const QStringView word = range.in(text);
        if (word.isEmpty()) {
            break;
        }
        if (isOneOf(word, LookingAhead)) {
            return true;
        }
        if (isParticiple && word.compare(u"be", Qt::CaseInsensitive) == 0) {
            return true;
        }
        if (isParticiple || isOneOf(word, LookingBack)) {
            return false;
        }
        isParticiple = word.size() > 3 && word.endsWith(u"ed");
        end = range.begin;
    }
    return false;
}

enum class Direction { Nearest, Back, Ahead };

QDate weekdayFrom(const QDate &written, int weekday, Direction direction, bool looksForward)
{
    const int back = (written.dayOfWeek() - weekday + 7) % 7;
    switch (direction) {
    case Direction::Back:
        return written.addDays(back == 0 ? -7 : -back);
    case Direction::Ahead:
        return written.addDays(back == 0 ? 7 : 7 - back);
    case Direction::Nearest:
        break;
    }
    return written.addDays(looksForward ? (7 - back) % 7 : -back);
}

/// One day word with what stands around it.
class DayReader {
public:
    DayReader(QStringView text, TextRange within, const QDate &written, QStringView language)
        : m_text(text),
          m_within(within),
          m_written(written),
          m_isMonthFirst(language.compare(u"en-US", Qt::CaseInsensitive) == 0)
    {
    }

    /// `last`: the day before it in the text, if any.
    std::optional<RelativeDay> read(TextRange word, const DayName &name,
                                    const RelativeDay *last) const
    {
        const TextRange before = wordBefore(m_text, word.begin, m_within.begin);
        const TextRange after = wordAfter(m_text, word.end, m_within.end);
        const DayWord kind = name.weekday != 0 ? DayWord::Weekday : DayWord::Relative;
        if (!meansADay(m_text, m_within, word, kind)) {
            return std::nullopt;
        }
        RelativeDay day{word, {}, {}};
        Direction direction = Direction::Nearest;
        if (name.weekday != 0) {
            direction = directionOf(before.in(m_text));
            const bool isThis = before.in(m_text).compare(u"this", Qt::CaseInsensitive) == 0;
            day.range.begin =
                direction == Direction::Nearest && !isThis ? word.begin : before.begin;
        }
        QStringView part = name.part;
        if (isOneOf(after.in(m_text), Parts)) {
            part = after.in(m_text);
            day.range.end = after.end;
        }
        if (m_written.isValid()) {
            day.date = name.weekday == 0
                ? m_written.addDays(name.offset)
                : weekdayFrom(m_written, name.weekday, direction,
                              looksAhead(m_text, word.begin, m_within.begin)
                                  || before.in(m_text).compare(u"for", Qt::CaseInsensitive) == 0);
            // "Saturday and Sunday": the second follows the first.
            if (last != nullptr && isJoined(last->range.end, word.begin) && last->date.isValid()
                && day.date < last->date)
                day.date = day.date.addDays(7);
            day.shown = shown(day, part, needsOn(day.range.begin, name));
        }
        return day;
    }

private:
    /// Does nothing but "and" or "or" stand between?
    bool isJoined(qsizetype end, qsizetype begin) const
    {
        const QStringView between = m_text.sliced(end, begin - end);
        return between == u" and " || between == u" or ";
    }

    static Direction directionOf(QStringView before)
    {
        return before.compare(u"last", Qt::CaseInsensitive) == 0 ? Direction::Back
            : before.compare(u"next", Qt::CaseInsensitive) == 0  ? Direction::Ahead
                                                                 : Direction::Nearest;
    }

    /// "said yesterday" needs "said on Monday", "since yesterday" does not.
    bool needsOn(qsizetype begin, const DayName &name) const
    {
        return name.weekday == 0
            && !isOneOf(wordBefore(m_text, begin, m_within.begin).in(m_text), Prepositions);
    }

    QString shown(const RelativeDay &day, QStringView part, bool withOn) const
    {
        const QLocale english = QLocale::c();
        QString result = withOn ? u"on "_s : QString();
        result += english.dayName(day.date.dayOfWeek());
        result += part.isEmpty() ? QString() : u" "_s + part.toString();
        result += english.toString(day.date, m_isMonthFirst ? u", MMMM d"_s : u", d MMMM"_s);
        if (m_text[day.range.begin].isUpper()) {
            result[0] = result[0].toUpper();
        }
        const bool goesOn = day.range.end + 1 < m_within.end && m_text[day.range.end] == u' '
            && isWordCharacter(m_text[day.range.end + 1]);
        return goesOn ? result + u',' : result;
    }

    QStringView m_text;
    TextRange m_within;
    QDate m_written;
    bool m_isMonthFirst;
};

/// Weekdays count with a capital only; "Sun" and "May" are no day words.
const DayName *dayNamed(QStringView word)
{
    if (word.size() < 5 || word.size() > 9) {
        return nullptr;
    }
    for (const DayName &name : DayNames) {
        if (name.word.size() == word.size() && word.compare(name.word, Qt::CaseInsensitive) == 0) {
            return name.weekday != 0 && !word.front().isUpper() ? nullptr : &name;
        }
    }
    return nullptr;
}

bool canBeginDay(QChar c)
{
    switch (c.unicode()) {
    case u'M':
    case u'T':
    case u'W':
    case u'F':
    case u'S':
    case u'Y':
    case u't':
    case u'y':
        return true;
    default:
        return false;
    }
}

/// Does the paragraph that `at` lies in begin with `>`?
bool isInQuotation(QStringView text, qsizetype at)
{
    constexpr qsizetype Longest = 10000; // a longer paragraph is none
    qsizetype begin = at;
    while (begin > 0 && at - begin < Longest && !isParagraphEnd(text[begin - 1])) {
        --begin;
    }
    return begin < text.size() && text[begin] == u'>';
}

/// Where no day is looked for, ascending: emphasis, which marks titles ("*Friday*"), and quoted
/// paragraphs.
std::vector<TextRange> leftAlone(QStringView text, TextRange within)
{
    std::vector<TextRange> ranges;
    for (const Block &block : readMarkup(within.in(text))) {
        const TextRange source = block.source.shifted(within.begin);
        if (block.kind == BlockKind::Quotation || isInQuotation(text, source.begin)) {
            ranges.push_back(source);
            continue;
        }
        for (const auto &[open, close] : block.pairs) {
            if (open.length() == 1) {
                ranges.push_back(TextRange{open.begin, close.end}.shifted(within.begin));
            }
        }
    }
    return ranges;
}

bool isEnglish(QStringView language)
{
    return language.isEmpty() || language == u"und" || language.startsWith(u"en");
}

/// Day words in `within`, ascending; `at` begins each.
std::vector<TextRange> dayWords(QStringView text, TextRange within)
{
    std::vector<TextRange> words;
    bool wasInWord = false;
    for (qsizetype i = within.begin; i < within.end; ++i) {
        const bool isInWord = isWordCharacter(text[i]);
        if (isInWord && !wasInWord && canBeginDay(text[i])) {
            const TextRange word = wordAfter(text, i, within.end);
            if (dayNamed(word.in(text)) != nullptr) {
                words.push_back(word);
            }
        }
        wasInWord = isInWord;
    }
    return words;
}

} // namespace

std::vector<RelativeDay> relativeDays(QStringView text, TextRange within, const QDate &written,
                                      QStringView language)
{
    const TextRange inside{std::max<qsizetype>(0, within.begin), std::min(within.end, text.size())};
    std::vector<RelativeDay> days;
    const std::vector<TextRange> words = dayWords(text, inside);
    if (words.empty() || !isEnglish(language)) {
        return days;
    }
    const DayReader reader(text, inside, written, language);
    const std::vector<TextRange> skipped = leftAlone(text, inside);
    auto skip = skipped.begin();
    for (const TextRange word : words) {
        while (skip != skipped.end() && skip->end <= word.begin) {
            ++skip;
        }
        if (skip != skipped.end() && skip->contains(word)) {
            continue;
        }
        std::optional<RelativeDay> day =
            reader.read(word, *dayNamed(word.in(text)), days.empty() ? nullptr : &days.back());
        if (day) {
            days.push_back(std::move(*day));
        }
    }
    return days;
}

} // namespace nutgraf::text
