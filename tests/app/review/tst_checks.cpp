// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checked_story.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace nutgraf::review::checked;

class TestChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInASoundStory() const;
    void blocksWithoutSlugHeadlineAndBody() const;
    void notesLongHeadlineAndDeck() const;
    void remarksOnEveryUnitState() const;
    void countsWhatNobodyHasConfirmed() const;
    void listsOrphansWithTheirWords() const;
    void resolvesDaysOutsideQuotations() const;
    void asksAboutARunningEmbargo() const;
    void notesCuesThatTakeSides() const;
    void saysThatALanguageIsReadByRules() const;
    void blocksConflictsAndDamage() const;
    void asksAboutMarkupOfOthers() const;
    void passesOnWhatTheHeaderSays() const;
    void asksAgainWhereWordsWereChanged() const;
    void looksWhereEachPartStands() const;
    void showsTheWorstFirst() const;
};

void TestChecks::asksAgainWhereWordsWereChanged() const
{
    StoryText story(QStringLiteral("“One,” A said. “Two,” A said."));
    story.said(QStringLiteral("A"), QStringLiteral("“One,”"))
        .said(QStringLiteral("A"), QStringLiteral("“Two,”"));
    Review review = decide({}, story.analysis, story.text, 0,
                           {Verdict::Confirmed, QStringLiteral("kl"), Noon, QStringLiteral("1")});
    review.decisions[0].speaker = QStringLiteral("B");
    review = decide(review, story.analysis, story.text, 1,
                    {Verdict::Rejected, QStringLiteral("kl"), Noon, QStringLiteral("2")});
    const auto found = findings(story, sound(), review);
    QCOMPARE(ids(found), std::vector{CheckId::DecisionReopened});
    QCOMPARE(found[0].level, FindingLevel::ToConfirm);
    QCOMPARE(found[0].detail, QStringLiteral("A"));
    QCOMPARE(found[0].attribution, 0);
}

/// Agencies open with a dateline and end with a notice: neither is the story's own.
void TestChecks::looksWhereEachPartStands() const
{
    using enum analysis::SegmentRole;
    const QStringList parts{QStringLiteral("Notice “open on Friday"),
                            QStringLiteral("MARN “open –"), QStringLiteral("Head on Friday"),
                            QStringLiteral("Body “open on Friday")};
    analysis::Snapshot snapshot{.revision = 1, .text = {}, .segments = {}};
    for (const analysis::SegmentRole role : {Notice, Dateline, Headline, Body}) {
        const qsizetype begin = snapshot.text.size();
        snapshot.text += parts.at(static_cast<qsizetype>(snapshot.segments.size())) + u'\n';
        snapshot.segments.push_back({role, {begin, snapshot.text.size() - 1}});
    }
    story::Story story = sound();
    story.body = QStringLiteral("Body “open on Friday\n>>>>>>> b");
    const auto found = check(story, snapshot, {}, {}, {}, Noon);
    QCOMPARE(ids(found), (std::vector{CheckId::ConflictMarker, CheckId::QuoteUnclosed}));
    const qsizetype body = snapshot.segments.back().range.begin;
    QCOMPARE(found[0].range.begin, body + story.body.indexOf(u'>'));
    QCOMPARE(found[1].range.begin, body + story.body.indexOf(u'“'));
    story.body = QStringLiteral(">>>>>>> b");
    QCOMPARE(check(story, {}, {}, {}, {}, Noon).front().range, TextRange(0, 9));
}

void TestChecks::showsTheWorstFirst() const
{
    StoryText story(QStringLiteral("A \"day\" on Friday “open. >>>"));
    story.said(QStringLiteral("A"), QStringLiteral("“open"));
    story::Story some = sound();
    some.slug.clear();
    QCOMPARE(ids(findings(story, some)),
             (std::vector{CheckId::SlugMissing, CheckId::QuoteUnclosed, CheckId::NotConfirmed,
                          CheckId::RelativeDay, CheckId::QuoteMarksMixed}));
}

void TestChecks::blocksConflictsAndDamage() const
{
    story::Story story = sound();
    story.body =
        QStringLiteral("Boats.\n<<<<<<< HEAD\nTen.\n=======\nTwo.\n>>>>>>> b\n") + QChar(0);
    const StoryText text(story.body);
    const auto found = findings(text, story);
    QCOMPARE(ids(found), (std::vector{CheckId::ConflictMarker, CheckId::TextDamaged}));
    QCOMPARE(found[0].level, FindingLevel::Blocks);
    QCOMPARE(found[0].range.in(text.text).toString(), QStringLiteral("<<<<<<< HEAD"));
    QCOMPARE(found[1].level, FindingLevel::Blocks);
    QCOMPARE(found[1].detail, QStringLiteral("U+0000"));
    story.body = QStringLiteral("Boats\u2028sail\u00A0by \uFFFDlsund.");
    QCOMPARE(findings(StoryText(story.body), story).at(0).level, FindingLevel::ToConfirm);
    story.body = QStringLiteral("Boats\u2028sail\u00A0by \u200Fday.");
    QVERIFY(findings(StoryText(story.body), story).empty());
}

void TestChecks::asksAboutMarkupOfOthers() const
{
    story::Story story = sound();
    story.body = QStringLiteral("Boats sail.\n\n![A boat](b.jpg)\n\n![Two](c.jpg)");
    const StoryText text(story.body);
    const auto found = findings(text, story);
    QCOMPARE(ids(found), std::vector{CheckId::MarkupAsTyped});
    QCOMPARE(found[0].range.in(text.text).toString(), QStringLiteral("![A boat](b.jpg)"));
}

void TestChecks::passesOnWhatTheHeaderSays() const
{
    using Kind = story::HeaderRemark::Kind;
    story::Story story = sound();
    story.remarks.list = {{Kind::CutByComment, QStringLiteral("headline"), QStringLiteral("# 1")},
                          {Kind::NotHeeded, QStringLiteral("not-for-publication"), {}}};
    const auto found = findings(StoryText(QStringLiteral("Boats sail.")), story);
    QCOMPARE(ids(found), (std::vector{CheckId::HeaderNotHeeded, CheckId::HeaderCut}));
    QCOMPARE(found[0].level, FindingLevel::Blocks);
    QCOMPARE(found[0].detail, QStringLiteral("not-for-publication"));
    QCOMPARE(found[1].field, story::Field::Headline);
}

void TestChecks::findsNothingInASoundStory() const
{
    QVERIFY(findings(StoryText(QStringLiteral("Boats sail.")), sound()).empty());
}

void TestChecks::blocksWithoutSlugHeadlineAndBody() const
{
    const auto found = findings(StoryText(QString()), story::Story());
    QCOMPARE(ids(found),
             (std::vector{CheckId::HeadlineMissing, CheckId::SlugMissing, CheckId::BodyEmpty,
                          CheckId::DatelineMissing}));
    QCOMPARE(found[0].level, FindingLevel::Blocks);
    QCOMPARE(found[0].field, std::optional(story::Field::Headline));
}

void TestChecks::notesLongHeadlineAndDeck() const
{
    story::Story story = sound();
    story.headline = QStringLiteral("x").repeated(70);
    story.deck = QStringLiteral("x").repeated(120);
    QVERIFY(findings(StoryText(QStringLiteral("Boats sail.")), story).empty());
    story.headline += u'x';
    story.deck += u'x';
    const auto found = findings(StoryText(QStringLiteral("Boats sail.")), story);
    QCOMPARE(ids(found), (std::vector{CheckId::HeadlineLong, CheckId::DeckLong}));
    QCOMPARE(found[0].detail, QStringLiteral("71"));
    QCOMPARE(found[1].level, FindingLevel::Note);
    QCOMPARE(found[1].detail, QStringLiteral("121"));
    QCOMPARE(found[1].attribution, -1);
}

void TestChecks::remarksOnEveryUnitState() const
{
    StoryText story(
        QStringLiteral("“One,” A said. “Two,” B said. “Three.” “Four,” C said. “Five,” D said."));
    story.said(QStringLiteral("A"), QStringLiteral("“One,”"))
        .said(QStringLiteral("B"), QStringLiteral("“Two,”"))
        .said(QString(), QStringLiteral("“Three.”"))
        .said(QStringLiteral("C"), QStringLiteral("“Four,”"))
        .said(QStringLiteral("D"), QStringLiteral("“Five,”"));
    story.analysis.attributions[1].confidence = 0.2;
    Review review = decide({}, story.analysis, story.text, 3,
                           {.verdict = Verdict::NeedsSource,
                            .by = QStringLiteral("kl"),
                            .at = Noon,
                            .id = QStringLiteral("1")});
    review = decide(std::move(review), story.analysis, story.text, 4,
                    {.verdict = Verdict::Confirmed,
                     .by = QStringLiteral("kl"),
                     .at = Noon,
                     .id = QStringLiteral("2")});
    const auto found = findings(story, sound(), review);
    QCOMPARE(ids(found),
             (std::vector{CheckId::QuoteWithoutSource, CheckId::NeedsSource, CheckId::SpeakerUnsure,
                          CheckId::NotConfirmed}));
    QCOMPARE(found[0].detail, QString());
    QCOMPARE(found[1].attribution, 3);
    QCOMPARE(found[2].detail, QStringLiteral("B"));
    QCOMPARE(found[2].range.in(story.text), u"“Two,”");
}

/// Eighteen lines of "not confirmed" hide the two that matter.
void TestChecks::countsWhatNobodyHasConfirmed() const
{
    StoryText story(QString{});
    for (int i = 0; i < 20; ++i) {
        story.text += QStringLiteral("“Remark %1,” Owen Barrow said. ").arg(i);
        story.said(QStringLiteral("Owen Barrow"), QStringLiteral("“Remark %1,”").arg(i));
    }
    story.analysis.attributions[0].confidence = 0.3;
    story.analysis.attributions[11].confidence = 0.3;
    const auto found = findings(story, sound());
    QCOMPARE(ids(found),
             (std::vector{CheckId::SpeakerUnsure, CheckId::SpeakerUnsure, CheckId::NotConfirmed}));
    QCOMPARE(found[2].count, 18);
    QCOMPARE(found[2].attribution, -1);
    QCOMPARE(found[2].range.in(story.text), u"“Remark 1,”");
}

void TestChecks::listsOrphansWithTheirWords() const
{
    Review review;
    review.decisions.push_back({.id = QStringLiteral("1"),
                                .verdict = Verdict::Confirmed,
                                .target = {QStringLiteral("“Gone”"), {}, {}},
                                .speaker = {},
                                .comment = {},
                                .by = {},
                                .at = Noon,
                                .others = {}});
    const auto found = findings(StoryText(QStringLiteral("Boats sail.")), sound(), review);
    QCOMPARE(ids(found), std::vector{CheckId::DecisionOrphaned});
    QCOMPARE(found[0].detail, QStringLiteral("“Gone”"));
}

void TestChecks::resolvesDaysOutsideQuotations() const
{
    const StoryText story(QStringLiteral("They will meet on Friday, when “Monday is over”."));
    const auto found = findings(story, sound());
    QCOMPARE(ids(found), std::vector{CheckId::RelativeDay});
    QCOMPARE(found[0].detail, QStringLiteral("2026-05-15"));
}

void TestChecks::asksAboutARunningEmbargo() const
{
    story::Story story = sound();
    story.embargo = Noon.addSecs(1);
    const StoryText text(QStringLiteral("Boats sail."));
    QCOMPARE(ids(findings(text, story)), std::vector{CheckId::EmbargoRunning});
    QCOMPARE(findings(text, story).front().detail, QStringLiteral("2026-05-12T12:00:01Z"));
    story.embargo = Noon;
    QVERIFY(findings(text, story).empty());
}

void TestChecks::notesCuesThatTakeSides() const
{
    StoryText story(QStringLiteral("“We are ready,” claimed Owen Barrow."));
    story.said(QStringLiteral("Owen Barrow"), QStringLiteral("“We are ready,”"));
    analysis::Attribution &said = story.analysis.attributions.front();
    said.cue = {{16, 23}};
    said.polarity = analysis::CuePolarity::Loaded;
    const auto found = findings(story, sound());
    const auto cue = std::ranges::find(found, CheckId::LoadedCue, &Finding::id);
    QVERIFY(cue != found.end());
    QCOMPARE(cue->level, FindingLevel::Note);
    QCOMPARE(cue->detail, QStringLiteral("claimed"));
    QCOMPARE(cue->range, TextRange(16, 23));
}

void TestChecks::saysThatALanguageIsReadByRules() const
{
    StoryText story(QStringLiteral("Die Boote fahren."));
    story.analysis.language = QStringLiteral("de");
    const auto found = findings(story, sound());
    QCOMPARE(ids(found), std::vector{CheckId::LanguageNotLearned});
    QCOMPARE(found[0].detail, QStringLiteral("de"));
    for (const QString &quiet : {QStringLiteral("en"), QStringLiteral("und"), QString()}) {
        story.analysis.language = quiet;
        QVERIFY(findings(story, sound()).empty());
    }
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
