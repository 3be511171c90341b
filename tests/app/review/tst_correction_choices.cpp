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
    void completesOnlyWhoeverIsMeant() const;
    void offersTheNearestFirst() const;
    void offersWhoCanSpeak() const;
    void knowsApostrophesFromMarks() const;
    void staysInsideTheText() const;
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

void TestCorrectionChoices::completesOnlyWhoeverIsMeant() const
{
    using analysis::EntityType;
    analysis::Analysis analysis;
    const auto add = [&analysis](EntityType type, const QString &name) {
        analysis.entities.push_back({{}, type, name, {}, {}, {}});
    };
    add(EntityType::Person, u"Owen Barrow"_s);
    add(EntityType::Person, u"owen barrow"_s);
    add(EntityType::Organisation, u"Ferry Authority"_s);
    add(EntityType::Location, u"Port Lorne"_s);
    QCOMPARE(fullName(analysis, u"owen barrow"_s), u"owen barrow"_s); // as it stands there
    QCOMPARE(fullName(analysis, u"OWEN BARROW"_s), u"OWEN BARROW"_s); // two are meant
    QCOMPARE(fullName(analysis, u"authority"_s), u"Ferry Authority"_s);
    QCOMPARE(fullName(analysis, u"lorne"_s), u"lorne"_s); // a place says nothing
    QCOMPARE(fullName(analysis, u" Ana   Roos "_s), u"Ana Roos"_s);
    // Whoever is called just so comes before whoever is called so, too.
    add(EntityType::Person, u"Ferry"_s);
    QCOMPARE(fullName(analysis, u"ferry"_s), u"Ferry"_s);
    // Known twice, as a speaker and as an entity, is known once.
    analysis.speakers.push_back({u"Ferry Authority"_s, {}, {}, 2});
    QCOMPARE(fullName(analysis, u"authority"_s), u"Ferry Authority"_s);
    analysis.speakers.push_back({u"officials"_s, {}, {}, -1});
    QCOMPARE(fullName(analysis, u"Officials"_s), u"officials"_s);
}

void TestCorrectionChoices::offersTheNearestFirst() const
{
    using analysis::EntityType;
    analysis::Analysis analysis;
    const auto add = [&analysis](const QString &name, const std::vector<TextRange> &mentions) {
        analysis.entities.push_back({{}, EntityType::Person, name, {}, mentions, {}});
    };
    const TextRange content{1000, 1010};
    add(u"too far before"_s, {{590, 599}});
    add(u"far before"_s, {{591, 600}});
    add(u"far after"_s, {{1410, 1420}});
    add(u"too far after"_s, {{1411, 1420}});
    add(u"near after"_s, {{0, 5}, {1030, 1040}});
    add(u"near before"_s, {{970, 990}, {1400, 1410}});
    add(u"inside"_s, {{1004, 1006}});
    add(u"across"_s, {{995, 1005}});
    add(u"nowhere"_s, {});
    QCOMPARE(
        speakerChoices(analysis, content),
        (QStringList{u"inside"_s, u"across"_s, u"near before"_s, u"near after"_s, u"far before"_s,
                     u"far after"_s, u"too far before"_s, u"too far after"_s, u"nowhere"_s}));
}

void TestCorrectionChoices::offersWhoCanSpeak() const
{
    using enum analysis::EntityType;
    analysis::Analysis analysis;
    const auto add = [&analysis](analysis::EntityType type, const QString &name) {
        analysis.entities.push_back({{}, type, name, {}, {{5, 6}}, {}});
    };
    add(Location, u"Port Lorne"_s);
    add(Organisation, u"Ferry Authority"_s);
    add(Misc, u"Friday"_s);
    add(Person, u"Owen Barrow"_s);
    add(Person, QString());
    analysis.speakers.push_back({u"Owen Barrow"_s, {}, {}, 3});
    QCOMPARE(speakerChoices(analysis, {0, 10}),
             (QStringList{u"Ferry Authority"_s, u"Owen Barrow"_s}));
}

void TestCorrectionChoices::knowsApostrophesFromMarks() const
{
    const auto grown = [](const QString &text, TextRange range) {
        return wholeWords(range, text).in(text).toString();
    };
    const QString plan = u"the coast's plan"_s;
    QCOMPARE(grown(plan, {10, 11}), u"coast's"_s); // "s"
    QCOMPARE(grown(plan, {4, 9}), u"coast's"_s); // "coast"
    QCOMPARE(grown(plan, {9, 10}), u"coast's"_s); // the apostrophe
    QCOMPARE(grown(u"the coasts' plan"_s, {4, 10}), u"coasts"_s);
    QCOMPARE(grown(u"it's"_s, {3, 4}), u"it's"_s);
    QCOMPARE(grown(u"'s"_s, {1, 2}), u"s"_s);
    QCOMPARE(grown(u"s'"_s, {0, 1}), u"s"_s);
    QCOMPARE(grown(u"coast-plan"_s, {1, 3}), u"coast"_s);
}

void TestCorrectionChoices::staysInsideTheText() const
{
    const QString text = u"  one two  "_s;
    QCOMPARE(wholeWords({0, 11}, text), TextRange(2, 9));
    QCOMPARE(wholeWords({3, 4}, text), TextRange(2, 5));
    QCOMPARE(wholeWords({8, 9}, text), TextRange(6, 9));
    QVERIFY(wholeWords({9, 11}, text).isEmpty());
    QVERIFY(wholeWords({5, 2}, text).isEmpty());
    const TextRange all{0, text.size()};
    QCOMPARE(moved({2, 5}, Edge::Begin, Step::Back, text, all), TextRange(0, 5));
    QCOMPARE(moved({6, 9}, Edge::End, Step::Forward, text, all), TextRange(6, 11));
    QCOMPARE(moved({6, 9}, Edge::Begin, Step::Back, text, all), TextRange(2, 9));
    QCOMPARE(moved({6, 9}, Edge::Begin, Step::Back, text, {6, 9}), TextRange(6, 9));
    QCOMPARE(moved({2, 5}, Edge::End, Step::Forward, text, {2, 5}), TextRange(2, 5));
    QCOMPARE(moved({2, 9}, Edge::Begin, Step::Forward, text, all), TextRange(6, 9));
    QCOMPARE(moved({2, 9}, Edge::End, Step::Back, text, all), TextRange(2, 5));
    QCOMPARE(moved({2, 5}, Edge::Begin, Step::Forward, text, all), TextRange(2, 5));
    QCOMPARE(moved({2, 5}, Edge::End, Step::Back, text, all), TextRange(2, 5));
}

QTEST_GUILESS_MAIN(TestCorrectionChoices)
#include "tst_correction_choices.moc"
