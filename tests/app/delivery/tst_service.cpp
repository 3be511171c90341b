// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/service.h"
#include "sample.h"

#include <QSignalSpy>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::delivery;
using namespace nutgraf::delivery::test;

namespace {

/// A desk in a window: its outlets stand in desk.json.
struct Fixture {
    SampleDesk desk;
    TestClock time;
    FakeTransport transport;
    KnownSecret secrets;
    NoHooks hooks;
    DeliveryService service{desk.folder, {time.clock(), transport, secrets, hooks}};
    QSignalSpy rested{&service, &DeliveryService::rested};
    QSignalSpy troubled{&service, &DeliveryService::troubled};

    explicit Fixture(const QByteArray &since = "2026-05-12T00:00:00Z")
    {
        QVERIFY(
            writeFile(desk.folder + u"/desk.json"_s,
                      "{\"outlets\": [{\"id\": \"a\", \"kind\": \"folder\", \"folder\": \"/x\", "
                      "\"edition\": \"wire\", \"since\": \""
                          + since + "\"}]}"));
    }
    void deliver()
    {
        rested.clear();
        service.deliver();
        QVERIFY(rested.wait(20000));
    }
};

} // namespace

class TestService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsAndTellsHowMany() const;
    void letsOthersDeliverWhileItRests() const;
    void waitsForOthers() const;
    void takesInWhatComesMeanwhile() const;
    void tellsOfTrouble() const;
    void aDeskWithoutOutletsStaysAsItIs() const;
};

void TestService::sendsAndTellsHowMany() const
{
    Fixture at;
    at.desk.publish({});
    QSignalSpy counts(&at.service, &DeliveryService::countsChanged);
    at.deliver();
    QCOMPARE(at.service.counts(), (Counts{0, 1, 0}));
    QCOMPARE(counts.last().first().value<Counts>(), (Counts{0, 1, 0}));
    QVERIFY(!at.service.isAtWork());
}

void TestService::letsOthersDeliverWhileItRests() const
{
    Fixture at;
    at.desk.publish({});
    at.transport.answer = [](const Parcel &) {
        return Answer{.verdict = Verdict::Again, .reason = Reason::Unreachable};
    };
    at.deliver();
    QCOMPARE(at.service.counts(), (Counts{1, 0, 0}));
    QVERIFY(lockOutbox(at.desk.folder));
}

void TestService::waitsForOthers() const
{
    Fixture at;
    at.desk.publish({});
    {
        const Result<FileLock> others = lockOutbox(at.desk.folder);
        QVERIFY(others);
        at.deliver();
    }
    QVERIFY(at.transport.parcels.empty());
    QVERIFY(at.troubled.isEmpty());
    at.deliver();
    QCOMPARE(at.transport.parcels.size(), 1U);
}

void TestService::takesInWhatComesMeanwhile() const
{
    Fixture at;
    at.desk.publish({});
    at.transport.answer = [&](const Parcel &parcel) {
        if (parcel.key.version == 1) {
            at.desk.publish({.number = 2, .kind = PublicationKind::Update});
            at.service.deliver();
        }
        return Answer{.verdict = Verdict::Arrived};
    };
    at.service.deliver();
    QTRY_COMPARE_WITH_TIMEOUT(at.transport.log(), (QStringList{u"a 1"_s, u"a 2"_s}), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!at.service.isAtWork(), 20000);
}

void TestService::tellsOfTrouble() const
{
    Fixture at("yesterday");
    at.deliver();
    QCOMPARE(at.troubled.size(), 1);
    QCOMPARE(at.troubled.first().first().value<Error>().detail, u"outlets[0].since"_s);
}

void TestService::aDeskWithoutOutletsStaysAsItIs() const
{
    Fixture at;
    QVERIFY(writeFile(at.desk.folder + u"/desk.json"_s, "{}"));
    at.desk.publish({});
    at.deliver();
    QVERIFY(!QFileInfo::exists(at.desk.folder + u"/outbox"_s));
    QVERIFY(!QFileInfo::exists(at.desk.folder + u"/.nutgraf"_s));
}

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
