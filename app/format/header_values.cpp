// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/front_matter.h"
#include "format/header_remarks.h"
#include "format/lines.h"
#include "story/fields.h"
#include "story/identity.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

QString withoutBy(const QString &byline)
{
    return byline.startsWith(u"by "_s, Qt::CaseInsensitive) ? byline.sliced(3).trimmed() : byline;
}

/// "A", "A and B", "A, B and C".
QString joinedNames(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return names.first(names.size() - 1).join(u", "_s) + u" and "_s + names.last();
}

/// The value's shape does not fit its field.
struct Misfit {
    std::optional<YAML::Mark> at; ///< of the part that does not fit; none: the whole value
};
template <class T>
using Read = std::expected<T, Misfit>;

std::unexpected<Misfit> misfit(const YAML::Node &node)
{
    return std::unexpected(Misfit{node.Mark()});
}

Read<QString> readText(const YAML::Node &node)
{
    if (node.IsNull())
        return QString();
    if (!node.IsScalar())
        return misfit(node);
    return fromYaml(node);
}

/// A sequence of texts, or one text with commas.
Read<QStringList> readList(const YAML::Node &node)
{
    if (node.IsNull())
        return QStringList();
    QStringList list;
    if (node.IsScalar()) {
        for (const QString &part : fromYaml(node).split(u','))
            list.append(part.trimmed());
        list.removeAll(QString());
        return list;
    }
    if (!node.IsSequence())
        return misfit(node);
    for (const YAML::Node &item : node) {
        if (!item.IsScalar())
            return misfit(item);
        list.append(fromYaml(item));
    }
    return list;
}

/// `PORT LORNE, 12 May 2026`: the date is what follows a comma and reads as one.
story::Dateline splitDateline(const QString &text)
{
    for (qsizetype comma = text.indexOf(u','); comma >= 0; comma = text.indexOf(u',', comma + 1)) {
        if (const auto date = readDate(text.sliced(comma + 1).trimmed()))
            return {text.first(comma).trimmed(), *date};
    }
    return {text, {}};
}

Read<story::Dateline> readDateline(const YAML::Node &node)
{
    if (node.IsNull())
        return story::Dateline();
    if (node.IsScalar())
        return splitDateline(fromYaml(node));
    if (!node.IsMap())
        return misfit(node);
    story::Dateline dateline;
    for (const auto &pair : node) {
        const QString key = pair.first.IsScalar() ? fromYaml(pair.first) : QString();
        if (key != "place"_L1 && key != "date"_L1)
            continue;
        const Read<QString> value = readText(pair.second);
        if (!value)
            return std::unexpected(value.error());
        if (key == "place"_L1) {
            dateline.place = *value;
        } else if (!value->isEmpty()) {
            const auto date = readDate(*value);
            if (!date)
                return misfit(pair.second);
            dateline.date = *date;
        }
    }
    return dateline;
}

using Setter = Read<void> (*)(HeaderValues &values, const YAML::Node &node);

template <QString story::Story::*member>
Read<void> setText(HeaderValues &values, const YAML::Node &node)
{
    return readText(node).transform([&](const QString &text) { values.story.*member = text; });
}

template <QStringList story::Story::*member>
Read<void> setList(HeaderValues &values, const YAML::Node &node)
{
    return readList(node).transform([&](const QStringList &list) { values.story.*member = list; });
}

Read<void> setByline(HeaderValues &values, const YAML::Node &node)
{
    if (node.IsSequence()) {
        return readList(node).transform(
            [&](const QStringList &names) { values.story.byline = joinedNames(names); });
    }
    return readText(node).transform(
        [&](const QString &text) { values.story.byline = withoutBy(text); });
}

Read<void> setDateline(HeaderValues &values, const YAML::Node &node)
{
    return readDateline(node).transform(
        [&](const story::Dateline &dateline) { values.story.dateline = dateline; });
}

Read<void> setLanguage(HeaderValues &values, const YAML::Node &node)
{
    static const QRegularExpression tag(u"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"_s); // BCP 47
    const Read<QString> text = readText(node);
    if (!text || (!text->isEmpty() && !tag.match(*text).hasMatch()))
        return misfit(node);
    if (!text->isEmpty())
        values.story.language = *text;
    return {};
}

Read<void> setUrgency(HeaderValues &values, const YAML::Node &node)
{
    const Read<QString> text = readText(node);
    if (text && text->isEmpty())
        return {};
    bool isNumber = false;
    const int urgency = text ? text->toInt(&isNumber) : 0;
    if (!isNumber || urgency < 1 || urgency > 9)
        return misfit(node);
    values.story.urgency = urgency;
    return {};
}

Read<void> setStatus(HeaderValues &values, const YAML::Node &node)
{
    const Read<QString> text = readText(node);
    if (text && text->isEmpty())
        return {};
    const auto status = text ? story::statusFromKey(*text) : std::nullopt;
    if (!status)
        return misfit(node);
    values.story.status = *status;
    return {};
}

Read<std::optional<QDateTime>> readOptionalMoment(const YAML::Node &node)
{
    const Read<QString> text = readText(node);
    if (text && text->isEmpty())
        return std::nullopt;
    auto moment = text ? readMoment(*text) : std::nullopt;
    if (!moment)
        return misfit(node);
    return moment;
}

Read<void> setEmbargo(HeaderValues &values, const YAML::Node &node)
{
    return readOptionalMoment(node).transform(
        [&](const std::optional<QDateTime> &moment) { values.story.embargo = moment; });
}

Read<void> setCreated(HeaderValues &values, const YAML::Node &node)
{
    const Read<QString> text = readText(node);
    const auto day = text ? readDate(*text) : std::nullopt;
    if (day) {
        values.created = day->startOfDay(QTimeZone::UTC);
        return {};
    }
    return readOptionalMoment(node).transform(
        [&](const std::optional<QDateTime> &moment) { values.created = moment; });
}

Read<void> setStoryId(HeaderValues &values, const YAML::Node &node)
{
    const Read<QString> text = readText(node);
    if (!text || (!text->isEmpty() && !story::isStoryId(*text)))
        return misfit(node);
    values.storyId = *text;
    return {};
}

struct FieldReader {
    QLatin1StringView key;
    Setter set;
};

constexpr std::array<FieldReader, 15> FieldReaders = {{
    {"slug"_L1, setText<&story::Story::slug>},
    {"headline"_L1, setText<&story::Story::headline>},
    {"deck"_L1, setText<&story::Story::deck>},
    {"byline"_L1, setByline},
    {"dateline"_L1, setDateline},
    {"language"_L1, setLanguage},
    {"urgency"_L1, setUrgency},
    {"subjects"_L1, setList<&story::Story::subjects>},
    {"keywords"_L1, setList<&story::Story::keywords>},
    {"status"_L1, setStatus},
    {"embargo"_L1, setEmbargo},
    {"editors-note"_L1, setText<&story::Story::editorsNote>},
    {"notice"_L1, setText<&story::Story::notice>},
    {"created"_L1, setCreated},
    {"story-id"_L1, setStoryId},
}};

/// The word that YAML takes for null (YAML 1.2.2 §10.3.2); empty: there is none.
QString typedWord(const YAML::Node &item, QStringView text)
{
    static const QRegularExpression null(u"^(~|null|Null|NULL)(?=[\\s,\\]]|$)"_s);
    return null.matchView(text.sliced(offsetOf(item.Mark(), text))).captured(1);
}

/// In a list `~` and `null` are the words that somebody typed: it has no empty places.
YAML::Node withTypedWords(const YAML::Node &value, QStringView text)
{
    if (!value.IsSequence())
        return value;
    YAML::Node list(YAML::NodeType::Sequence);
    for (const YAML::Node &item : value) {
        if (!item.IsNull())
            list.push_back(item);
        else if (const QString word = typedWord(item, text); !word.isEmpty())
            list.push_back(word.toStdString());
    }
    return list;
}

} // namespace

std::optional<QDateTime> readMoment(const QString &text)
{
    // Without a zone nobody knows when an embargo ends, so none is not read.
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d)(:\\d\\d)?(?:\\.\\d+)?\\s*"
        "([Zz]|UTC|[+-]\\d\\d:?\\d\\d)$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString seconds = match.captured(3).isEmpty() ? u":00"_s : match.captured(3);
    QString zone = match.captured(4);
    if (!zone.startsWith(u'+') && !zone.startsWith(u'-'))
        zone = u"Z"_s;
    const QDateTime moment = QDateTime::fromString(
        match.captured(1) + u'T' + match.captured(2) + seconds + zone, Qt::ISODate);
    return moment.isValid() ? std::optional(moment.toUTC()) : std::nullopt;
}

std::optional<QDate> readDate(const QString &text)
{
    for (const QString &form : {u"yyyy-MM-dd"_s, u"d MMMM yyyy"_s, u"d MMM yyyy"_s,
                                u"MMMM d, yyyy"_s, u"MMM d, yyyy"_s, u"MMM. d, yyyy"_s}) {
        const QDate date = QLocale::c().toDate(text.trimmed(), form);
        if (date.isValid())
            return date;
    }
    return std::nullopt;
}

story::Story canonical(story::Story story)
{
    story.byline = withoutBy(story.byline);
    story.body.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (story.embargo)
        story.embargo = readMoment(story.embargo->toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s));
    return story;
}

Result<HeaderValues> readHeader(const Header &header, const QString &name)
{
    HeaderValues values;
    for (const FieldReader &reader : FieldReaders) {
        const HeaderEntry *entry = header.find(reader.key);
        if (!entry)
            continue;
        const Read<void> read = reader.set(values, withTypedWords(entry->node, header.text));
        if (read)
            continue;
        const auto &at = read.error().at;
        const qsizetype part = at ? offsetOf(*at, header.text) : entry->value.begin;
        // An alias has its mark where the anchor is: outside this value.
        const bool isInside = entry->value.begin <= part && part < entry->value.end;
        const LineColumn place = lineColumn(header.text, isInside ? part : entry->value.begin);
        return fail(ErrorCode::StoryFieldInvalid, name, reader.key, place.line + 1, place.column);
    }
    values.story.remarks.list = remarksOn(header);
    return values;
}

} // namespace nutgraf::format
