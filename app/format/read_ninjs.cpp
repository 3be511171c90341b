// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/item_fields.h"
#include "format/read_item.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

const QString NewsCodes = u"http://cv.iptc.org/newscodes/"_s;

/// The three lines of ninjs spell the same in camel case, in small letters, or by another word.
using Keys = std::initializer_list<QLatin1StringView>;

QJsonValue valueOf(const QJsonObject &item, Keys keys)
{
    for (const QLatin1StringView key : keys) {
        if (item.contains(key))
            return item[key];
    }
    return QJsonValue::Undefined;
}

QString words(const QJsonObject &item, Keys keys)
{
    return valueOf(item, keys).toString().simplified();
}

/// Numbers are strings in some lines.
int number(const QJsonValue &value, int otherwise)
{
    return value.isString() ? value.toString().toInt() : value.toInt(otherwise);
}

QDateTime time(const QJsonObject &item, Keys keys)
{
    return itemTime(valueOf(item, keys).toString()).value_or(QDateTime());
}

/// Of a list of values with roles, the value of one role; the first value for `main`.
QJsonObject withRole(const QJsonValue &list, const QString &role)
{
    const QJsonArray values = list.toArray();
    for (const auto &value : values) {
        const QString given = value.toObject()[u"role"_s].toString();
        if (given == role || (given.isEmpty() && role == u"main"_s))
            return value.toObject();
    }
    return role == u"main"_s ? values.first().toObject() : QJsonObject();
}

QString valueOfRole(const QJsonObject &item, QLatin1StringView list, const QString &role)
{
    return withRole(item[list], role)[u"value"_s].toString().simplified();
}

void readSignal(const QJsonObject &item, ItemFields &fields)
{
    const QJsonArray signal = item[u"signal"_s].toArray(); // Superdesk's
    if (!signal.isEmpty())
        fields.signal = signal.first()[u"code"_s].toString();
    const QJsonArray descriptions = item[u"descriptions"_s].toArray();
    for (const auto &value : descriptions) {
        const QString role = value.toObject()[u"role"_s].toString();
        if (role.startsWith(NewsCodes + u"signal/"_s)) {
            fields.signal = role.section(u'/', -1);
            fields.change = value.toObject()[u"value"_s].toString();
        }
    }
}

/// A list of 2.x and 3.x; in 1.x associations are an object, of pictures mostly.
void readRelations(const QJsonObject &item, ItemFields &fields)
{
    const QJsonArray associations = item[u"associations"_s].toArray();
    for (const auto &value : associations) {
        const QJsonObject other = value.toObject();
        if (other[u"rel"_s].toString() == NewsCodes + u"itemrelation/previousVersion"_s)
            fields.previousVersion = number(other[u"version"_s], 0);
    }
    for (const auto &value : valueOf(item, {"altIds"_L1, "altids"_L1}).toArray()) {
        if (value.toObject()[u"role"_s].toString() == u"story"_s)
            fields.storyGuid = value.toObject()[u"value"_s].toString();
    }
}

/// `medtop:…` of a code or an address of the scheme; empty: another vocabulary.
QString topicIn(const QString &code)
{
    static const QRegularExpression form(u"(?:^medtop:|/mediatopic/|/medtop/)(\\d{8})/?$"_s);
    const QString digits = form.match(code).captured(1);
    return digits.isEmpty() ? QString() : u"medtop:"_s + digits;
}

void readSubject(const QJsonObject &subject, ItemFields &fields)
{
    static const QRegularExpression older(u"^(?:subj:)?(\\d{8})$"_s);
    const QString code = words(subject, {"uri"_L1, "code"_L1});
    const QString topic = topicIn(code);
    const QString subjectCode = older.match(code).captured(1);
    if (!topic.isEmpty()) {
        fields.topics.append(topic);
    } else if (!subjectCode.isEmpty()) {
        fields.subjectCodes.append(subjectCode);
    } else if (subject.contains(u"name"_s)) {
        fields.keywords.append(words(subject, {"name"_L1}));
    }
}

void readSubjects(const QJsonObject &item, ItemFields &fields)
{
    const QJsonArray subjects = valueOf(item, {"subjects"_L1, "subject"_L1}).toArray();
    for (const auto &value : subjects)
        readSubject(value.toObject(), fields);
    const QJsonArray keywords = item[u"keywords"_s].toArray();
    for (const auto &value : keywords)
        fields.keywords.append(value.toString());
}

QStringList names(const QJsonObject &item, Keys keys)
{
    QStringList names;
    const QJsonArray list = valueOf(item, keys).toArray();
    for (const auto &value : list)
        names.append(words(value.toObject(), {"name"_L1}));
    names.removeAll(QString());
    return names;
}

bool hasTags(const QString &text)
{
    static const QRegularExpression tag(u"</?[A-Za-z][^<>]*>"_s);
    return tag.match(text).hasMatch();
}

/// One that says that it is plain is; the others are by what is in them.
ReadBody bodyOf(const QString &text, const QString &contentType)
{
    const bool isPlain =
        contentType == u"text/plain"_s || (!contentType.contains(u"html"_s) && !hasTags(text));
    return isPlain ? readPlainBody(text) : readXhtmlBody(text);
}

/// 1.6 knows `body_html`, `body_text`, and any other word behind `body_`.
QJsonValue oldBody(const QJsonObject &item)
{
    QJsonValue known =
        valueOf(item, {"body_xhtml"_L1, "body_html"_L1, "body_text"_L1, "body_main"_L1});
    if (known.isString())
        return known;
    for (auto it = item.begin(); it != item.end(); ++it) {
        if (it.key().startsWith("body_"_L1) && it.value().isString())
            return it.value();
    }
    return QJsonValue::Undefined;
}

void readBodyOf(const QJsonObject &item, ItemFields &fields)
{
    const QJsonObject body = withRole(item[u"bodies"_s], u"main"_s);
    const QString type = words(body, {"contentType"_L1, "contenttype"_L1});
    const bool isHtml = item.contains(u"body_html"_s) || item.contains(u"body_xhtml"_s);
    fields.body = body.isEmpty()
        ? bodyOf(oldBody(item).toString(), isHtml ? u"text/html"_s : QString())
        : bodyOf(body[u"value"_s].toString(), type);
}

void readHeads(const QJsonObject &item, ItemFields &fields)
{
    const QString summary = NewsCodes + u"descriptionrole/summary"_s;
    fields.headline = item.contains(u"headlines"_s)
        ? valueOfRole(item, "headlines"_L1, u"main"_s)
        : words(item, {"headline"_L1, "headline_main"_L1, "title"_L1});
    fields.deck = valueOfRole(item, "headlines"_L1, u"deck"_s);
    if (fields.deck.isEmpty())
        fields.deck = valueOfRole(item, "descriptions"_L1, summary);
    if (fields.deck.isEmpty())
        fields.deck = words(item, {"description_text"_L1, "description_main"_L1});
    fields.byline = words(item, {"by"_L1, "byline"_L1});
    fields.located = words(item, {"located"_L1});
    fields.slugline = words(item, {"slugline"_L1});
    fields.language = words(item, {"language"_L1});
}

void readIdentity(const QJsonObject &item, ItemFields &fields)
{
    fields.guid = words(item, {"guid"_L1, "uri"_L1});
    fields.version = number(item[u"version"_s], 1);
    fields.isWeb = words(item, {"representationType"_L1, "representationtype"_L1}) == u"partial"_s;
    fields.status = words(item, {"pubStatus"_L1, "pubstatus"_L1});
    fields.urgency = number(item[u"urgency"_s], 4);
    fields.agency = words(item, {"copyrightHolder"_L1, "copyrightholder"_L1, "source"_L1});
    fields.usageTerms = words(item, {"usageTerms"_L1, "usageterms"_L1});
    fields.editorsNote = words(item, {"edNote"_L1, "ednote"_L1});
    fields.embargo = itemTime(valueOf(item, {"embargoedUntil"_L1, "embargoed"_L1}).toString());
    fields.firstCreated = time(item, {"firstCreated"_L1, "firstcreated"_L1});
    fields.versionCreated = time(item, {"versionCreated"_L1, "versioncreated"_L1});
    fields.published = time(item, {"firstpublished"_L1});
}

ItemFields fieldsOf(const QJsonObject &item)
{
    ItemFields fields;
    readIdentity(item, fields);
    readHeads(item, fields);
    readSignal(item, fields);
    readRelations(item, fields);
    readSubjects(item, fields);
    fields.people = names(item, {"people"_L1, "person"_L1});
    fields.organisations = names(item, {"organisations"_L1, "organisation"_L1});
    fields.places = names(item, {"places"_L1, "place"_L1});
    readBodyOf(item, fields);
    return fields;
}

/// Superdesk's version before this one is the number before: it says no other.
void addSuperdesksPast(const QJsonObject &item, ItemFields &fields)
{
    const bool isLater = !fields.signal.isEmpty() || fields.status == u"canceled"_s;
    if (item.contains(u"pubstatus"_s) && fields.previousVersion == 0 && isLater)
        fields.previousVersion = fields.version - 1;
}

} // namespace

Result<Edition> readNinjs(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > MaxItemBytes)
        return fail(ErrorCode::FileTooLarge, name);
    QJsonParseError fault;
    const QJsonObject item = QJsonDocument::fromJson(bytes, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return fail(ErrorCode::ImportUnrecognised, name, fault.errorString());
    if (!item.contains(u"uri"_s) && !item.contains(u"guid"_s))
        return fail(ErrorCode::ImportUnrecognised, name, u"uri"_s);
    ItemFields fields = fieldsOf(item);
    addSuperdesksPast(item, fields);
    return editionFrom(fields);
}

} // namespace nutgraf::format
