// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/checks.h"
#include "story_text.h"

#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::review;

namespace {

const QDateTime Noon(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);

story::Story sound()
{
    story::Story story;
    story.slug = QStringLiteral("harbour-levy");
    story.headline = QStringLiteral("Levy stays");
    story.dateline = {QStringLiteral("PORT LORNE"), QDate(2026, 5, 12)};
    story.body = QStringLiteral("Body.");
    return story;
}

std::vector<Finding> findings(const StoryText &text, const story::Story &story,
                              const Review &review = {})
{
    const analysis::Snapshot snapshot{
        .revision = 1,
        .text = text.text,
        .segments = {{analysis::SegmentRole::Body, {0, text.text.size()}}}};
    return check(story, snapshot, text.analysis, review, bind(review, text.analysis, text.text),
                 Noon);
}

std::vector<CheckId> ids(const std::vector<Finding> &findings)
{
    std::vector<CheckId> result;
    for (const Finding &finding : findings) {
        result.push_back(finding.id);
    }
    return result;
}

} // namespace

class TestChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInASoundStory() const;
    void blocksWithoutSlugHeadlineAndBody() const;
    void notesLongHeadlineAndDeck() const;
    void remarksOnEveryUnitState() const;
    void countsWhatNobodyHasConfirmed() const;
    void findsQuotesLeftOpen_data() const;
    void findsQuotesLeftOpen() const;
    void findsAQuoteThatAnotherSpeakerFollows() const;
    void listsOrphansWithTheirWords() const;
    void findsUnclosedAndMixedMarks() const;
    void resolvesDaysOutsideQuotations() const;
    void notesANameFirstHeardInAQuotation() const;
    void asksAboutARunningEmbargo() const;
    void notesCuesThatTakeSides() const;
    void asksAboutNearlySameNames_data() const;
    void asksAboutNearlySameNames() const;
    void saysThatALanguageIsReadByRules() const;
    void blocksConflictsAndDamage() const;
    void asksAboutMarkupOfOthers() const;
    void passesOnWhatTheHeaderSays() const;
};

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

void TestChecks::findsQuotesLeftOpen_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("open"); // where the quotations begin
    const auto row = [](const char *name, const QString &text, const QStringList &open = {}) {
        QTest::newRow(name) << text << open;
    };
    // Right: every paragraph of a quotation opens with a mark, only the last one closes.
    const QString whole = QStringLiteral("%1We lost it all.\n\n%1We came back.\n\n%1Now we "
                                         "stay,%2 Vale said.\n\n%1So do I,%2 Holm said.");
    row("“ ” right", whole.arg(u"“", u"”"));
    row("\" \" right", whole.arg(u"\"", u"\""));
    row("« » right", whole.arg(u"«", u"»"));
    row("» « right", whole.arg(u"»", u"«"));
    row("„ “ right", whole.arg(u"„", u"“"));
    row("‚ ‘ right", whole.arg(u"‚", u"‘"));
    row("‘ ’ right", whole.arg(u"‘", u"’"));
    row("' ' right", whole.arg(u"'", u"'"));
    // The speaker stands inside the marks.
    const QString inside =
        QStringLiteral("%1We will pay, Holm said.\n\n%1It is late,%2 Vale said.");
    row("“ ” speaker inside", inside.arg(u"“", u"”"), {QStringLiteral("“We will")});
    row("\" \" speaker inside", inside.arg(u"\"", u"\""), {QStringLiteral("\"We will")});
    row("« » speaker inside", inside.arg(u"«", u"»"), {QStringLiteral("«We will")});
    row("„ “ speaker inside", inside.arg(u"„", u"“"), {QStringLiteral("„We will")});
    row("‚ ‘ speaker inside", inside.arg(u"‚", u"‘"), {QStringLiteral("‚We will")});
    row("‘ ’ speaker inside", inside.arg(u"‘", u"’"), {QStringLiteral("‘We will")});
    // A part quote ends with its paragraph.
    const QString part =
        QStringLiteral("Holm called it %1a shame and left.\n\n%1It is late,%2 Vale said.");
    row("“ ” part", part.arg(u"“", u"”"), {QStringLiteral("“a shame")});
    row("\" \" part", part.arg(u"\"", u"\""), {QStringLiteral("\"a shame")});
    row("« » part", part.arg(u"«", u"»"), {QStringLiteral("«a shame")});
    row("„ “ part", part.arg(u"„", u"“"), {QStringLiteral("„a shame")});
    // Nothing goes on.
    row("next opens otherwise", QStringLiteral("“We will pay.\n\n\"It is late,\" Vale said."),
        {QStringLiteral("“We will")});
    row("a mark alone", QStringLiteral("\"We will pay.\n\n\" It is late, Vale said."),
        {QStringLiteral("\"We will")});
    row("a question inside", QStringLiteral("“Will we pay? Holm asked.\n\n“No,” Vale said."),
        {QStringLiteral("“Will we")});
    row("said inside, and right",
        QStringLiteral("“He said he would pay.\n\n“It is late,” Vale said."));
}

void TestChecks::findsQuotesLeftOpen() const
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, open);
    const StoryText story(text);
    QStringList begins;
    for (const Finding &finding : findings(story, sound())) {
        if (finding.id == CheckId::QuoteUnclosed) {
            QCOMPARE(finding.level, FindingLevel::ToConfirm);
            begins.append(finding.range.in(text).first(open.value(0).size()).toString());
        }
    }
    QCOMPARE(begins, open);
}

/// Two people cannot share a quotation.
void TestChecks::findsAQuoteThatAnotherSpeakerFollows() const
{
    const QString text = QStringLiteral("Holm said: “We will pay.\n\n“It is late,” Vale said.");
    for (const QString &second : {QStringLiteral("Vale"), QStringLiteral("Holm")}) {
        StoryText story(text);
        story.said(QStringLiteral("Holm"), QStringLiteral("“We will pay."))
            .said(second, QStringLiteral("“It is late,”"));
        const auto found = ids(findings(story, sound()));
        QCOMPARE(std::ranges::contains(found, CheckId::QuoteUnclosed),
                 second == QStringLiteral("Vale"));
    }
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

void TestChecks::findsUnclosedAndMixedMarks() const
{
    const StoryText story(QStringLiteral("A “good” day.\n\nA \"bad\" day.\n\nAn “open day."));
    const auto found = findings(story, sound());
    QCOMPARE(ids(found), (std::vector{CheckId::QuoteUnclosed, CheckId::QuoteMarksMixed}));
    QCOMPARE(found[1].range.in(story.text), u"\"bad\"");
}

void TestChecks::resolvesDaysOutsideQuotations() const
{
    const StoryText story(QStringLiteral("They will meet on Friday, when “Monday is over”."));
    const auto found = findings(story, sound());
    QCOMPARE(ids(found), std::vector{CheckId::RelativeDay});
    QCOMPARE(found[0].detail, QStringLiteral("2026-05-15"));
}

void TestChecks::notesANameFirstHeardInAQuotation() const
{
    StoryText story(
        QStringLiteral("“Stellan keeps his word,” she said. Stellan Roos runs the boats."));
    analysis::Entity roos;
    roos.type = analysis::EntityType::Person;
    roos.name = QStringLiteral("Stellan Roos");
    roos.mentions = {{1, 8}, {36, 48}};
    story.analysis.entities = {roos};
    const auto found = findings(story, sound());
    QCOMPARE(ids(found), std::vector{CheckId::FirstReferenceInQuote});
    QCOMPARE(found[0].detail, QStringLiteral("Stellan Roos"));
}

void TestChecks::asksAboutARunningEmbargo() const
{
    story::Story story = sound();
    story.embargo = Noon.addSecs(1);
    const StoryText text(QStringLiteral("Boats sail."));
    QCOMPARE(ids(findings(text, story)), std::vector{CheckId::EmbargoRunning});
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

void TestChecks::asksAboutNearlySameNames_data() const
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isAsked");
    const auto row = [](const QString &one, const QString &other, bool isAsked) {
        QTest::addRow("%s, %s", qPrintable(one), qPrintable(other)) << one << other << isAsked;
    };
    row(QStringLiteral("Anna Lindqvist"), QStringLiteral("Lindkvist"), true);
    row(QStringLiteral("Zelensky"), QStringLiteral("Volodymyr Zelenskyy"), true);
    row(QStringLiteral("Adeyemi"), QStringLiteral("Adeymi"), true);
    row(QStringLiteral("Ann Holm"), QStringLiteral("Ann Hole"), false); // short
    row(QStringLiteral("Amery Ferry"), QStringLiteral("Amery Ferrys"), false); // a plural
    row(QStringLiteral("Karlsson"), QStringLiteral("Harlsson"), false); // another initial
    row(QStringLiteral("Lindqvist"), QStringLiteral("Lindström"), false);
}

void TestChecks::asksAboutNearlySameNames() const
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, isAsked);
    StoryText story(one + QStringLiteral(" met ") + one + QStringLiteral(" and ") + other);
    const qsizetype length = one.size();
    analysis::Entity first{.id = {},
                           .type = analysis::EntityType::Person,
                           .name = one,
                           .role = {},
                           .mentions = {{0, length}, {length + 5, 2 * length + 5}},
                           .pronouns = {}};
    analysis::Entity second = first;
    second.name = other;
    second.mentions = {{2 * length + 10, story.text.size()}};
    story.analysis.entities = {first, second};
    const auto found = findings(story, sound());
    const auto spelt = std::ranges::find(found, CheckId::NameSpeltTwice, &Finding::id);
    QCOMPARE(spelt != found.end(), isAsked);
    if (isAsked) {
        QCOMPARE(spelt->range, second.mentions.front()); // the rarer one
        QCOMPARE(spelt->detail, one.section(u' ', -1));
        story.analysis.entities[1].type = analysis::EntityType::Location;
        QVERIFY(findings(story, sound()).empty());
    }
}

void TestChecks::saysThatALanguageIsReadByRules() const
{
    StoryText story(QStringLiteral("Die Boote fahren."));
    story.analysis.language = QStringLiteral("de");
    const auto found = findings(story, sound());
    QCOMPARE(ids(found), std::vector{CheckId::LanguageNotLearned});
    QCOMPARE(found[0].detail, QStringLiteral("de"));
    story.analysis.language = QStringLiteral("en");
    QVERIFY(findings(story, sound()).empty());
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
