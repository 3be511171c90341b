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

constexpr int LowestPriority = 6; // Superdesk's scale ends there, IPTC's urgency at 9

/// `2026-05-12T08:05:00+0000`, as Superdesk itself writes it.
QString superdeskTime(const QDateTime &time)
{
    return isoUtc(time).chopped(1) + u"+0000"_s;
}

void addWords(QJsonObject &item, const QString &key, const QString &words)
{
    if (!words.isEmpty())
        item[key] = words;
}

/// Each topic with its older subject code, which is all that some products filter by.
QJsonArray subjects(const EditionText &text)
{
    QJsonArray list;
    for (const QString &topic : text.subjects) {
        const QString name = topicName(topic);
        const QString shown = name.isEmpty() ? topic : name;
        list.append(
            QJsonObject{{u"name"_s, shown}, {u"code"_s, topic}, {u"scheme"_s, u"mediatopic"_s}});
        const QJsonObject older{{u"name"_s, shown}, {u"code"_s, subjectCode(topic)}};
        if (!older[u"code"_s].toString().isEmpty())
            list.append(older);
    }
    return list;
}

QJsonArray writers(const EditionText &text)
{
    QJsonArray list;
    for (const Author &writer : text.writers)
        list.append(QJsonObject{{u"name"_s, writer.name}, {u"role"_s, u"writer"_s}});
    return list;
}

/// Newshub keeps no other names.
QJsonArray places(const EditionText &text)
{
    QJsonArray list;
    for (const QString &place : text.places)
        list.append(QJsonObject{{u"name"_s, place}, {u"code"_s, place}});
    return list;
}

QJsonArray signal(const EditionText &text)
{
    const QString name = text.signal.first(1).toUpper() + text.signal.sliced(1);
    return {QJsonObject{{u"name"_s, name},
                        {u"code"_s, text.signal},
                        {u"scheme"_s, u"http://cv.iptc.org/newscodes/signal/"_s}}};
}

void addLists(QJsonObject &item, const EditionText &text)
{
    item[u"subject"_s] = subjects(text);
    if (!text.signal.isEmpty())
        item[u"signal"_s] = signal(text);
    if (!text.keywords.isEmpty())
        item[u"keywords"_s] = QJsonArray::fromStringList(text.keywords);
    if (!text.writers.empty())
        item[u"authors"_s] = writers(text);
    if (!text.places.isEmpty())
        item[u"place"_s] = places(text);
    item[u"extra"_s] = QJsonObject{{u"edition"_s, text.edition}};
}

void addBody(QJsonObject &item, const EditionText &text)
{
    item[u"body_html"_s] = xhtmlBody(text); // also where it is empty: readers ask for it
    if (text.isKilled)
        return;
    const QString words = countedWords(text);
    item[u"wordcount"_s] = text::wordCount(words);
    item[u"charcount"_s] = words.size();
    addWords(item, u"description_text"_s, text.deck);
    if (!text.deck.isEmpty())
        item[u"description_html"_s] = u"<p>"_s + text.deck.toHtmlEscaped() + u"</p>"_s;
}

QJsonObject identity(const Edition &edition, const EditionText &text)
{
    return {{u"guid"_s, edition.guid},
            {u"uri"_s, edition.guid},
            {u"version"_s, QString::number(edition.version)},
            {u"type"_s, u"text"_s},
            {u"profile"_s, text.profile},
            {u"pubstatus"_s, text.status},
            {u"language"_s, edition.story.language},
            {u"headline"_s, text.headline},
            {u"slugline"_s, text.slugline},
            {u"located"_s, text.located},
            {u"firstcreated"_s, superdeskTime(edition.firstCreated)},
            {u"versioncreated"_s, superdeskTime(edition.versionCreated)},
            {u"firstpublished"_s, superdeskTime(edition.published)},
            {u"urgency"_s, edition.story.urgency},
            {u"priority"_s, qMin(edition.story.urgency, LowestPriority)},
            {u"source"_s, text.agency},
            {u"copyrightholder"_s, text.agency},
            {u"copyrightnotice"_s, text.copyright},
            {u"usageterms"_s, text.usageTerms}};
}

} // namespace

QByteArray writeNewshub(const Edition &asGiven)
{
    const Edition edition = printable(asGiven);
    const EditionText text = editionText(edition);
    QJsonObject item = identity(edition, text);
    addWords(item, u"byline"_s, text.byline);
    addWords(item, u"ednote"_s, text.editorsNote);
    if (text.embargo)
        item[u"embargoed"_s] = superdeskTime(*text.embargo);
    addLists(item, text);
    addBody(item, text);
    return QJsonDocument(item).toJson(QJsonDocument::Indented);
}

} // namespace nutgraf::format
