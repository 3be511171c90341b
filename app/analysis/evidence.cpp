// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/evidence.h"

#include "analysis/roles.h"

#include <algorithm>
#include <array>

namespace nutgraf::analysis {

namespace {

/// How likely a verb form must be a cue, in per cent, to make what stands beside it a person.
constexpr int SpeechRate = 60;

template <size_t N>
bool isOneOf(const QString &word, const std::array<QStringView, N> &list)
{
    return std::ranges::contains(list, QStringView(word));
}

constexpr std::array<QStringView, 8> PlacePrepositions{
    u"in", u"near", u"across", u"around", u"throughout", u"outside", u"off", u"towards"};
/// "the city of …"
constexpr std::array<QStringView, 26> PlaceNouns{
    u"city",   u"town",     u"village", u"province",  u"state",   u"island",    u"capital",
    u"coast",  u"mayor",    u"people",  u"north",     u"south",   u"east",      u"west",
    u"port",   u"district", u"region",  u"residents", u"streets", u"outskirts", u"suburb",
    u"centre", u"center",   u"km",      u"miles",     u"county"};
/// "the … reef"
constexpr std::array<QStringView, 19> PlaceNounsAfter{
    u"island", u"islands",  u"river",  u"province",  u"peninsula", u"coast",   u"airport",
    u"port",   u"region",   u"valley", u"reef",      u"district",  u"harbour", u"harbor",
    u"bay",    u"mountain", u"border", u"residents", u"suburb"};
/// "the … coach"
constexpr std::array<QStringView, 40> BodyNounsAfter{
    u"coach",    u"players",   u"player",     u"fans",       u"supporters", u"striker",
    u"defender", u"defence",   u"defense",    u"keeper",     u"goalkeeper", u"midfielder",
    u"manager",  u"officials", u"spokesman",  u"employees",  u"shares",     u"stock",
    u"staff",    u"engineers", u"newspaper",  u"magazine",   u"agency",     u"party",
    u"group",    u"company",   u"bank",       u"airline",    u"club",       u"team",
    u"rebels",   u"chairman",  u"executives", u"bonds",      u"website",    u"workers",
    u"network",  u"militants", u"guerrillas", u"spokeswoman"};

/// "the operator …"
constexpr std::array<QStringView, 14> BodyNounsBefore{
    u"operator", u"company", u"bank",  u"agency",  u"firm",    u"retailer",  u"airline",
    u"club",     u"group",   u"maker", u"charity", u"carrier", u"newspaper", u"broadcaster"};
/// "from …": as often a person, so no more than a guess.
constexpr std::array<QStringView, 4> Directions{u"to", u"from", u"on", u"between"};

class EvidenceReader {
public:
    EvidenceReader(const Words &words, int first, int end)
        : m_words(words), m_first(first), m_end(end)
    {
    }
    [[nodiscard]] std::optional<Evidence> read() const;

private:
    [[nodiscard]] const Word &at(int i) const
    {
        return m_words.at(i);
    }
    [[nodiscard]] bool isBeside(int i) const
    {
        return i >= 0 && i < m_words.count() && at(i).sentence == at(m_first).sentence;
    }
    [[nodiscard]] bool isBefore(QStringView word, int back = 1) const
    {
        return isBeside(m_first - back) && at(m_first - back).lower == word;
    }
    [[nodiscard]] bool isAfter(QStringView word, int ahead = 0) const
    {
        return isBeside(m_end + ahead) && at(m_end + ahead).lower == word;
    }
    [[nodiscard]] bool isNumber(int i) const
    {
        return isBeside(i) && at(i).lower[0].isDigit() && at(i).lower.size() <= 2;
    }
    [[nodiscard]] bool isKnownPlace(int i) const;
    [[nodiscard]] bool isPersonByForm() const;
    [[nodiscard]] bool isPlaceByForm() const;
    [[nodiscard]] bool isPlaceByDirection() const;
    [[nodiscard]] bool speaks() const;

    const Words &m_words;
    int m_first;
    int m_end;
};

bool EvidenceReader::isKnownPlace(int i) const
{
    return isBeside(i)
        && Lexicon::english().knownName(at(i).range.in(m_words.text).toString())
        == EntityType::Location;
}

/// "Ann Vale, 58, …", "Ann Vale, who …", "Ann Vale (Norway)"
bool EvidenceReader::isPersonByForm() const
{
    if (isAfter(u",") && isNumber(m_end + 1) && (isAfter(u",", 2) || isAfter(u".", 2)))
        return true;
    if (isAfter(u",") && (isAfter(u"who", 1) || isAfter(u"whose", 1)))
        return true;
    const bool isLong = m_end - m_first > 1;
    if (isLong && isAfter(u"(") && isKnownPlace(m_end + 1)
        && (isAfter(u")", 2) || isAfter(u")", 3)))
        return true;
    return isLong && !roleOf(m_words, m_first, m_end).isEmpty();
}

/// "in Alder", "the island of Alder", "the Alder reef", "Alder, Norway"
bool EvidenceReader::isPlaceByForm() const
{
    const Word *before = isBeside(m_first - 1) ? &at(m_first - 1) : nullptr;
    if (before && isOneOf(before->lower, PlacePrepositions) && at(m_first).isJoined
        && !(isBeside(m_end) && isOneOf(at(m_end).lower, BodyNounsAfter)))
        return true;
    if (isBefore(u"of") && isBeside(m_first - 2) && isOneOf(at(m_first - 2).lower, PlaceNouns))
        return true;
    if (isBeside(m_end) && at(m_end).isJoined && !at(m_end).isCapital
        && isOneOf(at(m_end).lower, PlaceNounsAfter))
        return true;
    // "Alder, an island of 5,100"
    if (isAfter(u",") && (isAfter(u"a", 1) || isAfter(u"an", 1)) && isBeside(m_end + 2)
        && isOneOf(at(m_end + 2).lower, PlaceNouns))
        return true;
    return isAfter(u",") && isKnownPlace(m_end + 1)
        && (!isBeside(m_end + 2) || at(m_end + 2).isSymbol) && !isBefore(u",");
}

/// "from Alder", "to Alder and Port Vale"
bool EvidenceReader::isPlaceByDirection() const
{
    if (m_end - m_first > 2 || !isBeside(m_first - 1) || at(m_first).is(word::GivenName))
        return false;
    int before = m_first - 1;
    if (at(before).lower == u"and" && isBeside(before - 2) && at(before - 1).isCapital)
        before -= 2;
    return isOneOf(at(before).lower, Directions) || isOneOf(at(before).lower, PlacePrepositions);
}

/// "Vale said", "said Vale"
bool EvidenceReader::speaks() const
{
    const Lexicon &lexicon = Lexicon::english();
    const auto isSpeech = [&](int i) {
        const std::optional<CueRates> rates = isBeside(i) ? lexicon.cue(at(i).lower) : std::nullopt;
        return rates && rates->plain >= SpeechRate && !at(i).isCapital;
    };
    return (isSpeech(m_end) && !at(m_end).is(word::Noun))
        || (isSpeech(m_first - 1) && at(m_first - 1).is(word::Inverts));
}

std::optional<Evidence> EvidenceReader::read() const
{
    if (isPersonByForm())
        return Evidence{EntityType::Person, Certainty::Sure};
    if (isPlaceByForm()) {
        return Evidence{EntityType::Location,
                        isBefore(u"off") ? Certainty::Likely : Certainty::Sure};
    }
    if (isBeside(m_end) && at(m_end).isJoined && !at(m_end).isCapital
        && isOneOf(at(m_end).lower, BodyNounsAfter))
        return Evidence{EntityType::Organisation, Certainty::Likely};
    if (isBeside(m_first - 1) && at(m_first).isJoined
        && isOneOf(at(m_first - 1).lower, BodyNounsBefore))
        return Evidence{EntityType::Organisation, Certainty::Likely};
    if (speaks())
        return Evidence{EntityType::Person, Certainty::Likely};
    const bool isPlural = at(m_end - 1).lower.endsWith(u's') && !at(m_end - 1).isOwner;
    if (isBefore(u"the") && (isPlural || m_end - m_first > 1))
        return Evidence{EntityType::Organisation, Certainty::Likely};
    if (isPlaceByDirection())
        return Evidence{EntityType::Location, Certainty::Guess};
    return std::nullopt;
}

} // namespace

std::optional<Evidence> evidenceOf(const Words &words, int first, int end)
{
    return EvidenceReader(words, first, end).read();
}

bool isResults(const Words &words)
{
    int results = 0;
    int others = 0;
    for (int i = 1; i < words.count(); ++i) {
        const Word &word = words.at(i);
        if (word.isSymbol)
            continue;
        const bool isScore = word.lower[0].isDigit() && word.lower.size() <= 3;
        if (isScore && words.at(i - 1).isCapital && word.isJoined
            && !words.at(i - 1).is(word::Month | word::Weekday))
            ++results;
        if (!isScore && !word.isCapital)
            ++others;
    }
    return results >= 1 && others <= 2 * results;
}

} // namespace nutgraf::analysis
