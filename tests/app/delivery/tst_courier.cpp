// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample.h"

#include <QSignalSpy>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::delivery;
using namespace nutgraf::delivery::test;

namespace {

/// A courier at work on a desk, with time that jumps to whatever is due next.
struct Round {
    const SampleDesk &desk;
    TestClock time;
    FakeTransport transport;
    KnownSecret secrets;
    NoHooks hooks;
    Courier courier{desk.folder, desk.outlets, {time.clock(), transport, secrets, hooks}};

    explicit Round(const SampleDesk &at) : desk(at)
    {
        QObject::connect(
            &courier, &Courier::waits, &courier,
            [this](const QDateTime &due) {
                if (due > *time.now)
                    *time.now = due;
                courier.start();
            },
            Qt::QueuedConnection);
    }
    void take()
    {
        Outbox outbox = queueAll(desk.folder, desk.outlets, time.clock());
        QVERIFY(outbox.faults.empty());
        courier.take(std::move(outbox.stories));
    }
    /// Delivers until nothing waits any more.
    void run()
    {
        take();
        QSignalSpy done(&courier, &Courier::finished);
        courier.start();
        QVERIFY(!done.isEmpty() || done.wait(20000));
    }
};

Answer httpAnswer(int status)
{
    const bool isServers = status >= 500;
    return {.verdict = isServers ? Verdict::Again : Verdict::Refused,
            .reason = Reason::Answered,
            .code = status,
            .mayHaveArrived = isServers};
}

} // namespace

class TestCourier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsVersionsInOrder() const;
    void oneStoryDoesNotHoldUpAnother() const;
    void aSilentOutletIsLeftInPeace() const;
    void aKillOvertakesWhatWaits() const;
    void aKillGoesBeforeOtherStories() const;
    void refusedIsFinal() const;
    void filesThatWereChangedAreNotSent() const;
    void commandsRunAroundADelivery() const;
    void aMissingSecretSendsNothing() const;
    void stopsInAGoodState() const;
    void aReceiptThatIsLostDoesNoHarm() const;
    void takesAwayWhatIsNoLongerThere() const;
    void sendsWhatIsQueuedMeanwhile() const;
};

void TestCourier::sendsVersionsInOrder() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s), outlet(u"b"_s)};
    for (int version = 1; version <= 3; ++version)
        desk.publish({.number = version,
                      .kind = version == 1 ? PublicationKind::First : PublicationKind::Update});
    Round round(desk);
    round.transport.answer = [&, tries = 0](const Parcel &parcel) mutable {
        const bool isDifficult = parcel.outlet.id == u"a"_s && parcel.key.version == 2;
        return isDifficult && ++tries < 4 ? httpAnswer(503) : Answer{.verdict = Verdict::Arrived};
    };
    round.run();
    QStringList ofA = round.transport.log().filter(u"a "_s);
    QCOMPARE(ofA, (QStringList{u"a 1"_s, u"a 2"_s, u"a 2"_s, u"a 2"_s, u"a 2"_s, u"a 3"_s}));
    QCOMPARE(round.transport.log().filter(u"b "_s), (QStringList{u"b 1"_s, u"b 2"_s, u"b 3"_s}));
    QCOMPARE(desk.delivery(2, u"a"_s)->attempts, 4);
    QCOMPARE(round.courier.counts(), (Counts{0, 6, 0}));
}

void TestCourier::oneStoryDoesNotHoldUpAnother() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    desk.publish({});
    desk.publish({.story = u"storm"_s});
    Round round(desk);
    round.transport.answer = [&](const Parcel &parcel) {
        const bool isDifficult = parcel.key.guid == guidOf(u"levy"_s);
        return isDifficult && *round.time.now < at(11) ? httpAnswer(500)
                                                       : Answer{.verdict = Verdict::Arrived};
    };
    round.run();
    QVERIFY(*desk.delivery(1, u"a"_s, u"storm"_s)->settled < at(10, 1));
    QVERIFY(*desk.delivery(1, u"a"_s)->settled >= at(11));
}

void TestCourier::aSilentOutletIsLeftInPeace() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    for (int i = 0; i < 20; ++i)
        desk.publish({.story = u"story-%1"_s.arg(i)});
    Round round(desk);
    round.transport.answer = [&](const Parcel &) {
        return *round.time.now < at(10, 5)
            ? Answer{.verdict = Verdict::Again, .reason = Reason::Unreachable}
            : Answer{.verdict = Verdict::Arrived};
    };
    round.run();
    QCOMPARE(round.courier.counts().sent, 20);
    QVERIFY2(round.transport.parcels.size() < 30, // not each story knocks at a closed door
             qPrintable(QString::number(round.transport.parcels.size())));
}

void TestCourier::aKillOvertakesWhatWaits() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s), outlet(u"b"_s)};
    desk.outlets.back().embargoes = Embargoes::Sent;
    desk.publish({.embargo = at(18)});
    Round first(desk);
    first.take();
    first.courier.start();
    QTRY_COMPARE(desk.state(1, u"b"_s), u"sent "_s);
    first.courier.stop();
    QCOMPARE(first.transport.log(), QStringList{u"b 1"_s});
    desk.publish({.number = 2, .kind = PublicationKind::Kill});
    Round round(desk);
    round.run();
    QCOMPARE(round.transport.log(), QStringList{u"b 2"_s});
    QCOMPARE(desk.state(1, u"a"_s), u"dropped withdrawn"_s);
    QCOMPARE(desk.state(2, u"a"_s), u"dropped never-arrived"_s);
}

void TestCourier::aKillGoesBeforeOtherStories() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    desk.publish({.story = u"zzz"_s});
    Round(desk).run();
    desk.publish({.story = u"aaa"_s});
    desk.publish({.story = u"zzz"_s, .number = 2, .kind = PublicationKind::Kill});
    Round round(desk);
    round.run();
    QCOMPARE(round.transport.log(), (QStringList{u"a 2"_s, u"a 1"_s}));
}

void TestCourier::refusedIsFinal() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    desk.publish({});
    Round round(desk);
    round.transport.answer = [](const Parcel &) {
        return httpAnswer(403);
    };
    round.run();
    QCOMPARE(round.transport.parcels.size(), 1U);
    QCOMPARE(desk.state(1, u"a"_s), u"failed answered"_s);
    QCOMPARE(desk.delivery(1, u"a"_s)->code, 403);
    QVERIFY(!desk.delivery(1, u"a"_s)->mayHaveArrived);
    Round(desk).run();
    QCOMPARE(desk.delivery(1, u"a"_s)->attempts, 1);
}

void TestCourier::filesThatWereChangedAreNotSent() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    desk.publish({});
    Round round(desk);
    round.take();
    QVERIFY(writeFile(publish::versionFolder(desk.storyFolder(u"levy"_s), 1)
                          + u"/wire.newshub.ninjs.json"_s,
                      "{}"));
    QSignalSpy done(&round.courier, &Courier::finished);
    round.courier.start();
    QVERIFY(!done.isEmpty() || done.wait());
    QVERIFY(round.transport.parcels.empty());
    QCOMPARE(desk.state(1, u"a"_s), u"failed file-damaged"_s);
}

void TestCourier::commandsRunAroundADelivery() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    desk.outlets.front().before = {u"true"_s};
    desk.outlets.front().after = {u"true"_s};
    desk.publish({});
    Round round(desk);
    round.run();
    QCOMPARE(round.hooks.calls, 2);
    desk.publish({.number = 2, .kind = PublicationKind::Update});
    Round refusing(desk);
    refusing.hooks.before = {.verdict = Verdict::Refused, .reason = Reason::HookFailed, .code = 1};
    refusing.run();
    QVERIFY(refusing.transport.parcels.empty());
    QCOMPARE(desk.state(2, u"a"_s), u"failed hook-failed"_s);
}

void TestCourier::aMissingSecretSendsNothing() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    desk.outlets.front().signing = Signing::Signed;
    desk.publish({});
    Round round(desk);
    round.secrets.found = {.value = {}, .reason = Reason::SecretMissing};
    round.take();
    QSignalSpy waits(&round.courier, &Courier::waits);
    round.courier.start();
    QVERIFY(waits.wait());
    QVERIFY(round.transport.parcels.empty());
    QCOMPARE(desk.state(1, u"a"_s), u"waiting secret-missing"_s);
    QVERIFY(!desk.delivery(1, u"a"_s)->mayHaveArrived);
    round.secrets.found = {.value = u"key"_s};
    QSignalSpy done(&round.courier, &Courier::finished);
    QVERIFY(done.wait());
    QCOMPARE(round.transport.parcels.front().secret, u"key"_s);
    const QByteArray receipt =
        readFile(deliveryPath(desk.folder, {guidOf(u"levy"_s), 1, u"a"_s})).value();
    QVERIFY(!receipt.contains("\"key\""));
}

void TestCourier::stopsInAGoodState() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    desk.publish({});
    desk.publish({.story = u"storm"_s});
    Round round(desk);
    round.transport.answer = [&](const Parcel &) {
        round.courier.stop();
        return Answer{.verdict = Verdict::Again, .reason = Reason::Stopped, .mayHaveArrived = true};
    };
    round.run();
    QCOMPARE(round.transport.parcels.size(), 1U);
    QVERIFY(round.courier.isIdle());
    QCOMPARE(round.courier.counts(), (Counts{2, 0, 0}));
    Round again(desk);
    again.run();
    QCOMPARE(again.courier.counts(), (Counts{0, 2, 0}));
}

/// The program ends after the push and before its receipt.
void TestCourier::aReceiptThatIsLostDoesNoHarm() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    desk.publish({});
    {
        auto round = std::make_unique<Round>(desk);
        round->take();
        round->courier.start();
        QCOMPARE(round->transport.parcels.size(), 1U);
    }
    QCOMPARE(desk.state(1, u"a"_s), u"waiting "_s);
    QVERIFY(desk.delivery(1, u"a"_s)->mayHaveArrived); // so that a kill would find it
    desk.publish({.number = 2, .kind = PublicationKind::Update});
    Round round(desk);
    round.run();
    QCOMPARE(round.transport.log(), (QStringList{u"a 1"_s, u"a 2"_s}));
}

void TestCourier::takesAwayWhatIsNoLongerThere() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"drop"_s, OutletKind::Folder, u"/nowhere"_s)};
    desk.outlets.front().edition = format::EditionKind::Web;
    desk.publish({});
    Round(desk).run();
    desk.publish({.number = 2, .kind = PublicationKind::Update, .hasWeb = false});
    Round round(desk);
    round.run();
    QCOMPARE(round.transport.parcels.size(), 1U);
    QVERIFY(round.transport.parcels.front().files.empty());
    QCOMPARE(round.transport.parcels.front().obsolete,
             (QStringList{u"web.atom.xml"_s, u"web.html"_s}));
}

void TestCourier::sendsWhatIsQueuedMeanwhile() const
{
    SampleDesk desk;
    desk.outlets = {outlet(u"a"_s)};
    desk.publish({});
    Round round(desk);
    round.transport.answer = [&](const Parcel &parcel) {
        if (parcel.key.version == 1) {
            desk.publish({.number = 2, .kind = PublicationKind::Update});
            round.take();
        }
        return Answer{.verdict = Verdict::Arrived};
    };
    round.run();
    QCOMPARE(round.transport.log(), (QStringList{u"a 1"_s, u"a 2"_s}));
    QCOMPARE(desk.state(1, u"a"_s), u"sent "_s);
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
