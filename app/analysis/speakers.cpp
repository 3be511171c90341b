// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/speakers.h"

#include <QSet>

#include <algorithm>

namespace nutgraf::analysis {

namespace {

/// How far back a pronoun looks, in UTF-16 units.
constexpr qsizetype PronounReach = 2500;

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

Voice Resolver::named(TextRange source) const
{
    qsizetype headEnd = source.end;
    if (const qsizetype comma = source.in(m_text).indexOf(u','); comma >= 0)
        headEnd = source.begin + comma;
    const PlacedMention *found = nullptr;
    for (const PlacedMention &mention : m_index.inside(source)) {
        const bool isPerson = entity(mention.entity).type == EntityType::Person;
        if (mention.range.end == headEnd)
            found = &mention;
        else if (!found && isPerson && mention.range.begin >= headEnd
                 && mention.range.begin <= headEnd + 2)
            found = &mention;
        else if (!found && isPerson && mention.range.end < headEnd
                 && (m_text.sliced(mention.range.end).startsWith(u" of ")
                     || m_text.sliced(mention.range.end).startsWith(u" (")))
            found = &mention;
    }
    if (!found || entity(found->entity).type == EntityType::Date)
        return roleVoice(source);
    Voice voice{found->entity, {}, {}, 1};
    const QString spelled = found->range.in(m_text).toString();
    if (entity(found->entity).type == EntityType::Person && !spelled.contains(u' ')
        && entity(found->entity).name != spelled)
        voice.reasons.push_back({ReasonCode::SurnameOfFullName, entity(found->entity).name});
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

Voice Resolver::personFor(TextRange source, Gender gender) const
{
    const auto fits = [&](int i) {
        const Gender other = m_index.genders[static_cast<size_t>(i)];
        return entity(i).type == EntityType::Person
            && (other == Gender::Unknown || gender == Gender::Unknown || other == gender);
    };
    int speaker = -1;
    qsizetype spokeAt = -1;
    for (auto it = m_spoken.rbegin(); it != m_spoken.rend() && it - m_spoken.rbegin() < 12; ++it) {
        if (it->entity >= 0 && fits(it->entity) && source.begin - it->at < PronounReach) {
            speaker = it->entity;
            spokeAt = it->at;
            break;
        }
    }
    int latest = -1;
    const std::span<const PlacedMention> before = m_index.before(source.begin);
    for (auto it = before.rbegin(); it != before.rend() && it - before.rbegin() < 24; ++it) {
        if (it->range.end < spokeAt || source.begin - it->range.end > PronounReach)
            break;
        if (!it->isQuoted && fits(it->entity)) {
            latest = it->entity;
            break;
        }
    }
    if (speaker >= 0) {
        Voice voice{speaker, {}, {{ReasonCode::PronounLastSpeaker, entity(speaker).name}}, 1};
        if (latest >= 0 && latest != speaker) {
            voice.reasons.push_back({ReasonCode::SeveralCandidates, entity(latest).name});
            voice.factor = 0.75;
        }
        return voice;
    }
    if (latest >= 0)
        return {latest, {}, {{ReasonCode::PronounLastNamed, entity(latest).name}}, 0.85};
    return {-1, {}, {}, 0.5};
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
        return voice.entity >= 0 ? voice : roleVoice(source);
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
