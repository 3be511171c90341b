// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::delivery;
using namespace nutgraf::delivery::test;
using namespace std::chrono_literals;

namespace {

Delivery made(int version, State state, bool mayHaveArrived = false)
{
    Delivery delivery;
    delivery.key = {guidOf(u"levy"_s), version, u"newshub"_s};
    delivery.state = state;
    delivery.mayHaveArrived = mayHaveArrived || state == State::Sent;
    delivery.queued = at(9);
    return delivery;
}

Delivery withdrawal(int version)
{
    Delivery delivery = made(version, State::Waiting);
    delivery.isWithdrawal = true;
    return delivery;
}

/// `1 dropped withdrawn, 2 waiting`: what stands in a box after the rules had a look.
QString settled(StoryBox box)
{
    const std::vector<Delivery> dropped = dropOvertaken(box, u"newshub"_s, at(10));
    QStringList all;
    for (const Delivery &delivery : box.deliveries)
        all.append((QString::number(delivery.key.version) + u' ' + key(delivery.state) + u' '
                    + key(delivery.reason))
                       .trimmed());
    return all.join(u", "_s);
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filtersTakeAllThatIsSet() const;
    void aWithdrawalStopsWhatWaits() const;
    void nothingOldFollowsWhatIsNewer() const;
    void theOldestGoesFirst() const;
    void waitsGrow() const;
    void answersSettleOrWait() const;
    void doubtIsKept() const;
    void peopleRetryAndCancel() const;
    void filesSayTheSameWhenReadAgain() const;
    void brokenFilesAreSeen_data() const;
    void brokenFilesAreSeen() const;
};

void TestRules::filtersTakeAllThatIsSet() const
{
    const Facts facts{.subjects = {u"medtop:11000000"_s, u"medtop:04000000"_s},
                      .services = {u"n"_s},
                      .urgency = 3};
    QVERIFY(matches({}, facts));
    QVERIFY(matches({{u"medtop:04000000"_s, u"medtop:15000000"_s}, {u"n"_s}, 3}, facts));
    QVERIFY(!matches({{u"medtop:15000000"_s}, {}, 9}, facts));
    QVERIFY(!matches({{}, {u"sport"_s}, 9}, facts));
    QVERIFY(!matches({{}, {}, 2}, facts));
}

void TestRules::aWithdrawalStopsWhatWaits() const
{
    QCOMPARE(settled({{made(1, State::Waiting), withdrawal(2)}, {}, {}}),
             u"1 dropped withdrawn, 2 dropped never-arrived"_s);
    QCOMPARE(settled({{made(1, State::Sent), made(2, State::Waiting), withdrawal(3)}, {}, {}}),
             u"1 sent, 2 dropped withdrawn, 3 waiting"_s);
    // Nobody knows whether the first arrived: the kill goes out.
    QCOMPARE(settled({{made(1, State::Waiting, true), withdrawal(2)}, {}, {}}),
             u"1 dropped withdrawn, 2 waiting"_s);
    QCOMPARE(settled({{made(1, State::Cancelled, true), withdrawal(2)}, {}, {}}),
             u"1 cancelled, 2 waiting"_s);
    QCOMPARE(settled({{made(1, State::Failed), withdrawal(2)}, {}, {}}),
             u"1 failed, 2 dropped never-arrived"_s);
    // … nor where the receipt cannot be read.
    QCOMPARE(settled({{withdrawal(2)}, {{guidOf(u"levy"_s), 1, u"newshub"_s}}, {}}),
             u"2 waiting"_s);
    // A story that was withheld may come back.
    QCOMPARE(settled({{made(1, State::Sent), withdrawal(2), made(3, State::Waiting)}, {}, {}}),
             u"1 sent, 2 waiting, 3 waiting"_s);
}

void TestRules::nothingOldFollowsWhatIsNewer() const
{
    QCOMPARE(settled({{made(1, State::Waiting), made(2, State::Sent)}, {}, {}}),
             u"1 dropped overtaken, 2 sent"_s);
    QCOMPARE(settled({{made(1, State::Waiting), made(2, State::Waiting, true)}, {}, {}}),
             u"1 dropped overtaken, 2 waiting"_s);
}

void TestRules::theOldestGoesFirst() const
{
    const StoryBox box{
        {made(1, State::Failed), made(2, State::Waiting), made(3, State::Waiting)}, {}, {}};
    QCOMPARE(turnOf(box, u"newshub"_s)->key.version, 2);
    QVERIFY(turnOf(box, u"other"_s) == nullptr);
}

void TestRules::waitsGrow() const
{
    const Delivery story = made(1, State::Waiting);
    QCOMPARE(pauseAfter(1, story), 15s);
    QCOMPARE(pauseAfter(2, story), 30s);
    QCOMPARE(pauseAfter(5, story), 240s);
    QCOMPARE(pauseAfter(1000, story), 3600s);
    QCOMPARE(pauseAfter(1000, withdrawal(1)), 300s);
}

void TestRules::answersSettleOrWait() const
{
    const Delivery before = made(1, State::Waiting);
    const Delivery sent = answered(before, {.verdict = Verdict::Arrived}, at(10));
    QCOMPARE(sent.state, State::Sent);
    QCOMPARE(sent.settled, at(10));
    const Delivery refused = answered(
        before, {.verdict = Verdict::Refused, .reason = Reason::Answered, .code = 403}, at(10));
    QCOMPARE(refused.state, State::Failed);
    QVERIFY(!refused.mayHaveArrived);
    const Delivery later = answered(
        before, {.verdict = Verdict::Again, .reason = Reason::Answered, .code = 503, .wait = 90s},
        at(10));
    QCOMPARE(later.state, State::Waiting);
    QCOMPARE(later.notBefore, at(10).addSecs(90));
    QCOMPARE(later.attempts, 1);
}

void TestRules::doubtIsKept() const
{
    const Answer silence{
        .verdict = Verdict::Again, .reason = Reason::TimedOut, .mayHaveArrived = true};
    const Answer no{.verdict = Verdict::Refused, .reason = Reason::Answered, .code = 403};
    const Delivery after = answered(answered(made(1, State::Waiting), silence, at(10)), no, at(11));
    QCOMPARE(after.state, State::Failed);
    QVERIFY(after.mayHaveArrived);
}

void TestRules::peopleRetryAndCancel() const
{
    const StoryBox box{{made(1, State::Failed), made(2, State::Sent)}, {}, {}};
    QCOMPARE(retried(box, box.deliveries.front()).error().detail, u"overtaken"_s);
    QCOMPARE(retried(box, box.deliveries.back()).error().detail, u"sent"_s);
    Delivery failed = made(3, State::Failed);
    failed.embargo = at(18);
    failed.notBefore = at(12);
    const Result<Delivery> again = retried({{failed}, {}, {}}, failed);
    QVERIFY(again);
    QCOMPARE(again->state, State::Waiting);
    QCOMPARE(dueTime(*again), at(18)); // nobody lifts an embargo by trying again
    QCOMPARE(cancelled(failed, at(10))->state, State::Cancelled);
    QVERIFY(!cancelled(made(1, State::Sent), at(10)));
}

void TestRules::filesSayTheSameWhenReadAgain() const
{
    Delivery delivery = made(7, State::Failed, true);
    delivery.isWithdrawal = true;
    delivery.embargo = at(11);
    delivery.notBefore = at(12);
    delivery.tried = at(9, 30);
    delivery.settled = at(9, 31);
    delivery.attempts = 4;
    delivery.reason = Reason::Answered;
    delivery.code = 403;
    delivery.files = {u"wire.html"_s};
    delivery.remote = u"17"_s;
    const Result<Delivery> again = readDelivery(writeDelivery(delivery), u"x"_s);
    QVERIFY(again);
    QCOMPARE(*again, delivery);
    QCOMPARE(writeDelivery(*again), writeDelivery(delivery));
}

void TestRules::brokenFilesAreSeen_data() const
{
    const QByteArray whole = writeDelivery(made(1, State::Waiting));
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << whole.first(whole.size() / 2);
    QTest::newRow("a merge conflict") << "<<<<<<< ours\n" + whole;
    QTest::newRow("a later format") << QByteArray(whole).replace("\"format\": 1", "\"format\": 2");
    QTest::newRow("no such state") << QByteArray(whole).replace("waiting", "lost");
    QTest::newRow("no version") << QByteArray(whole).replace("\"version\": 1", "\"version\": 0");
}

void TestRules::brokenFilesAreSeen() const
{
    QFETCH(const QByteArray, bytes);
    const Result<Delivery> read = readDelivery(bytes, u"v0001.newshub.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(read.error().subject, u"v0001.newshub.json"_s);
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
