// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstring>

using namespace nutgraf;

class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashesAsFips180() const;
    void writesWholeFiles() const;
    void refusesToOverwriteAFileThatChanged() const;
    void refusesToOverwriteAFileItDidNotExpect() const;
    void reportsMissingAndTooLargeFiles() const;
    void movesAFolderOnlyOnce() const;
    void saysWhyAFolderCannotBeMade() const;
};

void TestFiles::hashesAsFips180() const
{
    QCOMPARE(sha256Hex("abc"),
             QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void TestFiles::writesWholeFiles() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    QVERIFY(writeFile(path, "one").has_value());
    QVERIFY(writeFile(path, "two").has_value());
    QCOMPARE(readFile(path).value(), QByteArray("two"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestFiles::refusesToOverwriteAFileThatChanged() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    QVERIFY(writeFile(path, "mine").has_value());
    QVERIFY(replaceFile(path, "mine, edited", sha256Hex("mine")).has_value());
    QVERIFY(writeFile(path, "theirs").has_value());
    const Result<void> refused = replaceFile(path, "lost", sha256Hex("mine, edited"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileChangedOnDisk);
    QCOMPARE(readFile(path).value(), QByteArray("theirs"));
}

void TestFiles::refusesToOverwriteAFileItDidNotExpect() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    QVERIFY(replaceFile(path, "new", {}).has_value());
    QCOMPARE(replaceFile(path, "again", {}).error().code, ErrorCode::FileChangedOnDisk);
    QVERIFY(QFile::remove(path));
    QCOMPARE(replaceFile(path, "again", sha256Hex("new")).error().code,
             ErrorCode::FileChangedOnDisk);
}

void TestFiles::reportsMissingAndTooLargeFiles() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    QCOMPARE(readFile(path).error().code, ErrorCode::FileNotFound);
    QVERIFY(writeFile(path, "12345").has_value());
    QCOMPARE(readFile(path, 4).error().code, ErrorCode::FileTooLarge);
    QCOMPARE(readFile(path, 5).value(), QByteArray("12345"));
    QCOMPARE(readFile(folder.path()).error().code, ErrorCode::FileUnreadable);
}

void TestFiles::movesAFolderOnlyOnce() const
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QVERIFY(dir.mkpath(QStringLiteral("aside")));
    QVERIFY(dir.mkpath(QStringLiteral("other")));
    const QString target = dir.filePath(QStringLiteral("v0001"));
    QVERIFY(moveFolderOnce(dir.filePath(QStringLiteral("aside")), target).has_value());
    const Result<void> again = moveFolderOnce(dir.filePath(QStringLiteral("other")), target);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::FolderExists);
    QVERIFY(QDir(dir.filePath(QStringLiteral("other"))).exists());
}

void TestFiles::saysWhyAFolderCannotBeMade() const
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

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
