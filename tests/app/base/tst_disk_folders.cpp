// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/folders.h"
#include "support/failing_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <sys/stat.h>

using namespace nutgraf;
using nutgraf::test::FailingDisk;

namespace {

/// `name/a.txt` with `bytes` in it.
QString filled(const QTemporaryDir &dir, const QString &name, QByteArrayView bytes)
{
    QString path = dir.filePath(name);
    const bool isMade = makeFolder(path).has_value()
        && writeFile(path + QStringLiteral("/a.txt"), bytes).has_value();
    return isMade ? path : QString();
}

QByteArray textIn(const QString &folder)
{
    return readFile(folder + QStringLiteral("/a.txt")).value_or(QByteArray());
}

} // namespace

class TestDiskFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void movesAFolderOnlyOnce_data() const;
    void movesAFolderOnlyOnce() const;
    void moveThatIsNotConfirmed_data() const;
    void moveThatIsNotConfirmed() const;
    void listsWhatIsThere() const;
    void saysWhatCannotBeListed() const;
    void saysWhyAFolderCannotBeMade() const;
    void removesAFolderAndFollowsNoLink() const;
};

void TestDiskFolders::movesAFolderOnlyOnce_data() const
{
    QTest::addColumn<bool>("hasFlags");
    QTest::newRow("local disk") << true;
    QTest::newRow("a drive without flags for renaming") << false;
}

void TestDiskFolders::movesAFolderOnlyOnce() const
{
    QFETCH(const bool, hasFlags);
    const QTemporaryDir dir;
    const QString one = filled(dir, QStringLiteral("one"), "one");
    const QString two = filled(dir, QStringLiteral("two"), "two");
    const QString target = dir.filePath(QStringLiteral("v0001"));
    FailingDisk disk(dir.path());
    if (!hasFlags) {
        disk.refuseRenameFlags();
    }
    QVERIFY(moveFolderOnce(one, target).has_value());
    QCOMPARE(textIn(target), QByteArray("one"));
    QVERIFY(!QDir(one).exists());
    QVERIFY(makeFolder(dir.filePath(QStringLiteral("empty"))).has_value());
    QVERIFY(writeFile(dir.filePath(QStringLiteral("file")), "x").has_value());
    QVERIFY(QFile::link(QStringLiteral("nowhere"), dir.filePath(QStringLiteral("link"))));
    for (const char *name : {"v0001", "empty", "file", "link"}) {
        const Result<void> again = moveFolderOnce(two, dir.filePath(QString::fromLatin1(name)));
        QVERIFY2(!again, name);
        QCOMPARE(again.error().code, ErrorCode::FolderExists);
        QCOMPARE(textIn(two), QByteArray("two"));
    }
    QCOMPARE(textIn(target), QByteArray("one"));
    QCOMPARE(moveFolderOnce(dir.filePath(QStringLiteral("none")), dir.filePath(QStringLiteral("x")))
                 .error()
                 .code,
             ErrorCode::FolderUnwritable);
}

void TestDiskFolders::moveThatIsNotConfirmed_data() const
{
    QTest::addColumn<bool>("movesBack");
    QTest::newRow("back") << true;
    QTest::newRow("left") << false;
}

void TestDiskFolders::moveThatIsNotConfirmed() const
{
    QFETCH(const bool, movesBack);
    const QTemporaryDir dir;
    const QString from = filled(dir, QStringLiteral("from"), "text");
    const QString to = dir.filePath(QStringLiteral("to"));
    FailingDisk disk(dir.path(), nutgraf::test::Calls::Writing);
    disk.failAt(2, EIO); // the first is the rename, the second its fsync
    const Result<void> moved =
        moveFolderOnce(from, to, movesBack ? IfNotDurable::MoveBack : IfNotDurable::Leave);
    disk.heal();
    QVERIFY2(disk.failure().startsWith("fsync"), disk.failure().constData());
    const ErrorCode code = movesBack ? ErrorCode::FolderUnwritable : ErrorCode::NotDurable;
    QCOMPARE(moved.error(), (Error{code, to, 0, 0, QString::fromLocal8Bit(std::strerror(EIO))}));
    QCOMPARE(textIn(movesBack ? from : to), QByteArray("text"));
    QVERIFY(!QDir(movesBack ? to : from).exists());
}

void TestDiskFolders::listsWhatIsThere() const
{
    const QTemporaryDir dir;
    QVERIFY(!filled(dir, QStringLiteral("b folder"), "x").isEmpty());
    QVERIFY(writeFile(dir.filePath(QStringLiteral(".hidden")), "x").has_value());
    QVERIFY(QFile::link(QStringLiteral("b folder"), dir.filePath(QStringLiteral("c link"))));
    const QString pipe = dir.filePath(QStringLiteral("d pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(listFolder(dir.path()).value(),
             (std::vector<FolderEntry>{{QStringLiteral(".hidden"), EntryKind::File},
                                       {QStringLiteral("b folder"), EntryKind::Folder},
                                       {QStringLiteral("c link"), EntryKind::Link},
                                       {QStringLiteral("d pipe"), EntryKind::Other}}));
    QCOMPARE(entryAt(pipe).value(), EntryKind::Other);
    QCOMPARE(entryAt(dir.filePath(QStringLiteral("none"))).value(), std::nullopt);
}

void TestDiskFolders::saysWhatCannotBeListed() const
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("file"));
    QVERIFY(writeFile(file, "x").has_value());
    QCOMPARE(listFolder(file).error().code, ErrorCode::FolderUnreadable);
    QCOMPARE(listFolder(dir.filePath(QStringLiteral("none"))).error().code,
             ErrorCode::FileNotFound);
    FailingDisk disk(dir.path());
    disk.failAt(1, EIO);
    QCOMPARE(listFolder(dir.path()).error(),
             (Error{ErrorCode::FolderUnreadable, dir.path(), 0, 0,
                    QString::fromLocal8Bit(std::strerror(EIO))}));
}

void TestDiskFolders::saysWhyAFolderCannotBeMade() const
{
    const QTemporaryDir folder;
    const QString deep = folder.filePath(QStringLiteral("a/b/c"));
    QVERIFY(makeFolder(deep).has_value());
    QVERIFY(makeFolder(deep).has_value()); // there already
    const QString file = folder.filePath(QStringLiteral("a/file"));
    QVERIFY(writeFile(file, "x").has_value());
    const Result<void> below = makeFolder(file + QStringLiteral("/d"));
    QCOMPARE(below.error().code, ErrorCode::FolderUnwritable);
    QCOMPARE(below.error().detail, QString::fromLocal8Bit(std::strerror(ENOTDIR)));
}

void TestDiskFolders::removesAFolderAndFollowsNoLink() const
{
    const QTemporaryDir dir;
    const QString kept = filled(dir, QStringLiteral("kept"), "text");
    const QString gone = filled(dir, QStringLiteral("gone"), "x");
    QVERIFY(QFile::link(kept, gone + QStringLiteral("/link")));
    QVERIFY(removeFolder(gone).has_value());
    QVERIFY(removeFolder(gone).has_value()); // gone already
    QVERIFY(!QDir(gone).exists());
    QCOMPARE(textIn(kept), QByteArray("text"));
}

QTEST_GUILESS_MAIN(TestDiskFolders)
#include "tst_disk_folders.moc"
