// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/speakers.h"

#include "analysis/polarity.h"
#include "analysis/roles.h"
#include "analysis/voices.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace nutgraf::analysis {

namespace {

class Resolver {
public:
    Resolver(QStringView text, const std::vector<PlacedReading> &readings, EntityIndex &index,
             Analysis &analysis)
        : m_text(text),
          m_readings(readings),
          m_index(index),
          m_analysis(analysis),
          m_voices(text, index)
    {
    }
    void run();

private:
    struct Introduction {
        RawAttribution raw;
        qsizetype begin = 0; ///< of its paragraph
    };

    void readParagraph(const PlacedReading &placed);
    [[nodiscard]] Attribution placed(const Attribution &part, qsizetype begin) const;
    void join(Attribution &attribution, const TextRange &content);
    void takeOver(Attribution &attribution);
    void addIntroduced(const Introduction &introduction, TextRange quote);
    void addBare(const PlacedReading &placed, TextRange quote);
    void joinHeadlineVoices();
    void resolve(const RawAttribution &raw, Attribution &attribution);
    [[nodiscard]] int speakerFor(const Voice &voice);
    [[nodiscard]] const Entity &entity(int i) const
    {
        return m_index.entities[static_cast<size_t>(i)];
    }

    QStringView m_text;
    const std::vector<PlacedReading> &m_readings;
    EntityIndex &m_index;
    Analysis &m_analysis;
    QHash<QString, int> m_speakers;
    VoiceFinder m_voices;
    size_t m_headlineVoices = 0; ///< the first speakers: those of headline and deck
    SegmentRole m_role = SegmentRole::Headline; ///< of the paragraph being read
    std::optional<Introduction> m_introduction; ///< the last paragraph's
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
    if (voice.entity >= 0) {
        speaker.role = entity(voice.entity).role;
    } else {
        speaker.name[0] = speaker.name[0].toUpper();
    }
    const int index = static_cast<int>(m_analysis.speakers.size());
    m_analysis.speakers.push_back(std::move(speaker));
    m_speakers.insert(key, index);
    return index;
}

void Resolver::resolve(const RawAttribution &raw, Attribution &attribution)
{
    if (attribution.source.empty())
        return;
    const TextRange source = attribution.source.front();
    const Voice voice = m_voices.voiceOf(raw.source, source);
    attribution.speaker = speakerFor(voice);
    attribution.confidence = std::clamp(attribution.confidence * voice.factor, 0.05, 0.98);
    attribution.reasons.insert(attribution.reasons.end(), voice.reasons.begin(),
                               voice.reasons.end());
    if (raw.source == SourceKind::Pronoun && voice.entity >= 0 && !raw.isSharedSubject)
        m_index.entities[static_cast<size_t>(voice.entity)].pronouns.push_back(source);
    m_voices.remember(source.begin, voice);
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

/// "He said:", and the quotation in the next paragraph.
void Resolver::addIntroduced(const Introduction &introduction, TextRange quote)
{
    Attribution attribution = placed(introduction.raw.part, introduction.begin);
    attribution.kind = AttributionKind::Direct;
    attribution.content = {quote};
    attribution.quotes = {quote};
    resolve(introduction.raw, attribution);
    m_analysis.attributions.push_back(std::move(attribution));
}

void Resolver::addBare(const PlacedReading &placed, TextRange quote)
{
    const RawAttributions &raw = placed.reading->attributions;
    const TextRange range = quote.shifted(placed.begin);
    if (m_goesOn && quote.begin == 0 && !m_analysis.attributions.empty()) {
        join(m_analysis.attributions.back(), range);
        return;
    }
    if (m_introduction && quote.begin == 0) {
        addIntroduced(*m_introduction, range);
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
    if (m_role != SegmentRole::Body && placed.role == SegmentRole::Body)
        m_headlineVoices = m_analysis.speakers.size();
    m_role = placed.role;
    m_voices.enter(placed);
    for (const UnspokenQuote &quote : raw.unspoken)
        m_analysis.unspoken.push_back({quote.range.shifted(placed.begin), quote.kind});
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
    m_introduction.reset();
    if (raw.introduction)
        m_introduction = {*raw.introduction, placed.begin};
    m_goesOn = raw.goesOn;
    m_endsQuoted = (!raw.list.empty() && raw.list.back().part.kind == AttributionKind::Direct)
        || (raw.isOnlyQuote && m_endsQuoted);
}

/// A headline's "Court" is the story's "Court in Alder", if it has one such voice.
void Resolver::joinHeadlineVoices()
{
    std::vector<Speaker> &speakers = m_analysis.speakers;
    for (size_t i = 0; i < std::min(m_headlineVoices, speakers.size()); ++i) {
        const auto isFuller = [&](const Speaker &other) {
            return other.entity < 0 && other.name.contains(u' ')
                && roleNoun(other.name) == speakers[i].name.toLower();
        };
        const bool mayJoin = speakers[i].entity < 0 && !speakers[i].name.contains(u' ')
            && !speakers[i].name.endsWith(u's');
        if (!mayJoin || std::ranges::count_if(speakers, isFuller) != 1)
            continue;
        const auto fuller = std::ranges::find_if(speakers, isFuller);
        const int gone = static_cast<int>(fuller - speakers.begin());
        if (fuller - speakers.begin() < static_cast<qsizetype>(i))
            continue;
        speakers[i] = std::move(*fuller);
        speakers.erase(fuller);
        for (Attribution &attribution : m_analysis.attributions) {
            if (attribution.speaker == gone) {
                attribution.speaker = static_cast<int>(i);
            } else if (attribution.speaker > gone) {
                --attribution.speaker;
            }
        }
    }
}

void Resolver::run()
{
    for (const PlacedReading &placed : m_readings)
        readParagraph(placed);
    joinHeadlineVoices();
    for (Attribution &attribution : m_analysis.attributions) {
        if (!attribution.cue.empty())
            attribution.polarity = polarityOf(attribution.cue.front().in(m_text));
    }
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
