// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/feeds.h"

#include "base/clock.h"
#include "format/atom_entry.h"
#include "format/edition_body.h"
#include "format/media_topics.h"
#include "format/printable_edition.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

QString nameOf(const story::Agency &agency)
{
    return agency.name.isEmpty() ? agency.domain : agency.name;
}

/// The public items, newest first; equal times in the order of their guids.
std::vector<Edition> publicItems(const Feed &feed)
{
    std::vector<Edition> items;
    for (const Edition &edition : feed.editions) {
        if (edition.kind == EditionKind::Web && !editionText(edition).embargo)
            items.push_back(printable(edition));
    }
    std::ranges::sort(items, [](const Edition &a, const Edition &b) {
        return a.versionCreated != b.versionCreated ? a.versionCreated > b.versionCreated
                                                    : a.guid < b.guid;
    });
    return items;
}

bool isKilled(const Edition &edition)
{
    return edition.publication == PublicationKind::Kill;
}

void openFeed(XmlText &xml, const Feed &feed)
{
    xml.open("feed"_L1,
             {{"xmlns"_L1, QString::fromUtf16(AtomNamespace)},
              {"xmlns:app"_L1, QString::fromUtf16(AtomPublishingNamespace)},
              {"xmlns:prism"_L1, QString::fromUtf16(PrismNamespace)},
              {"xmlns:at"_L1, QString::fromUtf16(TombstoneNamespace)}});
    const QString site = siteOf(feed.agency);
    const QString name = nameOf(feed.agency);
    xml.words("id"_L1, u"urn:newsml:%1:feed:web"_s.arg(feed.agency.domain));
    xml.words("title"_L1, name);
    xml.words("updated"_L1, isoUtc(feed.updated));
    xml.nested("author"_L1, "name"_L1, name);
    xml.mark("link"_L1, {{"rel"_L1, u"self"_s}, {"href"_L1, site + u"/feed.atom.xml"_s}});
    xml.mark("link"_L1,
             {{"rel"_L1, u"alternate"_s}, {"type"_L1, u"text/html"_s}, {"href"_L1, site + u'/'}});
    xml.words("rights"_L1, u"© "_s + name);
}

QJsonArray authors(const EditionText &text)
{
    QJsonArray list;
    for (const Author &writer : text.writers)
        list.append(QJsonObject{{u"name"_s, writer.name}});
    if (list.isEmpty())
        list.append(QJsonObject{{u"name"_s, text.agency}});
    return list;
}

QJsonArray tags(const EditionText &text)
{
    QStringList tags;
    for (const QString &topic : text.subjects)
        tags.append(topicName(topic));
    tags += text.keywords;
    tags.removeAll(QString());
    tags.removeDuplicates();
    return QJsonArray::fromStringList(tags);
}

QJsonObject jsonItem(const Edition &edition)
{
    const EditionText text = editionText(edition);
    QJsonObject item{{u"id"_s, edition.guid},
                     {u"url"_s, text.address},
                     {u"title"_s, text.headline},
                     {u"content_html"_s, pageBody(text)},
                     {u"date_published"_s, isoUtc(edition.published)},
                     {u"date_modified"_s, isoUtc(edition.versionCreated)},
                     {u"authors"_s, authors(text)},
                     {u"language"_s, edition.story.language},
                     {u"tags"_s, tags(text)}};
    if (!text.deck.isEmpty())
        item[u"summary"_s] = text.deck;
    return item;
}

} // namespace

QByteArray writeAtomFeed(const Feed &feed)
{
    const std::vector<Edition> items = publicItems(feed);
    XmlText xml;
    openFeed(xml, feed);
    for (const Edition &edition : items) {
        if (isKilled(edition)) {
            xml.mark("at:deleted-entry"_L1,
                     {{"ref"_L1, edition.guid}, {"when"_L1, isoUtc(edition.versionCreated)}});
        }
    }
    for (const Edition &edition : items) {
        if (!isKilled(edition))
            addAtomEntry(xml, edition, AtomPlace::InFeed);
    }
    return xml.file();
}

QByteArray writeJsonFeed(const Feed &feed)
{
    QJsonArray items;
    for (const Edition &edition : publicItems(feed)) {
        if (!isKilled(edition))
            items.append(jsonItem(edition));
    }
    const QString site = siteOf(feed.agency);
    const QJsonObject object{
        {u"version"_s, u"https://jsonfeed.org/version/1.1"_s},
        {u"title"_s, nameOf(feed.agency)},
        {u"home_page_url"_s, site + u'/'},
        {u"feed_url"_s, site + u"/feed.json"_s},
        {u"authors"_s, QJsonArray{QJsonObject{{u"name"_s, nameOf(feed.agency)}}}},
        {u"items"_s, items}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace nutgraf::format
