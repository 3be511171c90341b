// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/manifest.h"
#include "site_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace nutgraf;
using namespace nutgraf::site;
using namespace nutgraf::site_test;

namespace {

/// Words of the wire that the web edition leaves out.
const QByteArray WireAlone = "assembly votes in June";

/// A desk that has one story of each kind.
struct EveryKind {
    Desk desk;
    publish::sample::Request first = request(desk, u"first"_s);
    publish::sample::Request corrected = request(desk, u"corrected"_s);
    publish::sample::Request killed = request(desk, u"killed"_s);
    publish::sample::Request embargoed = request(desk, u"embargoed"_s);
    publish::sample::Request wire = request(desk, u"wire"_s);

    EveryKind()
    {
        sendOut(first, 9);
        sendOut(corrected, 10);
        corrected.story.deck = u"Another deck, put right"_s;
        sendOut(corrected, 11, PublicationKind::Correction, u"The deck was wrong & old."_s);
        killed.story.headline = u"Libel of somebody"_s;
        sendOut(killed, 10);
        killed.story.deck = u"A second libel"_s;
        sendOut(killed, 11, PublicationKind::Correction, u"It repeats the libel."_s);
        sendOut(killed, 12, PublicationKind::Kill, u"A libel."_s);
        embargoed.story.embargo = at(20);
        sendOut(embargoed, 12);
        wire.hasWebEdition = false;
        sendOut(wire, 12);
    }
};

} // namespace

class TestSitePages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesAStoryItsPage() const;
    void namesWhatWasCorrected() const;
    void leavesAPageOfAWithdrawnStory() const;
    void forgetsWhatStoodBeforeAWithdrawal() const;
    void showsNothingOfEmbargoesAndTheWire() const;
    void liftsAnEmbargo() const;
    void listsStoriesWhereReadersLook() const;
    void feedsReaders() const;
    void countsConfirmedQuotes() const;
    void saysWhatIsSigned() const;
    void reservesMiningWhereTheDeskSaysSo() const;
    void saysHowToolsAreUsed() const;
    void isWellFormedAndLoadsNothing() const;
    void printsMarksAsText() const;
    void keepsLinksOnTheSiteAlive() const;
    void speaksTheStorysLanguage() const;
    void begins() const;
};

void TestSitePages::givesAStoryItsPage() const
{
    const EveryKind at;
    const Built built = at.desk.build();
    QVERIFY(built.faults.empty());
    QCOMPARE(built.stories, 3);
    const QByteArray page = at.desk.read(pageOf(at.first));
    QVERIFY(page.contains("<h1>Headline of first</h1>"));
    QVERIFY(page.contains("sixth boat &amp; not later"));
    QVERIFY(page.contains("By Irena Castell and Owen Marsh"));
    QVERIFY(page.contains("Published <time datetime=\"2026-05-12T09:00:00Z\">"));
    QVERIFY(page.contains("class=\"edition-notice\""));
    QVERIFY(page.contains("\"@type\": \"NewsArticle\""));
    QVERIFY(page.contains("<dd>1, first publication</dd>"));
    QVERIFY(page.contains("<dd>IC</dd>"));
    QVERIFY(!page.contains(WireAlone));
    QVERIFY(!page.contains("noindex"));
}

void TestSitePages::namesWhatWasCorrected() const
{
    const EveryKind at;
    static_cast<void>(at.desk.build());
    const QString page = pageOf(at.corrected);
    const QByteArray html = at.desk.read(page);
    QVERIFY(html.contains("<p>The deck was wrong &amp; old.</p>\n</aside>"));
    QVERIFY(html.indexOf("<aside class=\"correction\">") < html.indexOf("class=\"article-body\""));
    QVERIFY(html.contains("href=\"changes/" + page.toUtf8()));
    const QByteArray changes = at.desk.read(u"changes/"_s + page);
    QVERIFY(changes.contains("<ins>Another deck, put right</ins>")
            || changes.contains("<ins>Another"));
    QVERIFY(changes.contains("<del>Minister"));
    QVERIFY(changes.contains("noindex"));
    QVERIFY(!changes.contains(WireAlone));
    QVERIFY(at.desk.read(u"corrections.html"_s).contains("The deck was wrong &amp; old."));
    QVERIFY(at.desk.read(u"corrections.xml"_s).contains(".web#v2</id>"));
    QVERIFY(at.desk.read(u"index.html"_s).contains("<span class=\"tag\">Corrected</span>"));
}

void TestSitePages::leavesAPageOfAWithdrawnStory() const
{
    const EveryKind at;
    static_cast<void>(at.desk.build());
    const QByteArray page = at.desk.read(pageOf(at.killed));
    QVERIFY(page.contains("This story has been withdrawn."));
    QCOMPARE(page.count("noindex"), 1);
    QVERIFY(page.contains("<title>KILL: "));
    QVERIFY(page.contains("Withdrawn <time datetime=\"2026-05-12T12:00:00Z\">"));
    QVERIFY(!at.desk.has(u"changes/"_s + pageOf(at.killed)));
    QVERIFY(at.desk.read(u"feed.atom.xml"_s).contains("<at:deleted-entry ref="));
    QVERIFY(at.desk.read(u"corrections.xml"_s).contains(".web#v2\" when="));
    const QMap<QString, QByteArray> files = filesOf(at.desk);
    for (const auto &[name, bytes] : files.asKeyValueRange()) {
        QVERIFY2(!bytes.contains("ibel"), qPrintable(name));
        const bool mayName = name == pageOf(at.killed) || name == u"corrections.html"_s
            || name == u"feed.atom.xml"_s || name == u"corrections.xml"_s;
        const QByteArray id = at.killed.storyId.section(u'-', 1).toUtf8();
        QVERIFY2(mayName || !bytes.contains(id), qPrintable(name));
    }
}

namespace {

/// A version of a story as the store has it.
void store(const Desk &desk, const format::Edition &web)
{
    const QString folder = story::StoryFolder(desk.story(u"held"_s)).version(web.version);
    const QByteArray bytes = format::writeNewsml(web);
    publish::Manifest manifest;
    manifest.version = web.version;
    manifest.guid = web.wireGuid;
    manifest.note = web.changeNote;
    manifest.published = manifest.firstCreated = web.versionCreated;
    manifest.editions = {u"wire"_s, u"web"_s};
    manifest.files = {{u"web.newsml.xml"_s, sha256Hex(bytes), bytes.size()}};
    QVERIFY(makeFolder(folder).has_value());
    QVERIFY(writeFile(folder + u"/web.newsml.xml"_s, bytes).has_value());
    QVERIFY(writeFile(folder + u"/manifest.json"_s, publish::writeManifest(manifest)).has_value());
}

} // namespace

/// Withdrawn for a time, then back with another text.
void TestSitePages::forgetsWhatStoodBeforeAWithdrawal() const
{
    const Desk desk;
    format::Edition web;
    web.kind = format::EditionKind::Web;
    web.wireGuid = u"urn:newsml:meridian.example:20260512:abcdefghij"_s;
    web.guid = web.wireGuid + u".web"_s;
    web.agency = desk.site.agency;
    web.story = publish::sample::story();
    web.notice = u"A portion."_s;
    web.changeNote = u"A first libel."_s;
    const PublicationKind kinds[] = {PublicationKind::First, PublicationKind::Correction,
                                     PublicationKind::Kill, PublicationKind::Update,
                                     PublicationKind::Update};
    for (int version = 1; version <= 5; ++version) {
        web.version = version;
        web.previousVersion = version - 1;
        web.publication = kinds[version - 1];
        web.story.headline = version < 3 ? u"A libel"_s : u"Clean %1"_s.arg(version);
        web.changeNote = version < 4 ? u"A first libel."_s : u"Written anew."_s;
        web.firstCreated = web.versionCreated = web.published = at(8 + version);
        store(desk, web);
        static_cast<void>(desk.build());
        const QByteArray page = desk.read(u"2026-05-12-abcdefghij.html"_s);
        QCOMPARE(page.contains("libel"), version < 3);
        QCOMPARE(page.contains("This story has been withdrawn."), version == 3);
        QCOMPARE(desk.has(u"changes/2026-05-12-abcdefghij.html"_s), version == 2 || version == 5);
        QCOMPARE(desk.read(u"corrections.html"_s).contains("libel"), version == 2);
    }
    QVERIFY(!desk.read(u"changes/2026-05-12-abcdefghij.html"_s).contains("libel"));
}

void TestSitePages::showsNothingOfEmbargoesAndTheWire() const
{
    const EveryKind at;
    static_cast<void>(at.desk.build());
    const QMap<QString, QByteArray> files = filesOf(at.desk);
    for (const auto &[name, bytes] : files.asKeyValueRange()) {
        for (const publish::sample::Request &hidden : {at.embargoed, at.wire}) {
            QVERIFY2(!bytes.contains(hidden.storyId.section(u'-', 1).toUtf8()), qPrintable(name));
            QVERIFY2(!bytes.contains(hidden.story.headline.toUtf8()), qPrintable(name));
        }
        QVERIFY2(!bytes.contains(WireAlone), qPrintable(name));
    }
}

void TestSitePages::liftsAnEmbargo() const
{
    EveryKind at;
    static_cast<void>(at.desk.build());
    sendOut(at.embargoed, 21, PublicationKind::Update, u"The embargo has ended."_s);
    static_cast<void>(at.desk.build());
    const QByteArray page = at.desk.read(pageOf(at.embargoed));
    QVERIFY(page.contains("Headline of embargoed"));
    QVERIFY(page.contains("2, first publication on this site"));
    QVERIFY(!page.contains("The embargo has ended"));
    QVERIFY(at.desk.read(u"index.html"_s).contains("Headline of embargoed"));
}

void TestSitePages::listsStoriesWhereReadersLook() const
{
    const EveryKind at;
    static_cast<void>(at.desk.build());
    for (const QString &list :
         {u"index.html"_s, u"topics/politics-and-government.html"_s, u"archive/2026-05.html"_s}) {
        const QByteArray html = at.desk.read(list);
        QVERIFY2(html.contains("Headline of first</a>"), qPrintable(list));
        QVERIFY2(html.contains("Headline of corrected</a>"), qPrintable(list));
    }
    QVERIFY(at.desk.read(u"index.html"_s)
                .contains("<a href=\"topics/politics-and-government.html\">Politics</a>"));
    QVERIFY(at.desk.read(u"topics/index.html"_s).contains("2 stories"));
    QVERIFY(at.desk.read(u"archive/index.html"_s).contains("May 2026</a>"));
    const QByteArray map = at.desk.read(u"sitemaps/2026-05.xml"_s);
    QVERIFY(map.contains("<loc>https://meridian.example/" + pageOf(at.first).toUtf8() + "</loc>"));
    QVERIFY(map.contains("<lastmod>2026-05-12T11:00:00Z</lastmod>"));
    QVERIFY(
        at.desk.read(u"robots.txt"_s).contains("Sitemap: https://meridian.example/sitemap.xml"));
}

void TestSitePages::feedsReaders() const
{
    const EveryKind at;
    static_cast<void>(at.desk.build());
    const QByteArray atom = at.desk.read(u"feed.atom.xml"_s);
    QCOMPARE(atom.count("<entry"), 2);
    QVERIFY(atom.contains("<updated>2026-05-12T12:00:00Z</updated>"));
    const QJsonObject json = QJsonDocument::fromJson(at.desk.read(u"feed.json"_s)).object();
    QCOMPARE(json[u"items"_s].toArray().size(), 2);
    QCOMPARE(json[u"items"_s][0][u"title"_s].toString(), u"Headline of corrected"_s);
}

void TestSitePages::countsConfirmedQuotes() const
{
    const Desk desk;
    publish::sample::Request story = request(desk, u"quoted"_s);
    story.story.body =
        u"“It is a toll on going home,” Anna Barrow said on Tuesday morning in town.\n\n"
        "The minister said that the charge would end once six boats are paid for, and "
        "that fares would not rise again before the end of the decade at all."_s;
    sendOut(story, 9);
    static_cast<void>(desk.build());
    QVERIFY(desk.read(pageOf(story)).contains("1 direct quote, not yet confirmed by the desk"));
    const publish::Subject subject = publish::sample::subject(story, at(10));
    const reading::Reading &reading = *subject.reading;
    const auto quoted = std::ranges::find_if(
        reading.analysis->attributions,
        [](const analysis::Attribution &attribution) { return !attribution.quotes.empty(); });
    const auto which = std::distance(reading.analysis->attributions.begin(), quoted);
    story.review =
        review::decide({}, *reading.analysis, reading.snapshot->text, static_cast<int>(which),
                       {review::Verdict::Confirmed, u"ic"_s, at(10), u"d1"_s});
    sendOut(story, 11, PublicationKind::Update, u"More of it."_s);
    static_cast<void>(desk.build());
    const QByteArray page = desk.read(pageOf(story));
    QVERIFY(page.contains("1 direct quote, confirmed by the desk"));
}

void TestSitePages::saysWhatIsSigned() const
{
    const EveryKind at;
    QVERIFY(writeFile(publish::manifestPath(at.first.storyFolder, 1) + u".sig"_s, "signature")
                .has_value());
    static_cast<void>(at.desk.build());
    QVERIFY(at.desk.read(pageOf(at.first)).contains("<dd>IC, with an SSH signature</dd>"));
    QVERIFY(at.desk.read(pageOf(at.corrected)).contains("<dd>IC</dd>"));
    // The manifest's own hash: sha256sum gives the same.
    const QByteArray manifest =
        readFile(publish::manifestPath(at.first.storyFolder, 1)).value_or(QByteArray());
    QVERIFY(at.desk.read(pageOf(at.first))
                .replace(" ", "")
                .contains("sha256" + sha256Hex(manifest).toLatin1()));
}

void TestSitePages::reservesMiningWhereTheDeskSaysSo() const
{
    EveryKind at;
    static_cast<void>(at.desk.build());
    QVERIFY(!at.desk.has(u"license.xml"_s));
    QVERIFY(!at.desk.has(u".well-known/tdmrep.json"_s));
    QVERIFY(!at.desk.read(u"index.html"_s).contains("tdm-"));
    at.desk.site.website.textMining = story::TextMining::Reserved;
    at.desk.site.website.textMiningPolicy = u"https://meridian.example/mining"_s;
    static_cast<void>(at.desk.build());
    const QJsonArray all =
        QJsonDocument::fromJson(at.desk.read(u".well-known/tdmrep.json"_s)).array();
    QCOMPARE(all.first()[u"location"_s].toString(), u"/"_s);
    QCOMPARE(all.first()[u"tdm-reservation"_s].toInt(), 1);
    QCOMPARE(all.first()[u"tdm-policy"_s].toString(), u"https://meridian.example/mining"_s);
    QVERIFY(
        at.desk.read(u"license.xml"_s).contains("<prohibits type=\"usage\">ai-all</prohibits>"));
    QVERIFY(
        at.desk.read(u"robots.txt"_s).contains("License: https://meridian.example/license.xml"));
    const QByteArray page = at.desk.read(pageOf(at.first));
    QVERIFY(page.contains("<meta name=\"tdm-reservation\" content=\"1\"/>"));
    QVERIFY(
        page.contains("<meta name=\"tdm-policy\" content=\"https://meridian.example/mining\"/>"));
    at.desk.site.website = {};
    static_cast<void>(at.desk.build());
    QVERIFY(!at.desk.has(u"license.xml"_s));
    QVERIFY(!at.desk.has(u".well-known/tdmrep.json"_s));
}

void TestSitePages::saysHowToolsAreUsed() const
{
    EveryKind at;
    at.desk.site.website.aiStatement = u"Written by people <alone>."_s;
    at.desk.site.website.digitalSourceType = u"digitalCreation"_s;
    static_cast<void>(at.desk.build());
    const QByteArray page = at.desk.read(pageOf(at.first));
    QVERIFY(page.contains("Written by people &lt;alone&gt;."));
    QVERIFY(page.contains("\"digitalSourceType\": "
                          "\"http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation\""));
    QVERIFY(at.desk.read(u"how-it-is-made.html"_s).contains("<h2>Generative tools</h2>"));
}

void TestSitePages::isWellFormedAndLoadsNothing() const
{
    EveryKind at;
    at.desk.site.website.textMining = story::TextMining::Reserved;
    static_cast<void>(at.desk.build());
    const QMap<QString, QByteArray> files = filesOf(at.desk);
    QVERIFY(files.size() > 15);
    for (const auto &[name, bytes] : files.asKeyValueRange()) {
        if (!name.endsWith(u".html"_s) && !name.endsWith(u".xml"_s))
            continue;
        QXmlStreamReader xml(bytes);
        while (!xml.atEnd()) {
            xml.readNext();
            const bool isScript = xml.isStartElement() && xml.name() == u"script"_s
                && xml.attributes().value(u"type"_s) != u"application/ld+json"_s;
            QVERIFY2(!isScript && !xml.attributes().hasAttribute(u"src"_s), qPrintable(name));
        }
        QVERIFY2(!xml.hasError(), qPrintable(name + u": "_s + xml.errorString()));
        QVERIFY2(!name.endsWith(u".html"_s) || bytes.contains("default-src 'none'"),
                 qPrintable(name));
    }
    const QByteArray style = files.value(u"site.css"_s);
    QVERIFY(!style.contains("url(") && !style.contains("@import"));
}

void TestSitePages::printsMarksAsText() const
{
    Desk desk;
    desk.site.agency.name = u"A <b> & \"C\""_s;
    publish::sample::Request story = request(desk, u"marks"_s);
    story.story.headline = u"<script>alert(1)</script> & \"quoted\" ]]>"_s;
    story.story.deck = u"</title></p>"_s;
    story.story.dateline.place = u"<I>"_s;
    story.agency.name = desk.site.agency.name;
    sendOut(story, 9);
    sendOut(story, 10, PublicationKind::Correction, u"<img src=x>"_s);
    static_cast<void>(desk.build());
    const QMap<QString, QByteArray> files = filesOf(desk);
    for (const auto &[name, bytes] : files.asKeyValueRange()) {
        if (name == u"feed.json"_s)
            continue; // JSON has no marks
        QVERIFY2(!bytes.contains("<script>") && !bytes.contains("<img") && !bytes.contains("<b>"),
                 qPrintable(name));
    }
    QVERIFY(files.value(u"index.html"_s).contains("&lt;script&gt;"));
}

/// Every link within the site leads to a file of it.
void TestSitePages::keepsLinksOnTheSiteAlive() const
{
    EveryKind at;
    at.desk.site.website.sections = {u"medtop:15000000"_s, u"politics and government"_s};
    static_cast<void>(at.desk.build());
    static const QRegularExpression link(u"href=\"([^\":#]+)\""_s);
    const QMap<QString, QByteArray> files = filesOf(at.desk);
    int links = 0;
    for (const auto &[name, bytes] : files.asKeyValueRange()) {
        if (!name.endsWith(u".html"_s))
            continue;
        for (const auto &match : link.globalMatch(QString::fromUtf8(bytes))) {
            const QString target =
                QDir::cleanPath(QFileInfo(name).path() + u'/' + match.captured(1));
            QVERIFY2(files.contains(target), qPrintable(name + u" leads to "_s + target));
            ++links;
        }
    }
    QVERIFY(links > 100);
}

/// The page's frame is English, whatever the story is in; a screen reader is told which is which.
void TestSitePages::speaksTheStorysLanguage() const
{
    const Desk desk;
    publish::sample::Request story = request(desk, u"arabic"_s);
    story.story.language = u"ar"_s;
    sendOut(story, 9);
    static_cast<void>(desk.build());
    const QByteArray page = desk.read(pageOf(story));
    QVERIFY(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    QVERIFY(page.contains("<header class=\"mast\" lang=\"en\" dir=\"ltr\">"));
    QVERIFY(page.contains("<section class=\"record ui\" aria-labelledby=\"record\" lang=\"en\" "
                          "dir=\"ltr\">"));
    const QByteArray front = desk.read(u"index.html"_s);
    QVERIFY(front.contains("<html lang=\"en\">"));
    QVERIFY(front.contains("<h1 id=\"lead\" lang=\"ar\" dir=\"rtl\">"));
}

void TestSitePages::begins() const
{
    const Desk desk;
    QVERIFY(makeFolder(story::DeskFolder(desk.dir.path()).stories()).has_value());
    QVERIFY(!isWanted(desk.dir.path(), std::nullopt));
    QVERIFY(isWanted(desk.dir.path(), story::Website()));
    QVERIFY(desk.build().faults.empty());
    QVERIFY(isWanted(desk.dir.path(), std::nullopt));
    QVERIFY(desk.read(u"index.html"_s).contains("Nothing has been published yet."));
}

QTEST_GUILESS_MAIN(TestSitePages)
#include "tst_site_pages.moc"
