// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made_story.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::summary;
using namespace Qt::StringLiterals;

namespace {

/// Five units: a lead, one that needs it, a quotation, its clarification, and a dark pronoun.
MadeStory harbour()
{
    MadeStory story;
    const int dutt = story.person(u"Mirela Dutt"_s);
    story.person(u"Owen Roos"_s);
    story.add(u"The levy on boats stays."_s).paragraph();
    story.add(u"But ferries will pay half."_s).paragraph();
    story.add(u"{q “Owen keeps his word,”} {c said} {s Mirela Dutt}."_s, dutt).paragraph();
    story.add(u"She was referring to Owen Roos."_s);
    story.clarifies(u"Owen"_s, u"She was referring to Owen Roos."_s).paragraph();
    story.add(u"They will meet again."_s);
    return story;
}

} // namespace

class TestSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picksWhatAUnitNeeds() const;
    void unpicksWhatNeedsAUnit() const;
    void neverPicksWhatCannotStand() const;
    void suggestsWithinTheTarget() const;
    void suggestsOneUnitAtLeast() const;
    void assemblesParagraphsAndPlaces() const;
    void assemblesNothingUnsafe() const;
    void keepsSentencesOfAParagraphTogether() const;
    void keepsTheItemsOfAListTogether() const;
};

void TestSelection::picksWhatAUnitNeeds() const
{
    const auto units = harbour().units();
    QCOMPARE(pick(units, {}, 1), (Selection{0, 1}));
    QCOMPARE(pick(units, {0, 1}, 2), (Selection{0, 1, 2, 3}));
    QCOMPARE(pick(units, {0}, 0), Selection{0});
}

void TestSelection::unpicksWhatNeedsAUnit() const
{
    const auto units = harbour().units();
    QCOMPARE(unpick(units, {0, 1, 2, 3}, 0), (Selection{2, 3}));
    QCOMPARE(unpick(units, {0, 1, 2, 3}, 2), (Selection{0, 1}));
    QCOMPARE(unpick(units, {0, 1}, 1), Selection{0});
}

void TestSelection::neverPicksWhatCannotStand() const
{
    const auto units = harbour().units();
    QCOMPARE(pick(units, {0}, 4), Selection{0});
    QCOMPARE(pick(units, {0}, 3), Selection{0}); // a clarification alone
    QCOMPARE(pick(units, {0}, 99), Selection{0});
    QCOMPARE(pick(units, {0}, -1), Selection{0});
}

void TestSelection::suggestsWithinTheTarget() const
{
    const auto units = harbour().units();
    for (int target = 6; target < 40; ++target) {
        const Selection selection = suggest(units, target);
        QVERIFY(assemble(units, selection).words <= target);
        QVERIFY(!selection.empty());
    }
    QCOMPARE(suggest(units, 100), (Selection{0, 1, 2, 3}));
}

void TestSelection::suggestsOneUnitAtLeast() const
{
    QCOMPARE(suggest(harbour().units(), 1), Selection{0});
    QVERIFY(suggest({}, 100).empty());
    QVERIFY(suggest(MadeStory().add(u"They left."_s).units(), 100).empty());
}

void TestSelection::assemblesParagraphsAndPlaces() const
{
    const MadeStory story = harbour();
    const auto units = story.units();
    const Summary summary = assemble(units, {0, 2, 3});
    QCOMPARE(
        summary.body,
        u"The levy on boats stays.\n\n“Owen keeps his word,” said Mirela Dutt. She was referring to Owen Roos."_s);
    QCOMPARE(summary.words, 18);
    QCOMPARE(summary.pieces.size(), 3U);
    QCOMPARE(summary.pieces[2].unit, 3);
    QCOMPARE(summary.pieces[2].inBody.in(summary.body), u"She was referring to Owen Roos.");
    QCOMPARE(summary.pieces[2].inStory.in(story.snapshot().text),
             u"She was referring to Owen Roos.");
}

void TestSelection::assemblesNothingUnsafe() const
{
    const auto units = harbour().units();
    QCOMPARE(assemble(units, {1, 3, 4}).body, QString());
    QCOMPARE(assemble(units, {2}).pieces.size(), 2U); // the clarification comes along
}

void TestSelection::keepsSentencesOfAParagraphTogether() const
{
    const auto units =
        MadeStory().add(u"Boats sail. Rain falls."_s).paragraph().add(u"Fog lifts."_s).units();
    QCOMPARE(assemble(units, {0, 1, 2}).body, u"Boats sail. Rain falls.\n\nFog lifts."_s);
}

void TestSelection::keepsTheItemsOfAListTogether() const
{
    std::vector<Unit> units;
    qsizetype at = 0;
    for (const QString &words : {u"- Boats pay nothing."_s, u"- Ferries pay half."_s,
                                 u"- Skiffs pay all."_s, u"Nobody objected."_s}) {
        Unit unit;
        unit.range = {at, at + words.size()};
        unit.paragraph = static_cast<int>(units.size()) + 1;
        unit.words = words;
        at = unit.range.end + (units.size() == 2 ? 2 : 1);
        units.push_back(unit);
    }
    QCOMPARE(assemble(units, {0, 1}).body, u"- Boats pay nothing.\n- Ferries pay half."_s);
    QCOMPARE(assemble(units, {0, 2}).body, u"- Boats pay nothing.\n\n- Skiffs pay all."_s);
    QCOMPARE(assemble(units, {2, 3}).body, u"- Skiffs pay all.\n\nNobody objected."_s);
}

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
