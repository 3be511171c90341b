// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "levy_story.h"
#include "review/anchors.h"
#include "review/corrections.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace Qt::StringLiterals;
using analysis::AttributionKind;

namespace {

const QDateTime Noon(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);
/// The story as the desk has it.
analysis::Analysis laid(const StoryText &story, const Review &review)
{
    return corrected(story.analysis, review, story.text);
}

Review amend(const StoryText &story, Review review, const Amendment &amendment)
{
    const analysis::Analysis now = laid(story, review);
    return correct(std::move(review), now, story.text, amendment,
                   {.by = u"kl"_s, .at = Noon, .id = u"d1"_s});
}

Amendment asFound(const StoryText &story, int attribution)
{
    return asIs(story.analysis, attribution);
}

/// Santoro, not Barrow, says the second quotation.
Review bySantoro(const StoryText &story)
{
    Amendment amendment = asFound(story, 1);
    amendment.speaker = u"Leila Santoro"_s;
    return amend(story, {}, amendment);
}

UnitState stateOf(const Review &review, const StoryText &story, size_t unit)
{
    return bind(review, laid(story, review), story.text).units.at(unit).state;
}

QString speakerOf(const analysis::Analysis &analysis, size_t attribution)
{
    const int speaker = analysis.attributions.at(attribution).speaker;
    return speaker < 0 ? u"nobody"_s : analysis.speakers.at(static_cast<size_t>(speaker)).name;
}

QString wordsSaid(const StoryText &story, const analysis::Analysis &analysis, size_t attribution)
{
    return contentSpan(analysis.attributions.at(attribution)).in(story.text).toString();
}

} // namespace

class TestCorrections : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheWordsToAnotherSpeaker() const;
    void keepsOnlyWhatWasChanged() const;
    void staysConfirmedWhateverTheAnalysisSays() const;
    void survivesEditsElsewhere() const;
    void reopensWhenItsWordsChange() const;
    void takesANameThatTheStoryHasNot() const;
    void asksForASourceWhileNobodyIsNamed() const;
    void changesTheKind() const;
    void movesTheWords() const;
    void leavesTheCueOut() const;
    void takesInWhatItWasWidenedOver() const;
    void addsWhatTheAnalysisMissed() const;
    void sticksToItsTwin() const;
    void amendsAnAmendment() const;
    void laterVerdictsKeepTheCorrection() const;
    void withdrawingTakesItBack() const;
    void movesAPronoun() const;
    void namesTheSourceBesideTheWords() const;
    void changesNothingWithoutCorrections() const;
    void holdsWhateverIsCorrected_data() const;
    void holdsWhateverIsCorrected() const;
    void isQuickInALongStory() const;
};

void TestCorrections::givesTheWordsToAnotherSpeaker() const
{
    const StoryText story = found(levyText());
    const Review review = bySantoro(story);
    const analysis::Analysis now = laid(story, review);
    QCOMPARE(speakerOf(now, 1), u"Leila Santoro"_s);
    QCOMPARE(speakerOf(now, 0), u"Owen Barrow"_s);
    const analysis::Attribution &said = now.attributions[1];
    QCOMPARE(said.confidence, 1.0);
    QVERIFY(said.reasons.empty());
    QCOMPARE(now.speakers.size(), 2U);
    QCOMPARE(now.speakers[1].entity, 1);
    QCOMPARE(now.speakers[1].role, u"minister"_s);
    QCOMPARE(now.speakers[1].initials, u"LS"_s);
    QCOMPARE(stateOf(review, story, 1), UnitState::Confirmed);
    QCOMPARE(review.decisions[0].by, u"kl"_s);
    QCOMPARE(review.decisions[0].correction->at, Noon);
}

void TestCorrections::keepsOnlyWhatWasChanged() const
{
    const StoryText story = found(levyText());
    const Review review = bySantoro(story);
    const Correction &correction = *review.decisions.at(0).correction;
    QCOMPARE(correction.speaker, u"Leila Santoro"_s);
    QVERIFY(!correction.kind);
    QVERIFY(!correction.content);
    const Review plain = amend(story, {}, asFound(story, 1));
    QVERIFY(!plain.decisions.at(0).correction);
    QCOMPARE(plain.decisions[0].verdict, Verdict::Confirmed);
}

void TestCorrections::staysConfirmedWhateverTheAnalysisSays() const
{
    const Review review = bySantoro(found(levyText()));
    StoryText other = found(levyText());
    other.analysis.speakers.push_back({u"Mirela Dutt"_s, u"MD"_s, {}, -1});
    other.analysis.attributions[1].speaker = 1;
    other.analysis.attributions[1].kind = AttributionKind::Mixed;
    QCOMPARE(stateOf(review, other, 1), UnitState::Confirmed);
    QCOMPARE(speakerOf(laid(other, review), 1), u"Leila Santoro"_s);
    // Other bounds …
    other.analysis.attributions[1].content = {
        range(other, u"it was “the smallest we could find”"_s)};
    QCOMPARE(stateOf(review, other, 1), UnitState::Confirmed);
    QCOMPARE(wordsSaid(other, laid(other, review), 1), u"“the smallest we could find”"_s);
    QCOMPARE(laid(other, review).attributions.size(), 3U);
    // … or not found at all.
    other.analysis.attributions.erase(other.analysis.attributions.begin() + 1);
    QCOMPARE(stateOf(review, other, 1), UnitState::Confirmed);
    QCOMPARE(speakerOf(laid(other, review), 1), u"Leila Santoro"_s);
}

void TestCorrections::survivesEditsElsewhere() const
{
    const Review review = bySantoro(found(levyText()));
    QString text = levyText();
    text.remove(u"“a tax on salt water” on"_s)
        .prepend(u"A new lede.\n\n"_s)
        .replace(u"said it was"_s, u"says it is"_s);
    const StoryText edited = found(text);
    QCOMPARE(edited.analysis.attributions.size(), 2U);
    QCOMPARE(speakerOf(laid(edited, review), 0), u"Leila Santoro"_s);
    QCOMPARE(stateOf(review, edited, 0), UnitState::Confirmed);
    QVERIFY(bind(review, laid(edited, review), edited.text).orphans.empty());
}

void TestCorrections::reopensWhenItsWordsChange() const
{
    const Review review = bySantoro(found(levyText()));
    QString text = levyText();
    text.replace(u"could find"_s, u"could get"_s);
    StoryText edited(text);
    edited.said(u"Owen Barrow"_s, u"“a tax on salt water”"_s)
        .said(u"Owen Barrow"_s, u"“the smallest we could get”"_s);
    const analysis::Analysis now = laid(edited, review);
    QCOMPARE(speakerOf(now, 1), u"Owen Barrow"_s);
    const Unit unit = bind(review, now, edited.text).units.at(1);
    QCOMPARE(unit, (Unit{1, UnitState::Reopened, 0, DecisionFit::Changed}));
    const Amendment again = asCorrected(now, 1, *review.decisions.at(0).correction);
    QCOMPARE(again.speaker, u"Leila Santoro"_s);
    QCOMPARE(again.content, range(edited, u"“the smallest we could get”"_s));
}

void TestCorrections::takesANameThatTheStoryHasNot() const
{
    const StoryText story = found(levyText());
    Amendment amendment = asFound(story, 2);
    amendment.speaker = u"  Olga  Baran "_s;
    const Review review = amend(story, {}, amendment);
    const analysis::Analysis now = laid(story, review);
    QCOMPARE(speakerOf(now, 2), u"Olga Baran"_s);
    QCOMPARE(now.speakers[1].entity, -1);
    QVERIFY(now.speakers[1].initials != now.speakers[0].initials);
    QCOMPARE(stateOf(review, story, 2), UnitState::Confirmed);
}

void TestCorrections::asksForASourceWhileNobodyIsNamed() const
{
    const StoryText story = found(levyText());
    Amendment amendment = asFound(story, 2);
    amendment.speaker.clear();
    const Review review = amend(story, {}, amendment);
    QCOMPARE(speakerOf(laid(story, review), 2), u"nobody"_s);
    QCOMPARE(stateOf(review, story, 2), UnitState::NeedsSource);
}

void TestCorrections::changesTheKind() const
{
    const StoryText story = found(levyText());
    Amendment amendment = asFound(story, 0);
    amendment.kind = AttributionKind::Indirect;
    const Review indirect = amend(story, {}, amendment);
    QCOMPARE(laid(story, indirect).attributions[0].kind, AttributionKind::Indirect);
    QVERIFY(laid(story, indirect).attributions[0].quotes.empty());
    amendment.kind = AttributionKind::Mixed;
    const Review mixed = amend(story, indirect, amendment);
    QCOMPARE(laid(story, mixed).attributions[0].kind, AttributionKind::Mixed);
    QCOMPARE(laid(story, mixed).attributions[0].quotes,
             std::vector{range(story, u"“a tax on salt water”"_s)});
}

void TestCorrections::movesTheWords() const
{
    const StoryText story = found(levyText());
    Amendment amendment = asFound(story, 1);
    amendment.content = range(story, u"it was “the smallest we could find” this yea"_s);
    amendment.kind = AttributionKind::Mixed;
    const Review review = amend(story, {}, amendment);
    const analysis::Analysis now = laid(story, review);
    QCOMPARE(now.attributions.size(), 3U);
    QCOMPARE(wordsSaid(story, now, 1), u"it was “the smallest we could find” this year"_s);
    QCOMPARE(now.attributions[1].quotes,
             std::vector{range(story, u"“the smallest we could find”"_s)});
    QCOMPARE(review.decisions[0].target.exact, u"“the smallest we could find”"_s);
    QCOMPARE(stateOf(review, story, 1), UnitState::Confirmed);
    // A word of the wider span, outside what the analysis finds.
    const StoryText edited = found(levyText().replace(u"this year"_s, u"this time"_s));
    QCOMPARE(wordsSaid(edited, laid(edited, review), 1), u"“the smallest we could find”"_s);
    QCOMPARE(bind(review, laid(edited, review), edited.text).units.at(1),
             (Unit{1, UnitState::Reopened, 0, DecisionFit::Changed}));
}

void TestCorrections::leavesTheCueOut() const
{
    StoryText story(u"“It was late,” Barrow said. “We went home.” Nobody saw them."_s);
    story.said(u"Owen Barrow"_s, u"“It was late,”"_s);
    story.analysis.attributions[0].source = {range(story, u"Barrow"_s)};
    story.analysis.attributions[0].cue = {range(story, u"said"_s)};
    Amendment amendment = asFound(story, 0);
    amendment.content = range(story, u"“It was late,” Barrow said. “We went home.”"_s);
    const Review review = amend(story, {}, amendment);
    const analysis::Attribution said = laid(story, review).attributions.at(0);
    const std::vector parts{range(story, u"“It was late,”"_s), range(story, u"“We went home.”"_s)};
    QCOMPARE(said.content, parts);
    QCOMPARE(said.quotes, parts);
    QCOMPARE(stateOf(review, story, 0), UnitState::Confirmed);
}

void TestCorrections::takesInWhatItWasWidenedOver() const
{
    const QString text = u"“We saw it,” “we heard it,” “we left,” Barrow said."_s;
    StoryText story(text);
    story.said({}, u"“We saw it,”"_s)
        .said({}, u"“we heard it,”"_s)
        .said(u"Owen Barrow"_s, u"“we left,”"_s);
    Amendment amendment = asFound(story, 0);
    amendment.content = range(story, u"“We saw it,” “we heard it,”"_s);
    const Review review = amend(story, {}, amendment);
    const analysis::Analysis now = laid(story, review);
    QCOMPARE(now.attributions.size(), 2U);
    QCOMPARE(now.attributions[1].id, u"a2"_s);
    QCOMPARE(speakerOf(now, 1), u"Owen Barrow"_s);
    // What somebody decided about stays.
    const Review decided =
        decide({}, story.analysis, story.text, 1, {Verdict::Confirmed, u"mo"_s, Noon, u"d0"_s});
    QCOMPARE(laid(story, amend(story, decided, amendment)).attributions.size(), 3U);
}

void TestCorrections::addsWhatTheAnalysisMissed() const
{
    const StoryText story = found(levyText());
    const Review review = amend(story, {},
                                {.attribution = -1,
                                 .speaker = u"Barrow"_s,
                                 .kind = AttributionKind::Indirect,
                                 .content = range(story, u"the crowd outside"_s)});
    const analysis::Analysis now = laid(story, review);
    QCOMPARE(now.attributions.size(), 4U);
    QCOMPARE(wordsSaid(story, now, 3), u"the crowd outside"_s);
    QCOMPARE(speakerOf(now, 3), u"Owen Barrow"_s);
    QCOMPARE(now.attributions[3].id, u"a4"_s);
    const qsizetype told = story.text.indexOf(u"Barrow told"_s);
    QCOMPARE(now.attributions[3].source, std::vector({TextRange{told, told + 6}}));
    QCOMPARE(stateOf(review, story, 3), UnitState::Confirmed);
    const Review none = withdraw(review, now, story.text, 3);
    QCOMPARE(none, Review());
}

void TestCorrections::sticksToItsTwin() const
{
    const auto twins = [](const QString &text) {
        StoryText story(text);
        while (story.analysis.attributions.size()
               < static_cast<size_t>(text.count(u"“No comment”"_s))) {
            story.said(u"Owen Barrow"_s, u"“No comment”"_s);
        }
        return story;
    };
    const StoryText story = twins(u"Asked about the levy, one said “No comment” and left.\n"
                                  "Asked about the boats, one said “No comment” and left."_s);
    Amendment amendment = asFound(story, 1);
    amendment.speaker = u"Leila Santoro"_s;
    Review review = amend(story, {}, amendment);
    QCOMPARE(speakerOf(laid(story, review), 0), u"Owen Barrow"_s);
    QCOMPARE(speakerOf(laid(story, review), 1), u"Leila Santoro"_s);
    review = decide(review, laid(story, review), story.text, 0,
                    {Verdict::Confirmed, u"mo"_s, Noon, u"d0"_s});
    const StoryText first = twins(story.text.section(u'\n', 0, 0));
    QCOMPARE(speakerOf(laid(first, review), 0), u"Owen Barrow"_s);
    QCOMPARE(stateOf(review, first, 0), UnitState::Confirmed);
}

void TestCorrections::amendsAnAmendment() const
{
    const StoryText story = found(levyText());
    Review review = bySantoro(story);
    Amendment amendment = asIs(laid(story, review), 1);
    amendment.content = range(story, u"“the smallest we could find” this year"_s);
    review = amend(story, review, amendment);
    QCOMPARE(review.decisions.size(), 1U);
    QCOMPARE(review.decisions[0].correction->speaker, u"Leila Santoro"_s);
    QCOMPARE(review.decisions[0].target.exact, u"“the smallest we could find”"_s);
    amendment.content = asFound(story, 1).content;
    review = amend(story, review, amendment);
    QVERIFY(!review.decisions.at(0).correction->content);
    QCOMPARE(speakerOf(laid(story, review), 1), u"Leila Santoro"_s);
    QCOMPARE(wordsSaid(story, laid(story, review), 1), u"“the smallest we could find”"_s);
}

void TestCorrections::laterVerdictsKeepTheCorrection() const
{
    const StoryText story = found(levyText());
    Amendment amendment = asFound(story, 1);
    amendment.speaker = u"Leila Santoro"_s;
    amendment.content = range(story, u"it was “the smallest we could find”"_s);
    const Review review = amend(story, {}, amendment);
    const Review later = decide(review, laid(story, review), story.text, 1,
                                {Verdict::NeedsSource, u"mo"_s, Noon.addSecs(60), u"d2"_s});
    QCOMPARE(later.decisions.size(), 1U);
    QCOMPARE(later.decisions[0].by, u"mo"_s);
    QCOMPARE(later.decisions[0].correction, review.decisions[0].correction);
    QCOMPARE(later.decisions[0].target, review.decisions[0].target);
    QCOMPARE(stateOf(later, story, 1), UnitState::NeedsSource);
    QCOMPARE(speakerOf(laid(story, later), 1), u"Leila Santoro"_s);
}

void TestCorrections::withdrawingTakesItBack() const
{
    const StoryText story = found(levyText());
    const Review review = bySantoro(story);
    const Review none = withdraw(review, laid(story, review), story.text, 1);
    QCOMPARE(none, Review());
    QCOMPARE(laid(story, none), story.analysis);
}

void TestCorrections::movesAPronoun() const
{
    StoryText story = found(levyText());
    const TextRange it = range(story, u"it"_s);
    story.analysis.attributions[1].source = {it};
    story.analysis.entities[0].pronouns = {it};
    const analysis::Analysis now = laid(story, bySantoro(story));
    QVERIFY(now.entities[0].pronouns.empty());
    QCOMPARE(now.entities[1].pronouns, std::vector{it});
    QCOMPARE(now.attributions[1].source, std::vector{it});
}

void TestCorrections::namesTheSourceBesideTheWords() const
{
    StoryText story = found(levyText());
    story.analysis.attributions[1].source = {story.analysis.entities[0].mentions.front()};
    const analysis::Analysis now = laid(story, bySantoro(story));
    QCOMPARE(now.attributions[1].source, std::vector{range(story, u"Santoro"_s)});
}

void TestCorrections::changesNothingWithoutCorrections() const
{
    const StoryText story = found(levyText());
    const Review plain =
        decide({}, story.analysis, story.text, 1, {Verdict::Confirmed, u"mo"_s, Noon, u"d0"_s});
    QVERIFY(!hasCorrections(plain));
    QCOMPARE(laid(story, plain), story.analysis);
}

namespace {

/// Sound: ids in order, content inside the text, quotes inside content.
bool isSound(const analysis::Analysis &analysis, const QString &text)
{
    const TextRange all{0, text.size()};
    for (size_t i = 0; i < analysis.attributions.size(); ++i) {
        const analysis::Attribution &said = analysis.attributions[i];
        const TextRange span = contentSpan(said);
        const auto isInside = [&](TextRange part) {
            return !part.isEmpty() && span.contains(part);
        };
        if (said.id != u"a%1"_s.arg(i + 1) || span.isEmpty() || !all.contains(span)
            || !std::ranges::all_of(said.content, isInside)
            || !std::ranges::all_of(said.quotes, isInside)
            || said.speaker >= std::ssize(analysis.speakers)) {
            return false;
        }
    }
    return true;
}

} // namespace

void TestCorrections::holdsWhateverIsCorrected_data() const
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QTest::addRow("%u", seed) << seed;
    }
}

void TestCorrections::holdsWhateverIsCorrected() const
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    const StoryText story = found(levyText());
    const QStringList names{u"Leila Santoro"_s, u"owen"_s, u"Olga Baran"_s, QString()};
    Review review;
    for (int i = 0; i < 12; ++i) {
        const analysis::Analysis before = laid(story, review);
        const int count = static_cast<int>(before.attributions.size());
        const auto begin = random.bounded(story.text.size() - 1);
        const auto length = 1 + random.bounded(std::min<qsizetype>(60, story.text.size() - begin));
        const Amendment amendment{.attribution = random.bounded(count + 1) - 1,
                                  .speaker = names.at(random.bounded(names.size())),
                                  .kind = AttributionKind(random.bounded(3)),
                                  .content = {begin, begin + length}};
        const TextRange words = wholeWords(amendment.content, story.text);
        if (words.length() < 4) {
            continue; // no word of any length
        }
        review = amend(story, review, amendment);
        const analysis::Analysis after = laid(story, review);
        QVERIFY(isSound(after, story.text));
        const auto unit = std::ranges::find(after.attributions, words, contentSpan);
        QVERIFY(unit != after.attributions.end());
        const auto index = static_cast<size_t>(unit - after.attributions.begin());
        const QString speaker = fullName(before, amendment.speaker);
        QCOMPARE(speakerOf(after, index), speaker.isEmpty() ? u"nobody"_s : speaker);
        QCOMPARE(bind(review, after, story.text).units.at(index).state,
                 speaker.isEmpty() ? UnitState::NeedsSource : UnitState::Confirmed);
        QCOMPARE(readReview(writeReview(review), u"review.json"_s).value(), review);
    }
}

void TestCorrections::isQuickInALongStory() const
{
    constexpr int Many = 1000;
    QString text;
    for (int i = 0; i < 10 * Many; ++i) {
        text +=
            u"The harbour said “remark %1 of the day” and went on with the ferries.\n\n"_s.arg(i);
    }
    StoryText story(text);
    for (int i = 0; i < 10 * Many; ++i) {
        story.said(u"The harbour"_s, u"“remark %1 of the day”"_s.arg(i));
    }
    Review review;
    for (int i = 0; i < Many; ++i) {
        const TextRange span =
            contentSpan(story.analysis.attributions[static_cast<size_t>(10 * i)]);
        review.decisions.push_back({.id = u"d"_s,
                                    .verdict = Verdict::Confirmed,
                                    .target = selectorOf(text, span),
                                    .speaker = u"Owen Barrow"_s,
                                    .comment = {},
                                    .by = u"kl"_s,
                                    .at = Noon,
                                    .correction = Correction{.speaker = u"Owen Barrow"_s,
                                                             .kind = {},
                                                             .content = {},
                                                             .by = u"kl"_s,
                                                             .at = Noon,
                                                             .others = {}},
                                    .others = {}});
    }
    QElapsedTimer timer;
    timer.start();
    const analysis::Analysis now = laid(story, review);
    const qint64 took = timer.elapsed();
    QCOMPARE(std::ranges::count(now.attributions, 1, &analysis::Attribution::speaker), Many);
    // Words times corrections would be minutes; a slow machine under sanitizers needs a second.
    QVERIFY2(took < 5000, qPrintable(QString::number(took)));
}

QTEST_GUILESS_MAIN(TestCorrections)
#include "tst_corrections.moc"
