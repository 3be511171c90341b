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
    void keepsAllThatItIsTold() const;
    void offersTheNewestFirst() const;
    void movesWhatLiesInTheFolderAlone() const;
    void isNobodyElsesBusiness() const;
    void namesItsFilesAfterTheStory() const;
    void removesNoFileOfOthers() const;
    void readsWhatIsDamaged() const;
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

void TestJournal::keepsAllThatItIsTold() const
{
    const QTemporaryDir folder;
    JournalEntry entry = entryFor(QStringLiteral("/d/a.md"), "one");
    entry.baseHash = QStringLiteral("abc");
    entry.process = 0x3fffffff; // nobody's
    entry.written = Noon.addMSecs(7).toOffsetFromUtc(7200);
    QVERIFY(Journal(folder.path()).keep(entry).has_value());
    const JournalEntry left = Journal(folder.path()).leftBehind().at(0);
    QCOMPARE(left.key, entry.key);
    QCOMPARE(left.path, entry.path);
    QCOMPARE(left.baseHash, entry.baseHash);
    QCOMPARE(left.process, entry.process);
    QCOMPARE(left.written, Noon.addMSecs(7));
    QCOMPARE(left.bytes, entry.bytes);
}

void TestJournal::offersTheNewestFirst() const
{
    const QTemporaryDir folder;
    const Journal journal(folder.path());
    for (const int minute : {10, 30, 20}) {
        JournalEntry entry = entryFor(QStringLiteral("/d/%1.md").arg(minute), "one");
        entry.process = 0x3fffffff; // nobody's
        entry.written = Noon.addSecs(60LL * minute);
        QVERIFY(journal.keep(entry).has_value());
    }
    QStringList paths;
    for (const JournalEntry &entry : journal.leftBehind()) {
        paths.append(entry.path);
    }
    QCOMPARE(paths,
             (QStringList{QStringLiteral("/d/30.md"), QStringLiteral("/d/20.md"),
                          QStringLiteral("/d/10.md")}));
}

void TestJournal::movesWhatLiesInTheFolderAlone() const
{
    const QTemporaryDir folder;
    const Journal journal(folder.path());
    const auto keep = [&journal](const QString &key, const QString &path) {
        JournalEntry entry = entryFor(path, "text");
        entry.key = key;
        entry.process = 0x3fffffff; // nobody's
        return journal.keep(entry).has_value();
    };
    QVERIFY(keep(QStringLiteral("a"), QStringLiteral("/d/a2/story.md")));
    QVERIFY(keep(QStringLiteral("b"), QStringLiteral("/d/a/story.md")));
    QVERIFY(keep(QStringLiteral("c"), QStringLiteral("/d/a/notes/x.md")));
    QVERIFY(keep(QStringLiteral("d"), QString()));
    QVERIFY(journal.moveFolder(QStringLiteral("/d/x/../a/"), QStringLiteral("/e/a")).has_value());
    QHash<QString, QString> paths;
    for (const JournalEntry &entry : journal.leftBehind()) {
        paths.insert(entry.key, entry.path);
    }
    QCOMPARE(paths.size(), 4);
    QCOMPARE(paths[QStringLiteral("a")], QStringLiteral("/d/a2/story.md"));
    QCOMPARE(paths[QStringLiteral("b")], QStringLiteral("/e/a/story.md"));
    QCOMPARE(paths[QStringLiteral("c")], QStringLiteral("/e/a/notes/x.md"));
    // Whoever writes it still does.
    QVERIFY(journal.keep(entryFor(QStringLiteral("/d/a/mine.md"), "mine")).has_value());
    QVERIFY(journal.moveFolder(QStringLiteral("/d/a"), QStringLiteral("/e/a")).has_value());
    QCOMPARE(journal.leftBehind().size(), size_t(4));
}

/// It is an unpublished copy on a computer that others may use, too.
void TestJournal::isNobodyElsesBusiness() const
{
    const QTemporaryDir folder;
    const QString kept = folder.filePath(QStringLiteral("a/journal"));
    QVERIFY(Journal(kept).keep(entryFor(QStringLiteral("/d/a.md"), "one")).has_value());
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(kept).permissions() & Others));
    // A folder that is there is left as it is.
    const QString shared = folder.filePath(QStringLiteral("shared"));
    QVERIFY(QDir().mkpath(shared));
    const QFile::Permissions before = QFileInfo(shared).permissions() | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(shared, before));
    QVERIFY(Journal(shared).keep(entryFor(QStringLiteral("/d/a.md"), "one")).has_value());
    QVERIFY(QFileInfo(shared).permissions() & QFile::ReadGroup);
}

void TestJournal::namesItsFilesAfterTheStory() const
{
    const QString key = Journal::keyFor(QStringLiteral("/d/a.md"), {});
    QCOMPARE(key.size(), 32);
    QCOMPARE(Journal::keyFor(QStringLiteral("/d/x/../a.md"), {}), key);
    QVERIFY(Journal::keyFor(QStringLiteral("/d/b.md"), {}) != key);
    QCOMPARE(Journal::keyFor(QStringLiteral("/d/a.md"), QStringLiteral("mine")),
             QStringLiteral("mine"));
    const QTemporaryDir folder;
    for (const QString &bad :
         {QString(), QStringLiteral("a.b"), QStringLiteral("a b"), QStringLiteral("ä")}) {
        JournalEntry entry = entryFor(QStringLiteral("/d/a.md"), "one");
        entry.key = bad;
        QCOMPARE(Journal(folder.path()).keep(entry).error(),
                 (Error{ErrorCode::ArgumentInvalid, bad, 0, 0, QStringLiteral("journal key")}));
    }
}

void TestJournal::removesNoFileOfOthers() const
{
    const QTemporaryDir folder;
    const QString outside = folder.filePath(QStringLiteral("a.journal"));
    QVERIFY(writeFile(outside, "theirs").has_value());
    Journal(folder.filePath(QStringLiteral("journal"))).discard(QStringLiteral("../a"));
    QVERIFY(QFile::exists(outside));
}

void TestJournal::readsWhatIsDamaged() const
{
    const QTemporaryDir folder;
    const auto left = [&folder](const QByteArray &bytes) {
        const QString file = folder.filePath(QStringLiteral("x.journal"));
        const auto written = writeFile(file, bytes);
        const std::vector<JournalEntry> all = Journal(folder.path()).leftBehind();
        return written && all.size() == 1 ? all.front() : JournalEntry();
    };
    const JournalEntry torn = left("torn off before the line ended");
    QCOMPARE(torn.bytes, QByteArray("torn off before the line ended"));
    QCOMPARE(torn.key, QStringLiteral("x"));
    QVERIFY(torn.written.isValid() && torn.path.isEmpty());
    // A later program's first line is not this one's.
    const QByteArray later = "{\"nutgrafJournal\": 2, \"path\": \"/d/a.md\"}\ntext";
    QCOMPARE(left(later).bytes, later);
    QCOMPARE(left("{\"nutgrafJournal\": 1, \"path\": \"/d/a.md\"}\ntext").bytes,
             QByteArray("text"));
    QCOMPARE(left("{\"nutgrafJournal\": 1, \"path\": \"/d/a.md\"}\ntext").path,
             QStringLiteral("/d/a.md"));
    // What cannot be read hides nothing else.
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("none")),
                        folder.filePath(QStringLiteral("a.journal"))));
    QCOMPARE(left("text").bytes, QByteArray("text"));
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
