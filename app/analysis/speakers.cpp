// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/speakers.h"

#include "analysis/roles.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <functional>

namespace nutgraf::analysis {

namespace {

/// How far back a pronoun looks, in UTF-16 units.
constexpr qsizetype PronounReach = 2500;
/// How far from its sentence's begin a subject's name may begin.
constexpr qsizetype LongestOpening = 45;

/// Whom a source means.
struct Voice {
    int entity = -1;
    QString role; ///< without an entity: the words of the source
    std::vector<Reason> reasons;
    double factor = 1; ///< of the confidence
};

class Resolver {
public:
    Resolver(QStringView text, const std::vector<PlacedReading> &readings, EntityIndex &index,
             Analysis &analysis)
        : m_text(text), m_readings(readings), m_index(index), m_analysis(analysis)
    {
    }
    void run();

private:
    void readParagraph(const PlacedReading &placed);
    [[nodiscard]] Attribution placed(const Attribution &part, qsizetype begin) const;
    void join(Attribution &attribution, const TextRange &content);
    void takeOver(Attribution &attribution);
    void addBare(const PlacedReading &placed, TextRange quote);
    [[nodiscard]] Voice voiceOf(const RawAttribution &raw, TextRange source) const;
    [[nodiscard]] Voice named(TextRange source) const;
    [[nodiscard]] Voice relative(TextRange source) const;
    [[nodiscard]] Voice pronoun(TextRange source) const;
    [[nodiscard]] Voice roleVoice(TextRange source) const;
    [[nodiscard]] Voice describedAs(TextRange source) const;
    [[nodiscard]] qsizetype headEnd(TextRange source) const;
    [[nodiscard]] int personWithRole(const QString &words) const;
    [[nodiscard]] int bodyCalled(const QString &words, qsizetype at) const;
    [[nodiscard]] double closeness(const PlacedMention &mention) const;
    [[nodiscard]] Voice personFor(TextRange source, Gender gender) const;
    [[nodiscard]] Voice bodyFor(TextRange source) const;
    void resolve(const RawAttribution &raw, Attribution &attribution);
    [[nodiscard]] int speakerFor(const Voice &voice);
    void remember(const Attribution &attribution, const Voice &voice);
    [[nodiscard]] const Entity &entity(int i) const
    {
        return m_index.entities[static_cast<size_t>(i)];
    }

    struct Spoken {
        qsizetype at = 0;
        int entity = -1;
    };

    QStringView m_text;
    const std::vector<PlacedReading> &m_readings;
    EntityIndex &m_index;
    Analysis &m_analysis;
    QHash<QString, int> m_speakers;
    std::vector<Spoken> m_spoken; ///< who spoke, in order
    QHash<QString, QString> m_roles; ///< noun → the last voice called by it
    SegmentRole m_role = SegmentRole::Body; ///< of the paragraph being read
    qsizetype m_begin = 0; ///< of the paragraph being read
    bool m_goesOn = false; ///< the last paragraph's quotation goes on in this one
    bool m_endsQuoted = false; ///< the last paragraph had a direct quotation with a speaker
};

Attribution Resolver::placed(const Attribution &part, qsizetype begin) const
{
    Attribution attribution = part;
    for (std::vector<TextRange> *ranges :
         {&attribution.source, &attribution.cue, &attribution.content, &attribution.quotes}) {
        for (TextRange &range : *ranges)
            range = range.shifted(begin);
    }
    return attribution;
}

/// Without "the", as a name for a voice that has none.
Voice Resolver::roleVoice(TextRange source) const
{
    QString words = source.in(m_text).toString();
    if (const qsizetype comma = words.indexOf(u','); comma > 0)
        words.truncate(comma);
    for (const QStringView article : {u"the ", u"a ", u"an "}) {
        if (words.startsWith(article, Qt::CaseInsensitive))
            words.remove(0, article.size());
    }
    return {-1, words.simplified(), {}, 1};
}

/// Where the words that say who it is end: before a comma, or before "of Alder", "in the
/// government".
qsizetype Resolver::headEnd(TextRange source) const
{
    static constexpr std::array<QStringView, 7> Links{u" of ",   u" in ",   u" at ", u" for ",
                                                      u" from ", u" with ", u" ("};
    const QStringView words = source.in(m_text);
    qsizetype end = words.indexOf(u',');
    end = end < 0 ? source.end : source.begin + end;
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

Voice Resolver::named(TextRange source) const
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
        && entity(found->entity).name != spelled)
        voice.reasons.push_back({ReasonCode::SurnameOfFullName, entity(found->entity).name});
    return voice;
}

/// The one person with this role: "the minister" for "Transport Minister Ann Vale"; -1: none or
/// several.
int Resolver::personWithRole(const QString &words) const
{
    const bool isHeadline = m_role == SegmentRole::Headline || m_role == SegmentRole::Deck;
    const QString noun = roleNoun(words);
    const QStringList asked = words.toLower().split(u' ', Qt::SkipEmptyParts);
    int found = -1;
    for (const int i : m_index.withRole(noun)) {
        const QString role = entity(i).role.toLower();
        const QStringList known = role.split(u' ', Qt::SkipEmptyParts);
        const bool isSame = std::ranges::all_of(
            asked, [&](const QString &word) { return known.contains(word); });
        // In a headline "opposition" alone may stand for its leader.
        if (!isSame || !(isHeadline || roleNoun(role) == noun))
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

/// "the ministry" for the last "Transport Ministry" named, "the company" for the last body.
int Resolver::bodyCalled(const QString &words, qsizetype at) const
{
    if (words.contains(u' '))
        return -1;
    const QString noun = words.toLower();
    const bool isAny = noun == u"company" || noun == u"firm" || noun == u"operator";
    const std::span<const PlacedMention> before = m_index.before(at);
    for (auto it = before.rbegin(); it != before.rend() && it - before.rbegin() < 40; ++it) {
        if (it->isQuoted || entity(it->entity).type != EntityType::Organisation)
            continue;
        const QString &name = entity(it->entity).name;
        if (name.section(u' ', -1).toLower() == noun
            || (isAny && at - it->range.end < PronounReach / 4))
            return it->entity;
    }
    return -1;
}

/// A voice that is called by what it is, not by name.
Voice Resolver::describedAs(TextRange source) const
{
    Voice voice = roleVoice(source);
    const bool isHeadline = m_role == SegmentRole::Headline || m_role == SegmentRole::Deck;
    const bool isKnown = source.in(m_text).startsWith(u"the ", Qt::CaseInsensitive);
    const QString noun = roleNoun(voice.role);
    const bool isMany = noun.endsWith(u's') && !noun.endsWith(u"ss");
    if (isMany || !(isKnown || isHeadline))
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
Voice Resolver::relative(TextRange source) const
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
double Resolver::closeness(const PlacedMention &mention) const
{
    if (mention.range.begin < m_begin)
        return 0;
    qsizetype begin = mention.range.begin;
    while (begin > m_begin && mention.range.begin - begin < LongestOpening
           && m_text[begin - 1] != u'.' && m_text[begin - 1] != u'”' && m_text[begin - 1] != u'"')
        --begin;
    return mention.range.begin - begin < LongestOpening ? 3.5 : 1;
}

Voice Resolver::personFor(TextRange source, Gender gender) const
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
        if (it == scores.end())
            scores.emplace_back(i, score + fit(i));
        else
            it->second = std::max(it->second, score + fit(i));
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
Voice Resolver::bodyFor(TextRange source) const
{
    const auto isBody = [&](int i) {
        return entity(i).type == EntityType::Organisation || entity(i).type == EntityType::Location;
    };
    for (auto it = m_spoken.rbegin(); it != m_spoken.rend() && it - m_spoken.rbegin() < 3; ++it) {
        if (it->entity >= 0 && isBody(it->entity) && source.begin - it->at < PronounReach / 3)
            return {
                it->entity, {}, {{ReasonCode::PronounLastSpeaker, entity(it->entity).name}}, 0.75};
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

Voice Resolver::pronoun(TextRange source) const
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

Voice Resolver::voiceOf(const RawAttribution &raw, TextRange source) const
{
    switch (raw.source) {
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

int Resolver::speakerFor(const Voice &voice)
{
    if (voice.entity < 0 && voice.role.isEmpty())
        return -1;
    const QString key = voice.entity >= 0 ? QString::number(voice.entity) : voice.role.toLower();
    const auto it = m_speakers.constFind(key);
    if (it != m_speakers.constEnd())
        return *it;
    Speaker speaker;
    speaker.entity = voice.entity;
    speaker.name = voice.entity >= 0 ? entity(voice.entity).name : voice.role;
    if (voice.entity >= 0)
        speaker.role = entity(voice.entity).role;
    else
        speaker.name[0] = speaker.name[0].toUpper();
    const int index = static_cast<int>(m_analysis.speakers.size());
    m_analysis.speakers.push_back(std::move(speaker));
    m_speakers.insert(key, index);
    return index;
}

void Resolver::remember(const Attribution &attribution, const Voice &voice)
{
    const qsizetype at = attribution.source.empty() ? attribution.content.front().begin
                                                    : attribution.source.front().begin;
    m_spoken.push_back({at, voice.entity});
    if (voice.entity < 0 && !voice.role.isEmpty())
        m_roles.insert(roleNoun(voice.role), voice.role);
}

void Resolver::resolve(const RawAttribution &raw, Attribution &attribution)
{
    if (attribution.source.empty())
        return;
    const TextRange source = attribution.source.front();
    const Voice voice = voiceOf(raw, source);
    attribution.speaker = speakerFor(voice);
    attribution.confidence = std::clamp(attribution.confidence * voice.factor, 0.05, 0.98);
    attribution.reasons.insert(attribution.reasons.end(), voice.reasons.begin(),
                               voice.reasons.end());
    if (raw.source == SourceKind::Pronoun && voice.entity >= 0 && !raw.isSharedSubject)
        m_index.entities[static_cast<size_t>(voice.entity)].pronouns.push_back(source);
    remember(attribution, voice);
}

void Resolver::join(Attribution &attribution, const TextRange &content)
{
    attribution.content.push_back(content);
    attribution.quotes.push_back(content);
    const bool isKnown =
        std::ranges::contains(attribution.reasons, ReasonCode::SpeakerContinues, &Reason::code);
    if (!isKnown)
        attribution.reasons.push_back({ReasonCode::SpeakerContinues, {}});
}

/// A quotation that began in the paragraph before, with no cue there, is this one's.
void Resolver::takeOver(Attribution &attribution)
{
    if (m_analysis.attributions.empty() || !m_analysis.attributions.back().cue.empty())
        return;
    const Attribution &begun = m_analysis.attributions.back();
    attribution.content.insert(attribution.content.begin(), begun.content.begin(),
                               begun.content.end());
    attribution.quotes.insert(attribution.quotes.begin(), begun.quotes.begin(), begun.quotes.end());
    m_analysis.attributions.pop_back();
}

void Resolver::addBare(const PlacedReading &placed, TextRange quote)
{
    const RawAttributions &raw = placed.reading->attributions;
    const TextRange range = quote.shifted(placed.begin);
    if (m_goesOn && quote.begin == 0 && !m_analysis.attributions.empty()) {
        join(m_analysis.attributions.back(), range);
        return;
    }
    Attribution bare;
    bare.kind = AttributionKind::Direct;
    bare.content = {range};
    bare.quotes = {range};
    bare.confidence = 0.2;
    bare.reasons = {{ReasonCode::NoCue, {}}, {ReasonCode::NoSource, {}}};
    if (raw.isOnlyQuote && m_endsQuoted && !m_analysis.attributions.empty()
        && m_analysis.attributions.back().speaker >= 0) {
        bare.speaker = m_analysis.attributions.back().speaker;
        bare.confidence = 0.45;
        bare.reasons = {{ReasonCode::NoCue, {}}, {ReasonCode::SpeakerContinues, {}}};
    }
    m_analysis.attributions.push_back(std::move(bare));
}

void Resolver::readParagraph(const PlacedReading &placed)
{
    const RawAttributions &raw = placed.reading->attributions;
    m_role = placed.role;
    m_begin = placed.begin;
    auto bare = raw.bare.begin();
    for (const RawAttribution &next : raw.list) {
        for (; bare != raw.bare.end() && bare->begin < next.part.content.front().begin; ++bare)
            addBare(placed, *bare);
        Attribution attribution = this->placed(next.part, placed.begin);
        if (m_goesOn && next.part.content.front().begin == 0)
            takeOver(attribution);
        m_goesOn = false;
        resolve(next, attribution);
        m_analysis.attributions.push_back(std::move(attribution));
    }
    for (; bare != raw.bare.end(); ++bare)
        addBare(placed, *bare);
    m_goesOn = raw.goesOn;
    m_endsQuoted = (!raw.list.empty() && raw.list.back().part.kind == AttributionKind::Direct)
        || (raw.isOnlyQuote && m_endsQuoted);
}

void Resolver::run()
{
    for (const PlacedReading &placed : m_readings)
        readParagraph(placed);
    for (size_t i = 0; i < m_analysis.attributions.size(); ++i)
        m_analysis.attributions[i].id = QStringLiteral("a%1").arg(i + 1);
    for (Entity &entity : m_index.entities)
        std::ranges::sort(entity.pronouns);
    const std::vector<QString> letters = initials(m_analysis.speakers);
    for (size_t i = 0; i < letters.size(); ++i)
        m_analysis.speakers[i].initials = letters[i];
}

} // namespace

std::vector<QString> initials(const std::vector<Speaker> &speakers)
{
    std::vector<QString> found;
    QSet<QString> taken;
    QHash<QString, int> next; ///< first letter → the next number: counting from 2 anew is quadratic
    for (const Speaker &speaker : speakers) {
        QString letters;
        for (const QChar c : speaker.name) {
            if (c.isLetterOrNumber())
                letters += c.toUpper();
        }
        QString firsts;
        for (const QString &word : speaker.name.split(u' ', Qt::SkipEmptyParts)) {
            if (word[0].isLetterOrNumber())
                firsts += word[0].toUpper();
        }
        QString chosen =
            firsts.size() >= 2 ? QString(firsts.front()) + firsts.back() : letters.left(2);
        // Taken: three letters of the name, then the first letter with a number.
        for (qsizetype i = 1; i < letters.size() && (taken.contains(chosen) || chosen.size() < 2);
             ++i)
            chosen = letters.left(1) + letters.mid(i, 1) + firsts.right(1);
        while (taken.contains(chosen) || chosen.isEmpty()) {
            const QString first = letters.left(1);
            int &number = next[first];
            number = std::max(number, 1) + 1;
            chosen = first + QString::number(number);
        }
        taken.insert(chosen);
        found.push_back(chosen);
    }
    return found;
}

void resolveSpeakers(QStringView text, const std::vector<PlacedReading> &readings,
                     EntityIndex &index, Analysis &analysis)
{
    Resolver(text, readings, index, analysis).run();
}

} // namespace nutgraf::analysis
