// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"
#include "analysis/polarity.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;
using namespace Qt::StringLiterals;

namespace {

/// A body's analysis by the installed tagger.
class Story {
public:
    explicit Story(const QString &body, const QString &headline = {})
        : m_snapshot(compose(1, headline, {}, body)), m_analysis(analyse(m_snapshot))
    {
    }
    [[nodiscard]] const Analysis &analysis() const
    {
        return m_analysis;
    }
    [[nodiscard]] QString words(const std::vector<TextRange> &ranges) const
    {
        QStringList found;
        for (const TextRange range : ranges) {
            found.append(range.in(m_snapshot.text).toString());
        }
        return found.join(u" | "_s);
    }
    /// "Speaker: cue: content" of each attribution.
    [[nodiscard]] QStringList said() const
    {
        QStringList found;
        for (const Attribution &each : m_analysis.attributions) {
            found.append(
                u"%1: %2: %3"_s.arg(speakerOf(each), words(each.cue), words(each.content)));
        }
        return found;
    }
    [[nodiscard]] QString speakerOf(const Attribution &attribution) const
    {
        return attribution.speaker < 0
            ? u"?"_s
            : m_analysis.speakers.at(static_cast<size_t>(attribution.speaker)).name;
    }
    [[nodiscard]] const Entity *entity(const QString &name) const
    {
        const auto at = std::ranges::find(m_analysis.entities, name, &Entity::name);
        return at == m_analysis.entities.end() ? nullptr : &*at;
    }

private:
    Snapshot m_snapshot;
    Analysis m_analysis;
};

} // namespace

class TestTaggedAnalysis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() const;
    void readsQuotationsWithTheirMarks() const;
    void followsAColonIntoTheNextParagraph() const;
    void aSentenceOfQuotationGoesOn() const;
    void readsNamesAfterADash() const;
    void headlineColonsStandByRule() const;
    void leavesTitlesOutOfNames() const;
    void givenNamesMeanTheirOnlyBearer() const;
    void voicesHaveNoWeekday() const;
    void possessivesBelongToTheSource() const;
    void isSurerOfPlainWords() const;
    void tellsWhichWordsTakeSides_data() const;
    void tellsWhichWordsTakeSides() const;
    void tellsQuotationsOfNobody() const;
    void demandsComeFromSomebody() const;
};

void TestTaggedAnalysis::initTestCase() const
{
    QVERIFY2(installedTagger().value() != nullptr, "the trained model is not beside the tests");
}

void TestTaggedAnalysis::readsQuotationsWithTheirMarks() const
{
    const Story story(
        u"“We can raise the money now,” Finance Minister Anna Miller told reporters on "
        "Tuesday. “Nobody has shown me another way.”"_s);
    QCOMPARE(story.analysis().attributions.size(), 1U);
    const Attribution &only = story.analysis().attributions.front();
    QCOMPARE(story.words(only.content),
             u"“We can raise the money now,” | “Nobody has shown me another way.”"_s);
    QCOMPARE(story.speakerOf(only), u"Anna Miller"_s);
    QCOMPARE(only.kind, AttributionKind::Direct);
    QCOMPARE(story.words(only.source), u"Finance Minister Anna Miller"_s);
}

void TestTaggedAnalysis::followsAColonIntoTheNextParagraph() const
{
    const Story story(u"Anna Miller opened the meeting in London. She told reporters:\n\n“We will "
                      u"build all six boats "
                      "and we will not ask for one more day.”"_s);
    QCOMPARE(story.said().last(),
             u"Anna Miller: told: “We will build all six boats and we will not ask for "
             "one more day.”"_s);
}

void TestTaggedAnalysis::aSentenceOfQuotationGoesOn() const
{
    const Story story(
        u"Anna Miller said the boats would be late. “The yard has lost its best welders.”"_s);
    QCOMPARE(story.analysis().attributions.size(), 1U);
    const Attribution &only = story.analysis().attributions.front();
    QVERIFY(story.words(only.content).endsWith(u" | “The yard has lost its best welders.”"_s));
    QCOMPARE(only.kind, AttributionKind::Mixed);
}

void TestTaggedAnalysis::readsNamesAfterADash() const
{
    const Story story(
        u"“Maybe they should listen to the people who live here.” — Steve Quinlan."_s);
    QCOMPARE(story.analysis().attributions.size(), 1U);
    QCOMPARE(story.speakerOf(story.analysis().attributions.front()), u"Steve Quinlan"_s);
}

void TestTaggedAnalysis::headlineColonsStandByRule() const
{
    const Story story(u"The minister, Anna Miller, spoke in London on Monday about the harbour."_s,
                      u"Minister: levy stays"_s);
    QVERIFY(!story.analysis().attributions.empty());
    QCOMPARE(story.words(story.analysis().attributions.front().content), u"levy stays"_s);
}

void TestTaggedAnalysis::demandsComeFromSomebody() const
{
    const Story story(u"The council met on Monday, bucking demands from the harbour union that no "
                      "boat be sold before June."_s);
    QCOMPARE(story.said(),
             QStringList{u"Harbour union: bucking demands: that no boat be sold before June"_s});
}

void TestTaggedAnalysis::leavesTitlesOutOfNames() const
{
    const Story story(u"Goalkeeper David Duarte stopped the ball. Duarte had trained all week."_s);
    QVERIFY(story.entity(u"David Duarte"_s) != nullptr);
    QCOMPARE(story.entity(u"David Duarte"_s)->mentions.size(), 2U);
}

void TestTaggedAnalysis::givenNamesMeanTheirOnlyBearer() const
{
    const Story story(
        u"Gregor Haldane runs the ferries. “I trust Gregor,” Paula Ninsen said. “Gregor keeps "
        "his word.”"_s);
    QVERIFY(story.entity(u"Gregor"_s) == nullptr);
    QCOMPARE(story.entity(u"Gregor Haldane"_s)->mentions.size(), 3U);
}

void TestTaggedAnalysis::voicesHaveNoWeekday() const
{
    const Story story(u"A court in Paris on Monday found the owner of the quarry guilty."_s);
    for (const Speaker &speaker : story.analysis().speakers) {
        QVERIFY2(!speaker.name.contains(u"Monday"), qPrintable(speaker.name));
    }
}

void TestTaggedAnalysis::possessivesBelongToTheSource() const
{
    const Story story(
        u"Donald Trump’s claim that the vote was stolen has been rejected by every court."_s);
    QVERIFY(!story.analysis().attributions.empty());
    const Attribution &first = story.analysis().attributions.front();
    QCOMPARE(story.words(first.source), u"Donald Trump’s"_s);
    QCOMPARE(story.speakerOf(first), u"Donald Trump"_s);
}

void TestTaggedAnalysis::isSurerOfPlainWords() const
{
    const Story plain(u"“We will build all six boats,” Anna Miller said on Tuesday."_s);
    const Story bare(u"“We will build all six boats and nobody will stop us.”"_s);
    QVERIFY(plain.analysis().attributions.front().confidence > 0.7);
    QVERIFY(bare.analysis().attributions.front().confidence < UnsureBelow);
}

void TestTaggedAnalysis::tellsWhichWordsTakeSides_data() const
{
    QTest::addColumn<QString>("cue");
    QTest::addColumn<bool>("isLoaded");
    for (const QString &cue :
         {u"claimed"_s, u"has admitted"_s, u"Boasting"_s, u"slammed"_s, u"bragged"_s, u"decries"_s,
          u"decried"_s, u"pointed out"_s, u"conceded"_s, u"conceding"_s}) {
        QTest::addRow("%s", qPrintable(cue)) << cue << true;
    }
    for (const QString &cue :
         {u"said"_s, u"told reporters"_s, u"according to"_s, u"added"_s, u"wrote"_s}) {
        QTest::addRow("%s", qPrintable(cue)) << cue << false;
    }
}

void TestTaggedAnalysis::tellsWhichWordsTakeSides() const
{
    QFETCH(const QString, cue);
    QFETCH(const bool, isLoaded);
    QCOMPARE(polarityOf(cue) == CuePolarity::Loaded, isLoaded);
}

void TestTaggedAnalysis::tellsQuotationsOfNobody() const
{
    const Story story(
        u"Anna Miller was on CNN’s “State of the Union” in London. The “old” boat sank there.\n\n"
        "“We will build all six boats and nobody will stop us.”"_s);
    std::vector<UnspokenKind> kinds;
    QStringList words;
    for (const UnspokenQuote &quote : story.analysis().unspoken) {
        kinds.push_back(quote.kind);
        words.append(story.words({quote.range}));
    }
    QCOMPARE(words, QStringList({u"“State of the Union”"_s, u"“old”"_s}));
    QCOMPARE(kinds, std::vector({UnspokenKind::Title, UnspokenKind::Phrase}));
    QCOMPARE(story.analysis().attributions.size(), 1U);
}

QTEST_GUILESS_MAIN(TestTaggedAnalysis)
#include "tst_tagged_analysis.moc"
