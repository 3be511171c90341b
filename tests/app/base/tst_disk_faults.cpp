// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/aside.h"
#include "base/files.h"
#include "base/folders.h"
#include "support/failing_disk.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::test;

// Every call on the disk fails once, in every way; then it is looked at what is there, and tried
// again.

namespace {

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QByteArray textOf(const QString &path)
{
    return readFile(path).value_or(QByteArray("unreadable"));
}

/// Whether `name` stands alone in the folder after a second write. Where the disk stays dead, the
/// process that writes cannot remove what it began; a later process does.
bool isTidy(const QString &folder, const QString &name, Fault fault)
{
    QStringList names = namesIn(folder);
    if (fault == Fault::FullFromHere || fault == Fault::ReadOnlyFromHere) {
        names.removeIf(isAsideName);
    }
    return names == QStringList{name};
}

/// What a test says where it fails: "fault 2 at 5: fsync /tmp/x".
QByteArray about(const Attempt &attempt)
{
    return "fault " + QByteArray::number(static_cast<int>(attempt.fault)) + " at "
        + QByteArray::number(attempt.operation) + ": " + attempt.failure;
}

} // namespace

class TestDiskFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsTheOldOrTheNewOne() const;
    void aReplacedFileIsTheOldOrTheNewOne() const;
    void aFolderIsMadeOrNot() const;
    void aFolderIsHereOrThere_data() const;
    void aFolderIsHereOrThere() const;
};

void TestDiskFaults::aFileIsTheOldOrTheNewOne() const
{
    forEveryOperation([](Fault fault, int operation) {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.txt"));
        const bool isOld = writeFile(path, "old text").has_value();
        FailingDisk disk(dir.path());
        Result<void> written;
        const Attempt attempt = test::attempt(disk, fault, operation,
                                              [&] { written = writeFile(path, "the new text"); });
        const QByteArray text = textOf(path);
        [&] {
            QVERIFY2(isOld && (text == "old text" || text == "the new text"),
                     about(attempt).constData());
            if (!written) {
                const bool isNew = written.error().code == ErrorCode::NotDurable;
                QCOMPARE(text, QByteArray(isNew ? "the new text" : "old text"));
                QCOMPARE(written.error().subject, path);
                QVERIFY(!written.error().detail.isEmpty());
            }
            QVERIFY2(writeFile(path, "the newest text"), about(attempt).constData());
            QCOMPARE(textOf(path), QByteArray("the newest text"));
            QVERIFY2(isTidy(dir.path(), QStringLiteral("a.txt"), fault),
                     about(attempt).constData());
        }();
        return attempt;
    });
}

void TestDiskFaults::aReplacedFileIsTheOldOrTheNewOne() const
{
    forEveryOperation([](Fault fault, int operation) {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.txt"));
        const bool isOld = writeFile(path, "old text").has_value();
        FailingDisk disk(dir.path());
        Result<void> written;
        const Attempt attempt = test::attempt(disk, fault, operation, [&] {
            written = replaceFile(path, "the new text", sha256Hex("old text"));
        });
        const QByteArray text = textOf(path);
        [&] {
            QVERIFY2(isOld && (text == "old text" || text == "the new text"),
                     about(attempt).constData());
            QVERIFY(written || written.error().subject == path);
            QVERIFY(written || written.error().code != ErrorCode::FileChangedOnDisk);
            // The same again, as a user would try it.
            QVERIFY2(replaceFile(path, "the new text", sha256Hex("old text")),
                     about(attempt).constData());
            QCOMPARE(textOf(path), QByteArray("the new text"));
            QVERIFY2(isTidy(dir.path(), QStringLiteral("a.txt"), fault),
                     about(attempt).constData());
        }();
        return attempt;
    });
}

void TestDiskFaults::aFolderIsMadeOrNot() const
{
    forEveryOperation([](Fault fault, int operation) {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a/b"));
        FailingDisk disk(dir.path());
        Result<void> made;
        const Attempt attempt =
            test::attempt(disk, fault, operation, [&] { made = makeFolder(path); });
        [&] {
            QVERIFY2(made || made.error().code == ErrorCode::FolderUnwritable,
                     about(attempt).constData());
            QVERIFY2(fault == Fault::Crash || made.has_value() == !attempt.hasFailed,
                     about(attempt).constData());
            QVERIFY2(makeFolder(path) && QFileInfo(path).isDir(), about(attempt).constData());
        }();
        return attempt;
    });
}

void TestDiskFaults::aFolderIsHereOrThere_data() const
{
    QTest::addColumn<bool>("hasFlags");
    QTest::newRow("local disk") << true;
    QTest::newRow("a drive without flags for renaming") << false;
}

void TestDiskFaults::aFolderIsHereOrThere() const
{
    forEveryOperation([](Fault fault, int operation) {
        QFETCH(const bool, hasFlags);
        const QTemporaryDir dir;
        const QString from = dir.filePath(QStringLiteral("a/from"));
        const QString to = dir.filePath(QStringLiteral("b/to"));
        const bool isReady = makeFolder(from) && makeFolder(dir.filePath(QStringLiteral("b")))
            && writeFile(from + QStringLiteral("/a.txt"), "text");
        FailingDisk disk(dir.path());
        if (!hasFlags) {
            disk.refuseRenameFlags();
        }
        Result<void> moved;
        const Attempt attempt =
            test::attempt(disk, fault, operation, [&] { moved = moveFolderOnce(from, to); });
        [&] {
            const bool isThere = QFileInfo::exists(to);
            QVERIFY2(isReady && isThere != QFileInfo::exists(from), about(attempt).constData());
            QCOMPARE(textOf((isThere ? to : from) + QStringLiteral("/a.txt")), QByteArray("text"));
            const bool isSaid = moved || moved.error().code == ErrorCode::NotDurable;
            QVERIFY2(fault == Fault::Crash || isSaid == isThere, about(attempt).constData());
            QVERIFY2(isThere || moveFolderOnce(from, to), about(attempt).constData());
        }();
        return attempt;
    });
}

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_disk_faults.moc"
