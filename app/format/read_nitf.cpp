// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/item_fields.h"
#include "format/read_item.h"

#include <QTimeZone>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

int versionIn(const QString &versionId)
{
    return versionId.section(u"#v"_s, 1).toInt();
}

void readMeta(const XmlNode &head, ItemFields &fields)
{
    for (const XmlNode *meta : head.all("meta"_L1)) {
        if (meta->attribute("name"_L1) == u"anpa-keyword"_s)
            fields.slugline = meta->attribute("content"_L1);
    }
    fields.isWeb = head.attributeAt("pubdata"_L1, "edition.name"_L1) == u"web"_s;
    fields.published =
        itemTime(head.attributeAt("pubdata"_L1, "date.publication"_L1)).value_or(QDateTime());
    fields.change = head.attributeAt("revision-history"_L1, "comment"_L1);
    if (const XmlNode *object = head.child("tobject"_L1)) {
        for (const XmlNode *subject : object->all("tobject.subject"_L1))
            fields.subjectCodes.append(subject->attribute("tobject.subject.refnum"_L1));
    }
}

/// The day of first creation has no place in NITF; the year of the copyright is that year.
void readCopyright(const XmlNode &data, ItemFields &fields)
{
    fields.agency = data.attributeAt("doc.copyright"_L1, "holder"_L1);
    const int year = data.attributeAt("doc.copyright"_L1, "year"_L1).toInt();
    const QString day = fields.guid.section(u':', 3, 3);
    const QDate begun = QDate::fromString(day, u"yyyyMMdd"_s);
    const QDate first = begun.isValid() && begun.year() == year ? begun : QDate(year, 1, 1);
    if (year > 0)
        fields.firstCreated = QDateTime(first, QTime(0, 0), QTimeZone::UTC);
}

void readStatus(const XmlNode &data, ItemFields &fields)
{
    fields.status = data.attribute("management-status"_L1);
    fields.previousVersion = versionIn(data.attribute("management-doc-idref"_L1));
    fields.signal = data.attributeAt("ed-msg"_L1, "msg-type"_L1);
    fields.editorsNote = data.attributeAt("ed-msg"_L1, "info"_L1);
    if (const XmlNode *correction = data.child("correction"_L1)) {
        fields.signal = u"correction"_s;
        fields.change = correction->attribute("info"_L1);
    }
}

void readIdentified(const XmlNode &content, ItemFields &fields)
{
    for (const XmlNode *classifier : content.all("classifier"_L1)) {
        if (classifier->attribute("type"_L1) == u"mediatopic"_s)
            fields.topics.append(u"medtop:"_s + classifier->attribute("value"_L1));
    }
    for (const XmlNode *person : content.all("person"_L1))
        fields.people.append(person->words());
    for (const XmlNode *body : content.all("org"_L1))
        fields.organisations.append(body->words());
    for (const XmlNode *place : content.all("location"_L1))
        fields.places.append(place->words());
}

void readDocdata(const XmlNode &data, ItemFields &fields)
{
    readStatus(data, fields);
    if (const QString id = data.attributeAt("doc-id"_L1, "id-string"_L1); !id.isEmpty())
        fields.guid = id;
    fields.storyGuid = data.attributeAt("du-key"_L1, "key"_L1);
    fields.version = data.attributeAt("du-key"_L1, "version"_L1).toInt();
    if (const XmlNode *urgency = data.child("urgency"_L1))
        fields.urgency = urgency->attribute("ed-urg"_L1).toInt();
    fields.versionCreated =
        itemTime(data.attributeAt("date.issue"_L1, "norm"_L1)).value_or(QDateTime());
    fields.embargo = itemTime(data.attributeAt("date.release"_L1, "norm"_L1));
    readCopyright(data, fields);
    if (const XmlNode *keys = data.child("key-list"_L1)) {
        for (const XmlNode *keyword : keys->all("keyword"_L1))
            fields.keywords.append(keyword->attribute("key"_L1));
    }
    if (const XmlNode *content = data.child("identified-content"_L1))
        readIdentified(*content, fields);
}

void readHead(const XmlNode &head, ItemFields &fields)
{
    fields.headline = head.wordsAt("hedline/hl1"_L1);
    fields.deck = head.wordsAt("hedline/hl2"_L1);
    if (fields.deck.isEmpty())
        fields.deck = head.wordsAt("abstract"_L1);
    fields.byline = head.wordsAt("byline"_L1);
    fields.dateline = head.wordsAt("dateline"_L1);
    fields.located = head.wordsAt("dateline/location/city"_L1);
    if (fields.located.isEmpty())
        fields.located = head.wordsAt("dateline/location"_L1);
    if (const QString agency = head.wordsAt("distributor/org"_L1); !agency.isEmpty())
        fields.agency = agency;
}

ItemFields fieldsOf(const XmlNode &nitf)
{
    ItemFields fields;
    fields.guid = nitf.attribute("uno"_L1);
    fields.language = nitf.attribute("baselang"_L1);
    if (const XmlNode *head = nitf.child("head"_L1)) {
        readMeta(*head, fields);
        if (const XmlNode *data = head->child("docdata"_L1))
            readDocdata(*data, fields);
        fields.headline = head->wordsAt("title"_L1);
    }
    const QString title = fields.headline;
    if (const XmlNode *head = nitf.at("body/body.head"_L1))
        readHead(*head, fields);
    if (fields.headline.isEmpty())
        fields.headline = title;
    if (const XmlNode *content = nitf.at("body/body.content"_L1))
        fields.body = readBody(*content);
    return fields;
}

/// The name of a file's outermost element.
QString rootOf(const QByteArray &bytes)
{
    QXmlStreamReader reader(bytes);
    return reader.readNextStartElement() ? reader.name().toString() : QString();
}

} // namespace

Result<Edition> readNitf(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > MaxItemBytes)
        return fail(ErrorCode::FileTooLarge, name);
    return readXml(bytes, name).and_then([&](const XmlNode &root) -> Result<Edition> {
        if (root.name != u"nitf"_s)
            return fail(ErrorCode::ImportUnrecognised, name, u"nitf"_s);
        return editionFrom(fieldsOf(root));
    });
}

Result<Edition> readItem(const QByteArray &bytes, const QString &name)
{
    if (bytes.left(4096).trimmed().startsWith('{'))
        return readNinjs(bytes, name);
    return rootOf(bytes) == u"nitf"_s ? readNitf(bytes, name) : readNewsml(bytes, name);
}

} // namespace nutgraf::format
