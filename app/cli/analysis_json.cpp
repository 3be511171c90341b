// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "cli/file_reading.h"
#include "cli/file_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

// These spellings are the interface other programs read; they do not follow renamed values.

QString spelling(analysis::EntityType type)
{
    switch (type) {
    case analysis::EntityType::Person:
        return u"PER"_s;
    case analysis::EntityType::Organisation:
        return u"ORG"_s;
    case analysis::EntityType::Location:
        return u"LOC"_s;
    case analysis::EntityType::Misc:
        return u"MISC"_s;
    case analysis::EntityType::Date:
        return u"DATE"_s;
    case analysis::EntityType::Time:
        return u"TIME"_s;
    case analysis::EntityType::Money:
        return u"MONEY"_s;
    case analysis::EntityType::Percent:
        return u"PERCENT"_s;
    case analysis::EntityType::Quantity:
        return u"QUANTITY"_s;
    }
    return {};
}

QString spelling(analysis::AttributionKind kind)
{
    switch (kind) {
    case analysis::AttributionKind::Direct:
        return u"direct"_s;
    case analysis::AttributionKind::Mixed:
        return u"mixed"_s;
    case analysis::AttributionKind::Indirect:
        return u"indirect"_s;
    }
    return {};
}

QString spelling(analysis::ReasonCode code)
{
    switch (code) {
    case analysis::ReasonCode::NamedBeforeCue:
        return u"named-before-cue"_s;
    case analysis::ReasonCode::NamedAfterCue:
        return u"named-after-cue"_s;
    case analysis::ReasonCode::RoleSource:
        return u"role-source"_s;
    case analysis::ReasonCode::PronounLastSpeaker:
        return u"pronoun-last-speaker"_s;
    case analysis::ReasonCode::PronounLastNamed:
        return u"pronoun-last-named"_s;
    case analysis::ReasonCode::SurnameOfFullName:
        return u"surname-of-full-name"_s;
    case analysis::ReasonCode::SpeakerContinues:
        return u"speaker-continues"_s;
    case analysis::ReasonCode::HeadlineColon:
        return u"headline-colon"_s;
    case analysis::ReasonCode::SameSentenceSubject:
        return u"same-sentence-subject"_s;
    case analysis::ReasonCode::SeveralCandidates:
        return u"several-candidates"_s;
    case analysis::ReasonCode::FarFromCue:
        return u"far-from-cue"_s;
    case analysis::ReasonCode::NoCue:
        return u"no-cue"_s;
    case analysis::ReasonCode::NoSource:
        return u"no-source"_s;
    case analysis::ReasonCode::Model:
        return u"model"_s;
    }
    return {};
}

/// Writes one reading; keeps what every part of it needs.
class Writer {
public:
    explicit Writer(const FileReading &file)
        : m_file(file), m_reading(*file.reading), m_offsets(file.stored, m_reading.snapshot->text)
    {
    }

    [[nodiscard]] QJsonObject object() const
    {
        return {{u"file"_s, m_file.name},
                {u"language"_s, m_reading.analysis->language},
                {u"entities"_s, entities()},
                {u"attributions"_s, attributions()},
                {u"unspoken_quotes"_s, unspokenQuotes()},
                {u"summary"_s, ranges(m_file.summary)}};
    }

private:
    [[nodiscard]] QJsonArray ranges(const std::vector<TextRange> &ranges) const
    {
        QJsonArray array;
        for (const TextRange &range : ranges) {
            array.append(
                QJsonArray{m_offsets.toCodePoint(range.begin), m_offsets.toCodePoint(range.end)});
        }
        return array;
    }

    /// One object a mention, in the text's order; mentions of one entity share its id.
    [[nodiscard]] QJsonArray entities() const
    {
        std::vector<std::pair<TextRange, const analysis::Entity *>> mentions;
        for (const analysis::Entity &entity : m_reading.analysis->entities) {
            for (const TextRange &mention : entity.mentions) {
                mentions.emplace_back(mention, &entity);
            }
        }
        std::ranges::stable_sort(mentions, {}, [](const auto &mention) { return mention.first; });
        QJsonArray array;
        for (const auto &[range, entity] : mentions) {
            array.append(mention(*entity, range));
        }
        return array;
    }

    [[nodiscard]] QJsonObject mention(const analysis::Entity &entity, TextRange range) const
    {
        const TextRange stored{m_offsets.toStored(range.begin), m_offsets.toStored(range.end)};
        QJsonObject object{{u"id"_s, entity.id},
                           {u"type"_s, spelling(entity.type)},
                           {u"start"_s, m_offsets.toCodePoint(range.begin)},
                           {u"end"_s, m_offsets.toCodePoint(range.end)},
                           {u"text"_s, stored.in(m_file.stored).toString()},
                           {u"name"_s, entity.name}};
        if (!entity.role.isEmpty()) {
            object.insert(u"role"_s, entity.role);
        }
        return object;
    }

    /// Quotation marks around what nobody is quoted with.
    [[nodiscard]] QJsonArray unspokenQuotes() const
    {
        QJsonArray array;
        for (const analysis::UnspokenQuote &quote : m_reading.analysis->unspoken) {
            const bool isTitle = quote.kind == analysis::UnspokenKind::Title;
            array.append(QJsonObject{{u"kind"_s, isTitle ? u"title"_s : u"phrase"_s},
                                     {u"start"_s, m_offsets.toCodePoint(quote.range.begin)},
                                     {u"end"_s, m_offsets.toCodePoint(quote.range.end)}});
        }
        return array;
    }

    [[nodiscard]] QJsonArray attributions() const
    {
        QJsonArray array;
        for (const analysis::Attribution &attribution : m_reading.analysis->attributions) {
            QJsonObject object{{u"id"_s, attribution.id},
                               {u"kind"_s, spelling(attribution.kind)},
                               {u"source"_s, ranges(attribution.source)},
                               {u"cue"_s, ranges(attribution.cue)},
                               {u"polarity"_s,
                                attribution.polarity == analysis::CuePolarity::Loaded
                                    ? u"loaded"_s
                                    : u"neutral"_s},
                               {u"content"_s, ranges(attribution.content)},
                               {u"confidence"_s, attribution.confidence},
                               {u"reasons"_s, reasons(attribution)}};
            addSpeaker(object, attribution.speaker);
            addCorrection(object, array.size());
            array.append(object);
        }
        return array;
    }

    /// `speaker`: the entity's id, null for a voice that is none; `speaker_name` always, null for
    /// nobody.
    void addSpeaker(QJsonObject &object, int index) const
    {
        object.insert(u"speaker"_s, QJsonValue());
        object.insert(u"speaker_name"_s, QJsonValue());
        if (index < 0) {
            return;
        }
        const auto &speaker = m_reading.analysis->speakers.at(static_cast<size_t>(index));
        object.insert(u"speaker_name"_s, speaker.name);
        if (speaker.entity >= 0) {
            const auto entity = static_cast<size_t>(speaker.entity);
            object.insert(u"speaker"_s, m_reading.analysis->entities.at(entity).id);
        }
    }

    /// `corrected`: which editor put it right and when, with its words still standing.
    void addCorrection(QJsonObject &object, qsizetype attribution) const
    {
        const auto index = static_cast<size_t>(attribution);
        const review::Correction *correction =
            m_reading.correctionOf(static_cast<int>(attribution));
        const bool isReopened =
            m_reading.bound.units.at(index).state == review::UnitState::Reopened;
        if (correction != nullptr && !isReopened) {
            object.insert(
                u"corrected"_s,
                QJsonObject{{u"by"_s, correction->by}, {u"at"_s, isoUtc(correction->at)}});
        }
    }

    [[nodiscard]] static QJsonArray reasons(const analysis::Attribution &attribution)
    {
        QJsonArray array;
        for (const analysis::Reason &reason : attribution.reasons) {
            QJsonObject object{{u"code"_s, spelling(reason.code)}};
            if (!reason.detail.isEmpty()) {
                object.insert(u"detail"_s, reason.detail);
            }
            array.append(object);
        }
        return array;
    }

    const FileReading &m_file;
    const reading::Reading &m_reading;
    FileOffsets m_offsets;
};

} // namespace

QByteArray toJson(const FileReading &file)
{
    return QJsonDocument(Writer(file).object()).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace nutgraf::cli
