// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made_story.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::summary;
using namespace Qt::StringLiterals;

namespace {

bool has(const Unit &unit, UnitNote note)
{
    return std::ranges::find(unit.notes, note) != unit.notes.end();
}

} // namespace

class TestUnits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesOneUnitASentence() const;
    void keepsAQuotationWholeOverSentences() const;
    void keepsAQuotationWholeOverParagraphs() const;
    void joinsWhatGoesOn() const;
    void refusesAQuoteWithoutASource() const;
    void refusesQuotedWordsThatNobodyIsGiven() const;
    void letsTitlesAndSingleWordsPass() const;
    void namesThePronounsSpeaker() const;
    void refusesADarkPronoun_data() const;
    void refusesADarkPronoun() const;
    void hangsOpenersOnTheSentenceBefore_data() const;
    void hangsOpenersOnTheSentenceBefore() const;
    void hangsClarificationsOnTheirQuote() const;
    void completesAFirstMention() const;
    void leavesWordsInsideQuotesAlone() const;
    void makesDaysAbsolute() const;
    void leavesOutTheNotice() const;
    void marksTheFirstReference() const;
};

void TestUnits::makesOneUnitASentence() const
{
    const auto units = MadeStory()
                           .add(u"Boats sail. Boats come back."_s)
                           .paragraph()
                           .add(u"Rain falls."_s)
                           .units();
    QCOMPARE(units.size(), 3U);
    QCOMPARE(units[1].shown, u"Boats come back."_s);
    QCOMPARE(units[1].paragraph, 1);
    QCOMPARE(units[2].paragraph, 2);
    QCOMPARE(units[2].notes, std::vector{UnitNote::Plain});
    QVERIFY(units[0].salience > units[2].salience);
}

void TestUnits::keepsAQuotationWholeOverSentences() const
{
    MadeStory story;
    const int roos = story.person(u"Stellan Roos"_s);
    story.add(u"{q “We sail at noon,”} {s Stellan Roos} {c said}. {q “We will not wait.”}"_s, roos)
        .add(u"Rain fell."_s);
    const auto units = story.units();
    QCOMPARE(units.size(), 2U);
    QCOMPARE(units[0].shown, u"“We sail at noon,” Stellan Roos said. “We will not wait.”"_s);
    QVERIFY(has(units[0], UnitNote::QuoteWithSpeaker) && units[0].isPickable);
}

void TestUnits::keepsAQuotationWholeOverParagraphs() const
{
    MadeStory story;
    const int roos = story.person(u"Stellan Roos"_s);
    story.add(u"{s Stellan Roos} {c said}: {q “We sail at noon.\n\n“We will not wait.”}"_s, roos);
    const auto units = story.units();
    QCOMPARE(units.size(), 1U);
    QVERIFY(units[0].isPickable);
    QCOMPARE(assemble(units, {0}).body,
             u"Stellan Roos said: “We sail at noon.\n\n“We will not wait.”"_s);
}

void TestUnits::joinsWhatGoesOn() const
{
    MadeStory story;
    const int roos = story.person(u"Stellan Roos"_s);
    story.add(u"{q “We sail at noon,”} {s Stellan Roos} {c said}."_s, roos).paragraph();
    story.add(u"{q “We will not wait.”}"_s, roos);
    const auto units = story.units();
    QCOMPARE(units.size(), 1U);
    QVERIFY(units[0].isPickable);
}

void TestUnits::refusesAQuoteWithoutASource() const
{
    const auto units = MadeStory().add(u"Rain fell."_s).add(u"{q “We will not wait.”}"_s).units();
    QCOMPARE(units.size(), 2U);
    QVERIFY(!units[1].isPickable && has(units[1], UnitNote::QuoteUnsourced));
}

void TestUnits::refusesQuotedWordsThatNobodyIsGiven() const
{
    const auto units = MadeStory().add(u"It was “a bad day for all” on the quay."_s).units();
    QVERIFY(!units[0].isPickable);
}

void TestUnits::letsTitlesAndSingleWordsPass() const
{
    const auto units =
        MadeStory().add(u"The film “Salt and Stone” won a “routine” prize."_s).units();
    QVERIFY(units[0].isPickable);
}

void TestUnits::namesThePronounsSpeaker() const
{
    MadeStory story;
    const int santoro = story.person(u"Leila Santoro"_s);
    story.add(u"Leila Santoro runs the ministry."_s).paragraph();
    story.add(u"{q “The levy pays,”} {s she} {c told} reporters."_s, santoro);
    const auto units = story.units();
    QCOMPARE(units[1].shown, u"“The levy pays,” Leila Santoro told reporters."_s);
    QVERIFY(has(units[1], UnitNote::PronounReplaced));
    QCOMPARE(assemble(units, {0, 1}).body,
             u"Leila Santoro runs the ministry.\n\n“The levy pays,” Santoro told reporters."_s);
}

void TestUnits::refusesADarkPronoun_data() const
{
    QTest::addColumn<QString>("sentence");
    for (const char *sentence :
         {"She left the hall.", "They sailed.", "Their boats sailed.", "It rained on them.",
          "He’s gone.", "{q “The levy pays,”} {s she} {c said}."}) {
        QTest::newRow(sentence) << QString::fromUtf8(sentence);
    }
}

void TestUnits::refusesADarkPronoun() const
{
    QFETCH(const QString, sentence);
    const auto units = MadeStory().add(u"Boats sail."_s).paragraph().add(sentence).units();
    QVERIFY(has(units[1], UnitNote::PronounUnresolved));
    QVERIFY(!units[1].isPickable);
}

void TestUnits::hangsOpenersOnTheSentenceBefore_data() const
{
    QTest::addColumn<QString>("sentence");
    for (const char *sentence :
         {"But boats came back.", "The remark came late.", "That was a year ago.",
          "In response, boats came.", "As a result, boats came.", "On Monday he left."}) {
        QTest::newRow(sentence) << QString::fromUtf8(sentence);
    }
}

void TestUnits::hangsOpenersOnTheSentenceBefore() const
{
    QFETCH(const QString, sentence);
    const auto units =
        MadeStory().add(u"Boats sail. Rain falls."_s).paragraph().add(sentence).units();
    QCOMPARE(units[2].needs, 1);
    QVERIFY(has(units[2], UnitNote::NeedsUnit) && units[2].isPickable);
    QCOMPARE(units[1].needs, -1);
}

void TestUnits::hangsClarificationsOnTheirQuote() const
{
    MadeStory story;
    const int dutt = story.person(u"Mirela Dutt"_s);
    story.person(u"Owen Roos"_s);
    story.add(u"{q “Owen keeps his word,”} {c said} {s Mirela Dutt}."_s, dutt).paragraph();
    story.add(u"She was referring to Owen Roos."_s);
    story.clarifies(u"Owen"_s, u"She was referring to Owen Roos."_s)
        .paragraph()
        .add(u"But rain fell."_s);
    const auto units = story.units();
    QCOMPARE(units[1].notes, std::vector{UnitNote::Clarification});
    QCOMPARE(units[1].needs, 0);
    QCOMPARE(units[2].needs, 0); // what follows a clarification hangs on the quotation
    QCOMPARE(pick(units, {}, 0), (Selection{0, 1}));
}

void TestUnits::completesAFirstMention() const
{
    MadeStory story;
    story.person(u"Owen Barrow"_s);
    story.add(u"Owen Barrow leads the party."_s)
        .paragraph()
        .add(u"Crowds heard Mr. Barrow speak to the Barrow camp."_s);
    const auto units = story.units();
    QVERIFY(has(units[1], UnitNote::NameCompleted));
    QCOMPARE(units[1].shown, u"Crowds heard Owen Barrow speak to the Barrow camp."_s);
    QVERIFY(assemble(units, {0, 1})
                .body.endsWith(u"Crowds heard Mr. Barrow speak to the Barrow camp."_s));
}

void TestUnits::leavesWordsInsideQuotesAlone() const
{
    MadeStory story;
    const int barrow = story.person(u"Owen Barrow"_s);
    story.person(u"Leila Santoro"_s);
    story.add(u"{q “On Tuesday Santoro lied,”} {c said} {s Owen Barrow}."_s, barrow)
        .add(u"Leila Santoro left."_s);
    QCOMPARE(story.units(QDate(2026, 5, 12))[0].shown,
             u"“On Tuesday Santoro lied,” said Owen Barrow."_s);
}

void TestUnits::makesDaysAbsolute() const
{
    const auto units = MadeStory().add(u"Boats sailed on Tuesday."_s).units(QDate(2026, 5, 12));
    QCOMPARE(units[0].shown, u"Boats sailed on Tuesday, 12 May."_s);
    QVERIFY(has(units[0], UnitNote::DateMadeAbsolute));
    QCOMPARE(MadeStory().add(u"Boats sailed on Tuesday."_s).units()[0].shown,
             u"Boats sailed on Tuesday."_s);
}

void TestUnits::leavesOutTheNotice() const
{
    MadeStory story;
    story.add(u"Boats sailed out at noon."_s)
        .paragraph()
        .add(u"Rain fell on the quay."_s)
        .paragraph();
    story.add(u"The website of Meridian Wire contains only a portion of the news stories offered "
              u"to subscribers, "
              "in summarized form. Please contact us for subscription options."_s);
    QCOMPARE(story.units().size(), 2U);
}

void TestUnits::marksTheFirstReference() const
{
    MadeStory story;
    const int roos = story.person(u"Stellan Roos"_s);
    story.add(u"{q “We sail,”} {s Stellan Roos} {c said}."_s, roos)
        .add(u"{q “We wait,”} {s Stellan Roos} {c said}."_s, roos);
    const auto units = story.units();
    QVERIFY(has(units[0], UnitNote::FirstReference));
    QVERIFY(!has(units[1], UnitNote::FirstReference));
}

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_units.moc"
