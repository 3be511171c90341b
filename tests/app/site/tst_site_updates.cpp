// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/record.h"
#include "site_desk.h"

#include <QProcess>

using namespace nutgraf;
using namespace nutgraf::site;
using namespace nutgraf::site_test;

namespace {

/// Two stories, and the site of them.
struct TwoStories {
    Desk desk;
    publish::sample::Request one = request(desk, u"one"_s);
    publish::sample::Request two = request(desk, u"two"_s);

    TwoStories()
    {
        sendOut(one, 9);
        sendOut(two, 10);
        static_cast<void>(desk.build());
    }
    /// What a site made from nothing has.
    [[nodiscard]] QMap<QString, QByteArray> afresh() const
    {
        const QString folder = story::DeskFolder(desk.dir.path()).site();
        const QString aside = desk.dir.filePath(u"aside"_s);
        const bool isMoved = QDir().rename(folder, aside);
        static_cast<void>(desk.build(Extent::All));
        const QMap<QString, QByteArray> files = filesOf(desk);
        const bool isBack =
            isMoved && QDir(folder).removeRecursively() && QDir().rename(aside, folder);
        return isBack ? files : QMap<QString, QByteArray>();
    }
};

} // namespace

class TestSiteUpdates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesOnlyWhatChanged() const;
    void equalsASiteMadeFromNothing() const;
    void mendsWhatIsMissing() const;
    void doesWithoutItsState() const;
    void followsTheSettings() const;
    void removesPagesOfStoriesThatAreGone() const;
    void neverTouchesWhatItDidNotMake() const;
    void takesItsPlaceBack() const;
    void keepsPagesOfDamagedStories() const;
    void keepsPagesOfDamagedStoriesWithoutState() const;
    void withdrawsADamagedStory() const;
    void listsCopiesOnce() const;
    void refusesALink() const;
};

void TestSiteUpdates::writesOnlyWhatChanged() const
{
    TwoStories at;
    QCOMPARE(at.desk.build().written, 0);
    sendOut(at.one, 11, PublicationKind::Update, u"More."_s);
    const QMap<QString, QByteArray> before = filesOf(at.desk);
    const Built built = at.desk.build();
    const QMap<QString, QByteArray> after = filesOf(at.desk);
    QCOMPARE(after.value(pageOf(at.two)), before.value(pageOf(at.two)));
    QVERIFY(after.value(pageOf(at.one)) != before.value(pageOf(at.one)));
    QVERIFY(built.written > 2 && built.written < built.files);
}

void TestSiteUpdates::equalsASiteMadeFromNothing() const
{
    TwoStories at;
    QCOMPARE(filesOf(at.desk), at.afresh());
    sendOut(at.one, 11, PublicationKind::Correction, u"It was wrong."_s);
    static_cast<void>(at.desk.build());
    QCOMPARE(filesOf(at.desk), at.afresh());
    sendOut(at.one, 12, PublicationKind::Kill, u"All wrong."_s);
    sendOut(at.two, 13, PublicationKind::Update, u"More."_s);
    static_cast<void>(at.desk.build());
    QCOMPARE(filesOf(at.desk), at.afresh());
    QVERIFY(!at.desk.has(u"changes/"_s + pageOf(at.one)));
}

void TestSiteUpdates::mendsWhatIsMissing() const
{
    const TwoStories at;
    const QMap<QString, QByteArray> whole = filesOf(at.desk);
    QVERIFY(QFile::remove(at.desk.path(pageOf(at.one))));
    QVERIFY(QFile::remove(at.desk.path(u"topics/index.html"_s)));
    QCOMPARE(at.desk.build().written, 2);
    QCOMPARE(filesOf(at.desk), whole);
    QVERIFY(QDir(story::DeskFolder(at.desk.dir.path()).site()).removeRecursively());
    static_cast<void>(at.desk.build());
    QCOMPARE(filesOf(at.desk), whole);
}

void TestSiteUpdates::doesWithoutItsState() const
{
    const TwoStories at;
    const story::DeskFolder desk(at.desk.dir.path());
    const QMap<QString, QByteArray> whole = filesOf(at.desk);
    for (const QByteArray &state : {QByteArray(), QByteArray("nonsense"), QByteArray(64, '\xff')}) {
        QVERIFY(writeFile(desk.siteState(), state).has_value());
        QVERIFY(writeFile(at.desk.path(pageOf(at.one)),
                          at.desk.read(pageOf(at.one)).replace("<h1>", "<h1>!"))
                    .has_value());
        QCOMPARE(at.desk.build().written, 1);
        QCOMPARE(filesOf(at.desk), whole);
    }
    QVERIFY(QDir(at.desk.story(u"two"_s)).removeRecursively());
    QVERIFY(QFile::remove(desk.siteState()));
    QVERIFY(at.desk.build().removed > 0);
    QVERIFY(!at.desk.has(pageOf(at.two)));
}

void TestSiteUpdates::followsTheSettings() const
{
    TwoStories at;
    at.desk.site.agency.name = u"Another name"_s;
    static_cast<void>(at.desk.build());
    QVERIFY(at.desk.read(u"index.html"_s).contains("Another name"));
    // The story's own copyright is what went out.
    QVERIFY(at.desk.read(pageOf(at.one)).contains("© 2026 Meridian Wire"));
    at.desk.site.agency.siteUrl = u"https://news.example/coast/"_s;
    static_cast<void>(at.desk.build());
    QVERIFY(at.desk.read(pageOf(at.one)).contains("href=\"https://news.example/coast/2026-"));
}

void TestSiteUpdates::removesPagesOfStoriesThatAreGone() const
{
    TwoStories at;
    sendOut(at.two, 11, PublicationKind::Update, u"More."_s);
    static_cast<void>(at.desk.build());
    QVERIFY(at.desk.has(u"changes/"_s + pageOf(at.two)));
    QVERIFY(QDir(at.desk.story(u"two"_s)).removeRecursively());
    QCOMPARE(at.desk.build().removed, 2);
    QVERIFY(!at.desk.has(pageOf(at.two)));
    QVERIFY(!at.desk.has(u"changes/"_s + pageOf(at.two)));
    QVERIFY(!at.desk.read(u"index.html"_s).contains("Headline of two"));
}

void TestSiteUpdates::neverTouchesWhatItDidNotMake() const
{
    Desk desk;
    publish::sample::Request story = request(desk, u"one"_s);
    sendOut(story, 9);
    const QMap<QString, QByteArray> mine{{u"robots.txt"_s, "User-agent: *\nDisallow: /\n"},
                                         {u"index.html"_s, "<p>Mine</p>"},
                                         {u"about.html"_s, "<p>About us</p>"},
                                         {u"topics/mine.html"_s, "<p>Mine</p>"},
                                         {u"pictures/a.png"_s, "png"}};
    for (const auto &[name, bytes] : mine.asKeyValueRange())
        desk.write(name, bytes);
    const Built built = desk.build();
    QCOMPARE(built.notes.size(), 2U);
    QVERIFY(built.faults.empty());
    QCOMPARE(built.notes.front().code, ErrorCode::FileExists);
    // A copy of a page under another name is a person's, too.
    desk.write(u"copy.html"_s, desk.read(pageOf(story)));
    sendOut(story, 10, PublicationKind::Update, u"More."_s);
    QCOMPARE(desk.build().notes.size(), 2U);
    static_cast<void>(desk.build(Extent::All));
    for (const auto &[name, bytes] : mine.asKeyValueRange())
        QCOMPARE(desk.read(name), bytes);
    QVERIFY(desk.has(u"copy.html"_s));
}

void TestSiteUpdates::takesItsPlaceBack() const
{
    TwoStories at;
    const QByteArray robots = at.desk.read(u"robots.txt"_s);
    at.desk.write(u"robots.txt"_s, "mine");
    QCOMPARE(at.desk.build(Extent::All).notes.size(), 1U);
    QCOMPARE(at.desk.read(u"robots.txt"_s), "mine");
    QVERIFY(QFile::remove(at.desk.path(u"robots.txt"_s)));
    QVERIFY(QDir().mkpath(at.desk.path(u"robots.txt"_s)));
    QCOMPARE(at.desk.build().notes.size(), 1U);
    QVERIFY(QDir().rmdir(at.desk.path(u"robots.txt"_s)));
    QVERIFY(at.desk.build().notes.empty());
    QCOMPARE(at.desk.read(u"robots.txt"_s), robots);
}

namespace {

/// Changes a letter of a published file.
void damage(const QString &file)
{
    const Result<QByteArray> bytes = readFile(file);
    QVERIFY(bytes.has_value());
    QVERIFY(writeFile(file, QByteArray(*bytes).replace("levy", "lewy")).has_value());
}

} // namespace

void TestSiteUpdates::keepsPagesOfDamagedStories() const
{
    TwoStories at;
    const QByteArray page = at.desk.read(pageOf(at.one));
    sendOut(at.one, 11, PublicationKind::Update, u"More."_s);
    damage(at.desk.story(u"one"_s) + u"/versions/v0001/web.newsml.xml"_s);
    const Built built = at.desk.build();
    QCOMPARE(built.faults.size(), 1U);
    QCOMPARE(built.faults.front().code, ErrorCode::HashMismatch);
    QCOMPARE(at.desk.read(pageOf(at.one)), page);
    QVERIFY(at.desk.read(u"index.html"_s).contains("Headline of one"));
    // It is said again as long as it is so.
    QCOMPARE(at.desk.build().faults.size(), 1U);
}

void TestSiteUpdates::keepsPagesOfDamagedStoriesWithoutState() const
{
    const TwoStories at;
    const QByteArray page = at.desk.read(pageOf(at.one));
    damage(at.desk.story(u"one"_s) + u"/versions/v0001/manifest.json"_s);
    QCOMPARE(at.desk.build(Extent::All).faults.size(), 1U);
    QCOMPARE(at.desk.read(pageOf(at.one)), page);
    // Without the record nobody can say whose page it is: nothing is removed at all.
    QVERIFY(QFile::remove(publish::recordPath(at.desk.story(u"one"_s))));
    QVERIFY(QDir(at.desk.story(u"two"_s)).removeRecursively());
    const Built built = at.desk.build(Extent::All);
    QCOMPARE(built.removed, 0);
    QCOMPARE(at.desk.read(pageOf(at.one)), page);
    QVERIFY(at.desk.has(pageOf(at.two)));
}

void TestSiteUpdates::withdrawsADamagedStory() const
{
    TwoStories at;
    sendOut(at.one, 11, PublicationKind::Kill, u"All wrong."_s);
    damage(at.desk.story(u"one"_s) + u"/versions/v0001/manifest.json"_s);
    QVERIFY(QFile::remove(at.desk.story(u"one"_s) + u"/versions/v0002/web.newsml.xml"_s));
    static_cast<void>(at.desk.build());
    const QByteArray page = at.desk.read(pageOf(at.one));
    QVERIFY(page.contains("This story has been withdrawn."));
    QVERIFY(!page.contains("Headline of one"));
    QVERIFY(!at.desk.read(u"index.html"_s).contains("Headline of one"));
}

void TestSiteUpdates::listsCopiesOnce() const
{
    const TwoStories at;
    QVERIFY(
        QProcess::execute(u"cp"_s, {u"-r"_s, at.desk.story(u"one"_s), at.desk.story(u"one copy"_s)})
        == 0);
    for (int i = 0; i < 2; ++i) {
        const Built built = at.desk.build();
        QCOMPARE(built.stories, 2);
        QCOMPARE(built.faults.size(), 1U);
        QCOMPARE(built.faults.front().code, ErrorCode::StoryTwin);
        QCOMPARE(at.desk.read(u"archive/2026-05.html"_s).count("Headline of one"), 1);
    }
}

void TestSiteUpdates::refusesALink() const
{
    Desk desk;
    QVERIFY(makeFolder(story::DeskFolder(desk.dir.path()).stories()).has_value());
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), story::DeskFolder(desk.dir.path()).site()));
    QCOMPARE(site::build(desk.site).error().code, ErrorCode::LinkUnexpected);
    QVERIFY(QDir(elsewhere.path()).isEmpty());
    QVERIFY(QFile::remove(story::DeskFolder(desk.dir.path()).site()));
    QVERIFY(QDir().mkpath(story::DeskFolder(desk.dir.path()).site()));
    QVERIFY(QFile::link(elsewhere.path(), desk.path(u"topics"_s)));
    QCOMPARE(site::build(desk.site).error().code, ErrorCode::LinkUnexpected);
    QVERIFY(QDir(elsewhere.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSiteUpdates)
#include "tst_site_updates.moc"
