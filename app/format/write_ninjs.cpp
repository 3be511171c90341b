// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "format/edition_body.h"
#include "format/media_topics.h"
#include "format/printable_edition.h"
#include "text/segments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

const QString NewsCodes = u"http://cv.iptc.org/newscodes/"_s;

void add(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object[key] = value;
}

void add(QJsonObject &object, const QString &key, const QJsonArray &list)
{
    if (!list.isEmpty())
        object[key] = list;
}

QJsonObject plain(const QString &role, const QString &value)
{
    return {{u"role"_s, role}, {u"contentType"_s, u"text/plain"_s}, {u"value"_s, value}};
}

QJsonArray headlines(const EditionText &text)
{
    QJsonArray list{plain(u"main"_s, text.headline)};
    if (!text.deck.isEmpty())
        list.append(plain(u"deck"_s, text.deck));
    return list;
}

QJsonArray descriptions(const EditionText &text)
{
    QJsonArray list;
    if (!text.deck.isEmpty())
        list.append(plain(NewsCodes + u"descriptionrole/summary"_s, text.deck));
    if (!text.signal.isEmpty())
        list.append(plain(NewsCodes + u"signal/"_s + text.signal, text.signalText));
    return list;
}

QJsonArray subjects(const EditionText &text)
{
    QJsonArray list;
    for (const QString &code : text.subjects) {
        const QString name = topicName(code);
        list.append(QJsonObject{{u"name"_s, name.isEmpty() ? code : name},
                                {u"rel"_s, u"about"_s},
                                {u"uri"_s, NewsCodes + u"mediatopic/"_s + code.sliced(7)}});
    }
    for (const QString &word : text.keywords)
        list.append(QJsonObject{{u"name"_s, word}, {u"rel"_s, u"keyword"_s}});
    return list;
}

QJsonArray mentioned(const QStringList &names)
{
    QJsonArray list;
    for (const QString &name : names)
        list.append(QJsonObject{{u"name"_s, name}, {u"rel"_s, u"mentions"_s}});
    return list;
}

QJsonObject association(const QString &name, const QString &relation, const QString &uri,
                        int version)
{
    return {{u"name"_s, name},
            {u"rel"_s, NewsCodes + u"itemrelation/"_s + relation},
            {u"uri"_s, uri},
            {u"type"_s, u"text"_s},
            {u"version"_s, QString::number(version)}};
}

QJsonArray associations(const Edition &edition, const EditionText &text)
{
    QJsonArray list;
    if (edition.previousVersion > 0) {
        list.append(association(u"previous version"_s, u"previousVersion"_s, edition.guid,
                                edition.previousVersion));
    }
    if (text.isWeb) {
        list.append(
            association(u"wire edition"_s, u"derivedFrom"_s, edition.wireGuid, edition.version));
    }
    return list;
}

QJsonArray bodies(const EditionText &text)
{
    const QString words = countedWords(text);
    return {QJsonObject{{u"role"_s, u"main"_s},
                        {u"contentType"_s, u"application/xhtml+xml"_s},
                        {u"charCount"_s, words.size()},
                        {u"wordCount"_s, text::wordCount(words)},
                        {u"value"_s, xhtmlBody(text)}}};
}

void addLists(QJsonObject &item, const Edition &edition, const EditionText &text)
{
    item[u"headlines"_s] = headlines(text);
    add(item, u"descriptions"_s, descriptions(text));
    add(item, u"subjects"_s, subjects(text));
    add(item, u"people"_s, mentioned(text.people));
    add(item, u"organisations"_s, mentioned(text.organisations));
    add(item, u"places"_s, mentioned(text.places));
    add(item, u"associations"_s, associations(edition, text));
    if (!text.isKilled)
        item[u"bodies"_s] = bodies(text);
    item[u"infoSources"_s] =
        QJsonArray{QJsonObject{{u"name"_s, text.agency}, {u"role"_s, u"provider"_s}}};
    item[u"altIds"_s] =
        QJsonArray{QJsonObject{{u"role"_s, u"story"_s}, {u"value"_s, edition.wireGuid}}};
}

} // namespace

QByteArray writeNinjs(const Edition &asGiven)
{
    const Edition edition = printable(asGiven);
    const EditionText text = editionText(edition);
    QJsonObject item{
        {u"standard"_s,
         QJsonObject{{u"name"_s, u"ninjs"_s},
                     {u"version"_s, u"3.1"_s},
                     {u"schema"_s, u"http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"_s}}},
        {u"uri"_s, edition.guid},
        {u"type"_s, u"text"_s},
        {u"representationType"_s, text.isWeb ? u"partial"_s : u"full"_s},
        {u"profile"_s, text.profile},
        {u"version"_s, QString::number(edition.version)},
        {u"firstCreated"_s, isoUtc(edition.firstCreated)},
        {u"versionCreated"_s, isoUtc(edition.versionCreated)},
        {u"contentCreated"_s, isoUtc(edition.firstCreated)},
        {u"pubStatus"_s, text.status},
        {u"urgency"_s, edition.story.urgency},
        {u"copyrightHolder"_s, text.agency},
        {u"copyrightNotice"_s, text.copyright},
        {u"usageTerms"_s, text.usageTerms},
        {u"language"_s, edition.story.language},
        {u"slugline"_s, text.slugline},
    };
    add(item, u"by"_s, text.byline);
    add(item, u"located"_s, text.located);
    add(item, u"edNote"_s, text.editorsNote);
    if (text.embargo)
        item[u"embargoedUntil"_s] = isoUtc(*text.embargo);
    addLists(item, edition, text);
    return QJsonDocument(item).toJson(QJsonDocument::Indented);
}

} // namespace nutgraf::format
