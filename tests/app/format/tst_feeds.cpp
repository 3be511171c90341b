// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/feeds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>
#include <QXmlStreamReader>

using namespace nutgraf::format;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int hour)
{
    return {QDate(2026, 5, 12), QTime(hour, 0), QTimeZone::UTC};
}

Edition edition(const QString &id, EditionKind kind, int hour)
{
    Edition edition;
    edition.kind = kind;
    edition.wireGuid = u"urn:newsml:a.example:20260512:"_s + id;
    edition.guid = edition.wireGuid + (kind == EditionKind::Web ? u".web"_s : QString());
    edition.agency.name = u"Agency & Sons"_s;
    edition.agency.domain = u"a.example"_s;
    edition.story.slug = id;
    edition.story.headline = u"Head of "_s + id;
    edition.story.deck = u"Deck"_s;
    edition.story.byline = u"Ann Lee"_s;
    edition.story.subjects = {u"medtop:11000000"_s};
    edition.story.body = u"Text of "_s + id;
    edition.notice = kind == EditionKind::Web ? u"In summarized form."_s : QString();
    edition.firstCreated = edition.published = at(7);
    edition.versionCreated = at(hour);
    return edition;
}

/// One of each kind that may be handed in.
Feed sampleFeed()
{
    Edition killed = edition(u"killed"_s, EditionKind::Web, 11);
    killed.publication = PublicationKind::Kill;
    Edition embargoed = edition(u"embargoed"_s, EditionKind::Web, 9);
    embargoed.story.embargo = at(20);
    const auto web = EditionKind::Web;
    return {killed.agency,
            at(12),
            {edition(u"older"_s, web, 8), killed, embargoed,
             edition(u"fullstory"_s, EditionKind::Wire, 10), edition(u"newer"_s, web, 10),
             edition(u"also"_s, web, 10)}};
}

/// The values of an element, or of one of its attributes, in order.
QStringList all(const QByteArray &xml, QStringView element, QStringView attribute = {})
{
    QXmlStreamReader reader(xml);
    QStringList values;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != element)
            continue;
        values.append(attribute.isEmpty() ? reader.readElementText()
                                          : reader.attributes().value(attribute).toString());
    }
    return reader.hasError() ? QStringList{reader.errorString()} : values;
}

} // namespace

class TestFeeds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void atomListsWhatIsPublicNewestFirst() const;
    void atomNamesWhatWasKilled() const;
    void jsonListsWhatIsPublicNewestFirst() const;
    void nothingElseLeaksOut() const;
    void anEmptyFeedIsAFeed() const;
};

void TestFeeds::atomListsWhatIsPublicNewestFirst() const
{
    const QByteArray xml = writeAtomFeed(sampleFeed());
    QCOMPARE(all(xml, u"title"),
             (QStringList{u"Agency & Sons"_s, u"Head of also"_s, u"Head of newer"_s,
                          u"Head of older"_s}));
    QCOMPARE(all(xml, u"updated").first(), u"2026-05-12T12:00:00Z"_s);
    QCOMPARE(all(xml, u"link", u"href").first(), u"https://a.example/feed.atom.xml"_s);
    QVERIFY(all(xml, u"content").first().contains(u"<p>Text of also</p>"_s));
}

void TestFeeds::atomNamesWhatWasKilled() const
{
    const QByteArray xml = writeAtomFeed(sampleFeed());
    QCOMPARE(all(xml, u"deleted-entry", u"ref"),
             QStringList{u"urn:newsml:a.example:20260512:killed.web"_s});
    QCOMPARE(all(xml, u"deleted-entry", u"when"), QStringList{u"2026-05-12T11:00:00Z"_s});
}

void TestFeeds::jsonListsWhatIsPublicNewestFirst() const
{
    const QJsonObject feed = QJsonDocument::fromJson(writeJsonFeed(sampleFeed())).object();
    QCOMPARE(feed["version"_L1].toString(), u"https://jsonfeed.org/version/1.1"_s);
    QCOMPARE(feed["feed_url"_L1].toString(), u"https://a.example/feed.json"_s);
    const QJsonArray items = feed["items"_L1].toArray();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[0]["title"_L1].toString(), u"Head of also"_s);
    QCOMPARE(items[2]["title"_L1].toString(), u"Head of older"_s);
    QCOMPARE(items[0]["url"_L1].toString(), u"https://a.example/2026-05-12-also.html"_s);
    QCOMPARE(items[0]["authors"_L1][0]["name"_L1].toString(), u"Ann Lee"_s);
    QVERIFY(items[0]["content_html"_L1].toString().contains(u"In summarized form."_s));
}

void TestFeeds::nothingElseLeaksOut() const
{
    for (const QByteArray &bytes : {writeAtomFeed(sampleFeed()), writeJsonFeed(sampleFeed())}) {
        QVERIFY(!bytes.contains("fullstory"));
        QVERIFY(!bytes.contains("embargoed"));
        QVERIFY(!bytes.contains("Head of killed") && !bytes.contains("Text of killed"));
    }
}

void TestFeeds::anEmptyFeedIsAFeed() const
{
    const Feed empty{sampleFeed().agency, at(12), {}};
    QCOMPARE(all(writeAtomFeed(empty), u"id"), QStringList{u"urn:newsml:a.example:feed:web"_s});
    const QJsonObject feed = QJsonDocument::fromJson(writeJsonFeed(empty)).object();
    QVERIFY(feed["items"_L1].isArray() && feed["items"_L1].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestFeeds)

#include "tst_feeds.moc"
