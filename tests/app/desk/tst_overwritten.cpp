// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/overwritten.h"
#include "publish/strangers.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Then = QDateTime::fromString(u"2026-05-12T12:31:00Z"_s, Qt::ISODate);

} // namespace

class TestOverwritten : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsTheBytesBesideTheFile() const;
    void keepsEachOfTwo() const;
    void keepsNothingOfOurOwn() const;
    void whereNoFileIsThereIsNothingToKeep() const;
    void whatCannotBeKeptIsAnError() const;
    void aCopyIsNoConflictOfASharingProgram() const;
};

void TestOverwritten::keepsTheBytesBesideTheFile() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"story.md"_s);
    const QByteArray theirs("theirs \xff\r\n");
    QVERIFY(writeFile(path, theirs));
    const auto kept = desk::keepOverwritten(path, sha256Hex("ours"), Then);
    QVERIFY(kept.has_value());
    QCOMPARE(QFileInfo(kept->copy).fileName(), u"story.overwritten-20260512-123100.md"_s);
    QCOMPARE(QFileInfo(kept->copy).absolutePath(), QFileInfo(path).absolutePath());
    QCOMPARE(*readFile(kept->copy), theirs);
    QCOMPARE(*readFile(path), theirs); // nothing is overwritten here
    QCOMPARE(kept->hash, sha256Hex(theirs));
}

void TestOverwritten::keepsEachOfTwo() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"notes"_s); // a name without an end
    QVERIFY(writeFile(path, "one"));
    const auto first = desk::keepOverwritten(path, {}, Then);
    QVERIFY(writeFile(path, "two"));
    const auto second = desk::keepOverwritten(path, {}, Then);
    QVERIFY(first.has_value() && second.has_value());
    QCOMPARE(*readFile(first->copy), QByteArray("one"));
    QCOMPARE(*readFile(second->copy), QByteArray("two"));
    QCOMPARE(QFileInfo(second->copy).fileName(), u"notes.overwritten-20260512-123100-2"_s);
}

void TestOverwritten::keepsNothingOfOurOwn() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"story.md"_s);
    QVERIFY(writeFile(path, "ours"));
    const auto kept = desk::keepOverwritten(path, sha256Hex("ours"), Then);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->copy, QString());
    QCOMPARE(kept->hash, sha256Hex("ours"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"story.md"_s});
}

void TestOverwritten::whereNoFileIsThereIsNothingToKeep() const
{
    const QTemporaryDir folder;
    const auto kept = desk::keepOverwritten(folder.filePath(u"story.md"_s), {}, Then);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->copy + kept->hash, QString());
}

void TestOverwritten::whatCannotBeKeptIsAnError() const
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"story.md"_s));
    const auto kept = desk::keepOverwritten(folder.filePath(u"story.md"_s), {}, Then);
    QVERIFY(!kept.has_value());
    QCOMPARE(kept.error().code, ErrorCode::FileUnreadable);
}

void TestOverwritten::aCopyIsNoConflictOfASharingProgram() const
{
    QVERIFY(!publish::knownStranger(u"story.overwritten-20260512-123100.md"_s).has_value());
}

QTEST_GUILESS_MAIN(TestOverwritten)
#include "tst_overwritten.moc"
