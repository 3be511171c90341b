// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/file_lock.h"
#include "support/failing_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace nutgraf;
using namespace std::chrono_literals;
using nutgraf::test::FailingDisk;
using nutgraf::test::inChild;

class TestFileLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOthersOut() const;
    void aCrashLocksNobodyOut() const;
    void leavesNoFileBehind() const;
    void goesOnWhereTheDriveHasNoLocks() const;
    void saysWhyItCannotBeTaken() const;
};

void TestFileLock::keepsOthersOut() const
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral(".lock"));
    {
        const Result<FileLock> first = FileLock::take(path, 0ms);
        QVERIFY(first && first->isExclusive());
        QCOMPARE(FileLock::take(path, 0ms).error().code, ErrorCode::FileLocked);
        // Another process sees it as well; what it cannot do it says by ending early.
        QVERIFY(inChild([&] {
            if (FileLock::take(path, 0ms)) {
                std::abort();
            }
        }));
    }
    QVERIFY(FileLock::take(path, 0ms));
}

void TestFileLock::aCrashLocksNobodyOut() const
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral(".lock"));
    QVERIFY(!inChild([&] {
        const Result<FileLock> lock = FileLock::take(path, 0ms);
        ::_exit(lock ? FailingDisk::EndedHere : 1);
    }));
    QVERIFY(QFile::exists(path));
    QVERIFY(FileLock::take(path, 0ms));
}

void TestFileLock::leavesNoFileBehind() const
{
    const QTemporaryDir dir;
    QVERIFY(FileLock::take(dir.filePath(QStringLiteral(".lock")), 0ms));
    QVERIFY(QDir(dir.path())
                .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                .isEmpty());
}

void TestFileLock::goesOnWhereTheDriveHasNoLocks() const
{
    const QTemporaryDir dir;
    FailingDisk disk(dir.path());
    disk.refuseLocks();
    const Result<FileLock> lock = FileLock::take(dir.filePath(QStringLiteral(".lock")), 0ms);
    QVERIFY(lock && !lock->isExclusive());
}

void TestFileLock::saysWhyItCannotBeTaken() const
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral(".lock"));
    FailingDisk disk(dir.path());
    disk.failAt(1, EROFS);
    QCOMPARE(FileLock::take(path, 0ms).error().code, ErrorCode::FolderUnwritable);
}

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_file_lock.moc"
