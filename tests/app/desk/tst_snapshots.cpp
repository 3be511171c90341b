// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/folders.h"
#include "desk/snapshots.h"
#include "support/failing_disk.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::desk;
using namespace nutgraf::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Draft = "---\nheadline: Ferry levy\nx-own: kept\n---\nA levy on tickets.\n";
const QByteArray Later = "---\nheadline: Ferry toll\n---\nA toll on tickets.\n";

Clock clockAt(int hour)
{
    return fixedClock(QDateTime(QDate(2026, 5, 12), QTime(hour, 30), QTimeZone::UTC));
}

struct Story {
    QTemporaryDir dir;
    QString folder = dir.path();
    QString draft = dir.filePath(u"story.md"_s);

    Story()
    {
        const bool isReady = writeFile(draft, Draft).has_value();
        Q_ASSERT(isReady);
    }
    [[nodiscard]] QByteArray bytes() const
    {
        return readFile(draft).value();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        const std::vector<Snapshot> all = snapshots(folder).value();
        for (const Snapshot &snapshot : all)
            names.append(snapshot.name);
        return names;
    }
};

} // namespace

class TestSnapshots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepTheDraftByteForByte() const;
    void haveOneNameEach() const;
    void ignoreWhatIsNone() const;
    void comeBackAndKeepWhatWas() const;
    void aReturnedSnapshotKeepsNothingTwice() const;
    void whatIsNoStoryDoesNotComeBack() const;
    void areThereOrNot() const;
    void restoreAllOrNothing() const;
};

void TestSnapshots::keepTheDraftByteForByte() const
{
    const Story story;
    const Result<Snapshot> taken = takeSnapshot(story.folder, u"Before the cuts"_s, clockAt(9));
    QVERIFY(taken.has_value());
    QCOMPARE(taken->name, u"before-the-cuts"_s);
    QCOMPARE(taken->file, story.folder + u"/snapshots/20260512T093000Z-before-the-cuts.md"_s);
    QCOMPARE(readFile(taken->file).value(), Draft);
    QCOMPARE(snapshots(story.folder).value(), std::vector<Snapshot>{*taken});
}

void TestSnapshots::haveOneNameEach() const
{
    const Story story;
    QVERIFY(snapshots(story.folder)->empty());
    QVERIFY(takeSnapshot(story.folder, u"noon"_s, clockAt(12)));
    QCOMPARE(takeSnapshot(story.folder, u"Noon"_s, clockAt(13)).error().code,
             ErrorCode::SnapshotExists);
    QCOMPARE(takeSnapshot(story.folder, u"?!"_s, clockAt(13)).error().code,
             ErrorCode::ArgumentInvalid);
    QVERIFY(takeSnapshot(story.folder, u"dawn"_s, clockAt(6)));
    QCOMPARE(story.names(), QStringList({u"dawn"_s, u"noon"_s}));
    QVERIFY(removeFile(story.draft));
    QCOMPARE(takeSnapshot(story.folder, u"none"_s, clockAt(14)).error().code,
             ErrorCode::FileNotFound);
}

void TestSnapshots::ignoreWhatIsNone() const
{
    const Story story;
    QVERIFY(makeFolder(story.folder + u"/snapshots/20260512T093000Z-folder.md"_s));
    for (const QString &name : {u"notes.md"_s, u"20260512T093000Z-.md"_s,
                                u"20269912T093000Z-a.md"_s, u"20260512T093000Z-a.md~"_s})
        QVERIFY(writeFile(story.folder + u"/snapshots/"_s + name, Draft));
    QCOMPARE(story.names(), QStringList());
}

void TestSnapshots::comeBackAndKeepWhatWas() const
{
    const Story story;
    QVERIFY(takeSnapshot(story.folder, u"noon"_s, clockAt(12)));
    QVERIFY(writeFile(story.draft, Later));
    QCOMPARE(restoreSnapshot(story.folder, u"noon"_s, clockAt(13)).value(), u"before-noon"_s);
    QCOMPARE(story.bytes(), Draft);
    QCOMPARE(restoreSnapshot(story.folder, u"before-noon"_s, clockAt(14)).value(), QString());
    QCOMPARE(story.bytes(), Later);
    QVERIFY(writeFile(story.draft, Later + "More.\n"));
    QCOMPARE(restoreSnapshot(story.folder, u"noon"_s, clockAt(15)).value(), u"before-noon-2"_s);
    QCOMPARE(restoreSnapshot(story.folder, u"none"_s, clockAt(15)).error().code,
             ErrorCode::SnapshotNotFound);
}

void TestSnapshots::aReturnedSnapshotKeepsNothingTwice() const
{
    const Story story;
    QVERIFY(takeSnapshot(story.folder, u"noon"_s, clockAt(12)));
    QCOMPARE(restoreSnapshot(story.folder, u"noon"_s, clockAt(13)).value(), QString());
    QCOMPARE(story.names(), QStringList(u"noon"_s));
}

void TestSnapshots::whatIsNoStoryDoesNotComeBack() const
{
    const Story story;
    const Snapshot taken = takeSnapshot(story.folder, u"noon"_s, clockAt(12)).value();
    QVERIFY(writeFile(story.draft, Later) && writeFile(taken.file, "---\nheadline: [\n---\n"));
    QVERIFY(!restoreSnapshot(story.folder, u"noon"_s, clockAt(13)));
    QCOMPARE(story.bytes(), Later);
    QCOMPARE(story.names(), QStringList(u"noon"_s));
}

void TestSnapshots::areThereOrNot() const
{
    forEveryOperation([](Fault fault, int operation) {
        const Story story;
        FailingDisk disk(story.folder);
        Result<Snapshot> taken = fail(ErrorCode::Internal, {});
        const Attempt attempt = test::attempt(disk, fault, operation, [&] {
            taken = takeSnapshot(story.folder, u"noon"_s, clockAt(12));
        });
        [&] {
            const std::vector<Snapshot> all = snapshots(story.folder).value();
            QVERIFY2(all.size() < 2 && story.bytes() == Draft, attempt.failure.constData());
            QVERIFY2(all.empty() || readFile(all.front().file).value() == Draft,
                     attempt.failure.constData());
            QVERIFY2(fault == Fault::Crash || !taken || !all.empty(), attempt.failure.constData());
        }();
        return attempt;
    });
}

void TestSnapshots::restoreAllOrNothing() const
{
    forEveryOperation([](Fault fault, int operation) {
        const Story story;
        const bool isReady = takeSnapshot(story.folder, u"noon"_s, clockAt(12)).has_value()
            && writeFile(story.draft, Later).has_value();
        FailingDisk disk(story.folder);
        Result<QString> restored = fail(ErrorCode::Internal, {});
        const Attempt attempt = test::attempt(disk, fault, operation, [&] {
            restored = restoreSnapshot(story.folder, u"noon"_s, clockAt(13));
        });
        [&] {
            const QByteArray now = story.bytes();
            QVERIFY2(isReady && (now == Draft || now == Later), attempt.failure.constData());
            QVERIFY2(now == Later || story.names().size() == 2, attempt.failure.constData());
            QVERIFY2(fault == Fault::Crash || !restored || now == Draft,
                     attempt.failure.constData());
        }();
        return attempt;
    });
}

QTEST_GUILESS_MAIN(TestSnapshots)
#include "tst_snapshots.moc"
