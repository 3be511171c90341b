// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledger.h"
#include "signed_desk.h"
#include "support/failing_disk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using namespace nutgraf::test;
using enum nutgraf::format::PublicationKind;

// Every call on the disk fails once, in every way, while a version goes out.

namespace {

QByteArray about(const Attempt &attempt)
{
    return "fault " + QByteArray::number(static_cast<int>(attempt.fault)) + " at "
        + QByteArray::number(attempt.operation) + ": " + attempt.failure;
}

/// A story with as many versions as come before this kind.
bool prepareFor(format::PublicationKind kind, const QString &folder)
{
    return kind == First || publish::publish(request(folder), fixedClock(at(8))).has_value();
}

Request requestOf(format::PublicationKind kind, const QString &folder)
{
    return kind == First ? request(folder) : request(folder, kind, u"what changed"_s);
}

/// A story that is saved and read: what remains is to publish it.
struct Prepared {
    Subject subject;
    Choice choice;
};

Prepared prepared(const Request &wanted, int hour)
{
    save(wanted);
    const Proposal proposal =
        publish::proposal(sample::subject(wanted, at(hour)), at(hour)).value();
    return {proposal.subject, sample::choice(wanted, proposal)};
}

int countOf(const QString &folder)
{
    return static_cast<int>(QDir(folder + u"/versions"_s).entryList({u"v*"_s}, QDir::Dirs).size());
}

} // namespace

/// The lines of the ledger, and whether all is as it was published.
int linesOf(const SignedDesk &desk)
{
    return int(ledger::read(desk.folder).lines.size());
}

class TestPublishFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDeskStaysWhole_data() const;
    void aDeskStaysWhole() const;
    void aVersionIsOutOrNot_data() const;
    void aVersionIsOutOrNot() const;
    void saysThatItIsOutWhereTheDiskDoesNotConfirm() const;
};

void TestPublishFaults::aVersionIsOutOrNot_data() const
{
    QTest::addColumn<format::PublicationKind>("kind");
    QTest::addColumn<bool>("isLocal");
    QTest::newRow("first") << First << true;
    QTest::newRow("update") << Update << true;
    QTest::newRow("kill") << Kill << true;
    QTest::newRow("update on a drive without flags and locks") << Update << false;
}

void TestPublishFaults::aVersionIsOutOrNot() const
{
    QFETCH(const format::PublicationKind, kind);
    QFETCH(const bool, isLocal);
    forEveryOperation([&](Fault fault, int operation) {
        const QTemporaryDir dir;
        const bool isReady = prepareFor(kind, dir.path());
        const Request wanted = requestOf(kind, dir.path());
        const Prepared next = prepared(wanted, 9);
        const int before = countOf(dir.path());
        FailingDisk disk(dir.path());
        if (!isLocal) {
            disk.refuseRenameFlags();
            disk.refuseLocks();
        }
        Result<Published> published = fail(ErrorCode::Internal, {});
        const Attempt attempt = test::attempt(disk, fault, operation, [&] {
            published = publish::publish(next.subject, next.choice, fixedClock(at(9)));
        });
        [&] {
            const bool isOut = countOf(dir.path()) > before;
            QVERIFY2(isReady && verify(dir.path()).empty(), about(attempt).constData());
            QVERIFY2(fault == Fault::Crash || published.has_value() == isOut,
                     about(attempt).constData());
            QVERIFY2(fault == Fault::Crash || published
                         || published.error().subject.startsWith(dir.path()),
                     about(attempt).constData());
            const Result<Published> again =
                publish::publish(next.subject, next.choice, fixedClock(at(9)));
            QVERIFY2(isOut || again, about(attempt).constData());
            QVERIFY2(kind == First || kind == Kill ? countOf(dir.path()) == before + 1
                                                   : countOf(dir.path()) >= before + 1,
                     about(attempt).constData());
            QVERIFY2(verify(dir.path()).empty(), about(attempt).constData());
        }();
        return attempt;
    });
}

void TestPublishFaults::aDeskStaysWhole_data() const
{
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<bool>("isLocal");
    QTest::newRow("unsigned") << false << true;
    QTest::newRow("signed") << true << true;
    QTest::newRow("on a drive without flags and locks") << false << false;
}

/// Version, signature and line of the ledger: all of them or none, at once or after the next
/// publication of whatever story.
void TestPublishFaults::aDeskStaysWhole() const
{
    QFETCH(const bool, isSigned);
    QFETCH(const bool, isLocal);
    const SignedDesk keys; // one key for all
    forEveryOperation([&](Fault fault, int operation) {
        // ssh-keygen runs eight times a try, and on such a drive all is read again: two faults of
        // five must do.
        const bool isQuick = !isSigned && isLocal;
        if (!isQuick && fault != Fault::FullOnce && fault != Fault::Crash) {
            return Attempt{fault, operation, false, {}};
        }
        SignedDesk desk(keys.ada);
        desk.signing.policy = isSigned ? SigningPolicy::Required : SigningPolicy::Off;
        const Request other = desk.story(u"other"_s);
        const Request levy = desk.story(u"levy"_s);
        const bool isReady = desk.publish(other, 8).has_value() && trySave(levy).has_value();
        const Subject subject = desk.subjectOf(levy, 9);
        const Choice choice = sample::choice(levy, proposal(subject, at(9)).value());
        FailingDisk disk(desk.dir.path(), Calls::Writing); // all calls: tst_desk_rounds, tst_book
        if (!isLocal) {
            disk.refuseRenameFlags();
            disk.refuseLocks();
        }
        Result<Published> published = fail(ErrorCode::Internal, {});
        const Attempt attempt = test::attempt(disk, fault, operation, [&] {
            published = publish::publish(subject, choice, fixedClock(at(9)));
        });
        [&] {
            const int out = countOf(levy.storyFolder);
            const QByteArray words = about(attempt);
            const QByteArray faults = desk.faults().join(u'\n').toUtf8();
            QVERIFY2(isReady && faults.isEmpty(), (words + faults).constData());
            QVERIFY2(fault == Fault::Crash || published.has_value() == (out == 1),
                     words.constData());
            QVERIFY2(linesOf(desk) == 1 || out == 1, words.constData());
            QVERIFY2(desk.publish(next(other, Update, u"more"_s), 10), words.constData());
            QVERIFY2(linesOf(desk) == 2 + out, words.constData());
            const DeskCheck check = desk.check(isSigned ? Unsigned::Refuse : Unsigned::Accept);
            QVERIFY2(check.faults().empty() && check.heads.size() == 1, words.constData());
        }();
        return attempt;
    });
}

void TestPublishFaults::saysThatItIsOutWhereTheDiskDoesNotConfirm() const
{
    bool wasDoubted = false;
    for (int operation = 1; !wasDoubted && operation < 500; ++operation) {
        const QTemporaryDir dir;
        const Prepared first = prepared(request(dir.path()), 8);
        FailingDisk disk(dir.path());
        Result<Published> published = fail(ErrorCode::Internal, {});
        const Attempt attempt = test::attempt(disk, Fault::BrokenOnce, operation, [&] {
            published = publish::publish(first.subject, first.choice, fixedClock(at(8)));
        });
        wasDoubted =
            published && published->doubt && published->doubt->code == ErrorCode::NotDurable;
        if (wasDoubted) {
            QVERIFY2(attempt.hasFailed, about(attempt).constData());
            QCOMPARE(published->version, 1);
            QVERIFY(QDir(versionFolder(dir.path(), 1)).exists());
        }
    }
    QVERIFY(wasDoubted);
}

QTEST_GUILESS_MAIN(TestPublishFaults)
#include "tst_publish_faults.moc"
