// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/spike_note.h"
#include "levy_desk.h"
#include "story/folders.h"
#include "story/identity.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::desk;
using namespace nutgraf::desk::sample;
using namespace Qt::StringLiterals;

// What becomes of a story's names on its way through the desk and its bin.

namespace {

story::Story storyIn(const QString &folder)
{
    return format::decodeStory(readFile(draftPath(folder)).value(), folder).value().story;
}

QStringList everythingIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestStoryMoves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewStoryHasAnIdOfItsOwn() const;
    void anotherCaseIsTheSameFolder() const;
    void aNameTakenInAnotherCaseIsTaken() const;
    void aFolderWithoutDayStaysWithoutOne() const;
    void aCopyIsADraft() const;
    void theBinComesAndGoes() const;
    void theBinTellsTheNewestFirst() const;
    void aNoteThatLeadsElsewhereIsNotFollowed_data() const;
    void aNoteThatLeadsElsewhereIsNotFollowed() const;
    void aStoryThatCannotBeMadeLeavesNothing() const;
    void brokenStoriesAreNotCopied() const;
};

void TestStoryMoves::aNewStoryHasAnIdOfItsOwn() const
{
    const Fixture at;
    int calls = 0;
    const Desk desk = at.desk.withIds([&calls] { return u"id-%1"_s.arg(++calls); });
    const QString folder = desk.add(levy(), AtNoon).value();
    const format::StoryFile file =
        format::decodeStory(readFile(draftPath(folder)).value(), {}).value();
    QCOMPARE(file.storyId, story::storyIdFrom(Noon.date(), "id-1"));
    // Other settings, the same source of ids.
    Settings other = settings();
    other.name = u"Hill desk"_s;
    const Desk changed = desk.withSettings(other).value();
    const int before = calls;
    const QString next = changed.add(levy(), AtNoon).value();
    QVERIFY(calls > before);
    QVERIFY(format::decodeStory(readFile(draftPath(next)).value(), {}).value().storyId
            != file.storyId);
}

void TestStoryMoves::anotherCaseIsTheSameFolder() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    QCOMPARE(at.desk.rename(folder, u"Harbour-Levy"_s).value(), folder);
    QCOMPARE(storyIn(folder).slug, u"Harbour-Levy"_s);
    QCOMPARE(at.desk.stories().size(), 1U);
}

void TestStoryMoves::aNameTakenInAnotherCaseIsTaken() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    QVERIFY(QDir().mkpath(at.path(u"stories/2026-05-12-FIRE"_s)));
    const QByteArray before = readFile(draftPath(folder)).value();
    QCOMPARE(at.desk.rename(folder, u"fire"_s).error().code, ErrorCode::StoryNameTaken);
    QCOMPARE(readFile(draftPath(folder)).value(), before);
    story::Story fire = levy();
    fire.slug = u"fire"_s;
    QCOMPARE(QFileInfo(at.desk.add(fire, AtNoon).value()).fileName(), u"2026-05-12-fire-2"_s);
}

void TestStoryMoves::aFolderWithoutDayStaysWithoutOne() const
{
    const Fixture at;
    const QString undated = at.path(u"stories/undated"_s);
    QVERIFY(QDir().rename(at.addLevy(), undated));
    const QString renamed = at.desk.rename(undated, u"levy"_s).value();
    QCOMPARE(renamed, at.path(u"stories/levy"_s));
}

void TestStoryMoves::aCopyIsADraft() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    story::Story story = levy();
    story.status = story::Status::Approved;
    story.slug.clear();
    QVERIFY(writeFile(draftPath(folder), format::encodeStory(story)));
    const QString copy = at.desk.duplicate(folder, AtNoon).value();
    QCOMPARE(QFileInfo(copy).fileName(), u"2026-05-12-harbour-levy-copy"_s);
    QCOMPARE(storyIn(copy).slug, u"harbour-levy-copy"_s);
    QCOMPARE(storyIn(copy).status, story::Status::Draft);
    QCOMPARE(storyIn(copy).headline, story.headline);
    QCOMPARE(storyIn(folder), story);
}

void TestStoryMoves::theBinComesAndGoes() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    const QString spiked = at.desk.spike(folder, AtNoon).value();
    QCOMPARE(spiked, at.path(u"spiked/2026-05-12-harbour-levy"_s));
    QVERIFY(QFile::exists(story::StoryFolder(spiked).spikeNote()));
    QVERIFY(QDir().rmdir(at.path(u"stories"_s))); // empty, as Git leaves it out
    QCOMPARE(at.desk.restore(spiked).value(), folder);
    QCOMPARE(everythingIn(folder), QStringList{u"story.md"_s});
    // A name that was taken in the bin is a story's own again.
    QVERIFY(!at.desk.spike(folder, AtNoon).value().isEmpty());
    const QString second = at.desk.spike(at.addLevy(), AtNoon).value();
    QCOMPARE(QFileInfo(second).fileName(), u"2026-05-12-harbour-levy-2"_s);
    QCOMPARE(at.desk.restore(second).value(), folder);
}

void TestStoryMoves::theBinTellsTheNewestFirst() const
{
    const Fixture at;
    QStringList spiked;
    for (const int minute : {10, 30, 20}) {
        spiked.append(at.desk.spike(at.addLevy(), fixedClock(Noon.addSecs(60LL * minute))).value());
    }
    const std::vector<SpikedEntry> bin = at.desk.spiked();
    QCOMPARE(bin.size(), 3U);
    QCOMPARE(bin[0].folder, spiked[1]);
    QCOMPARE(bin[0].spiked, Noon.addSecs(1800));
    QCOMPARE(bin[1].folder, spiked[2]);
    QCOMPARE(bin[2].folder, spiked[0]);
}

void TestStoryMoves::aNoteThatLeadsElsewhereIsNotFollowed_data() const
{
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    for (const char *name : {"", ".", "..", "../out", "a/b", "/tmp/out"}) {
        QTest::addRow("\"%s\"", name) << "{\"name\": \"" + QByteArray(name) + "\"}";
    }
}

void TestStoryMoves::aNoteThatLeadsElsewhereIsNotFollowed() const
{
    QFETCH(const QByteArray, note);
    const Fixture at;
    const QString folder = at.addLevy();
    const QString spiked = at.desk.spike(folder, AtNoon).value();
    const QString file = story::StoryFolder(spiked).spikeNote();
    QVERIFY(note.isEmpty() ? QFile::remove(file) : writeFile(file, note).has_value());
    const QDateTime changed = QFileInfo(spiked).lastModified().toUTC();
    QCOMPARE(readSpikeNote(spiked).spiked, changed);
    QCOMPARE(readSpikeNote(spiked).name, u"2026-05-12-harbour-levy"_s);
    QCOMPARE(at.desk.restore(spiked).value(), folder);
    QVERIFY(writeSpikeNote(folder, {u"other"_s, Noon}));
    QCOMPARE(readSpikeNote(folder).name, u"other"_s);
    QCOMPARE(readSpikeNote(folder).spiked, Noon);
}

void TestStoryMoves::aStoryThatCannotBeMadeLeavesNothing() const
{
    const Fixture at;
    QVERIFY(QDir().rmdir(at.path(u"stories"_s)));
    QVERIFY(writeFile(at.path(u"stories"_s), "in the way"));
    const QStringList before = everythingIn(at.desk.folder());
    QVERIFY(!at.desk.add(levy(), AtNoon));
    QVERIFY(everythingIn(at.path(u".nutgraf"_s)).isEmpty());
    QStringList after = everythingIn(at.desk.folder());
    after.removeAll(u".nutgraf"_s);
    QCOMPARE(after, before);
    QCOMPARE(at.desk.stories().size(), 1U); // the file, as what cannot be read
}

void TestStoryMoves::brokenStoriesAreNotCopied() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    QVERIFY(writeFile(draftPath(folder), "---\nslug: [\n---\ntext\n"));
    QCOMPARE(at.desk.duplicate(folder, AtNoon).error().code, ErrorCode::StoryHeaderInvalid);
    QVERIFY(QFile::remove(draftPath(folder)));
    QCOMPARE(at.desk.duplicate(folder, AtNoon).error().code, ErrorCode::FileNotFound);
    QCOMPARE(at.desk.stories().size(), 1U);
}

QTEST_GUILESS_MAIN(TestStoryMoves)
#include "tst_story_moves.moc"
