// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/unit_ref.h"
#include "story_text.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace Qt::StringLiterals;

namespace {

constexpr QStringView Opening = u"Owen Barrow spoke first.\n\n";

/// Two speakers, two statements; `above` is put in before them.
StoryText story(const QString &above = {})
{
    StoryText text(above + Opening.toString()
                   + u"“A tax on salt water,” Owen Barrow said.\n\n"
                     "“The smallest we could find,” Leila Santoro said."_s);
    text.said(u"Owen Barrow"_s, u"“A tax on salt water,”"_s)
        .said(u"Leila Santoro"_s, u"“The smallest we could find,”"_s);
    return text;
}

analysis::Snapshot snapshotOf(const StoryText &story)
{
    return {1, story.text, {}};
}

UnitRef refIn(const StoryText &story, int unit)
{
    return refTo(snapshotOf(story), story.analysis, unit).value();
}

std::optional<int> found(const UnitRef &unit, const StoryText &story)
{
    return resolve(unit, snapshotOf(story), story.analysis);
}

} // namespace

class TestUnitRef : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingHasNoReference() const;
    void findsItsWordsWhereverTheyMoved() const;
    void findsNothingWhenTheWordsChanged() const;
    void tellsTwinsApartByWhatStandsAround() const;
    void saysNothingOfTwinsItCannotTellApart() const;
    void isSignedOnlyForTheSpeakerSeen() const;
    void isSignedOnlyInTheKindSeen() const;
    void remembersWhatWasSeen() const;
    void prefersItsOldPlaceAmongTwins() const;
    void takesTheLikelierTwinWhereverItStands() const;
};

void TestUnitRef::nothingHasNoReference() const
{
    const StoryText one = story();
    QVERIFY(!refTo(snapshotOf(one), one.analysis, -1));
    QVERIFY(!refTo(snapshotOf(one), one.analysis, 2));
}

void TestUnitRef::findsItsWordsWhereverTheyMoved() const
{
    const UnitRef second = refIn(story(), 1);
    StoryText later(u"“Never,” Paula Ninsen said.\n\n"_s + story().text);
    later.said(u"Paula Ninsen"_s, u"“Never,”"_s)
        .said(u"Owen Barrow"_s, u"“A tax on salt water,”"_s)
        .said(u"Leila Santoro"_s, u"“The smallest we could find,”"_s);
    QCOMPARE(found(second, later), 2);
    QCOMPARE(found(refIn(later, 2), story()), 1); // and back
}

void TestUnitRef::findsNothingWhenTheWordsChanged() const
{
    const UnitRef first = refIn(story(), 0);
    StoryText later(story().text.replace(u"salt"_s, u"sweet"_s));
    later.said(u"Owen Barrow"_s, u"“A tax on sweet water,”"_s)
        .said(u"Leila Santoro"_s, u"“The smallest we could find,”"_s);
    QCOMPARE(found(first, later), std::nullopt);
}

void TestUnitRef::tellsTwinsApartByWhatStandsAround() const
{
    StoryText twins(u"“No,” Owen Barrow said at noon.\n\n“No,” Leila Santoro said at night."_s);
    twins.said(u"Owen Barrow"_s, u"“No,”"_s).said(u"Leila Santoro"_s, u"“No,”"_s);
    const UnitRef second = refIn(twins, 1);
    StoryText later(u"All was said.\n\n"_s + twins.text);
    later.said(u"Owen Barrow"_s, u"“No,”"_s).said(u"Leila Santoro"_s, u"“No,”"_s);
    QCOMPARE(found(second, later), 1);
}

void TestUnitRef::saysNothingOfTwinsItCannotTellApart() const
{
    const QString line = u"Then, as so often before that day, he said again: “No.” It was all that "
                         "he had to say of it.\n\n"_s;
    StoryText twins(line + line);
    twins.said(u"Owen Barrow"_s, u"“No.”"_s).said(u"Owen Barrow"_s, u"“No.”"_s);
    const UnitRef first = refIn(twins, 0);
    QCOMPARE(found(first, twins), 0); // it stands where it stood
    StoryText later(u"All was said. "_s + twins.text);
    later.said(u"Owen Barrow"_s, u"“No.”"_s).said(u"Owen Barrow"_s, u"“No.”"_s);
    QCOMPARE(found(first, later), std::nullopt);
}

void TestUnitRef::isSignedOnlyForTheSpeakerSeen() const
{
    const StoryText before = story();
    StoryText after(before.text);
    after.said(u"Leila Santoro"_s, u"“A tax on salt water,”"_s)
        .said(u"Leila Santoro"_s, u"“The smallest we could find,”"_s);
    const UnitRef first = refIn(before, 0);
    QCOMPARE(found(first, after), 0);
    QCOMPARE(resolveForSigning(first, snapshotOf(after), after.analysis), std::nullopt);
    QCOMPARE(resolveForSigning(first, snapshotOf(before), before.analysis), 0);
}

void TestUnitRef::isSignedOnlyInTheKindSeen() const
{
    const StoryText before = story();
    StoryText after = before;
    after.analysis.attributions.front().kind = analysis::AttributionKind::Mixed;
    QCOMPARE(resolveForSigning(refIn(before, 0), snapshotOf(after), after.analysis), std::nullopt);
}

void TestUnitRef::remembersWhatWasSeen() const
{
    StoryText one = story();
    const UnitRef second = refIn(one, 1);
    QCOMPARE(second.words.exact, u"“The smallest we could find,”"_s);
    QCOMPARE(second.place.in(one.text), second.words.exact);
    QCOMPARE(second.speaker, u"Leila Santoro"_s);
    QCOMPARE(second.kind, one.analysis.attributions[1].kind);
    QCOMPARE(refIn(one, 0).speaker, u"Owen Barrow"_s);
    one.analysis.attributions[1].speaker = -1;
    QCOMPARE(refIn(one, 1).speaker, QString());
}

namespace {

/// The same words `count` times, with the same around each.
StoryText alike(int count)
{
    const QString line = u"Then, as so often before that day, he said again: “No.” It was all that "
                         "he had to say of it.\n\n"_s;
    StoryText story(line.repeated(count));
    for (int i = 0; i < count; ++i) {
        story.said(u"Owen Barrow"_s, u"“No.”"_s);
    }
    return story;
}

} // namespace

void TestUnitRef::prefersItsOldPlaceAmongTwins() const
{
    const StoryText three = alike(3);
    for (int unit = 0; unit < 3; ++unit) {
        QCOMPARE(found(refIn(three, unit), three), unit);
    }
    // One of them went: the last one's place is nobody's, and two are as good.
    QCOMPARE(found(refIn(three, 2), alike(2)), std::nullopt);
    QCOMPARE(found(refIn(three, 2), alike(1)), 0);
}

void TestUnitRef::takesTheLikelierTwinWhereverItStands() const
{
    StoryText before(u"“No,” Owen Barrow said at noon."_s);
    before.said(u"Owen Barrow"_s, u"“No,”"_s);
    const UnitRef only = refIn(before, 0);
    // At the old place somebody else says it now.
    StoryText after(u"“No,” Leila Santoro said at night.\n\n“No,” Owen Barrow said at noon."_s);
    after.said(u"Leila Santoro"_s, u"“No,”"_s).said(u"Owen Barrow"_s, u"“No,”"_s);
    QCOMPARE(found(only, after), 1);
    // Two that are as unlike as each other, after a better one and before it.
    StoryText three(u"“No,” x. “No,” Owen Barrow said at noon. “No,” x."_s);
    three.said({}, u"“No,”"_s).said({}, u"“No,”"_s).said({}, u"“No,”"_s);
    QCOMPARE(found(only, three), 1);
}

QTEST_GUILESS_MAIN(TestUnitRef)
#include "tst_unit_ref.moc"
