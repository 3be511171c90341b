// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace nutgraf;

class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashesAsFips180() const;
    void writesWholeFiles() const;
    void refusesToOverwriteAFileThatChanged() const;
    void refusesToOverwriteAFileItDidNotExpect() const;
    void reportsMissingAndTooLargeFiles() const;
    void waitsForNoPipeAndReadsNoDevice() const;
    void readsNoHugeFile() const;
    void followsALinkOrRefusesIt() const;
    void keepsPermissions() const;
    void acceptsItsOwnBytesAsDone() const;
    void createsAFileOnce() const;
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

void TestFiles::waitsForNoPipeAndReadsNoDevice() const
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("story.md"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const QString &path : {pipe, QStringLiteral("/dev/zero"), QStringLiteral("/dev/null")}) {
        QCOMPARE(
            readFile(path).error(),
            (Error{ErrorCode::FileUnreadable, path, 0, 0, QStringLiteral("is no regular file")}));
    }
    // Nor is a pipe replaced by a file: somebody waits at its other end.
    QCOMPARE(writeFile(pipe, "text").error().code, ErrorCode::FileUnwritable);
    QCOMPARE(replaceFile(pipe, "text", {}).error().code, ErrorCode::FileUnreadable);
}

void TestFiles::readsNoHugeFile() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    QVERIFY(writeFile(path, "x").has_value());
    QVERIFY(QFile::resize(path, MaxTextBytes * 1000)); // sparse: takes no room on the disk
    QCOMPARE(readFile(path).error().code, ErrorCode::FileTooLarge);
    QCOMPARE(readOwnFile(path).error().code, ErrorCode::FileTooLarge);
}

void TestFiles::followsALinkOrRefusesIt() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    const QString link = folder.filePath(QStringLiteral("link.txt"));
    QVERIFY(writeFile(path, "one").has_value());
    QVERIFY(QFile::link(QStringLiteral("a.txt"), link));
    QCOMPARE(readFile(link).value(), QByteArray("one"));
    QCOMPARE(readOwnFile(link).error().code, ErrorCode::LinkUnexpected);
    QCOMPARE(readOwnFile(path).value(), QByteArray("one"));
    QVERIFY(writeFile(link, "two").has_value());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(readFile(path).value(), QByteArray("two"));
}

void TestFiles::keepsPermissions() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    constexpr auto Ours = QFile::ReadOwner | QFile::WriteOwner;
    QVERIFY(writeFile(path, "one").has_value());
    QVERIFY(QFile::setPermissions(path, Ours | QFile::ExeOwner));
    QVERIFY(writeFile(path, "two").has_value());
    QCOMPARE(QFileInfo(path).permissions() & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
             Ours | QFile::ExeOwner);
}

void TestFiles::acceptsItsOwnBytesAsDone() const
{
    // A write that was not confirmed, tried again: the file is no stranger's.
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    QVERIFY(writeFile(path, "new").has_value());
    QVERIFY(replaceFile(path, "new", sha256Hex("old")).has_value());
    QVERIFY(replaceFile(path, "new", {}).has_value());
}

void TestFiles::createsAFileOnce() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    QVERIFY(createFile(path, "one").has_value());
    QCOMPARE(createFile(path, "two").error().code, ErrorCode::FileExists);
    QCOMPARE(readFile(path).value(), QByteArray("one"));
    QVERIFY(removeFile(path).has_value());
    QVERIFY(removeFile(path).has_value()); // gone already
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
