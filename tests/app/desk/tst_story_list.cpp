// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/publish/sample.h"
#include "desk/desk.h"
#include "desk/story_list.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace Qt::StringLiterals;

// What the list says of stories that went out, and of versions that somebody touched.

namespace {

/// A desk with one story that went out, was updated and was killed.
struct Killed {
    Killed()
    {
        QVERIFY(QDir().mkpath(request.storyFolder));
        publishNext(format::PublicationKind::First, {});
        publishNext(format::PublicationKind::Update, u"More is known."_s);
        publishNext(format::PublicationKind::Kill, u"It was never said."_s);
    }
    void publishNext(format::PublicationKind kind, const QString &note)
    {
        request.kind = kind;
        request.note = note;
        const Result<Published> out =
            publish::publish(request, fixedClock(sample::at(9 + ++count)));
        QVERIFY2(out.has_value(), qPrintable(request.storyFolder));
    }
    [[nodiscard]] desk::StoryEntry entry() const
    {
        const std::vector<desk::StoryEntry> all = desk.stories();
        return all.size() == 1 ? all.front() : desk::StoryEntry{};
    }
    [[nodiscard]] QDir version(int number) const
    {
        return QDir(versionFolder(request.storyFolder, number));
    }

    QTemporaryDir folder;
    desk::Desk desk = *desk::Desk::create(
        folder.filePath(u"desk"_s),
        {u"Coast desk"_s, {u"Meridian Wire"_s, u"meridian.example"_s, {}, {}, {}, {}, 120}});
    sample::Request request{.storyFolder = desk.folder() + u"/stories/2026-05-12-harbour-levy"_s};
    int count = 0;
};

} // namespace

class TestStoryList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() const
    {
        QTest::setThrowOnFail(true);
    }
    void aKilledStoryIsKilled() const;
    void aVersionTakenAwayIsMissed_data() const;
    void aVersionTakenAwayIsMissed() const;
    void whatCannotBeReadIsSaid() const;
    void saysHowItWentOut() const;
    void saysWhatIsInTheHeader() const;
    void listsWhateverStandsForAStory() const;
};

void TestStoryList::aKilledStoryIsKilled() const
{
    const Killed killed;
    QCOMPARE(killed.entry().publication, desk::Publication::Killed);
    QCOMPARE(killed.entry().version, 3);
    QVERIFY(!killed.entry().storeFault.has_value());
}

/// Without the record a story whose kill was taken away would stand as published.
void TestStoryList::aVersionTakenAwayIsMissed_data() const
{
    QTest::addColumn<QList<int>>("taken");
    QTest::addRow("the kill") << QList<int>{3};
    QTest::addRow("one between") << QList<int>{2};
    QTest::addRow("all") << QList<int>{1, 2, 3};
}

void TestStoryList::aVersionTakenAwayIsMissed() const
{
    QFETCH(const QList<int>, taken);
    const Killed killed;
    for (const int version : taken) {
        QVERIFY(killed.version(version).removeRecursively());
    }
    const desk::StoryEntry entry = killed.entry();
    QVERIFY(entry.storeFault.has_value());
    QCOMPARE(entry.storeFault->code, ErrorCode::VersionGone);
    QCOMPARE(entry.slug, u"harbour-levy"_s); // and is listed all the same
}

void TestStoryList::whatCannotBeReadIsSaid() const
{
    const Killed killed;
    const QString manifest = killed.version(3).filePath(u"manifest.json"_s);
    QVERIFY(QFile::remove(manifest));
    const desk::StoryEntry entry = killed.entry();
    QVERIFY(entry.storeFault.has_value());
    QCOMPARE(entry.storeFault->code, ErrorCode::ManifestMissing);
    QCOMPARE(entry.version, 3); // the folder says that it is out
}

void TestStoryList::saysHowItWentOut() const
{
    using enum desk::Publication;
    const QTemporaryDir folder;
    const auto published = [&folder](format::PublicationKind kind, int hour) {
        const sample::Request request = sample::request(folder.path(), kind, u"More"_s);
        const bool isOut = publish::publish(request, fixedClock(sample::at(hour))).has_value();
        return isOut ? desk::readEntry(folder.path()).publication : None;
    };
    QCOMPARE(desk::readEntry(folder.path()).publication, None);
    QCOMPARE(published(format::PublicationKind::First, 8), Published);
    QCOMPARE(published(format::PublicationKind::Update, 9), Updated);
    QCOMPARE(published(format::PublicationKind::Correction, 10), Corrected);
    QCOMPARE(published(format::PublicationKind::Kill, 11), Killed);
    QCOMPARE(desk::readEntry(folder.path()).version, 4);
    // A folder is all that is left of it.
    QVERIFY(QFile::remove(versionFolder(folder.path(), 4) + u"/manifest.json"_s));
    QCOMPARE(desk::readEntry(folder.path()).publication, Published);
    QCOMPARE(desk::readEntry(folder.path()).version, 4);
    QVERIFY(removeFolder(folder.filePath(u"versions"_s)));
    QVERIFY(writeFile(folder.filePath(u"versions"_s), "in the way"));
    QCOMPARE(desk::readEntry(folder.path()).publication, None);
    QCOMPARE(desk::readEntry(folder.path()).version, 0);
    QVERIFY(desk::readEntry(folder.path()).storeFault.has_value());
}

void TestStoryList::saysWhatIsInTheHeader() const
{
    const QTemporaryDir folder;
    sample::Request request = sample::request(folder.path());
    request.story.status = story::Status::Approved;
    request.story.embargo = sample::at(12);
    sample::save(request);
    const desk::StoryEntry entry = desk::readEntry(folder.path());
    QCOMPARE(entry.folder, folder.path());
    QCOMPARE(entry.headline, request.story.headline);
    QCOMPARE(entry.slug, u"harbour-levy"_s);
    QCOMPARE(entry.status, story::Status::Approved);
    QCOMPARE(entry.embargo, sample::at(12));
    QCOMPARE(entry.changed.timeSpec(), Qt::UTC);
}

void TestStoryList::listsWhateverStandsForAStory() const
{
    const QTemporaryDir folder;
    QVERIFY(desk::readEntries(folder.filePath(u"none"_s)).empty());
    QVERIFY(QDir(folder.path()).mkpath(u"2026-05-12-empty"_s));
    QVERIFY(writeFile(folder.filePath(u"notes.txt"_s), "x"));
    QVERIFY(QFile::link(folder.filePath(u"notes.txt"_s), folder.filePath(u"to-a-file"_s)));
    QVERIFY(QFile::link(folder.filePath(u"nowhere"_s), folder.filePath(u"2026-05-12-lost"_s)));
    QStringList slugs;
    for (const desk::StoryEntry &entry : desk::readEntries(folder.path())) {
        QVERIFY(entry.fault.has_value());
        slugs.append(entry.slug);
    }
    slugs.sort();
    QCOMPARE(slugs, (QStringList{u"empty"_s, u"lost"_s}));
    // A file is no empty desk.
    const std::vector<desk::StoryEntry> file = desk::readEntries(folder.filePath(u"notes.txt"_s));
    QCOMPARE(file.size(), 1U);
    QCOMPARE(file.front().folder, folder.filePath(u"notes.txt"_s));
    QCOMPARE(file.front().slug, u"notes.txt"_s);
    QCOMPARE(file.front().fault,
             (Error{ErrorCode::FileUnreadable, folder.filePath(u"notes.txt"_s), 0, 0, {}}));
    QCOMPARE(desk::readEntry(folder.filePath(u"2026-05-12-empty"_s)).changed,
             QFileInfo(folder.filePath(u"2026-05-12-empty"_s)).lastModified().toUTC());
}

QTEST_GUILESS_MAIN(TestStoryList)
#include "tst_story_list.moc"
