// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/names.h"

#include "analysis/evidence.h"
#include "analysis/roles.h"
#include "text/characters.h"

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
    if (usual != name || name.size() < shortest || name != name.toUpper() || name.contains(u'.'))
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

class NameReader {
public:
    NameReader(const Words &words, SegmentRole role)
        : m_words(words), m_role(role), m_isResults(isResults(words))
    {
    }
    [[nodiscard]] std::vector<NameMention> read();

private:
    [[nodiscard]] const Word &at(int i) const
    {
        return m_words.at(i);
    }
    [[nodiscard]] QString joined(int first, int end) const;
    [[nodiscard]] int runEnd(int first) const;
    [[nodiscard]] int knownEnd(int first, int end) const;
    [[nodiscard]] int organisationEnd(int first, int end) const;
    [[nodiscard]] int headedEnd(int first, int end, quint32 head) const;
    [[nodiscard]] int ofEnd(int head) const;
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
    [[nodiscard]] int ownedEnd(int end) const;
    [[nodiscard]] Gender genderOf(int first) const;

    const Words &m_words;
    SegmentRole m_role;
    bool m_isResults; ///< scores of teams
    std::vector<NameMention> m_found;
};

QString NameReader::joined(int first, int end) const
{
    QString name;
    for (int i = first; i < end; ++i) {
        if (i > first)
            name += u' ';
        name += at(i).range.in(m_words.text);
    }
    return name;
}

/// The end of the run of capitalised words from `first`; particles count if a capital follows.
int NameReader::runEnd(int first) const
{
    int end = first + 1;
    while (end < m_words.count() && at(end).isJoined) {
        if (at(end).isCapital && !at(end).isFirst) {
            ++end;
            continue;
        }
        const QString &w = at(end).lower;
        const bool isParticle = w == u"de" || w == u"van" || w == u"von" || w == u"der"
            || w == u"bin" || w == u"al" || w == u"del" || w == u"da" || w == u"ibn" || w == u"la";
        if (!isParticle || end + 1 >= m_words.count() || !at(end + 1).isJoined
            || !(at(end + 1).isCapital || at(end + 1).lower == u"der"))
            break;
        end += 1;
    }
    return end;
}

/// The end of the longest known name that begins at `first`, which may pass `end` over an "of".
int NameReader::knownEnd(int first, int end) const
{
    const Lexicon &lexicon = Lexicon::english();
    const QString spelled = at(first).range.in(m_words.text).toString();
    int longest = lexicon.longestFrom(spelled);
    if (longest == 0)
        longest = lexicon.longestFrom(lexicon.usualSpelling(spelled));
    for (int n = std::min(std::max(longest, 4), m_words.count() - first); n >= 1; --n) {
        bool isWhole = true;
        for (int i = first + 1; i < first + n; ++i)
            isWhole = isWhole && at(i).isJoined;
        if (!isWhole)
            continue;
        const QString name = joined(first, first + n);
        if (lexicon.knownName(name))
            return first + n;
        if (name.size() > 3 && name == name.toUpper()
            && lexicon.knownName(lexicon.usualSpelling(name)) && (n == 1 || first + n <= end))
            return first + n;
    }
    return first;
}

/// "… of X", "… for the X" after an organisation's head word.
int NameReader::ofEnd(int head) const
{
    int i = head + 1;
    if (i >= m_words.count() || !at(i).isJoined || (at(i).lower != u"of" && at(i).lower != u"for"))
        return head + 1;
    ++i;
    if (i < m_words.count() && at(i).lower == u"the" && at(i).isJoined)
        ++i;
    const int first = i;
    while (
        i < m_words.count() && at(i).isJoined
        && (at(i).isCapital
            || (at(i).lower == u"and" && i > first && i + 1 < m_words.count() && at(i + 1).isCapital
                && at(i + 1).isJoined && at(head).lower == u"department")))
        ++i;
    return i > first ? i : head + 1;
}

/// The end of an organisation's name: up to and with its head word, and what "of" adds to it.
int NameReader::organisationEnd(int first, int end) const
{
    for (int i = first; i < end; ++i) {
        if (i > first && at(i).is(word::Title) && !at(i).is(word::OrgHead)
            && at(i).lower != u"justice" && at(i).lower != u"defense" && at(i).lower != u"foreign"
            && at(i).lower != u"interior" && at(i).lower != u"finance")
            return first;
        if (!at(i).is(word::OrgHead))
            continue;
        if (i == first && at(i).isFirst && at(i).is(word::Starter))
            return first;
        int last = i;
        while (last + 1 < end && at(last + 1).is(word::OrgHead))
            ++last;
        return ofEnd(last);
    }
    return first;
}

/// The end of a name whose last word is a `head`: "UN Charter", "Hudson River".
int NameReader::headedEnd(int first, int end, quint32 head) const
{
    for (int i = end - 1; i > first; --i) {
        if (at(i).is(head))
            return i + 1;
    }
    return first;
}

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
    return !at(first).is(Never) && organisationEnd(first, end) > first + 1;
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

Gender NameReader::genderOf(int first) const
{
    for (int i = first - 1; i >= std::max(0, first - 3) && at(i + 1).isJoined; --i) {
        if (at(i).is(word::Feminine) && at(i).is(word::Title | word::RoleNoun))
            return Gender::Feminine;
        if (at(i).is(word::Masculine) && at(i).is(word::Title | word::RoleNoun))
            return Gender::Masculine;
    }
    if (!at(first).is(word::GivenName))
        return Gender::Unknown;
    return at(first).is(word::Feminine) ? Gender::Feminine : Gender::Masculine;
}

void NameReader::add(int first, int end, EntityType type, Certainty certainty)
{
    NameMention mention;
    mention.range = m_words.span(first, end - 1);
    mention.type = type;
    mention.name = joined(first, end);
    if (type == EntityType::Location)
        mention.name = usualSpelling(mention.name, m_role == SegmentRole::Dateline ? 3 : 5);
    mention.certainty = certainty;
    mention.isFirst = at(first).isFirst || m_words.isTitleCase;
    if (type == EntityType::Person) {
        mention.gender = genderOf(first);
        mention.role = roleOf(m_words, first, end);
    }
    m_found.push_back(std::move(mention));
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
    if (word.is(word::Weekday) && word.isCapital) {
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
    } else if (word.lower.size() == 4
               && (word.lower.startsWith(u"19") || word.lower.startsWith(u"20")) && i > 0
               && at(i - 1).is(word::Preposition)
               && std::ranges::all_of(word.lower, [](QChar c) { return c.isDigit(); })) {
        end = i + 1;
    }
    if (end > i)
        add(first, end, EntityType::Date);
    return end;
}

int NameReader::readKnown(int first, int end)
{
    const int known = knownEnd(first, end);
    if (known == first)
        return first;
    const QString name = joined(first, known);
    const Lexicon &lexicon = Lexicon::english();
    const EntityType type = lexicon.knownName(name).value_or(
        lexicon.knownName(lexicon.usualSpelling(name)).value_or(EntityType::Misc));
    const bool isPerson = known == first + 1 && at(first).is(word::GivenName) && known < end
        && !at(known).is(word::Title | word::OrgHead | word::MiscHead | word::PlaceHead)
        && !lexicon.knownName(joined(known, known + 1));
    if (isPerson)
        return first;
    if (known < end) {
        const int organisation = organisationEnd(first, end);
        if (organisation > known) {
            add(first, organisation, EntityType::Organisation);
            return organisation;
        }
        const int misc = headedEnd(first, end, word::MiscHead);
        if (misc > known && misc <= first + 4) {
            add(first, misc, EntityType::Misc);
            return misc;
        }
        const int place = headedEnd(first, end, word::PlaceHead);
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
        add(i, i + 1, isAfterThe ? EntityType::Organisation : EntityType::Person,
            Certainty::Guess);
    }
}

/// A person, or what is most likely one.
int NameReader::readPerson(int first, int end, bool isTitled)
{
    int last = first + 1;
    while (last < end && !at(last).is(word::Title)
           && !(knownEnd(last, end) > last && last > first + 1))
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

/// "Deckhands' Union", "People's Party": past the head word after an owner that ends the run;
/// `end`: there is none.
int NameReader::ownedEnd(int end) const
{
    const Word &owner = at(end - 1);
    int head = end;
    if (head < m_words.count() && at(head).isSymbol
        && text::isApostrophe(at(head).range.in(m_words.text)[0]))
        ++head;
    if (!owner.isOwner || head >= m_words.count() || at(head).isSymbol || !at(head).isCapital
        || !at(head).is(word::OrgHead) || at(head).quote != owner.quote)
        return end;
    const bool isGroup = owner.lower.endsWith(u's') || owner.lower == u"people"
        || owner.lower == u"women" || owner.lower == u"men" || owner.lower == u"children";
    return isGroup ? ofEnd(head) : end;
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
    if (const int owned = ownedEnd(end); owned > end) {
        add(first, owned, EntityType::Organisation);
        return end;
    }
    if (const int known = readKnown(first, end); known > first)
        return known;
    if (const int organisation = organisationEnd(first, end); organisation > first) {
        // A lone head word is a name only by its capital.
        if (organisation > first + 1 || !at(first).isFirst)
            add(first, organisation, EntityType::Organisation,
                organisation > first + 1 ? Certainty::Sure : Certainty::Guess);
        return organisation;
    }
    if (const int misc = headedEnd(first, end, word::MiscHead); misc > first && !isTitled) {
        add(first, misc, EntityType::Misc);
        return misc;
    }
    const int place = headedEnd(first, end, word::PlaceHead);
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
        if (isOffice && !at(i).is(word::GivenName) && knownEnd(i, end) == i)
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
        } else if ((at(i).is(word::Title) && organisationEnd(i, end) == i)
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
        int end = runEnd(i);
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

} // namespace nutgraf::analysis
