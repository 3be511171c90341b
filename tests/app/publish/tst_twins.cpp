// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "publish/identity.h"
#include "publish/manifest.h"
#include "publish/record.h"
#include "sample.h"
#include "story/identity.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using story::DeskFolder;
using story::StoryFolder;

namespace {

const QString IdA = story::storyIdFrom(QDate(2026, 5, 12), "a");
const QString IdB = story::storyIdFrom(QDate(2026, 5, 12), "b");

/// A desk of which only what the publishing room looks at is there.
struct TwinDesk {
    QTemporaryDir folder;
    DeskFolder desk{folder.path()};

    TwinDesk()
    {
        [[maybe_unused]] const Result<void> made = writeFile(desk.settings(), "{}");
    }
    /// A story's folder; `storyId` may be empty.
    [[nodiscard]] QString add(const QString &parent, const QString &name,
                              const QString &storyId) const
    {
        const StoryFolder story(parent + u'/' + name);
        QByteArray draft = format::encodeStory(sample::story());
        if (!storyId.isEmpty())
            draft = format::withBirth(draft, {sample::at(7), storyId}).value();
        const Result<void> made =
            makeFolder(story.path()).and_then([&] { return writeFile(story.draft(), draft); });
        return made ? story.path() : QString();
    }
    [[nodiscard]] QString add(const QString &name, const QString &storyId) const
    {
        return add(desk.stories(), name, storyId);
    }
};

/// The story as it lies there.
Request requestFor(const QString &folder)
{
    const format::StoryFile draft =
        format::decodeStory(readFile(StoryFolder(folder).draft()).value(), {}).value();
    Request request;
    request.storyFolder = folder;
    request.storyId = draft.storyId;
    request.story = draft.story;
    return request;
}

Result<Manifest> publishAt(const QString &folder, int hour)
{
    Request request = requestFor(folder);
    if (QFileInfo::exists(StoryFolder(folder).version(1))) {
        request.kind = format::PublicationKind::Update;
        request.note = u"More"_s;
    }
    return publish::publish(request, fixedClock(sample::at(hour)));
}

void copyAll(const QString &from, const QString &to)
{
    QVERIFY(QDir().mkpath(to));
    for (const QFileInfo &entry :
         QDir(from).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const QString target = to + u'/' + entry.fileName();
        if (entry.isDir())
            copyAll(entry.filePath(), target);
        else
            QVERIFY(QFile::copy(entry.filePath(), target));
    }
}

} // namespace

class TestTwins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftsIdMakesItsGuid() const;
    void draftsWithoutIdAreToldApart() const;
    void aRenamedStoryKeepsItsGuid() const;
    void copiesAreRefused_data() const;
    void copiesAreRefused() const;
    void aKillIsNeverRefused() const;
    void guidsOfOlderVersionsCountToo() const;
    void strangersAreNoTwins() const;
};

void TestTwins::aDraftsIdMakesItsGuid() const
{
    const TwinDesk at;
    const QString folder = at.add(u"2026-05-12-fire"_s, IdA);
    const Result<Manifest> manifest = publishAt(folder, 9);
    QVERIFY(manifest);
    QCOMPARE(manifest->guid, story::guidFrom(u"meridian.example"_s, IdA));
    QVERIFY(!manifest->guid.contains(sample::story().slug));
}

/// Two slugs of one day, two headlines that give one slug, a text that is filed twice.
void TestTwins::draftsWithoutIdAreToldApart() const
{
    const TwinDesk at;
    const Result<Manifest> one = publishAt(at.add(u"2026-05-12-fire"_s, {}), 9);
    const Result<Manifest> other = publishAt(at.add(u"2026-05-12-fire-2"_s, {}), 9);
    QVERIFY(one && other);
    QVERIFY(one->guid != other->guid);
    QVERIFY(twins(at.desk).empty());
}

void TestTwins::aRenamedStoryKeepsItsGuid() const
{
    const TwinDesk at;
    const QString folder = at.add(u"2026-05-12-fire"_s, {});
    const Result<Manifest> first = publishAt(folder, 9);
    const QString renamed = at.desk.stories() + u"/2026-05-12-blaze"_s;
    QVERIFY(QDir().rename(folder, renamed));
    const Result<Manifest> second = publishAt(renamed, 10);
    const QString taken = at.add(u"2026-05-12-fire"_s, {});
    const QByteArray other = readFile(StoryFolder(taken).draft()).value() + "\nMore.\n";
    QVERIFY(writeFile(StoryFolder(taken).draft(), other));
    const Result<Manifest> successor = publishAt(taken, 11);
    QVERIFY(first && second && successor);
    QCOMPARE(second->guid, first->guid);
    QVERIFY(successor->guid != first->guid);
}

void TestTwins::copiesAreRefused_data() const
{
    QTest::addColumn<bool>("isOut"); // the story was published before it was copied
    QTest::addColumn<bool>("hasVersions"); // its versions were copied, too
    QTest::addColumn<bool>("isInBin"); // the copy lies in the bin
    QTest::addColumn<bool>("mayStory"); // what the story may, and what its copy may
    QTest::addColumn<bool>("mayCopy");
    QTest::newRow("two drafts") << false << false << false << false << false;
    QTest::newRow("draft of a published one") << true << false << false << true << false;
    QTest::newRow("whole folder") << true << true << false << false << false;
    QTest::newRow("draft in the bin") << false << false << true << true << false;
    QTest::newRow("whole folder in the bin") << true << true << true << true << false;
}

void TestTwins::copiesAreRefused() const
{
    QFETCH(bool, isOut);
    QFETCH(bool, hasVersions);
    QFETCH(bool, isInBin);
    const TwinDesk at;
    const QString folder = at.add(u"2026-05-12-fire"_s, IdA);
    if (isOut)
        QVERIFY(publishAt(folder, 9));
    const QString parent = isInBin ? at.desk.spiked() : at.desk.stories();
    const QString copy = at.add(parent, u"2026-05-12-fire (conflict)"_s, IdA);
    if (hasVersions)
        copyAll(StoryFolder(folder).versions(), StoryFolder(copy).versions());

    const std::vector<Error> found = twins(at.desk);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().code, ErrorCode::StoryTwin);
    const Result<Manifest> ofStory = publishAt(folder, 10);
    QTEST(ofStory.has_value(), "mayStory");
    const Result<Manifest> ofCopy = publishAt(copy, 10);
    QTEST(ofCopy.has_value(), "mayCopy");
    QCOMPARE(ofCopy.error(), (Error{ErrorCode::StoryTwin, copy, 0, 0, folder}));
}

void TestTwins::aKillIsNeverRefused() const
{
    const TwinDesk at;
    const QString folder = at.add(u"2026-05-12-fire"_s, IdA);
    QVERIFY(publishAt(folder, 9));
    copyAll(folder, folder + u"-copy"_s);
    Request kill = requestFor(folder);
    kill.kind = format::PublicationKind::Kill;
    kill.note = u"Wrong"_s;
    QVERIFY(publish::publish(kill, fixedClock(sample::at(10))));
}

/// A story that an older version published under its slug, and its copy.
void TestTwins::guidsOfOlderVersionsCountToo() const
{
    const TwinDesk at;
    const QString folder = at.add(u"2026-05-12-fire"_s, {});
    const Result<Manifest> first = publishAt(folder, 9);
    QVERIFY(first);
    Manifest old = *first;
    old.guid = u"urn:newsml:meridian.example:20260512:fire"_s;
    const QString path = StoryFolder(folder).version(1) + u"/manifest.json"_s;
    QVERIFY(writeFile(path, writeManifest(old)));
    QVERIFY(QFile::remove(recordPath(folder))); // older versions kept none
    const Result<Manifest> next = publishAt(folder, 10);
    QVERIFY(next);
    QCOMPARE(next->guid, old.guid);
    copyAll(folder, folder + u"-copy"_s);
    QCOMPARE(twins(at.desk).size(), size_t(1));
    QCOMPARE(publishAt(folder, 11).error().code, ErrorCode::StoryTwin);
}

/// Outside a desk nobody else is there; other stories and what cannot be read bar nobody.
void TestTwins::strangersAreNoTwins() const
{
    const TwinDesk at;
    QVERIFY(QDir().mkpath(at.desk.stories() + u"/empty"_s));
    QVERIFY(QFile::link(u"loop"_s, at.desk.stories() + u"/loop"_s));
    QVERIFY(publishAt(at.add(u"2026-05-12-ferry"_s, IdB), 9));
    QVERIFY(publishAt(at.add(u"2026-05-12-fire"_s, IdA), 9));
    QVERIFY(twins(at.desk).empty());
    const QTemporaryDir outside;
    QVERIFY(publishAt(at.add(outside.path(), u"2026-05-12-fire"_s, IdA), 9));
}

QTEST_GUILESS_MAIN(TestTwins)
#include "tst_twins.moc"
