// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "levy_story.h"
#include "review/anchors.h"
#include "review/corrections.h"

#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace Qt::StringLiterals;
using analysis::AttributionKind;

// What a correction leaves in the decisions.

namespace {

const QDateTime Noon(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);

Signature signature(const QString &id = u"d7"_s)
{
    return {.by = u"kl"_s, .at = Noon.toOffsetFromUtc(7200), .id = id};
}

Review amend(const StoryText &story, const Review &review, const Amendment &amendment)
{
    return correct(review, corrected(story.analysis, review, story.text), story.text, amendment,
                   signature());
}

} // namespace

class TestCorrect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhoWhenAndOfWhat() const;
    void saysAllOfWhatWasMissed() const;
    void keepsTheCommentAndTheOtherDecisions() const;
    void forgetsACorrectionOfOtherWords() const;
    void keepsTheWordsWhereTheyWereMovedTo() const;
    void knowsItsCorrection() const;
    void showsWhatIsThere() const;
    void readsAMark() const;
};

void TestCorrect::saysWhoWhenAndOfWhat() const
{
    const StoryText story = found(levyText());
    Amendment amendment = asIs(story.analysis, 0);
    amendment.kind = AttributionKind::Mixed;
    const Decision decision = amend(story, {}, amendment).decisions.at(0);
    Decision expected;
    expected.id = u"d7"_s;
    expected.verdict = Verdict::Confirmed;
    expected.target = selectorOf(story.text, amendment.content);
    expected.speaker = u"Owen Barrow"_s;
    expected.by = u"kl"_s;
    expected.at = Noon;
    expected.correction = Correction();
    expected.correction->kind = AttributionKind::Mixed;
    expected.correction->by = u"kl"_s;
    expected.correction->at = Noon;
    QCOMPARE(decision, expected);
    QCOMPARE(decision.at.timeSpec(), Qt::UTC);
    amendment.kind = AttributionKind::Direct;
    amendment.content.end += 8; // " on the "
    const Correction moved = *amend(story, {}, amendment).decisions.at(0).correction;
    QCOMPARE(moved.content, selectorOf(story.text, wholeWords(amendment.content, story.text)));
    QVERIFY(!moved.kind && !moved.speaker);
}

void TestCorrect::saysAllOfWhatWasMissed() const
{
    const StoryText story = found(levyText());
    const Amendment missed{.attribution = -1,
                           .speaker = u"Santoro"_s,
                           .kind = AttributionKind::Indirect,
                           .content = range(story, u"this year"_s)};
    const Decision decision = amend(story, {}, missed).decisions.at(0);
    QCOMPARE(decision.target, selectorOf(story.text, missed.content));
    QCOMPARE(decision.speaker, u"Leila Santoro"_s);
    QCOMPARE(decision.correction->speaker, u"Leila Santoro"_s);
    QCOMPARE(decision.correction->kind, AttributionKind::Indirect);
    QVERIFY(!decision.correction->content);
}

void TestCorrect::keepsTheCommentAndTheOtherDecisions() const
{
    const StoryText story = found(levyText());
    Review review =
        decide({}, story.analysis, story.text, 0, {Verdict::Rejected, u"mo"_s, Noon, u"other"_s});
    review = decide(review, story.analysis, story.text, 1,
                    {Verdict::NeedsSource, u"mo"_s, Noon, u"asked"_s});
    review.decisions[1].comment = u"Ask her."_s;
    Amendment amendment = asIs(story.analysis, 1);
    amendment.speaker = u"Leila Santoro"_s;
    const Review now = amend(story, review, amendment);
    QCOMPARE(now.decisions.size(), 2U);
    QCOMPARE(now.decisions[0], review.decisions[0]);
    QCOMPARE(now.decisions[1].comment, u"Ask her."_s);
    QCOMPARE(now.decisions[1].id, u"d7"_s);
}

void TestCorrect::forgetsACorrectionOfOtherWords() const
{
    const StoryText story = found(levyText());
    Amendment amendment = asIs(story.analysis, 1);
    amendment.kind = AttributionKind::Mixed;
    const Review review = amend(story, {}, amendment);
    StoryText edited(levyText().replace(u"could find"_s, u"could get"_s));
    edited.said(u"Owen Barrow"_s, u"“a tax on salt water”"_s)
        .said(u"Owen Barrow"_s, u"“the smallest we could get”"_s);
    // Reopened, and confirmed as it is: what was put right was of the words of before.
    const Review now = amend(edited, review, asIs(edited.analysis, 1));
    QCOMPARE(now.decisions.size(), 1U);
    QVERIFY(!now.decisions[0].correction);
    QCOMPARE(now.decisions[0].target, selectorOf(edited.text, asIs(edited.analysis, 1).content));
    // Of the same words it stays.
    Amendment again = asIs(corrected(story.analysis, review, story.text), 1);
    again.speaker = u"Leila Santoro"_s;
    QCOMPARE(amend(story, review, again).decisions[0].correction->kind, AttributionKind::Mixed);
}

void TestCorrect::keepsTheWordsWhereTheyWereMovedTo() const
{
    const StoryText story = found(levyText());
    Amendment amendment = asIs(story.analysis, 1);
    amendment.content = range(story, u"“the smallest we could find” this year"_s);
    const Review moved = amend(story, {}, amendment);
    Amendment again = asIs(corrected(story.analysis, moved, story.text), 1);
    again.speaker = u"Leila Santoro"_s;
    const Review now = amend(story, moved, again);
    QCOMPARE(now.decisions.size(), 1U);
    QCOMPARE(now.decisions[0].target, selectorOf(story.text, asIs(story.analysis, 1).content));
    QCOMPARE(now.decisions[0].correction->content, selectorOf(story.text, amendment.content));
    QCOMPARE(now.decisions[0].correction->speaker, u"Leila Santoro"_s);
}

void TestCorrect::knowsItsCorrection() const
{
    const StoryText story = found(levyText());
    Review review =
        decide({}, story.analysis, story.text, 0, {Verdict::Confirmed, u"mo"_s, Noon, u"other"_s});
    Amendment amendment = asIs(story.analysis, 1);
    amendment.kind = AttributionKind::Mixed;
    review = amend(story, review, amendment);
    const analysis::Analysis now = corrected(story.analysis, review, story.text);
    const BoundReview bound = bind(review, now, story.text);
    QVERIFY(correctionOf(bound, review, 0) == nullptr); // decided, not corrected
    QCOMPARE(correctionOf(bound, review, 1), &*review.decisions[1].correction);
    QVERIFY(correctionOf(bound, review, 2) == nullptr);
    QVERIFY(correctionOf(bound, review, 3) == nullptr);
    QVERIFY(correctionOf(bound, Review(), 1) == nullptr);
    review.decisions.pop_back();
    QVERIFY(correctionOf(bound, review, 1) == nullptr);
}

void TestCorrect::showsWhatIsThere() const
{
    StoryText story = found(levyText());
    Amendment expected{.attribution = 0,
                       .speaker = u"Owen Barrow"_s,
                       .kind = AttributionKind::Direct,
                       .content = range(story, u"“a tax on salt water”"_s)};
    QCOMPARE(asIs(story.analysis, 0), expected);
    Correction correction;
    correction.kind = AttributionKind::Indirect;
    expected.kind = AttributionKind::Indirect;
    QCOMPARE(asCorrected(story.analysis, 0, correction), expected);
    story.analysis.attributions[0].speaker = -1;
    QCOMPARE(asIs(story.analysis, 0).speaker, QString());
}

void TestCorrect::readsAMark() const
{
    const StoryText story = found(levyText());
    const auto marked = [&story](const QString &words) {
        return asMarked(range(story, words), story.text);
    };
    QCOMPARE(marked(u" tax on salt wate"_s).content, range(story, u"tax on salt water"_s));
    QCOMPARE(marked(u" tax on salt wate"_s).kind, AttributionKind::Direct);
    QCOMPARE(marked(u"“a tax on salt water”"_s).kind, AttributionKind::Direct);
    QCOMPARE(marked(u"the charge “a tax on salt water”"_s).kind, AttributionKind::Mixed);
    QCOMPARE(marked(u"on the quay"_s).kind, AttributionKind::Indirect);
    QCOMPARE(marked(u" "_s).kind, AttributionKind::Indirect);
    QVERIFY(marked(u" "_s).content.isEmpty());
    QCOMPARE(marked(u"on the quay"_s).attribution, -1);
}

QTEST_GUILESS_MAIN(TestCorrect)
#include "tst_correct.moc"
