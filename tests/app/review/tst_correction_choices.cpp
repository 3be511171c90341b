// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "levy_story.h"
#include "review/corrections.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace Qt::StringLiterals;

class TestCorrectionChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void completesAName() const;
    void offersWhoIsNear() const;
    void growsToWholeWords() const;
    void stepsByWords_data() const;
    void stepsByWords() const;
};

void TestCorrectionChoices::completesAName() const
{
    const StoryText story = found(levyText());
    QCOMPARE(fullName(story.analysis, u"santoro"_s), u"Leila Santoro"_s);
    QCOMPARE(fullName(story.analysis, u"leila santoro"_s), u"Leila Santoro"_s);
    QCOMPARE(fullName(story.analysis, u"owen"_s), u"Owen Barrow"_s);
    QCOMPARE(fullName(story.analysis, u"Dutt"_s), u"Dutt"_s);
    QCOMPARE(fullName(story.analysis, u"Barr"_s), u"Barr"_s);
    QCOMPARE(fullName(story.analysis, {}), QString());
    StoryText two = found(levyText());
    name(two, u"Ana Santoro"_s, {});
    QCOMPARE(fullName(two.analysis, u"Santoro"_s), u"Santoro"_s);
}

void TestCorrectionChoices::offersWhoIsNear() const
{
    StoryText story = found(levyText());
    name(story, u"Mirela Dutt"_s, {});
    story.analysis.speakers.push_back({u"officials"_s, u"OF"_s, {}, -1});
    QCOMPARE(speakerChoices(story.analysis, asIs(story.analysis, 1).content).first(2),
             (QStringList{u"Leila Santoro"_s, u"Owen Barrow"_s}));
    QCOMPARE(speakerChoices(story.analysis, asIs(story.analysis, 2).content),
             (QStringList{u"Owen Barrow"_s, u"Leila Santoro"_s, u"officials"_s, u"Mirela Dutt"_s}));
}

void TestCorrectionChoices::growsToWholeWords() const
{
    const StoryText story(u"She called the coast’s plan ‘a toll on home’, twice."_s);
    const auto grown = [&story](const QString &words) {
        return wholeWords(range(story, words), story.text).in(story.text).toString();
    };
    QCOMPARE(grown(u" the coast"_s), u"the coast’s"_s);
    QCOMPARE(grown(u"s pla"_s), u"coast’s plan"_s);
    QCOMPARE(grown(u"oll on home"_s), u"toll on home"_s);
    QCOMPARE(grown(u"‘a toll on home’"_s), u"‘a toll on home’"_s);
    QCOMPARE(wholeWords({-3, 500}, story.text), (TextRange{0, story.text.size()}));
    QVERIFY(wholeWords({3, 4}, story.text).isEmpty());
}

void TestCorrectionChoices::stepsByWords_data() const
{
    QTest::addColumn<Edge>("edge");
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("begin out") << Edge::Begin << Step::Back << u"was “late,”"_s
                               << u"it was “late,”"_s;
    QTest::newRow("begin in") << Edge::Begin << Step::Forward << u"it was “late,”"_s
                              << u"was “late,”"_s;
    QTest::newRow("end out") << Edge::End << Step::Forward << u"it was"_s << u"it was “late,”"_s;
    QTest::newRow("end in") << Edge::End << Step::Back << u"it was “late,”"_s << u"it was"_s;
    QTest::newRow("a word is left") << Edge::End << Step::Back << u"was"_s << u"was"_s;
    QTest::newRow("no word before") << Edge::Begin << Step::Back << u"She said"_s << u"She said"_s;
    QTest::newRow("no word after") << Edge::End << Step::Forward << u"once"_s << u"once"_s;
}

void TestCorrectionChoices::stepsByWords() const
{
    QFETCH(const Edge, edge);
    QFETCH(const Step, step);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    const StoryText story(u"Headline\nShe said it was “late,” once\nagain."_s);
    const TextRange within = range(story, u"She said it was “late,” once"_s);
    const TextRange result = moved(range(story, from), edge, step, story.text, within);
    QCOMPARE(result.in(story.text), to);
}

QTEST_GUILESS_MAIN(TestCorrectionChoices)
#include "tst_correction_choices.moc"
