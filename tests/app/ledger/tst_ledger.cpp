// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/folders.h"
#include "ledger/book.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::ledger;
using namespace Qt::StringLiterals;

namespace {

QString hashOf(int number)
{
    return sha256Hex(QByteArray::number(number));
}

Entry entry(int number, const QStringList &previous = {})
{
    return {number, u"urn:story-%1"_s.arg(number), 1, hashOf(number), previous};
}

QString hashOf(const Entry &entry)
{
    return sha256Hex(lineOf(entry));
}

struct Desk {
    QTemporaryDir dir;
    story::DeskFolder folder{dir.path()};

    Desk()
    {
        const bool isReady = makeFolder(folder.ledger()).has_value();
        Q_ASSERT(isReady);
    }
    void write(const QList<Entry> &entries, int part = 1) const
    {
        QByteArray lines;
        for (const Entry &one : entries)
            lines += lineOf(one) + '\n';
        QVERIFY(writeFile(partPath(folder, part), lines).has_value());
    }
};

} // namespace

class TestLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsReadAsItIsWritten() const;
    void aChangedLineIsNone_data() const;
    void aChangedLineIsNone() const;
    void aDeskWithoutOne() const;
    void followsTheChain() const;
    void namesWhatWasChanged_data() const;
    void namesWhatWasChanged() const;
    void twoBranchesHaveTwoEnds() const;
    void readsAllItsFiles() const;
};

void TestLedger::aLineIsReadAsItIsWritten() const
{
    const Entry given = entry(12, {hashOf(1), hashOf(2)});
    QCOMPARE(readLine(lineOf(given), u"f"_s, 1).value(), given);
    QVERIFY(lineOf(given).startsWith("{\"guid\":\"urn:story-12\",\"manifest\":\""));
}

void TestLedger::aChangedLineIsNone_data() const
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray line = lineOf(entry(3, {hashOf(1)}));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("torn") << line.first(60);
    QTest::newRow("space") << line + ' ';
    QTest::newRow("text number") << QByteArray(line).replace(":3,", ":\"3\",");
    QTest::newRow("no number") << QByteArray(line).replace(":3,", ":0,");
    QTest::newRow("more") << QByteArray(line).replace("\"version\":1", "\"version\":1,\"x\":2");
    QTest::newRow("hash cut") << QByteArray(line).replace(hashOf(3).toUtf8(), "abc");
    QTest::newRow("version") << QByteArray(line).replace("\"version\":1", "\"version\":-1");
    QTest::newRow("conflict") << QByteArray("<<<<<<< HEAD");
}

void TestLedger::aChangedLineIsNone() const
{
    QFETCH(const QByteArray, line);
    const Result<Entry> read = readLine(line, u"f"_s, 7);
    QVERIFY(!read);
    QCOMPARE(read.error(), (Error{ErrorCode::LedgerInvalid, u"f"_s, 7, 0, {}}));
}

void TestLedger::aDeskWithoutOne() const
{
    const QTemporaryDir dir;
    const Ledger none = read(story::DeskFolder(dir.path()));
    QVERIFY(!none.isThere && none.lines.empty() && none.faults.empty());
    QVERIFY(none.ends().isEmpty());
    QVERIFY(!contains(story::DeskFolder(dir.path()), "x").value());
}

void TestLedger::followsTheChain() const
{
    const Desk at;
    const Entry first = entry(1);
    const Entry second = entry(2, {hashOf(first)});
    at.write({first, second});
    const Ledger ledger = read(at.folder);
    QVERIFY(ledger.isThere && ledger.faults.empty());
    QCOMPARE(ledger.lines.size(), 2U);
    QCOMPARE(ledger.ends(), QStringList(hashOf(second)));
    QVERIFY(contains(at.folder, lineOf(first)).value());
    QVERIFY(!contains(at.folder, "elsewhere").value());
}

void TestLedger::namesWhatWasChanged_data() const
{
    QTest::addColumn<QList<Entry>>("entries");
    QTest::addColumn<int>("line");
    const Entry first = entry(1);
    const Entry second = entry(2, {hashOf(first)});
    const Entry third = entry(3, {hashOf(second)});
    Entry again = entry(3, {hashOf(second)});
    again.guid = first.guid;
    QTest::newRow("first gone") << QList{second, third} << 1;
    QTest::newRow("middle gone") << QList{first, third} << 2;
    QTest::newRow("order") << QList{first, third, second} << 2;
    QTest::newRow("number") << QList{first, entry(7, {hashOf(first)})} << 2;
    QTest::newRow("without a past") << QList{first, entry(1)} << 2;
    QTest::newRow("line twice") << QList{first, second, second} << 3;
    QTest::newRow("version twice") << QList{first, second, again} << 3;
}

void TestLedger::namesWhatWasChanged() const
{
    QFETCH(const QList<Entry>, entries);
    QFETCH(const int, line);
    const Desk at;
    at.write(entries);
    const Ledger ledger = read(at.folder);
    QVERIFY(!ledger.faults.empty());
    QCOMPARE(ledger.faults.front().code, ErrorCode::LedgerBroken);
    QCOMPARE(ledger.faults.front().line, line);
    QCOMPARE(ledger.faults.front().subject, partPath(at.folder, 1));
}

void TestLedger::twoBranchesHaveTwoEnds() const
{
    const Desk at;
    const Entry first = entry(1);
    const Entry ours = entry(2, {hashOf(first)});
    Entry theirs = ours;
    theirs.guid = u"urn:theirs"_s;
    at.write({first, ours, theirs});
    Ledger ledger = read(at.folder);
    QVERIFY(ledger.faults.empty());
    QStringList ends{hashOf(ours), hashOf(theirs)};
    ends.sort();
    QCOMPARE(ledger.ends(), ends);
    at.write({first, ours, theirs, entry(3, ends)});
    ledger = read(at.folder);
    QVERIFY(ledger.faults.empty());
    QCOMPARE(ledger.ends().size(), 1);
}

void TestLedger::readsAllItsFiles() const
{
    const Desk at;
    const Entry first = entry(1);
    const Entry second = entry(2, {hashOf(first)});
    at.write({first});
    at.write({second}, 2);
    QVERIFY(writeFile(at.folder.ledger() + u"/notes.txt"_s, "x"));
    QCOMPARE(read(at.folder).lines.size(), 2U);
    QVERIFY(read(at.folder).faults.empty());
    QVERIFY(removeFile(partPath(at.folder, 1)));
    QCOMPARE(read(at.folder).faults.size(), 1U);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
