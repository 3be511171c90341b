// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/merge.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace Qt::StringLiterals;

namespace {

Decision decision(const QString &id, const QString &words, Verdict verdict = Verdict::Confirmed)
{
    Decision made;
    made.id = id;
    made.verdict = verdict;
    made.target = {.exact = words, .prefix = u"before "_s, .suffix = u" after"_s};
    return made;
}

Review reviewOf(const std::vector<Decision> &decisions)
{
    return {.decisions = decisions, .others = {}};
}

QStringList idsOf(const std::vector<Decision> &decisions)
{
    QStringList ids;
    for (const Decision &one : decisions) {
        ids.append(one.id);
    }
    return ids;
}

/// Some of eight statements, decided or not; the second hand's ids are other ones.
Review someDecisions(QRandomGenerator &dice, const QString &hand)
{
    Review review;
    for (int words = 0; words < 8; ++words) {
        if (dice.bounded(3) == 0) {
            review.decisions.push_back(
                decision(hand + QString::number(words), u"words %1"_s.arg(words)));
        }
    }
    return review;
}

} // namespace

class TestMerge : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsBothHands();
    void withdrawnStaysWithdrawn();
    void theirsStandsAgainstOurs();
    void twinsAreNotTheSameWords();
    void keepsUnknownMembers();
    void losesNothingOfTheirs();
};

void TestMerge::keepsBothHands()
{
    const Review base = reviewOf({decision(u"a"_s, u"one"_s)});
    const Review ours = reviewOf({base.decisions[0], decision(u"b"_s, u"two"_s)});
    const Review theirs = reviewOf({base.decisions[0], decision(u"c"_s, u"three"_s)});
    const Merged both = merged(base, ours, theirs);
    QCOMPARE(idsOf(both.review.decisions), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
    QVERIFY(both.refused.empty());
}

void TestMerge::withdrawnStaysWithdrawn()
{
    const Review base = reviewOf({decision(u"a"_s, u"one"_s), decision(u"b"_s, u"two"_s)});
    const Review withoutA = reviewOf({base.decisions[1]});
    const Review withoutB = reviewOf({base.decisions[0]});
    QVERIFY(merged(base, withoutA, withoutB).review.decisions.empty());
    QCOMPARE(merged(base, base, withoutB).review, withoutB);
    QCOMPARE(merged(base, withoutA, base).review, withoutA);
}

void TestMerge::theirsStandsAgainstOurs()
{
    const Review base = reviewOf({decision(u"old"_s, u"one"_s, Verdict::NeedsSource)});
    const Review ours = reviewOf({decision(u"ours"_s, u"one"_s)});
    const Review theirs = reviewOf({decision(u"theirs"_s, u"one"_s, Verdict::Rejected)});
    const Merged both = merged(base, ours, theirs);
    QCOMPARE(both.review, theirs);
    QCOMPARE(idsOf(both.refused), QStringList{u"ours"_s});
    QVERIFY(merged(base, ours, ours).refused.empty()); // it is there already
}

/// The same words at two places are two statements.
void TestMerge::twinsAreNotTheSameWords()
{
    Decision twin = decision(u"twin"_s, u"no comment"_s);
    twin.target.prefix = u"elsewhere "_s;
    twin.target.suffix = u" as well"_s;
    const Merged both = merged({}, reviewOf({decision(u"a"_s, u"no comment"_s)}), reviewOf({twin}));
    QCOMPARE(both.review.decisions.size(), 2U);
}

void TestMerge::keepsUnknownMembers()
{
    const QJsonObject mine{{u"x"_s, 1}};
    const QJsonObject theirs{{u"y"_s, 2}};
    const Review decided = reviewOf({decision(u"a"_s, u"one"_s)});
    QCOMPARE(merged({}, {.decisions = {}, .others = mine}, decided).review.others, mine);
    QCOMPARE(merged({}, decided, {.decisions = {}, .others = theirs}).review.others, theirs);
}

void TestMerge::losesNothingOfTheirs()
{
    QRandomGenerator dice(20261128);
    for (int round = 0; round < 500; ++round) {
        const Review base = someDecisions(dice, u"b"_s);
        const Review ours = someDecisions(dice, dice.bounded(2) == 0 ? u"b"_s : u"o"_s);
        const Review theirs = someDecisions(dice, dice.bounded(2) == 0 ? u"b"_s : u"t"_s);
        const Merged both = merged(base, ours, theirs);
        const auto in = [](const auto &all, const Decision &one) {
            return std::ranges::contains(all, one);
        };
        for (const Decision &one : theirs.decisions) {
            const bool isWithdrawn = in(base.decisions, one) && !in(ours.decisions, one);
            QVERIFY(in(both.review.decisions, one) != isWithdrawn);
        }
        for (const Decision &one : ours.decisions) {
            const bool isWithdrawn = in(base.decisions, one) && !in(theirs.decisions, one);
            const int places = int(in(both.review.decisions, one)) + int(in(both.refused, one));
            QCOMPARE(places, isWithdrawn ? 0 : 1);
        }
    }
}

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_merge.moc"
