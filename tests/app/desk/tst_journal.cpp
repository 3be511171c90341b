// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "base/files.h"
#include "base/process.h"
#include "desk/journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace nutgraf;
using namespace nutgraf::desk;

namespace {

const QDateTime Noon = QDateTime(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);

JournalEntry entryFor(const QString &path, const QByteArray &bytes)
{
    JournalEntry entry;
    entry.key = Journal::keyFor(path, path.isEmpty() ? QStringLiteral("fresh-1") : QString());
    entry.path = path;
    entry.bytes = bytes;
    entry.written = Noon;
    return entry;
}

/// Writes an entry as another process that then waits to be killed.
int beWriter(const QString &folder, const QString &path)
{
    if (!Journal(folder).keep(entryFor(path, "typed, then the power went\n"))) {
        return 1;
    }
    std::puts("kept");
    std::fflush(stdout);
    return std::getchar() == EOF ? 0 : 1;
}

/// The same test program in the writer's part, ready once its entry is on disk.
bool startWriter(QProcess &writer, const QString &folder, const QString &path)
{
    writer.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--write"), folder, path});
    return writer.waitForStarted() && writer.waitForReadyRead(30000)
        && writer.readAll().startsWith("kept");
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersWhatAKilledProcessLeft() const;
    void hidesWhatALivingProcessKeeps() const;
    void offersTextOfAProcessWhoseNumberIsTakenAgain() const;
    void skipsWhatIsOnDiskAlready() const;
    void offersAStoryThatHasNoFile() const;
    void keepsOneFileAStory() const;
    void twoSessionsOfOneStoryKeepTheirOwn() const;
    void discards() const;
    void offersAFileItCannotRead() const;
    void followsAMovedFolder() const;
    void refusesKeysThatAreNoNames() const;
    void saysWhenNothingCanBeWritten() const;
    void keepsBytesAsTheyAre() const;
};

void TestJournal::offersWhatAKilledProcessLeft() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("story.md"));
    QProcess writer;
    QVERIFY(startWriter(writer, folder.filePath(QStringLiteral("journal")), path));
    const qint64 process = writer.processId();
    writer.kill();
    QVERIFY(writer.waitForFinished());
    const auto left = Journal(folder.filePath(QStringLiteral("journal"))).leftBehind();
    QCOMPARE(left.size(), size_t(1));
    QCOMPARE(left.front().bytes, QByteArray("typed, then the power went\n"));
    QCOMPARE(left.front().path, path);
    QCOMPARE(left.front().written, Noon);
    QCOMPARE(left.front().process, process);
}

void TestJournal::hidesWhatALivingProcessKeeps() const
{
    const QTemporaryDir folder;
    const Journal journal(folder.filePath(QStringLiteral("journal")));
    QProcess writer;
    QVERIFY(startWriter(writer, folder.filePath(QStringLiteral("journal")),
                        folder.filePath(QStringLiteral("a.md"))));
    QVERIFY(journal.keep(entryFor(folder.filePath(QStringLiteral("b.md")), "mine")).has_value());
    QCOMPARE(journal.leftBehind().size(), size_t(0));
    writer.closeWriteChannel();
    QVERIFY(writer.waitForFinished());
    QCOMPARE(journal.leftBehind().size(), size_t(1));
}

void TestJournal::offersTextOfAProcessWhoseNumberIsTakenAgain() const
{
    const QTemporaryDir folder;
    const Journal journal(folder.path());
    QVERIFY(journal.keep(entryFor(QStringLiteral("/nowhere/a.md"), "mine")).has_value());
    const QString file = folder.filePath(Journal::keyFor(QStringLiteral("/nowhere/a.md"), {})
                                         + QStringLiteral(".journal"));
    // The same number, but started at another moment: another process.
    const QString mark = processMark(QCoreApplication::applicationPid());
    QByteArray bytes = readFile(file).value();
    QVERIFY(bytes.contains(mark.toLatin1()));
    bytes.replace(mark.toLatin1(), mark.toLatin1() + "1");
    QVERIFY(writeFile(file, bytes).has_value());
    QCOMPARE(journal.leftBehind().size(), size_t(1));
}

void TestJournal::skipsWhatIsOnDiskAlready() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("story.md"));
    QProcess writer;
    QVERIFY(startWriter(writer, folder.filePath(QStringLiteral("journal")), path));
    writer.kill();
    QVERIFY(writer.waitForFinished());
    const Journal journal(folder.filePath(QStringLiteral("journal")));
    QVERIFY(writeFile(path, "typed, then the power went\n").has_value());
    QCOMPARE(journal.leftBehind().size(), size_t(0));
    QVERIFY(writeFile(path, "an older text\n").has_value());
    QCOMPARE(journal.leftBehind().size(), size_t(1));
}

void TestJournal::offersAStoryThatHasNoFile() const
{
    const QTemporaryDir folder;
    QProcess writer;
    QVERIFY(startWriter(writer, folder.path(), QString()));
    writer.kill();
    QVERIFY(writer.waitForFinished());
    const auto left = Journal(folder.path()).leftBehind();
    QCOMPARE(left.size(), size_t(1));
    QCOMPARE(left.front().key, QStringLiteral("fresh-1"));
    QVERIFY(left.front().path.isEmpty());
}

void TestJournal::keepsOneFileAStory() const
{
    const QTemporaryDir folder;
    const Journal journal(folder.path());
    QVERIFY(journal.keep(entryFor(QStringLiteral("/d/a.md"), "one")).has_value());
    QVERIFY(journal.keep(entryFor(QStringLiteral("/d/a.md"), "one two")).has_value());
    QVERIFY(journal.keep(entryFor(QStringLiteral("/d/b.md"), "other")).has_value());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

/// Two windows on one desk: what one of them keeps or gives up is not the other's.
void TestJournal::twoSessionsOfOneStoryKeepTheirOwn() const
{
    const QTemporaryDir folder;
    const Journal journal(folder.path());
    const QString path = folder.filePath(QStringLiteral("story.md"));
    for (const QString &session : {QStringLiteral("one"), QStringLiteral("two")}) {
        JournalEntry entry = entryFor(path, "typed in " + session.toLatin1());
        entry.key = Journal::keyFor(path, session);
        QVERIFY(journal.keep(entry).has_value());
        // As if its process had ended.
        const QString file = folder.filePath(entry.key + QStringLiteral(".journal"));
        QByteArray bytes = readFile(file).value();
        bytes.replace(processMark(QCoreApplication::applicationPid()).toLatin1(), "ended");
        QVERIFY(writeFile(file, bytes).has_value());
    }
    const auto left = journal.leftBehind();
    QCOMPARE(left.size(), size_t(2));
    QCOMPARE(left.front().path, path);
    QCOMPARE(left.back().path, path);
    QVERIFY(left.front().bytes != left.back().bytes);
    journal.discard(left.front().key);
    QCOMPARE(journal.leftBehind().size(), size_t(1));
}

void TestJournal::discards() const
{
    const QTemporaryDir folder;
    const Journal journal(folder.path());
    const JournalEntry entry = entryFor(QStringLiteral("/d/a.md"), "one");
    QVERIFY(journal.keep(entry).has_value());
    journal.discard(entry.key);
    journal.discard(entry.key);
    journal.discard(QStringLiteral("../a"));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestJournal::offersAFileItCannotRead() const
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(QStringLiteral("x.journal")), "no header\ntext").has_value());
    const auto left = Journal(folder.path()).leftBehind();
    QCOMPARE(left.size(), size_t(1));
    QCOMPARE(left.front().bytes, QByteArray("no header\ntext"));
}

void TestJournal::followsAMovedFolder() const
{
    const QTemporaryDir folder;
    const QString kept = folder.filePath(QStringLiteral("journal"));
    const QString from = folder.filePath(QStringLiteral("stories/a"));
    const QString to = folder.filePath(QStringLiteral("spiked/a"));
    QProcess writer;
    QVERIFY(startWriter(writer, kept, from + QStringLiteral("/story.md")));
    writer.kill();
    QVERIFY(writer.waitForFinished());
    QVERIFY(Journal(kept).moveFolder(from, to).has_value());
    const auto left = Journal(kept).leftBehind();
    QCOMPARE(left.size(), size_t(1));
    QCOMPARE(left.front().path, to + QStringLiteral("/story.md"));
    QCOMPARE(left.front().key, Journal::keyFor(from + QStringLiteral("/story.md"), {}));
}

void TestJournal::refusesKeysThatAreNoNames() const
{
    const QTemporaryDir folder;
    JournalEntry entry = entryFor(QStringLiteral("/d/a.md"), "one");
    entry.key = QStringLiteral("../a");
    QCOMPARE(Journal(folder.path()).keep(entry).error().code, ErrorCode::ArgumentInvalid);
}

void TestJournal::saysWhenNothingCanBeWritten() const
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    QVERIFY(writeFile(file, "in the way").has_value());
    QCOMPARE(Journal(file).keep(entryFor(QStringLiteral("/d/a.md"), "one")).error().code,
             ErrorCode::FolderUnwritable);
}

void TestJournal::keepsBytesAsTheyAre() const
{
    const QTemporaryDir folder;
    constexpr char raw[] =
        "\xEF\xBB\xBF---\r\nslug: a\r\n---\r\nu\xCC\x88 \xC2\xA0 \xE2\x80\xA8\0x";
    const QByteArray bytes(raw, sizeof raw - 1);
    JournalEntry entry = entryFor(QStringLiteral("/d/a.md"), bytes);
    entry.process = 0x3fffffff; // over the largest process number: nobody
    QVERIFY(Journal(folder.path()).keep(entry).has_value());
    QCOMPARE(Journal(folder.path()).leftBehind().at(0).bytes, bytes);
}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--write")) {
        return beWriter(arguments.value(2), arguments.value(3));
    }
    TestJournal test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journal.moc"
