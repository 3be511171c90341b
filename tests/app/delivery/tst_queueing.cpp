// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/by_hand.h"
#include "sample.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::delivery;
using namespace nutgraf::delivery::test;

namespace {

/// Queues all, and fails the test where something could not be read.
void queue(const SampleDesk &desk, const QDateTime &now = at(10))
{
    const Outbox outbox = queueAll(desk.folder, desk.outlets, fixedClock(now));
    QVERIFY2(outbox.faults.empty(),
             outbox.faults.empty() ? "" : qPrintable(outbox.faults.front().subject));
}

/// As if it had arrived.
void settle(const SampleDesk &desk, int version, const QString &outlet,
            const Answer &answer = {.verdict = Verdict::Arrived})
{
    const std::optional<Delivery> waiting = desk.delivery(version, outlet);
    QVERIFY(waiting);
    QVERIFY(store(desk.folder, answered(*waiting, answer, at(10))));
}

} // namespace

class TestQueueing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queuesWhatMatches() const;
    void nothingFromBeforeTheOutlet() const;
    void queuesOnlyOnce() const;
    void aLostQueueIsMadeAgain() const;
    void laterVersionsFollowTheFirst() const;
    void aKillGoesToWhoeverReceivedIt() const;
    void aKillFindsOutletsThatWereTakenAway() const;
    void anEmbargoHoldsItBack() const;
    void theBinIsLookedAtToo() const;
    void brokenReceiptsHideNothing() const;
    void damagedVersionsAreNotQueued() const;
    void handsChangeWhatIsNamed() const;
};

void TestQueueing::queuesWhatMatches() const
{
    SampleDesk desk;
    Outlet sport = outlet(u"sport"_s);
    sport.filter.subjects = {u"medtop:15000000"_s};
    Outlet urgent = outlet(u"urgent"_s);
    urgent.filter.leastUrgent = 3;
    desk.outlets = {outlet(u"all"_s), sport, urgent};
    desk.publish({});
    queue(desk);
    QCOMPARE(desk.state(1, u"all"_s), u"waiting "_s);
    QCOMPARE(desk.state(1, u"sport"_s), u"none"_s);
    QCOMPARE(desk.state(1, u"urgent"_s), u"none"_s);
}

void TestQueueing::nothingFromBeforeTheOutlet() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"new"_s)};
    desk.outlets.front().since = at(9, 30);
    desk.publish({.published = at(9)});
    desk.publish({.story = u"storm"_s, .published = at(9, 30)});
    queue(desk);
    QCOMPARE(desk.state(1, u"new"_s), u"none"_s);
    QCOMPARE(desk.state(1, u"new"_s, u"storm"_s), u"waiting "_s);
}

void TestQueueing::queuesOnlyOnce() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"newshub"_s)};
    desk.publish({});
    queue(desk);
    settle(desk, 1, u"newshub"_s);
    queue(desk, at(11));
    QCOMPARE(desk.state(1, u"newshub"_s), u"sent "_s);
    QCOMPARE(desk.delivery(1, u"newshub"_s)->queued, at(10));
}

/// A crash between publication and queueing, or a hand that emptied the outbox.
void TestQueueing::aLostQueueIsMadeAgain() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"newshub"_s)};
    desk.publish({});
    queue(desk);
    QVERIFY(removeFolder(desk.folder + u"/outbox"_s));
    queue(desk, at(11));
    QCOMPARE(desk.state(1, u"newshub"_s), u"waiting "_s);
}

void TestQueueing::laterVersionsFollowTheFirst() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"politics"_s)};
    desk.outlets.front().filter.subjects = {u"medtop:11000000"_s};
    desk.publish({});
    queue(desk);
    settle(desk, 1, u"politics"_s);
    desk.publish({.number = 2, .kind = PublicationKind::Correction, .subjects = {}, .urgency = 9});
    queue(desk);
    QCOMPARE(desk.state(2, u"politics"_s), u"waiting "_s);
}

void TestQueueing::aKillGoesToWhoeverReceivedIt() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"took"_s), outlet(u"refused"_s), outlet(u"silent"_s)};
    desk.publish({});
    queue(desk);
    settle(desk, 1, u"took"_s);
    settle(desk, 1, u"refused"_s,
           {.verdict = Verdict::Refused, .reason = Reason::Answered, .code = 403});
    settle(desk, 1, u"silent"_s,
           {.verdict = Verdict::Again, .reason = Reason::TimedOut, .mayHaveArrived = true});
    desk.outlets.push_back(outlet(u"later"_s));
    desk.outlets.back().since = at(9, 30);
    desk.outlets.front().filter.leastUrgent = 1;
    desk.publish({.number = 2, .kind = PublicationKind::Kill, .published = at(10)});
    queue(desk);
    QCOMPARE(desk.state(2, u"took"_s), u"waiting "_s);
    QCOMPARE(desk.state(2, u"refused"_s), u"none"_s);
    QCOMPARE(desk.state(2, u"silent"_s), u"waiting "_s);
    QCOMPARE(desk.state(2, u"later"_s), u"none"_s);
    QVERIFY(desk.delivery(2, u"took"_s)->isWithdrawal);
}

void TestQueueing::aKillFindsOutletsThatWereTakenAway() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"old"_s)};
    desk.publish({});
    queue(desk);
    settle(desk, 1, u"old"_s);
    desk.outlets.clear();
    desk.publish({.number = 2, .kind = PublicationKind::Update});
    desk.publish({.number = 3, .kind = PublicationKind::Kill});
    queue(desk);
    QCOMPARE(desk.state(2, u"old"_s), u"none"_s);
    QCOMPARE(desk.state(3, u"old"_s), u"waiting "_s);
}

void TestQueueing::anEmbargoHoldsItBack() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"waits"_s), outlet(u"takes"_s)};
    desk.outlets.back().embargoes = Embargoes::Sent;
    desk.publish({.embargo = at(18)});
    queue(desk);
    QCOMPARE(dueTime(*desk.delivery(1, u"waits"_s)), at(18));
    QVERIFY(!dueTime(*desk.delivery(1, u"takes"_s)));
}

void TestQueueing::theBinIsLookedAtToo() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"newshub"_s)};
    desk.publish({});
    QVERIFY(makeFolder(desk.folder + u"/spiked"_s));
    QVERIFY(moveFolderOnce(desk.storyFolder(u"levy"_s), desk.folder + u"/spiked/levy"_s));
    queue(desk);
    QCOMPARE(desk.state(1, u"newshub"_s), u"waiting "_s);
}

void TestQueueing::brokenReceiptsHideNothing() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"newshub"_s), outlet(u"other"_s)};
    desk.publish({});
    queue(desk);
    const QString path = deliveryPath(desk.folder, {guidOf(u"levy"_s), 1, u"newshub"_s});
    QVERIFY(writeFile(path, "<<<<<<< ours"));
    desk.publish({.number = 2, .kind = PublicationKind::Kill});
    const Outbox outbox = queueAll(desk.folder, desk.outlets, fixedClock(at(10)));
    QCOMPARE(outbox.faults.size(), 1U);
    QCOMPARE(outbox.faults.front().subject, path);
    QCOMPARE(readFile(path).value(), "<<<<<<< ours"); // nobody writes over it
    QCOMPARE(desk.state(2, u"newshub"_s), u"waiting "_s);
    QCOMPARE(desk.state(1, u"other"_s), u"waiting "_s);
}

void TestQueueing::damagedVersionsAreNotQueued() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"newshub"_s)};
    desk.publish({});
    const QString file =
        publish::versionFolder(desk.storyFolder(u"levy"_s), 1) + u"/wire.newshub.ninjs.json"_s;
    QVERIFY(writeFile(file, "{}"));
    const Outbox outbox = queueAll(desk.folder, desk.outlets, fixedClock(at(10)));
    QCOMPARE(outbox.faults.size(), 1U);
    QCOMPARE(outbox.faults.front().code, ErrorCode::HashMismatch);
    QCOMPARE(desk.state(1, u"newshub"_s), u"none"_s);
}

void TestQueueing::handsChangeWhatIsNamed() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"newshub"_s)};
    desk.publish({});
    queue(desk);
    const QString name = label({guidOf(u"levy"_s), 1, u"newshub"_s});
    QCOMPARE(cancel(desk.folder, name, fixedClock(at(10)))->size(), 1U);
    QCOMPARE(desk.state(1, u"newshub"_s), u"cancelled "_s);
    queue(desk); // what was given up stays so
    QCOMPARE(desk.state(1, u"newshub"_s), u"cancelled "_s);
    QCOMPARE(retry(desk.folder, u"all"_s)->size(), 0U);
    QCOMPARE(retry(desk.folder, name)->size(), 1U);
    QCOMPARE(desk.state(1, u"newshub"_s), u"waiting "_s);
    QCOMPARE(retry(desk.folder, u"x/v0001.newshub"_s).error().code, ErrorCode::ArgumentInvalid);
}

QTEST_GUILESS_MAIN(TestQueueing)
#include "tst_queueing.moc"
