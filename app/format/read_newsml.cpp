// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/item_fields.h"
#include "format/read_item.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

/// The text behind the alias of a code: `stat:usable`.
QString codeIn(const QString &qcode)
{
    return qcode.section(u':', 1);
}

void readItemMeta(const XmlNode &meta, ItemFields &fields)
{
    fields.versionCreated = itemTime(meta.wordsAt("versionCreated"_L1)).value_or(QDateTime());
    fields.firstCreated = itemTime(meta.wordsAt("firstCreated"_L1)).value_or(QDateTime());
    fields.embargo = itemTime(meta.wordsAt("embargoed"_L1));
    fields.status = codeIn(meta.attributeAt("pubStatus"_L1, "qcode"_L1));
    fields.isWeb = meta.wordsAt("profile"_L1) == u"text-web"_s;
    fields.editorsNote = meta.wordsAt("edNote"_L1);
    fields.storyGuid = meta.attributeAt("memberOf"_L1, "literal"_L1);
    for (const XmlNode *signal : meta.all("signal"_L1)) {
        const QString code = signal->attribute("qcode"_L1);
        if (code == u"sig:correction"_s || code == u"sig:update"_s)
            fields.signal = codeIn(code);
    }
    for (const XmlNode *link : meta.all("link"_L1)) {
        if (link->attribute("rel"_L1) == u"irel:previousVersion"_s)
            fields.previousVersion = link->attribute("version"_L1).toInt();
    }
    fields.agency = meta.wordsAt("provider/name"_L1);
}

void readSubject(const XmlNode &subject, ItemFields &fields)
{
    const QString code = subject.attribute("qcode"_L1);
    const QString type = subject.attribute("type"_L1);
    const QString name = subject.wordsAt("name"_L1);
    if (code.startsWith("medtop:"_L1)) {
        fields.topics.append(code);
    } else if (code.startsWith("subj:"_L1)) {
        fields.subjectCodes.append(codeIn(code));
    } else if (type == u"cpnat:person"_s) {
        fields.people.append(name);
    } else if (type == u"cpnat:organisation"_s) {
        fields.organisations.append(name);
    } else if (type == u"cpnat:geoArea"_s) {
        fields.places.append(name);
    }
}

/// The one with a rank or a role of its own is no main headline.
void readHeadlines(const XmlNode &meta, ItemFields &fields)
{
    for (const XmlNode *headline : meta.all("headline"_L1)) {
        const bool isDeck = headline->attribute("rank"_L1) == u"2"_s;
        QString &words = isDeck ? fields.deck : fields.headline;
        if (words.isEmpty())
            words = headline->words();
    }
    for (const XmlNode *description : meta.all("description"_L1)) {
        if (fields.deck.isEmpty() && description->attribute("role"_L1) == u"drol:summary"_s)
            fields.deck = description->words();
    }
}

void readContentMeta(const XmlNode &meta, ItemFields &fields)
{
    fields.urgency = meta.child("urgency"_L1) ? meta.wordsAt("urgency"_L1).toInt() : 4;
    if (!fields.firstCreated.isValid())
        fields.firstCreated = itemTime(meta.wordsAt("contentCreated"_L1)).value_or(QDateTime());
    fields.located = meta.wordsAt("located/name"_L1);
    fields.slugline = meta.wordsAt("slugline"_L1);
    fields.dateline = meta.wordsAt("dateline"_L1);
    fields.byline = meta.wordsAt("by"_L1);
    fields.language = meta.attributeAt("language"_L1, "tag"_L1);
    readHeadlines(meta, fields);
    for (const XmlNode *keyword : meta.all("keyword"_L1))
        fields.keywords.append(keyword->words());
    for (const XmlNode *subject : meta.all("subject"_L1))
        readSubject(*subject, fields);
}

/// XHTML keeps more than NITF does; plain text is better than nothing.
ReadBody contentOf(const XmlNode &item)
{
    const XmlNode *set = item.child("contentSet"_L1);
    if (set == nullptr)
        return {};
    const XmlNode *html = set->find("html"_L1);
    if (const XmlNode *body = html == nullptr ? nullptr : html->child("body"_L1))
        return readBody(*body);
    if (const XmlNode *body = set->find("body.content"_L1))
        return readBody(*body);
    const XmlNode *data = set->child("inlineData"_L1);
    return data == nullptr ? ReadBody() : readPlainBody(data->words());
}

/// Other agencies write no `by`: who is named as the creator, unless that is the agency itself.
void addByline(const XmlNode &item, ItemFields &fields)
{
    const XmlNode *meta = item.child("contentMeta"_L1);
    if (meta == nullptr || !fields.byline.isEmpty())
        return;
    QStringList writers;
    for (const XmlNode *creator : meta->all("creator"_L1))
        writers.append(creator->wordsAt("name"_L1));
    writers.removeAll(QString());
    writers.removeAll(fields.agency);
    fields.byline = writers.join(u" and "_s);
}

ItemFields fieldsOf(const XmlNode &item)
{
    ItemFields fields;
    fields.guid = item.attribute("guid"_L1);
    fields.version = item.attribute("version"_L1).toInt();
    if (const XmlNode *meta = item.child("itemMeta"_L1))
        readItemMeta(*meta, fields);
    if (const XmlNode *meta = item.child("contentMeta"_L1))
        readContentMeta(*meta, fields);
    if (fields.language.isEmpty())
        fields.language = item.attribute("xml:lang"_L1);
    const QString holder = item.wordsAt("rightsInfo/copyrightHolder/name"_L1);
    fields.agency = holder.isEmpty() ? fields.agency : holder;
    fields.usageTerms = item.wordsAt("rightsInfo/usageTerms"_L1);
    addByline(item, fields);
    fields.body = contentOf(item);
    return fields;
}

} // namespace

Result<Edition> readNewsml(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > MaxItemBytes)
        return fail(ErrorCode::FileTooLarge, name);
    return readXml(bytes, name).and_then([&](const XmlNode &root) -> Result<Edition> {
        const XmlNode *item = root.find("newsItem"_L1);
        if (item == nullptr)
            return fail(ErrorCode::ImportUnrecognised, name, u"newsItem"_s);
        return editionFrom(fieldsOf(*item));
    });
}

} // namespace nutgraf::format
