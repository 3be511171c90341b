// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/many_files.h"
#include "support/failing_disk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace nutgraf;
using namespace nutgraf::test;
using namespace Qt::StringLiterals;

class TestManyFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesNewAndOldFiles() const;
    void followsNoLink() const;
    void leavesNothingAside() const;
    void saysWhatIsNotDurable_data() const;
    void saysWhatIsNotDurable() const;
};

void TestManyFiles::writesNewAndOldFiles() const
{
    const QTemporaryDir dir;
    for (const QByteArray &bytes : {QByteArray("one"), QByteArray(), QByteArray("three")}) {
        ManyFiles files(dir.path());
        for (const QString &name : {u"a.html"_s, u"b/c.html"_s, u"b/d/e"_s}) {
            QVERIFY(files.write(name, bytes).has_value());
            QCOMPARE(readFile(dir.filePath(name)).value(), bytes);
        }
        QVERIFY(files.finish().has_value());
    }
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             (QStringList{u"a.html"_s, u"b"_s}));
}

void TestManyFiles::followsNoLink() const
{
    const QTemporaryDir dir;
    const QTemporaryDir elsewhere;
    QVERIFY(writeFile(elsewhere.filePath(u"a"_s), "theirs").has_value());
    QVERIFY(QFile::link(elsewhere.path(), dir.filePath(u"b"_s)));
    QVERIFY(QFile::link(elsewhere.filePath(u"a"_s), dir.filePath(u"a"_s)));
    ManyFiles files(dir.path());
    QCOMPARE(files.write(u"b/a"_s, "ours").error().code, ErrorCode::LinkUnexpected);
    QVERIFY(files.write(u"a"_s, "ours").has_value());
    QCOMPARE(readFile(elsewhere.filePath(u"a"_s)).value(), "theirs");
    QCOMPARE(readOwnFile(dir.filePath(u"a"_s)).value(), "ours");
    QVERIFY(QDir().mkpath(dir.filePath(u"c"_s)));
    QCOMPARE(files.write(u"c"_s, "ours").error().code, ErrorCode::FileUnwritable);
}

/// Neither where it fails nor where an earlier run crashed.
void TestManyFiles::leavesNothingAside() const
{
    const QTemporaryDir dir;
    FailingDisk disk(dir.path(), Calls::Writing);
    disk.endAt(2);
    QVERIFY(!inChild([&] {
        ManyFiles files(dir.path());
        static_cast<void>(files.write(u"a"_s, "half"));
    }));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    ManyFiles files(dir.path());
    disk.failAt(1000, ENOSPC); // not yet
    QVERIFY(files.write(u"b"_s, "whole").has_value());
    for (int operation = 1; operation <= 3; ++operation) { // open, write, rename
        disk.failAt(operation, ENOSPC);
        QCOMPARE(files.write(u"a"_s, "whole").error().code, ErrorCode::FileUnwritable);
        QVERIFY(disk.hasFailed());
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"b"_s});
    }
    QVERIFY(files.write(u"a"_s, "whole").has_value());
    QCOMPARE(readFile(dir.filePath(u"a"_s)).value(), "whole");
}

void TestManyFiles::saysWhatIsNotDurable_data() const
{
    QTest::addColumn<int>("count");
    QTest::newRow("few files, one after the other") << 3;
    QTest::newRow("many files, the drive at once") << 80;
}

void TestManyFiles::saysWhatIsNotDurable() const
{
    QFETCH(const int, count);
    const QTemporaryDir dir;
    FailingDisk disk(dir.path(), Calls::Writing);
    ManyFiles files(dir.path());
    for (int i = 0; i < count; ++i)
        QVERIFY(files.write(QString::number(i), "bytes").has_value());
    disk.failAt(1, EIO);
    const Result<void> finished = files.finish();
    if (disk.hasFailed()) // what syncs a drive at once is none of the calls that fail here
        QCOMPARE(finished.error().code, ErrorCode::NotDurable);
    else
        QVERIFY(finished.has_value() && count > 64);
}

QTEST_GUILESS_MAIN(TestManyFiles)
#include "tst_many_files.moc"
