// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/voices.h"

#include "analysis/roles.h"
#include "text/characters.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <functional>

namespace nutgraf::analysis {

namespace {

/// How far back a pronoun looks, in UTF-16 units.
constexpr qsizetype PronounReach = 2500;
/// How far from its sentence's begin a subject's name may begin.
constexpr qsizetype LongestOpening = 45;
/// One surname of two people: never surer than UnsureBelow.
constexpr double NamesakeFactor = 0.5;

/// "Loretta Lynch" and "Loretta E. Lynch", "Bobby Scott" and "Robert “Bobby” Scott" are one.
bool isSomebodyElse(const QString &name, const QString &other)
{
    return name.section(u' ', 0, 0) != other.section(u' ', 0, 0) && !name.endsWith(other)
        && !other.endsWith(name);
}

/// What "Mr." or "Ms." right before a name says.
Gender courtesyBefore(QStringView text)
{
    const auto isOneOf = [&](std::initializer_list<QStringView> titles) {
        return std::ranges::any_of(titles, [&](QStringView title) { return text.endsWith(title); });
    };
    if (isOneOf({u"Mr. ", u"Mr "}))
        return Gender::Masculine;
    return isOneOf({u"Ms. ", u"Ms ", u"Mrs. ", u"Mrs ", u"Miss "}) ? Gender::Feminine
                                                                   : Gender::Unknown;
}

} // namespace

void VoiceFinder::enter(const PlacedReading &paragraph)
{
    m_role = paragraph.role;
    m_begin = paragraph.begin;
}

void VoiceFinder::remember(qsizetype at, const Voice &voice)
{
    m_spoken.push_back({at, voice.entity});
    if (voice.entity < 0 && !voice.role.isEmpty())
        m_roles.insert(roleNoun(voice.role), voice.role);
}

/// Without "the", as a name for a voice that has none.
Voice VoiceFinder::roleVoice(TextRange source) const
{
    QString words = source.in(m_text).toString();
    if (const qsizetype comma = words.indexOf(u','); comma > 0)
        words.truncate(comma);
    static const QRegularExpression day(
        QStringLiteral(" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$"));
    words.remove(day); // "a court in Alder on Monday"
    if (words.size() > 2 && words.back().toLower() == u's'
        && text::isApostrophe(words[words.size() - 2]))
        words.chop(2);
    for (const QStringView article : {u"the ", u"a ", u"an "}) {
        if (words.startsWith(article, Qt::CaseInsensitive))
            words.remove(0, article.size());
    }
    return {-1, words.simplified(), {}, 1};
}

/// Where the words that say who it is end: before a comma, or before "of Alder", "in the
/// government".
qsizetype VoiceFinder::headEnd(TextRange source) const
{
    static constexpr std::array<QStringView, 7> Links{u" of ",   u" in ",   u" at ", u" for ",
                                                      u" from ", u" with ", u" ("};
    const QStringView words = source.in(m_text);
    qsizetype end = words.indexOf(u',');
    end = end < 0 ? source.end : source.begin + end;
    if (end - source.begin > 2 && m_text[end - 1].toLower() == u's'
        && text::isApostrophe(m_text[end - 2]))
        end -= 2; // "Ms. Vale's" claim
    const std::span<const PlacedMention> inside = m_index.inside(source);
    for (const QStringView link : Links) {
        for (qsizetype at = words.indexOf(link); at >= 0; at = words.indexOf(link, at + 1)) {
            const qsizetype place = source.begin + at;
            const bool isInName = std::ranges::any_of(inside, [&](const PlacedMention &m) {
                return m.range.begin < place && place < m.range.end;
            });
            if (!isInName) {
                end = std::min(end, place);
                break;
            }
        }
    }
    return end;
}

Voice VoiceFinder::named(TextRange source) const
{
    const qsizetype end = headEnd(source);
    const qsizetype comma = source.in(m_text).indexOf(u',');
    const PlacedMention *found = nullptr;
    for (const PlacedMention &mention : m_index.inside(source)) {
        const bool isPerson = entity(mention.entity).type == EntityType::Person;
        const bool isExplained = comma >= 0 && mention.range.begin >= source.begin + comma
            && mention.range.begin <= source.begin + comma + 2;
        if (mention.range.end == end || (!found && isPerson && isExplained))
            found = &mention;
    }
    if (!found || entity(found->entity).type == EntityType::Date)
        return describedAs(source);
    Voice voice{found->entity, {}, {}, 1};
    const QString spelled = found->range.in(m_text).toString();
    if (entity(found->entity).type == EntityType::Person && !spelled.contains(u' ')
        && entity(found->entity).name != spelled) {
        voice.reasons.push_back({ReasonCode::SurnameOfFullName, entity(found->entity).name});
        if (const int other = namesake(*found, spelled); other >= 0) {
            voice.reasons.push_back({ReasonCode::SeveralCandidates, entity(other).name});
            voice.factor = NamesakeFactor;
        }
    }
    return voice;
}

/// Somebody else of this surname whom it may mean as well; -1: nobody was named before.
int VoiceFinder::namesake(const PlacedMention &mention, const QString &surname) const
{
    const Gender asked = courtesyBefore(m_text.first(mention.range.begin));
    for (const int other : m_index.withSurname(surname)) {
        if (entity(other).mentions.front().begin >= mention.range.begin)
            break;
        const Gender gender = m_index.genders[static_cast<size_t>(other)];
        const bool fits = asked == Gender::Unknown || gender == Gender::Unknown || gender == asked;
        if (fits && isSomebodyElse(entity(other).name, entity(mention.entity).name)
            && !isNamedHere(mention, surname))
            return other;
    }
    return -1;
}

/// Whether the paragraph names the person in full before it, and nobody else of that surname since.
bool VoiceFinder::isNamedHere(const PlacedMention &mention, const QString &surname) const
{
    const std::span<const PlacedMention> before = m_index.before(mention.range.begin);
    for (auto it = before.rbegin(); it != before.rend() && it->range.begin >= m_begin; ++it) {
        const QStringView name = it->range.in(m_text);
        if (name.endsWith(surname) && name.size() > surname.size())
            return it->entity == mention.entity;
    }
    return false;
}

/// The one person with this role: "the minister" for "Transport Minister Ann Vale"; -1: none or
/// several.
int VoiceFinder::personWithRole(const QString &words) const
{
    const QString noun = roleNoun(words);
    QStringList asked = words.toLower().split(u' ', Qt::SkipEmptyParts);
    if (noun.isEmpty())
        return -1;
    asked.prepend(noun);
    // Whoever has all the words has the rarest: a story may have a thousand ministers.
    const auto bearers = [this](const QString &word) {
        return m_index.withRole(word).size();
    };
    int found = -1;
    for (const int i : m_index.withRole(*std::ranges::min_element(asked, {}, bearers))) {
        const QString role = entity(i).role.toLower();
        const QStringList known = role.split(u' ', Qt::SkipEmptyParts);
        const bool isSame =
            std::ranges::all_of(asked, [&](const QString &word) { return known.contains(word); });
        // In a headline "opposition" alone may stand for its leader.
        if (!isSame || !(isHeadline() || roleNoun(role) == noun))
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

/// "the ministry" for the last "Transport Ministry" named, "the company" for the last body.
int VoiceFinder::bodyCalled(const QString &words, qsizetype at) const
{
    if (words.contains(u' '))
        return -1;
    const QString noun = words.toLower();
    const bool isAny = noun == u"company" || noun == u"firm" || noun == u"operator";
    const std::span<const PlacedMention> before = m_index.before(at);
    for (auto it = before.rbegin(); it != before.rend() && it - before.rbegin() < 40; ++it) {
        if (it->isQuoted || entity(it->entity).type != EntityType::Organisation)
            continue;
        const QStringList name = entity(it->entity).name.toLower().split(u' ');
        if (name.contains(noun) || (isAny && at - it->range.end < PronounReach / 4))
            return it->entity;
    }
    return -1;
}

/// A voice that is called by what it is, not by name.
Voice VoiceFinder::describedAs(TextRange source) const
{
    Voice voice = roleVoice(source);
    const bool isKnown = source.in(m_text).startsWith(u"the ", Qt::CaseInsensitive);
    const QString noun = roleNoun(voice.role);
    const bool isMany = noun.endsWith(u's') && !noun.endsWith(u"ss");
    if (isMany || !(isKnown || isHeadline()))
        return voice;
    int entity = personWithRole(voice.role);
    if (entity < 0 && isKnown)
        entity = bodyCalled(voice.role, source.begin);
    if (entity >= 0)
        return {entity, {}, {}, 0.9};
    const auto earlier = m_roles.constFind(noun);
    if (isKnown && earlier != m_roles.constEnd() && !voice.role.contains(u' '))
        voice.role = *earlier;
    return voice;
}

/// "Ms. Vale, who said …"
Voice VoiceFinder::relative(TextRange source) const
{
    const std::span<const PlacedMention> before = m_index.before(source.begin);
    if (before.empty() || source.begin - before.back().range.end > 40
        || entity(before.back().entity).type == EntityType::Date)
        return {-1, {}, {}, 0.7};
    const double factor = source.begin - before.back().range.end <= 2 ? 1 : 0.7;
    return {before.back().entity, {}, {}, factor};
}

/// How much a mention before a pronoun in the same paragraph speaks for its person: most, if it
/// opens a sentence.
double VoiceFinder::closeness(const PlacedMention &mention) const
{
    if (mention.range.begin < m_begin)
        return 0;
    qsizetype begin = mention.range.begin;
    while (begin > m_begin && mention.range.begin - begin < LongestOpening
           && m_text[begin - 1] != u'.' && m_text[begin - 1] != u'”' && m_text[begin - 1] != u'"')
        --begin;
    return mention.range.begin - begin < LongestOpening ? 3.5 : 1;
}

Voice VoiceFinder::personFor(TextRange source, Gender gender) const
{
    const auto fit = [&](int i) {
        const Gender other = m_index.genders[static_cast<size_t>(i)];
        if (entity(i).type != EntityType::Person)
            return -1.0;
        if (other == Gender::Unknown || gender == Gender::Unknown)
            return 0.0;
        return other == gender ? 1.5 : -1.0;
    };
    std::vector<std::pair<int, double>> scores; ///< of the persons, the nearest first
    const auto add = [&](int i, double score) {
        const auto it = std::ranges::find(scores, i, &std::pair<int, double>::first);
        if (it == scores.end()) {
            scores.emplace_back(i, score + fit(i));
        } else {
            it->second = std::max(it->second, score + fit(i));
        }
    };
    int speaker = -1;
    double weight = 3;
    for (auto it = m_spoken.rbegin(); it != m_spoken.rend() && it - m_spoken.rbegin() < 12; ++it) {
        if (it->entity < 0 || it->entity == speaker || fit(it->entity) < 0
            || source.begin - it->at >= PronounReach)
            continue;
        if (speaker < 0)
            speaker = it->entity;
        add(it->entity, weight + (it->at >= m_begin ? 1 : 0));
        weight *= 0.5;
    }
    const std::span<const PlacedMention> before = m_index.before(source.begin);
    double recency = 1;
    for (auto it = before.rbegin(); it != before.rend() && it - before.rbegin() < 24; ++it) {
        if (source.begin - it->range.end > PronounReach)
            break;
        if (it->isQuoted || fit(it->entity) < 0)
            continue;
        add(it->entity, closeness(*it) + recency);
        recency *= 0.7;
    }
    if (scores.empty())
        return {-1, {}, {}, 0.5};
    std::ranges::stable_sort(scores, std::greater(), &std::pair<int, double>::second);
    const int best = scores.front().first;
    const ReasonCode code =
        best == speaker ? ReasonCode::PronounLastSpeaker : ReasonCode::PronounLastNamed;
    Voice voice{best, {}, {{code, entity(best).name}}, best == speaker ? 1 : 0.85};
    if (scores.size() > 1 && scores[0].second - scores[1].second < 1) {
        voice.reasons.push_back({ReasonCode::SeveralCandidates, entity(scores[1].first).name});
        voice.factor = 0.75;
    }
    return voice;
}

/// "it", "they": the last body or group that spoke or was named.
Voice VoiceFinder::bodyFor(TextRange source) const
{
    const auto isBody = [&](int i) {
        return entity(i).type == EntityType::Organisation || entity(i).type == EntityType::Location;
    };
    for (auto it = m_spoken.rbegin(); it != m_spoken.rend() && it - m_spoken.rbegin() < 3; ++it) {
        if (it->entity >= 0 && isBody(it->entity) && source.begin - it->at < PronounReach / 3) {
            return {
                it->entity, {}, {{ReasonCode::PronounLastSpeaker, entity(it->entity).name}}, 0.75};
        }
    }
    const std::span<const PlacedMention> before = m_index.before(source.begin);
    for (auto it = before.rbegin(); it != before.rend() && it - before.rbegin() < 8; ++it) {
        if (source.begin - it->range.end > PronounReach / 4)
            break;
        if (!it->isQuoted && entity(it->entity).type == EntityType::Organisation)
            return {it->entity, {}, {{ReasonCode::PronounLastNamed, entity(it->entity).name}}, 0.6};
    }
    return {-1, {}, {}, 0.5};
}

Voice VoiceFinder::pronoun(TextRange source) const
{
    const QString word = source.in(m_text).toString().toLower();
    if (word == u"he")
        return personFor(source, Gender::Masculine);
    if (word == u"she")
        return personFor(source, Gender::Feminine);
    if (word == u"it" || word == u"they")
        return bodyFor(source);
    return {-1, {}, {}, 0.6};
}

Voice VoiceFinder::voiceOf(SourceKind kind, TextRange source) const
{
    switch (kind) {
    case SourceKind::Pronoun:
        return pronoun(source);
    case SourceKind::Relative:
        return relative(source);
    case SourceKind::Name:
        return named(source);
    case SourceKind::Role: {
        const Voice voice = named(source); // a name in capitals may have been found in lower case
        return voice.entity >= 0 ? voice : describedAs(source);
    }
    case SourceKind::None:
        break;
    }
    return {};
}

} // namespace nutgraf::analysis
