// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/fingerprint.h"
#include "story/fields.h"

#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace Qt::StringLiterals;

namespace {

story::Story full()
{
    story::Story story;
    story.slug = u"harbour-levy"_s;
    story.headline = u"Levy stays"_s;
    story.body = u"Text, said Carl Dahl."_s;
    return story;
}

/// `full()` with another value in one field.
story::Story with(story::Field field)
{
    story::Story other = full();
    using enum story::Field;
    // clang-format off
    switch (field) {
    case Slug: other.slug += u'x'; break;
    case Headline: other.headline += u'x'; break;
    case Deck: other.deck += u'x'; break;
    case Byline: other.byline += u'x'; break;
    case DatelinePlace: other.dateline.place += u'x'; break;
    case DatelineDate: other.dateline.date = QDate(2026, 5, 12); break;
    case Language: other.language = u"tr"_s; break;
    case Urgency: other.urgency = 1; break;
    case Subjects: other.subjects = {u"medtop:11000000"_s}; break;
    case Keywords: other.keywords = {u"ferry"_s}; break;
    case Status: other.status = story::Status::Approved; break;
    case Embargo: other.embargo = QDateTime(QDate(2026, 5, 12), QTime(8, 0), QTimeZone::UTC); break;
    case EditorsNote: other.editorsNote += u'x'; break;
    case Notice: other.notice += u'x'; break;
    case Body: other.body += u'x'; break;
    }
    // clang-format on
    return other;
}

review::Review decided(review::Verdict verdict)
{
    review::Decision decision;
    decision.id = u"d1"_s;
    decision.at = QDateTime(QDate(2026, 5, 12), QTime(9, 30), QTimeZone::UTC);
    decision.verdict = verdict;
    decision.target = {u"“Never again,”"_s, {}, u" Barrow told"_s};
    return {.decisions = {decision}, .others = {}};
}

} // namespace

class TestFingerprint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForTheSame() const;
    void seesEveryField() const;
    void tellsListsApart() const;
    void seesEveryDecision() const;
    void ofNothingFitsNoStory() const;
};

void TestFingerprint::isTheSameForTheSame() const
{
    QCOMPARE(reading::fingerprint(full(), decided(review::Verdict::Confirmed)),
             reading::fingerprint(full(), decided(review::Verdict::Confirmed)));
}

void TestFingerprint::seesEveryField() const
{
    for (const story::Field field : story::fields()) {
        QVERIFY2(reading::fingerprint(with(field)) != reading::fingerprint(full()),
                 qPrintable(story::key(field)));
    }
    QVERIFY(reading::fingerprint(with(story::Field::Body))
            != reading::fingerprint(with(story::Field::Headline)));
}

void TestFingerprint::tellsListsApart() const
{
    story::Story one = full();
    story::Story two = full();
    one.keywords = {u"ferry, levy"_s};
    two.keywords = {u"ferry"_s, u"levy"_s};
    QVERIFY(reading::fingerprint(one) != reading::fingerprint(two));
    one.keywords = {u"ferry, levy"_s, u"June"_s};
    two.keywords = {u"ferry"_s, u"levy, June"_s};
    QVERIFY(reading::fingerprint(one) != reading::fingerprint(two));
    // Nor does one list go on in the next.
    one.keywords = {};
    two.keywords = {};
    one.subjects = {u"a"_s};
    two.subjects = {u"b"_s};
    QVERIFY(reading::fingerprint(one) != reading::fingerprint(two));
    // What one field ends with is not what the next begins with.
    one = two = full();
    one.headline = u"ab"_s;
    one.deck = u"c"_s;
    two.headline = u"a"_s;
    two.deck = u"bc"_s;
    QVERIFY(reading::fingerprint(one) != reading::fingerprint(two));
}

void TestFingerprint::seesEveryDecision() const
{
    using enum review::Verdict;
    QVERIFY(reading::fingerprint(decided(Confirmed)) != reading::fingerprint(decided(Rejected)));
    QVERIFY(reading::fingerprint(decided(Confirmed)) != reading::fingerprint(review::Review()));
    // What a file says and a program holds is the same.
    const QByteArray json = review::writeReview(decided(Confirmed));
    QCOMPARE(reading::fingerprint(review::readReview(json, u"review.json"_s).value()),
             reading::fingerprint(decided(Confirmed)));
}

void TestFingerprint::ofNothingFitsNoStory() const
{
    QVERIFY(reading::fingerprint(story::Story(), review::Review()) != reading::Fingerprint());
}

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
