// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/review.h"
#include "story_text.h"

#include <QTest>
#include <QTimeZone>

using namespace nutgraf::review;

namespace {

const QDateTime Noon(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);

/// Levy story: two speakers, three statements.
StoryText levy()
{
    StoryText story(
        QStringLiteral("Owen Barrow called the charge “a tax on salt water” on the quay.\n\n"
                       "Leila Santoro said it was “the smallest we could find” this year.\n\n"
                       "“Never again,” Barrow told the crowd outside."));
    story.said(QStringLiteral("Owen Barrow"), QStringLiteral("“a tax on salt water”"))
        .said(QStringLiteral("Leila Santoro"), QStringLiteral("“the smallest we could find”"))
        .said(QStringLiteral("Owen Barrow"), QStringLiteral("“Never again,”"));
    return story;
}

Review confirmed(const StoryText &story, int attribution, Review review = {})
{
    return decide(std::move(review), story.analysis, story.text, attribution,
                  {.verdict = Verdict::Confirmed,
                   .by = QStringLiteral("kl"),
                   .at = Noon,
                   .id = QStringLiteral("d%1").arg(attribution)});
}

UnitState stateOf(const Review &review, const StoryText &story, size_t unit)
{
    return bind(review, story.analysis, story.text).units.at(unit).state;
}

} // namespace

class TestBind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEveryAttributionAUnit() const;
    void marksWhatHasNoSourceOrAnUnsureOne() const;
    void keepsADecisionWhenTextMoves() const;
    void reopensWhenWordsChange() const;
    void reopensWhenWordsChangeAndTheTextAroundToo() const;
    void reopensWhenTheSpeakerChanges() const;
    void goesOnNeedingASource_data() const;
    void goesOnNeedingASource() const;
    void endsNeedingASourceWhenDecidedAnew() const;
    void orphansADecisionWhoseWordsAreGone() const;
    void tellsTwinsApart() const;
    void keepsTheOtherTwinWhenOneIsCut() const;
    void laterDecisionReplacesTheEarlier() const;
    void laterOfTwoMergedDecisionsCounts() const;
    void withdrawsOnlyTheDecisionAsked() const;
    void neverCutsASurrogatePair() const;
    void countsForTheStatusBar() const;
    void knowsASureSpeakerFromAGuess() const;
    void keepsADecisionOnMarksAlone() const;
    void fallsBackOnWhatTheAnalysisFound() const;
    void decidesInItsOwnWords() const;
    void countsEveryState() const;
};

void TestBind::givesEveryAttributionAUnit() const
{
    const StoryText story = levy();
    const BoundReview bound = bind({}, story.analysis, story.text);
    QCOMPARE(bound.units.size(), 3U);
    QCOMPARE(bound.units[1], (Unit{1, UnitState::Open, -1}));
    QVERIFY(bound.orphans.empty());
}

void TestBind::marksWhatHasNoSourceOrAnUnsureOne() const
{
    StoryText story = levy();
    story.analysis.attributions[0].source.clear();
    story.analysis.attributions[0].speaker = -1;
    story.analysis.attributions[1].confidence = 0.4;
    story.analysis.attributions[2].speaker = -1;
    QCOMPARE(stateOf({}, story, 0), UnitState::NoSource);
    QCOMPARE(stateOf({}, story, 1), UnitState::Unsure);
    QCOMPARE(stateOf({}, story, 2), UnitState::Unsure);
}

void TestBind::keepsADecisionWhenTextMoves() const
{
    const Review review = confirmed(levy(), 1);
    StoryText edited(
        QStringLiteral("A new first paragraph.\n\nIt was “the smallest we could find”, she said."));
    edited.said(QStringLiteral("Leila Santoro"), QStringLiteral("“the smallest we could find”"));
    QCOMPARE(stateOf(review, edited, 0), UnitState::Confirmed);
}

void TestBind::reopensWhenWordsChange() const
{
    const Review review = confirmed(levy(), 1);
    StoryText edited(
        levy().text.replace(QStringLiteral("smallest we could find"), QStringLiteral("least")));
    edited.said(QStringLiteral("Owen Barrow"), QStringLiteral("“a tax on salt water”"))
        .said(QStringLiteral("Leila Santoro"), QStringLiteral("“the least”"));
    const BoundReview bound = bind(review, edited.analysis, edited.text);
    QCOMPARE(bound.units[0].state, UnitState::Open);
    QCOMPARE(bound.units[1], (Unit{1, UnitState::Reopened, 0, DecisionFit::Changed}));
    QVERIFY(bound.orphans.empty());
}

void TestBind::reopensWhenWordsChangeAndTheTextAroundToo() const
{
    const Review review = confirmed(levy(), 1);
    StoryText edited(
        QStringLiteral("The minister: “the very smallest charge we could find”. So she says."));
    edited.said(QStringLiteral("Leila Santoro"),
                QStringLiteral("“the very smallest charge we could find”"));
    QCOMPARE(stateOf(review, edited, 0), UnitState::Reopened);
}

void TestBind::reopensWhenTheSpeakerChanges() const
{
    const Review review = confirmed(levy(), 2);
    StoryText edited(levy().text);
    edited.said(QStringLiteral("Leila Santoro"), QStringLiteral("“Never again,”"));
    QCOMPARE(stateOf(review, edited, 0), UnitState::Reopened);
}

namespace {

Review asked(const StoryText &story, int attribution)
{
    return decide({}, story.analysis, story.text, attribution,
                  {.verdict = Verdict::NeedsSource,
                   .by = QStringLiteral("kl"),
                   .at = Noon,
                   .id = QStringLiteral("asked")});
}

/// The second statement, said otherwise or by somebody else.
StoryText levyWith(const QString &speaker, const QString &words)
{
    StoryText story(levy().text.replace(QStringLiteral("“the smallest we could find”"), words));
    story.said(QStringLiteral("Owen Barrow"), QStringLiteral("“a tax on salt water”"))
        .said(speaker, words);
    return story;
}

} // namespace

void TestBind::goesOnNeedingASource_data() const
{
    QTest::addColumn<QString>("speaker");
    QTest::addColumn<QString>("words");
    const QString leila = QStringLiteral("Leila Santoro");
    QTest::newRow("a word changed") << leila << QStringLiteral("“the smallest she could find”");
    QTest::newRow("all words changed") << leila << QStringLiteral("“least”");
    QTest::newRow("other marks") << leila << QStringLiteral("\"the smallest we could find\"");
    QTest::newRow("guillemets") << leila << QStringLiteral("«the smallest we could find»");
    QTest::newRow("another speaker")
        << QStringLiteral("Owen Barrow") << QStringLiteral("“the smallest we could find”");
    QTest::newRow("nobody") << QString() << QStringLiteral("“the smallest we could find”");
}

void TestBind::goesOnNeedingASource() const
{
    QFETCH(const QString, speaker);
    QFETCH(const QString, words);
    const StoryText edited = levyWith(speaker, words);
    const BoundReview bound = bind(asked(levy(), 1), edited.analysis, edited.text);
    QCOMPARE(bound.units[0].state, UnitState::Open);
    QCOMPARE(bound.units[1], (Unit{1, UnitState::NeedsSource, 0, DecisionFit::Changed}));
    QVERIFY(bound.orphans.empty());
}

void TestBind::endsNeedingASourceWhenDecidedAnew() const
{
    const StoryText edited =
        levyWith(QStringLiteral("Leila Santoro"), QStringLiteral("“the least”"));
    const Review review = confirmed(edited, 1, asked(levy(), 1));
    QCOMPARE(review.decisions.size(), 1U);
    QCOMPARE(stateOf(review, edited, 1), UnitState::Confirmed);
    const Review withdrawn = withdraw(asked(levy(), 1), edited.analysis, edited.text, 1);
    QCOMPARE(stateOf(withdrawn, edited, 1), UnitState::Open);
}

void TestBind::orphansADecisionWhoseWordsAreGone() const
{
    const Review review = confirmed(levy(), 2, confirmed(levy(), 0));
    StoryText edited(levy().text.left(levy().text.indexOf(QStringLiteral("“Never"))));
    edited.said(QStringLiteral("Owen Barrow"), QStringLiteral("“a tax on salt water”"))
        .said(QStringLiteral("Leila Santoro"), QStringLiteral("“the smallest we could find”"));
    const BoundReview bound = bind(review, edited.analysis, edited.text);
    QCOMPARE(bound.orphans, std::vector<int>{1});
    QCOMPARE(bound.units[0].state, UnitState::Confirmed);
    QCOMPARE(bound.units[1].state, UnitState::Open);
}

namespace {

StoryText twins()
{
    StoryText story(
        QStringLiteral("Asked about the levy, Barrow said “No comment” and left the hall.\n"
                       "Asked about the boats, Santoro said “No comment” and sat down."));
    story.said(QStringLiteral("Owen Barrow"), QStringLiteral("“No comment”"))
        .said(QStringLiteral("Leila Santoro"), QStringLiteral("“No comment”"));
    return story;
}

} // namespace

void TestBind::tellsTwinsApart() const
{
    const Review second = confirmed(twins(), 1);
    QCOMPARE(stateOf(second, twins(), 0), UnitState::Open);
    QCOMPARE(stateOf(second, twins(), 1), UnitState::Confirmed);
    const Review both = confirmed(twins(), 0, second);
    const BoundReview bound = bind(both, twins().analysis, twins().text);
    QCOMPARE(bound.units[0].decision, 1);
    QCOMPARE(bound.units[1].decision, 0);
}

void TestBind::keepsTheOtherTwinWhenOneIsCut() const
{
    const Review both = confirmed(twins(), 1, confirmed(twins(), 0));
    StoryText edited(twins().text.section(u'\n', 1));
    edited.said(QStringLiteral("Leila Santoro"), QStringLiteral("“No comment”"));
    const BoundReview bound = bind(both, edited.analysis, edited.text);
    QCOMPARE(bound.units[0], (Unit{0, UnitState::Confirmed, 1}));
    QCOMPARE(bound.orphans, std::vector<int>{0});
}

void TestBind::laterDecisionReplacesTheEarlier() const
{
    const StoryText story = levy();
    Review review = confirmed(story, 1);
    review.decisions[0].comment = QStringLiteral("Checked the tape.");
    review = decide(std::move(review), story.analysis, story.text, 1,
                    {.verdict = Verdict::Rejected,
                     .by = QStringLiteral("mo"),
                     .at = Noon.addSecs(60),
                     .id = QStringLiteral("d9")});
    QCOMPARE(review.decisions.size(), 1U);
    QCOMPARE(review.decisions[0].id, QStringLiteral("d9"));
    QCOMPARE(review.decisions[0].comment, QStringLiteral("Checked the tape."));
    QCOMPARE(stateOf(review, story, 1), UnitState::Rejected);
}

void TestBind::laterOfTwoMergedDecisionsCounts() const
{
    const StoryText story = levy();
    Review merged = confirmed(story, 1);
    merged.decisions.push_back(merged.decisions[0]);
    merged.decisions[1].verdict = Verdict::NeedsSource;
    const BoundReview bound = bind(merged, story.analysis, story.text);
    QCOMPARE(bound.units[1], (Unit{1, UnitState::NeedsSource, 1}));
    QVERIFY(bound.orphans.empty());
}

void TestBind::withdrawsOnlyTheDecisionAsked() const
{
    const StoryText story = levy();
    const Review both = confirmed(story, 2, confirmed(story, 0));
    const Review one = withdraw(both, story.analysis, story.text, 2);
    QCOMPARE(one.decisions, std::vector{both.decisions[0]});
    QCOMPARE(withdraw(one, story.analysis, story.text, 1), one);
}

void TestBind::neverCutsASurrogatePair() const
{
    const QString ships = QStringLiteral("🚢").repeated(40);
    StoryText story(ships + QStringLiteral("x“Never”x") + ships);
    story.said(QStringLiteral("Owen Barrow"), QStringLiteral("“Never”"));
    const Review review = confirmed(story, 0);
    const TextQuoteSelector target = review.decisions[0].target;
    QCOMPARE(QString::fromUtf8(target.prefix.toUtf8()), target.prefix);
    QCOMPARE(QString::fromUtf8(target.suffix.toUtf8()), target.suffix);
    QCOMPARE(stateOf(review, story, 0), UnitState::Confirmed);
}

void TestBind::countsForTheStatusBar() const
{
    StoryText story = levy();
    story.analysis.attributions[2].source.clear();
    story.analysis.attributions[2].speaker = -1;
    story.text += QStringLiteral(" “Perhaps,” he added.");
    story.said(QStringLiteral("Owen Barrow"), QStringLiteral("“Perhaps,”"));
    story.analysis.attributions[3].confidence = 0.45; // a guess is nobody's attribution
    Review review = confirmed(story, 0);
    review = decide(std::move(review), story.analysis, story.text, 1,
                    {.verdict = Verdict::NeedsSource,
                     .by = QStringLiteral("kl"),
                     .at = Noon,
                     .id = QStringLiteral("d2")});
    const Tally figures = tally(bind(review, story.analysis, story.text), story.analysis);
    QCOMPARE(figures,
             (Tally{.quotes = 4,
                    .attributed = 2,
                    .confirmed = 1,
                    .unsourced = 1,
                    .needsSource = 1,
                    .open = 3}));
    review = confirmed(story, 3, review);
    QCOMPARE(tally(bind(review, story.analysis, story.text), story.analysis).attributed, 3);
}

void TestBind::knowsASureSpeakerFromAGuess() const
{
    StoryText story = levy();
    story.analysis.attributions[0].source.clear(); // known from the paragraph before
    story.analysis.attributions[1].confidence = nutgraf::analysis::UnsureBelow;
    story.analysis.attributions[2].source.clear();
    story.analysis.attributions[2].speaker = -1;
    story.analysis.attributions[2].quotes.clear();
    QCOMPARE(stateOf({}, story, 0), UnitState::Open);
    QCOMPARE(stateOf({}, story, 1), UnitState::Open);
    QCOMPARE(stateOf({}, story, 2), UnitState::Unsure); // nobody's words in no marks
}

namespace {

/// A quotation that has not one letter.
StoryText silence(const QString &before, const QString &words, const QString &after)
{
    StoryText story(before + words + after);
    story.said(QStringLiteral("Owen Barrow"), words);
    return story;
}

} // namespace

void TestBind::keepsADecisionOnMarksAlone() const
{
    const QString marks = QStringLiteral("“…!”");
    const Review review =
        confirmed(silence(QStringLiteral("Barrow said "), marks, QStringLiteral(" twice.")), 0);
    const StoryText moved = silence(QStringLiteral("All that Owen Barrow had was "), marks,
                                    QStringLiteral("; no more."));
    QCOMPARE(stateOf(review, moved, 0), UnitState::Confirmed);
}

/// The corrected words are gone, those that the analysis had found stand elsewhere.
void TestBind::fallsBackOnWhatTheAnalysisFound() const
{
    const QString marks = QStringLiteral("“…!”");
    Review review =
        confirmed(silence(QStringLiteral("Barrow said "), marks, QStringLiteral(" twice.")), 0);
    Correction correction;
    correction.content = {QStringLiteral("Barrow said “…!” twice"), {}, QStringLiteral(".")};
    review.decisions[0].correction = correction;
    const StoryText moved =
        silence(QStringLiteral("All that Owen had was "), marks, QStringLiteral("; no more."));
    const BoundReview bound = bind(review, moved.analysis, moved.text);
    QCOMPARE(bound.units[0], (Unit{0, UnitState::Reopened, 0, DecisionFit::Changed}));
    QVERIFY(bound.orphans.empty());
    // Words that changed are found by either, too.
    review = confirmed(levy(), 1);
    correction.content = {QStringLiteral("it was nothing else"), {}, {}};
    review.decisions[0].correction = correction;
    const StoryText edited =
        levyWith(QStringLiteral("Leila Santoro"), QStringLiteral("“the smallest we could get”"));
    QCOMPARE(bind(review, edited.analysis, edited.text).units[1],
             (Unit{1, UnitState::Reopened, 0, DecisionFit::Changed}));
}

void TestBind::decidesInItsOwnWords() const
{
    const StoryText story = levy();
    const Review review = decide({}, story.analysis, story.text, 1,
                                 {.verdict = Verdict::Rejected,
                                  .by = QStringLiteral("kl"),
                                  .at = Noon.toOffsetFromUtc(7200),
                                  .id = QStringLiteral("d5")});
    Decision expected;
    expected.id = QStringLiteral("d5");
    expected.verdict = Verdict::Rejected;
    const QString words = QStringLiteral("“the smallest we could find”");
    const qsizetype at = story.text.indexOf(words);
    expected.target = {words, story.text.sliced(at - 32, 32),
                       story.text.sliced(at + words.size(), 32)};
    expected.speaker = QStringLiteral("Leila Santoro");
    expected.by = QStringLiteral("kl");
    expected.at = Noon;
    QCOMPARE(review.decisions, std::vector{expected});
    QCOMPARE(review.decisions[0].at.timeSpec(), Qt::UTC);
}

void TestBind::countsEveryState() const
{
    StoryText story = levy();
    story.analysis.attributions[1].quotes.clear();
    story.analysis.attributions[2].confidence = 0.4;
    const auto counted = [&story](const Review &review) {
        return tally(bind(review, story.analysis, story.text), story.analysis);
    };
    Tally expected{
        .quotes = 2, .attributed = 1, .confirmed = 0, .unsourced = 0, .needsSource = 0, .open = 3};
    QCOMPARE(counted({}), expected);
    Review review = confirmed(story, 1, confirmed(story, 0));
    expected.confirmed = 2;
    expected.open = 1;
    QCOMPARE(counted(review), expected);
    review = decide(review, story.analysis, story.text, 2,
                    {.verdict = Verdict::Rejected, .by = {}, .at = Noon, .id = {}});
    expected.open = 0;
    QCOMPARE(counted(review), expected); // rejected is decided, and makes no guess sure
    story.analysis.attributions[0].speaker = -1;
    review = confirmed(story, 0);
    QCOMPARE(counted(review).attributed, 0); // confirmed to have no speaker
    story.analysis.attributions[0].speaker = 0;
    story.analysis.attributions[0].confidence = nutgraf::analysis::UnsureBelow;
    QCOMPARE(counted({}).attributed, 1);
}

QTEST_GUILESS_MAIN(TestBind)
#include "tst_bind.moc"
