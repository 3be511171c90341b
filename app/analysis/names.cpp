// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/names.h"

#include "analysis/evidence.h"
#include "analysis/name_spans.h"
#include "analysis/roles.h"

#include <algorithm>

namespace nutgraf::analysis {

namespace {

constexpr quint32 Closed = word::Determiner | word::Possessive | word::Pronoun | word::Relative
    | word::Preposition | word::Conjunction | word::Subordinator | word::Auxiliary | word::Adverb
    | word::Starter | word::Verb;

/// "WASHINGTON", "PORT ALDER": as in running text.
QString usualSpelling(const QString &name, qsizetype shortest)
{
    QString usual = Lexicon::english().usualSpelling(name);
    if (usual != name || name.size() < shortest || name != name.toUpper()
        || (name.contains(u'.') && !name.contains(u' ')))
        return usual;
    for (qsizetype i = 1; i < usual.size(); ++i) {
        if (usual[i - 1].isLetter())
            usual[i] = usual[i].toLower();
    }
    return usual;
}

/// "J." before a surname.
bool isInitial(const Word &word)
{
    return word.lower.size() == 2 && word.lower.endsWith(u'.');
}

Gender genderOf(const Words &words, int first)
{
    for (int i = first - 1; i >= std::max(0, first - 3) && words.at(i + 1).isJoined; --i) {
        const Word &word = words.at(i);
        if (word.is(word::Feminine) && word.is(word::Title | word::RoleNoun))
            return Gender::Feminine;
        if (word.is(word::Masculine) && word.is(word::Title | word::RoleNoun))
            return Gender::Masculine;
    }
    if (!words.at(first).is(word::GivenName))
        return Gender::Unknown;
    return words.at(first).is(word::Feminine) ? Gender::Feminine : Gender::Masculine;
}

class NameReader {
public:
    NameReader(const Words &words, SegmentRole role)
        : m_words(words), m_spans(words), m_role(role), m_isResults(isResults(words))
    {
    }
    [[nodiscard]] std::vector<NameMention> read();

private:
    [[nodiscard]] const Word &at(int i) const
    {
        return m_words.at(i);
    }
    [[nodiscard]] bool isSkipped(int i) const;
    [[nodiscard]] bool isAcronym(int i) const;
    [[nodiscard]] bool beginsOrganisation(int first, int end) const;
    int readDate(int i);
    int readKnown(int first, int end);
    int readPiece(int first, int end, bool isTitled);
    int readPerson(int first, int end, bool isTitled);
    void readSingle(int i, bool isTitled);
    void readRun(int first, int end);
    void add(int first, int end, EntityType type, Certainty certainty = Certainty::Sure);
    [[nodiscard]] bool isTradeHere(int i, int end) const;
    [[nodiscard]] int portfolioEnd(int i, int end) const;

    const Words &m_words;
    NameSpans m_spans;
    SegmentRole m_role;
    bool m_isResults; ///< scores of teams
    std::vector<NameMention> m_found;
};

bool NameReader::isSkipped(int i) const
{
    const Word &word = at(i);
    if (word.is(word::Pronoun) || word.lower == u"i" || word.lower.startsWith(u"i'")
        || word.lower.startsWith(u"i’"))
        return true;
    if (word.is(word::Month | word::Weekday | word::Title | word::GivenName))
        return false;
    return word.is(Closed) && (word.isFirst || m_words.isTitleCase || word.is(word::Determiner));
}

/// "National Security Council" at a sentence's begin: a common word, but of a name.
bool NameReader::beginsOrganisation(int first, int end) const
{
    constexpr quint32 Never = word::Determiner | word::Possessive | word::Pronoun | word::Relative
        | word::Preposition | word::Conjunction | word::Subordinator | word::Auxiliary
        | word::Adverb;
    return !at(first).is(Never) && m_spans.organisationEnd(first, end) > first + 1;
}

bool NameReader::isAcronym(int i) const
{
    const QStringView spelled = at(i).range.in(m_words.text);
    if (spelled.size() < 2 || spelled.size() > 6 || m_words.isAllCapitals)
        return false;
    static const QStringView NoNames[] = {u"TV", u"CEO", u"CFO", u"OK",   u"AM",  u"PM",  u"DNA",
                                          u"II", u"III", u"IV",  u"AIDS", u"HIV", u"GDP", u"DVD",
                                          u"CD", u"PC",  u"IT",  u"A.M.", u"P.M."};
    if (std::ranges::any_of(NoNames, [&](QStringView w) { return spelled == w; }))
        return false;
    return std::ranges::all_of(spelled,
                               [](QChar c) { return c.isUpper() || c == u'.' || c == u'&'; })
        && spelled[1] != u'.';
}

void NameReader::add(int first, int end, EntityType type, Certainty certainty)
{
    m_found.push_back(nameMention(m_words, m_role, first, end, type, certainty));
}

/// Reads a date that begins at `i` and returns where it ends; `i`: there is none.
int NameReader::readDate(int i)
{
    const Word &word = at(i);
    const auto isNumber = [&](int k) {
        return k < m_words.count() && at(k).isJoined && at(k).lower[0].isDigit()
            && at(k).lower.size() <= 4;
    };
    int first = i;
    int end = i;
    const bool isYear = word.lower.size() == 4
        && (word.lower.startsWith(u"19") || word.lower.startsWith(u"20")) && i > 0
        && at(i - 1).is(word::Preposition)
        && std::ranges::all_of(word.lower, [](QChar c) { return c.isDigit(); });
    if (isYear || (word.is(word::Weekday) && word.isCapital)) {
        end = i + 1;
    } else if (word.is(word::Month) && word.isCapital) {
        end = i + 1;
        const bool isAfterDay =
            i > 0 && word.isJoined && at(i - 1).lower[0].isDigit() && at(i - 1).lower.size() <= 4;
        if (isNumber(end))
            ++end;
        if (end > i + 1 && end + 1 < m_words.count() && at(end).isComma()
            && at(end + 1).lower.size() == 4 && at(end + 1).lower[0].isDigit())
            end += 2;
        if (isAfterDay)
            first = i - 1;
        const bool isVerbOrName = word.lower == u"may" || word.lower == u"march"
            || word.lower == u"april" || word.lower == u"june" || word.lower == u"august";
        const bool isTold =
            i > 0 && (at(i - 1).is(word::Preposition) || at(i - 1).is(word::TimeWord));
        if (end == i + 1 && !isAfterDay && isVerbOrName && !isTold)
            return i;
    }
    if (end > i)
        add(first, end, EntityType::Date);
    return end;
}

int NameReader::readKnown(int first, int end)
{
    const int known = m_spans.knownEnd(first, end);
    if (known == first)
        return first;
    const QString name = m_spans.joined(first, known);
    const Lexicon &lexicon = Lexicon::english();
    const EntityType type = lexicon.knownName(name).value_or(
        lexicon.knownName(lexicon.usualSpelling(name)).value_or(EntityType::Misc));
    const bool isPerson = known == first + 1 && at(first).is(word::GivenName) && known < end
        && !at(known).is(word::Title | word::OrgHead | word::MiscHead | word::PlaceHead)
        && !lexicon.knownName(m_spans.joined(known, known + 1));
    if (isPerson)
        return first;
    if (known < end) {
        const int organisation = m_spans.organisationEnd(first, end);
        if (organisation > known) {
            add(first, organisation, EntityType::Organisation);
            return organisation;
        }
        const int misc = m_spans.headedEnd(first, end, word::MiscHead);
        if (misc > known && misc <= first + 4) {
            add(first, misc, EntityType::Misc);
            return misc;
        }
        const int place = m_spans.headedEnd(first, end, word::PlaceHead);
        if (type == EntityType::Location && place > known && place <= first + 3) {
            add(first, place, EntityType::Location);
            return place;
        }
    }
    add(first, known, type);
    return known;
}

void NameReader::readSingle(int i, bool isTitled)
{
    const Word *after = i + 1 < m_words.count() ? &at(i + 1) : nullptr;
    const bool isOfPerson = after && !after->isSymbol && !at(i).isFirst
        && (after->lower == u"administration" || after->lower == u"campaign"
            || after->lower == u"presidency" || after->lower == u"camp"
            || after->lower == u"family");
    if (isTitled || isOfPerson) {
        add(i, i + 1, EntityType::Person);
    } else if (isAcronym(i)) {
        add(i, i + 1, EntityType::Organisation,
            m_words.isTitleCase ? Certainty::Likely : Certainty::Sure);
    } else if (const auto evidence = evidenceOf(m_words, i, i + 1);
               evidence && (!at(i).isFirst || evidence->certainty == Certainty::Sure)) {
        add(i, i + 1, evidence->type, evidence->certainty);
    } else if (at(i).is(word::GivenName)) {
        add(i, i + 1, EntityType::Person, at(i).isFirst ? Certainty::Guess : Certainty::Likely);
    } else {
        const bool isAfterThe = i > 0 && at(i - 1).lower == u"the";
        add(i, i + 1, isAfterThe ? EntityType::Organisation : EntityType::Person, Certainty::Guess);
    }
}

/// A person, or what is most likely one.
int NameReader::readPerson(int first, int end, bool isTitled)
{
    int last = first + 1;
    while (last < end && !at(last).is(word::Title)
           && (m_spans.knownEnd(last, end) <= last || last <= first + 1))
        ++last;
    // "Sergei Lavrov Tuesday": a weekday ends the name.
    for (int i = first + 1; i < last; ++i) {
        if (at(i).is(word::Weekday)) {
            last = i;
            break;
        }
    }
    while (last > first + 1 && !at(last - 1).isCapital)
        --last;
    if (last == first + 1) {
        readSingle(first, isTitled);
        return last;
    }
    if (isTitled || at(first).is(word::GivenName) || isInitial(at(first))) {
        add(first, last, EntityType::Person);
        return last;
    }
    const auto evidence = evidenceOf(m_words, first, last);
    add(first, last, evidence ? evidence->type : EntityType::Person,
        evidence ? evidence->certainty : Certainty::Guess);
    return last;
}

int NameReader::readPiece(int first, int end, bool isTitled)
{
    if (m_role == SegmentRole::Dateline) {
        add(first, end, EntityType::Location);
        return end;
    }
    if (m_isResults && end < m_words.count() && at(end).lower[0].isDigit()) {
        add(first, end, EntityType::Organisation, Certainty::Likely);
        return end;
    }
    if (const int owned = m_spans.ownedEnd(end); owned > end) {
        add(first, owned, EntityType::Organisation);
        return end;
    }
    if (const int known = readKnown(first, end); known > first)
        return known;
    if (const int organisation = m_spans.organisationEnd(first, end); organisation > first) {
        // A lone head word is a name only by its capital.
        if (organisation > first + 1 || !at(first).isFirst) {
            add(first, organisation, EntityType::Organisation,
                organisation > first + 1 ? Certainty::Sure : Certainty::Guess);
        }
        return organisation;
    }
    if (const int misc = m_spans.headedEnd(first, end, word::MiscHead); misc > first && !isTitled) {
        add(first, misc, EntityType::Misc);
        return misc;
    }
    const int place = m_spans.headedEnd(first, end, word::PlaceHead);
    const bool isPlaceFirst = end > first + 1
        && (at(first).lower == u"mount" || at(first).lower == u"lake" || at(first).lower == u"port"
            || at(first).lower == u"cape" || at(first).lower == u"fort");
    if ((place > first || isPlaceFirst) && !isTitled && !at(first).is(word::GivenName)) {
        const int last = isPlaceFirst ? first + 2 : place;
        add(first, last, EntityType::Location);
        return last;
    }
    return readPerson(first, end, isTitled);
}

/// "Prosecutor Ann Vale", "Forecaster Ann Vale": what someone is, not the first part of a name.
bool NameReader::isTradeHere(int i, int end) const
{
    return i + 1 < end && at(i).isFirst && !at(i).is(word::GivenName | word::OrgHead)
        && isTrade(at(i));
}

/// "Transport Minister Ann Vale": past the title that begins with what the office is for.
int NameReader::portfolioEnd(int i, int end) const
{
    for (int k = i + 1; k < end && k <= i + 3; ++k) {
        const QString &w = at(k).lower;
        const bool isOffice = w == u"minister" || w == u"secretary" || w == u"commissioner"
            || w == u"ombudsman" || w == u"envoy";
        if (isOffice && !at(i).is(word::GivenName) && m_spans.knownEnd(i, end) == i)
            return k + 1;
    }
    return i;
}

void NameReader::readRun(int first, int end)
{
    int i = first;
    bool isTitled =
        i > 0 && at(i).isJoined && at(i - 1).is(word::Title) && !at(i - 1).is(word::Adverb);
    while (i < end) {
        if (const int date = readDate(i); date > i) {
            i = date;
        } else if (isSkipped(i) && !beginsOrganisation(i, end)) {
            ++i;
        } else if (const int portfolio = portfolioEnd(i, end); portfolio > i) {
            isTitled = true;
            i = portfolio;
            continue;
        } else if ((at(i).is(word::Title) && m_spans.organisationEnd(i, end) == i)
                   || isTradeHere(i, end)) {
            isTitled = true;
            ++i;
            continue;
        } else {
            i = readPiece(i, end, isTitled);
        }
        isTitled = false;
    }
}

std::vector<NameMention> NameReader::read()
{
    for (int i = 0; i < m_words.count();) {
        if (at(i).isSymbol) {
            ++i;
            continue;
        }
        if (!at(i).isCapital) {
            const int date = readDate(i);
            i = std::max(i + 1, date);
            continue;
        }
        int end = m_spans.runEnd(i);
        readRun(i, end);
        if (!m_found.empty()) { // a name may have passed the run over an "of"
            while (end < m_words.count() && at(end).range.begin < m_found.back().range.end)
                ++end;
        }
        i = end;
    }
    std::erase_if(m_found, [last = qsizetype{-1}](const NameMention &m) mutable {
        const bool overlaps = m.range.begin < last;
        last = std::max(last, m.range.end);
        return overlaps;
    });
    return std::move(m_found);
}

} // namespace

std::vector<NameMention> readNames(const Words &words, SegmentRole role)
{
    return NameReader(words, role).read();
}

NameMention nameMention(const Words &words, SegmentRole role, int first, int end, EntityType type,
                        Certainty certainty)
{
    NameMention mention;
    mention.range = words.span(first, end - 1);
    mention.type = type;
    const bool isOwned = std::any_of(words.list.begin() + first, words.list.begin() + end - 1,
                                     [](const Word &w) { return w.isOwner; });
    mention.name = isOwned ? mention.range.in(words.text).toString().simplified()
                           : NameSpans(words).joined(first, end);
    if (type == EntityType::Location)
        mention.name = usualSpelling(mention.name, role == SegmentRole::Dateline ? 3 : 5);
    mention.certainty = certainty;
    mention.isFirst = words.at(first).isFirst || words.isTitleCase;
    if (type == EntityType::Person) {
        mention.gender = genderOf(words, first);
        mention.role = roleOf(words, first, end);
    }
    return mention;
}

} // namespace nutgraf::analysis
