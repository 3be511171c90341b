// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/folders.h"
#include "ledger/book.h"
#include "support/failing_disk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nutgraf;
using namespace nutgraf::ledger;
using namespace nutgraf::test;
using namespace Qt::StringLiterals;

namespace {

QString guidOf(int number)
{
    return u"urn:story-%1"_s.arg(number);
}

/// Announces and adds the next line.
Result<Entry> addNext(const story::DeskFolder &desk, int number)
{
    return Book::open(desk).and_then([&](const Book &book) {
        return book.next(guidOf(number), 1).and_then([&](Entry entry) {
            entry.manifestSha256 = sha256Hex(QByteArray::number(number));
            return book.announce({entry.manifestSha256, 1, u"stories/one"_s})
                .and_then([&] { return book.add(entry); })
                .transform([&] { return entry; });
        });
    });
}

std::vector<Entry> entries(int count)
{
    std::vector<Entry> all;
    for (int i = 1; i <= count; ++i)
        all.push_back({0, guidOf(i), 1, sha256Hex(QByteArray::number(i)), {}});
    return all;
}

bool begin(const story::DeskFolder &desk, int count)
{
    return Book::open(desk)
        .and_then([&](const Book &book) { return book.begin(entries(count)); })
        .has_value();
}

} // namespace

class TestBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsLines() const;
    void addsALineOnce() const;
    void beginsAFileAfterAThousandLines() const;
    void joinsBranches() const;
    void refusesALedgerThatWasCut() const;
    void refusesALineThatIsNone() const;
    void losesTearsAndDoublesNothing_data() const;
    void losesTearsAndDoublesNothing() const;
    void othersMayWriteMeanwhile() const;
};

void TestBook::addsLines() const
{
    const QTemporaryDir dir;
    const story::DeskFolder desk(dir.path());
    QVERIFY(begin(desk, 0));
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(addNext(desk, i)->sequence, i);
    const Ledger ledger = read(desk);
    QVERIFY(ledger.faults.empty());
    QCOMPARE(ledger.lines.size(), 3U);
    QCOMPARE(readSeen(desk).value(), lineOf(ledger.lines.back().entry));
    QVERIFY(readPending(desk).value().empty());
}

void TestBook::addsALineOnce() const
{
    const QTemporaryDir dir;
    const story::DeskFolder desk(dir.path());
    const Entry entry = addNext(desk, 1).value();
    const Result<Book> book = Book::open(desk);
    QVERIFY(book->add(entry));
    QCOMPARE(read(desk).lines.size(), 1U);
}

void TestBook::beginsAFileAfterAThousandLines() const
{
    const QTemporaryDir dir;
    const story::DeskFolder desk(dir.path());
    QVERIFY(begin(desk, LinesAPart + 1));
    QCOMPARE(parts(desk).value().value(), (std::vector{1, 2}));
    QVERIFY(begin(desk, 3)); // what is there stays
    QCOMPARE(addNext(desk, 5000)->sequence, LinesAPart + 2);
    QVERIFY(read(desk).faults.empty());
    QCOMPARE(readPart(desk, 1)->count('\n'), LinesAPart);
    QVERIFY(removeFolder(desk.ledger()) && removeFile(desk.ledgerSeen())
            && begin(desk, LinesAPart));
    QVERIFY(addNext(desk, 5000));
    QCOMPARE(readPart(desk, 2)->count('\n'), 1);
}

void TestBook::joinsBranches() const
{
    const QTemporaryDir dir;
    const story::DeskFolder desk(dir.path());
    const Entry first = addNext(desk, 1).value();
    const Entry ours = addNext(desk, 2).value();
    Entry theirs = ours;
    theirs.guid = u"urn:theirs"_s;
    const QByteArray lines = lineOf(first) + '\n' + lineOf(theirs) + '\n' + lineOf(ours); // no end
    QVERIFY(writeFile(partPath(desk, 1), lines));
    const Entry joined = addNext(desk, 4).value();
    QCOMPARE(joined.sequence, 3);
    QCOMPARE(joined.previous.size(), 2);
    QVERIFY(read(desk).faults.empty());
    QCOMPARE(read(desk).ends().size(), 1);
}

void TestBook::refusesALedgerThatWasCut() const
{
    const QTemporaryDir dir;
    const story::DeskFolder desk(dir.path());
    const Entry first = addNext(desk, 1).value();
    QVERIFY(addNext(desk, 2));
    QVERIFY(writeFile(partPath(desk, 1), lineOf(first) + '\n'));
    QCOMPARE(addNext(desk, 3).error().code, ErrorCode::LedgerCut);
    QVERIFY(removeFile(desk.ledgerSeen())); // on purpose
    QCOMPARE(addNext(desk, 3)->sequence, 2);
}

void TestBook::refusesALineThatIsNone() const
{
    const QTemporaryDir dir;
    const story::DeskFolder desk(dir.path());
    QVERIFY(addNext(desk, 1));
    const QByteArray good = readPart(desk, 1).value();
    QVERIFY(writeFile(partPath(desk, 1), good + "<<<<<<< HEAD\n"));
    const Result<Entry> refused = addNext(desk, 2);
    QVERIFY(!refused);
    QCOMPARE(refused.error(), (Error{ErrorCode::LedgerInvalid, partPath(desk, 1), 2, 0, {}}));
}

void TestBook::losesTearsAndDoublesNothing_data() const
{
    QTest::addColumn<int>("before");
    QTest::addColumn<bool>("isLocal");
    QTest::newRow("first") << 0 << true;
    QTest::newRow("third") << 2 << true;
    QTest::newRow("on a drive without locks") << 2 << false;
}

void TestBook::losesTearsAndDoublesNothing() const
{
    QFETCH(const int, before);
    QFETCH(const bool, isLocal);
    forEveryOperation([&](Fault fault, int operation) {
        const QTemporaryDir dir;
        const story::DeskFolder desk(dir.path());
        const bool isReady = begin(desk, before);
        FailingDisk disk(dir.path());
        if (!isLocal)
            disk.refuseLocks();
        Result<Entry> added = fail(ErrorCode::Internal, {});
        const Attempt attempt =
            test::attempt(disk, fault, operation, [&] { added = addNext(desk, before + 1); });
        [&] {
            const Ledger ledger = read(desk);
            const QByteArray about = attempt.failure + ' ' + QByteArray::number(operation);
            QVERIFY2(isReady && ledger.faults.empty(), about.constData());
            const int more = int(ledger.lines.size()) - before;
            QVERIFY2(more == 0 || more == 1, about.constData());
            QVERIFY2(fault == Fault::Crash || !added || more == 1, about.constData());
            // Whoever comes next adds what was announced, or forgets it: both end well.
            const Result<std::vector<Pending>> pending = readPending(desk);
            QVERIFY2(pending && (more == 1 || !added), about.constData());
            const Result<Book> book = Book::open(desk);
            if (!pending->empty()) {
                Entry entry = more == 1 ? ledger.lines.back().entry
                                        : book->next(guidOf(before + 1), 1).value();
                entry.manifestSha256 = pending->front().manifestSha256;
                QVERIFY2(book->add(entry), about.constData());
                QCOMPARE(int(read(desk).lines.size()), before + 1);
            }
            QVERIFY2(readPending(desk)->empty(), about.constData());
            QVERIFY2(read(desk).faults.empty(), about.constData());
        }();
        return attempt;
    });
}

/// On a drive without locks another computer adds a line between any two calls: ours is there in
/// the end, and the chain holds.
void TestBook::othersMayWriteMeanwhile() const
{
    for (int operation = 1; operation < 200; ++operation) {
        const QTemporaryDir dir;
        const story::DeskFolder desk(dir.path());
        const Entry first = addNext(desk, 1).value();
        Entry theirs{2, u"urn:theirs"_s, 1, sha256Hex("theirs"), {sha256Hex(lineOf(first))}};
        FailingDisk disk(dir.path());
        disk.refuseLocks();
        bool hasWritten = false;
        disk.beforeEach([&](int at) {
            if (at == operation && !std::exchange(hasWritten, true)) {
                QFile file(partPath(desk, 1)); // as another program does: at its end
                hasWritten = file.open(QIODevice::Append) && file.write(lineOf(theirs) + '\n') > 0;
            }
        });
        const Result<Entry> added = addNext(desk, 2);
        disk.heal();
        if (!hasWritten)
            return;
        const QByteArray lines = readPart(desk, 1).value();
        QVERIFY2(added && lines.contains(lineOf(*added)),
                 QByteArray::number(operation).constData());
        QVERIFY2(read(desk).faults.empty(), QByteArray::number(operation).constData());
    }
    QFAIL("the book makes more calls than expected");
}

QTEST_GUILESS_MAIN(TestBook)
#include "tst_book.moc"
