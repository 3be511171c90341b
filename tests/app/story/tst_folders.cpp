// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/folders.h"

#include <QTest>

using namespace nutgraf::story;
using namespace Qt::StringLiterals;

class TestFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoryLiesInOneFolder() const;
    void aLooseFileHasNoFolder() const;
    void aDraftIsKnownByItsName_data() const;
    void aDraftIsKnownByItsName() const;
    void versionsAreNumberedInFourDigits() const;
    void aDeskLiesInOneFolder() const;
};

void TestFolders::aStoryLiesInOneFolder() const
{
    const StoryFolder story(u"/desk/stories/2026-05-12-levy/"_s);
    QCOMPARE(story.path(), u"/desk/stories/2026-05-12-levy"_s);
    QCOMPARE(story.name(), u"2026-05-12-levy"_s);
    QCOMPARE(story.draft(), u"/desk/stories/2026-05-12-levy/story.md"_s);
    QCOMPARE(story.review(), u"/desk/stories/2026-05-12-levy/review.json"_s);
    QCOMPARE(story.notes(), u"/desk/stories/2026-05-12-levy/notes.md"_s);
    QCOMPARE(story.transcripts(), u"/desk/stories/2026-05-12-levy/transcripts"_s);
    QCOMPARE(story.versions(), u"/desk/stories/2026-05-12-levy/versions"_s);
    QCOMPARE(story.version(12), u"/desk/stories/2026-05-12-levy/versions/v0012"_s);
    QCOMPARE(story.versionDraft(1), u"/desk/stories/2026-05-12-levy/versions/v0001/story.md"_s);
    QCOMPARE(story.snapshots(), u"/desk/stories/2026-05-12-levy/snapshots"_s);
    QCOMPARE(story.spikeNote(), u"/desk/stories/2026-05-12-levy/spiked.json"_s);
}

/// No path of a folder that is not there may lead to the file system's root.
void TestFolders::aLooseFileHasNoFolder() const
{
    const StoryFolder none(u""_s);
    QVERIFY(none.isNull());
    QCOMPARE(none, StoryFolder());
    for (const QString &path :
         {none.draft(), none.review(), none.notes(), none.transcripts(), none.versions(),
          none.version(1), none.versionDraft(1), none.spikeNote(), none.snapshots(), none.name()}) {
        QCOMPARE(path, QString());
    }
}

void TestFolders::aDraftIsKnownByItsName_data() const
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("folder"); // empty: no draft
    QTest::newRow("draft") << u"/d/stories/a/story.md"_s << u"/d/stories/a"_s;
    QTest::newRow("dots") << u"/d/stories/b/../a/story.md"_s << u"/d/stories/a"_s;
    QTest::newRow("other") << u"/d/stories/a/notes.md"_s << QString();
    QTest::newRow("longer") << u"/d/stories/a/my-story.md"_s << QString();
    QTest::newRow("case") << u"/d/stories/a/Story.md"_s << QString();
    QTest::newRow("folder") << u"/d/story.md/a"_s << QString();
}

void TestFolders::aDraftIsKnownByItsName() const
{
    QFETCH(QString, file);
    QFETCH(QString, folder);
    const std::optional<StoryFolder> found = StoryFolder::ofDraft(file);
    QCOMPARE(found.has_value(), !folder.isEmpty());
    QCOMPARE(found.value_or(StoryFolder()).path(), folder);
}

void TestFolders::versionsAreNumberedInFourDigits() const
{
    QCOMPARE(versionName(1), u"v0001"_s);
    QCOMPARE(versionName(9999), u"v9999"_s);
    QCOMPARE(versionName(10000), u"v10000"_s);
    QCOMPARE(draftName(), u"story.md"_s);
}

void TestFolders::aDeskLiesInOneFolder() const
{
    const DeskFolder desk(u"/home/kl/./Coast desk/"_s);
    QCOMPARE(desk.path(), u"/home/kl/Coast desk"_s);
    QCOMPARE(desk.settings(), u"/home/kl/Coast desk/desk.json"_s);
    QCOMPARE(desk.stories(), u"/home/kl/Coast desk/stories"_s);
    QCOMPARE(desk.spiked(), u"/home/kl/Coast desk/spiked"_s);
    QCOMPARE(desk.templates(), u"/home/kl/Coast desk/templates"_s);
    QCOMPARE(desk.ignoreFile(), u"/home/kl/Coast desk/.gitignore"_s);
    QCOMPARE(desk.own(), u"/home/kl/Coast desk/.nutgraf"_s);
    QCOMPARE(desk.journal(), u"/home/kl/Coast desk/.nutgraf/journal"_s);
    QCOMPARE(desk.aside(u"7"_s), u"/home/kl/Coast desk/.nutgraf/new-7"_s);
    QCOMPARE(DeskFolder(u"/"_s).settings(), u"/desk.json"_s);
    QCOMPARE(ignoreLine(), QByteArray(".nutgraf/"));
    QCOMPARE(looseJournal(u"/home/kl/.local/state/nutgraf"_s),
             u"/home/kl/.local/state/nutgraf/journal"_s);
    QCOMPARE(desk.site(), u"/home/kl/Coast desk/site"_s);
    QCOMPARE(desk.siteState(), u"/home/kl/Coast desk/.nutgraf/site.state"_s);
    QCOMPARE(desk.siteBegun(), u"/home/kl/Coast desk/.nutgraf/site.begun"_s);
    QCOMPARE(desk.siteLock(), u"/home/kl/Coast desk/.nutgraf/site.lock"_s);
}

QTEST_GUILESS_MAIN(TestFolders)
#include "tst_folders.moc"
