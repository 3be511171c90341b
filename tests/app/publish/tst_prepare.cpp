// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/gate.h"
#include "sample.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;

// What editions are made of, without a disk: a proposal made by hand.

namespace {

const QString Guid = u"urn:newsml:meridian.example:20260512:abc"_s;

/// A version that went out at `hour`.
Manifest version(int number, int hour, const QStringList &editions)
{
    Manifest manifest;
    manifest.version = number;
    manifest.guid = Guid;
    manifest.firstCreated = at(7);
    manifest.published = at(hour);
    manifest.editions = editions;
    return manifest;
}

Proposal after(const std::vector<Manifest> &versions, int hour)
{
    Proposal proposal;
    proposal.subject = {.storyFolder = u"/nowhere"_s,
                        .reading = reading::Reading::unread(),
                        .agency = Request().agency,
                        .created = at(6, 30)};
    proposal.now = at(hour);
    proposal.versions = versions;
    proposal.version = static_cast<int>(versions.size()) + 1;
    proposal.guid = Guid;
    return proposal;
}

Editions editions(const Proposal &proposal, const story::Story &story = sample::story(),
                  format::PublicationKind kind = Update)
{
    Choice choice;
    choice.kind = kind;
    choice.note = u" More is known. "_s;
    return editionsOf(proposal, choice, story);
}

} // namespace

class TestPrepare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFirstVersionIsNew() const;
    void publicationDoesNotMove() const;
    void eachEditionKnowsItsOwnVersionBefore() const;
    void anEmbargoIsWhenItIsPublished() const;
    void aKillSaysOnlyWhoseStoryItWas() const;
    void aKillShowsNoSentence() const;
    void everyStoryHasASubject() const;
    void aStoryWithoutSlugIsNamedByItsHeadline() const;
    void saysWhatTheWebLeavesOut() const;
};

void TestPrepare::aFirstVersionIsNew() const
{
    const format::Edition wire = editions(after({}, 9)).wire;
    QCOMPARE(wire.version, 1);
    QCOMPARE(wire.guid, Guid);
    QCOMPARE(wire.wireGuid, Guid);
    QCOMPARE(wire.firstCreated, at(6, 30));
    QCOMPARE(wire.versionCreated, at(9));
    QCOMPARE(wire.published, at(9));
    QCOMPARE(wire.previousVersion, 0);
    QVERIFY(!wire.wasPublishedOnWeb);
    QCOMPARE(wire.changeNote, u"More is known."_s);
    QCOMPARE(wire.agency, Request().agency);
    Proposal undated = after({}, 9);
    undated.subject.created = {};
    QCOMPARE(editions(undated).wire.firstCreated, at(9));
    undated.subject.created = at(6, 30).addMSecs(500);
    QCOMPARE(editions(undated).wire.firstCreated, at(6, 30));
}

void TestPrepare::publicationDoesNotMove() const
{
    const QStringList wire{u"wire"_s};
    const QStringList both{u"wire"_s, u"web"_s};
    const Editions third = editions(after({version(1, 8, wire), version(2, 9, both)}, 10));
    QCOMPARE(third.version, 3);
    QCOMPARE(third.wire.published, at(8));
    QCOMPARE(third.wire.firstCreated, at(7));
    QCOMPARE(third.wire.versionCreated, at(10));
    QCOMPARE(third.web.value().published, at(9));
    const Editions fourth =
        editions(after({version(1, 8, wire), version(2, 9, both), version(3, 10, both)}, 11));
    QCOMPARE(fourth.web.value().published, at(9));
    // The first under an embargo: published when that ended.
    std::vector<Manifest> held{version(1, 8, wire), version(2, 13, both)};
    held.front().embargo = at(12);
    QCOMPARE(editions(after(held, 14)).wire.published, at(12));
    QCOMPARE(editions(after(held, 14)).web.value().published, at(13));
    QCOMPARE(editions(after({held.front()}, 14)).web.value().published, at(14));
}

void TestPrepare::eachEditionKnowsItsOwnVersionBefore() const
{
    const Manifest both = version(1, 8, {u"wire"_s, u"web"_s});
    const Manifest wire = version(2, 9, {u"wire"_s});
    const Editions third = editions(after({both, wire}, 10));
    QCOMPARE(third.wire.previousVersion, 2);
    QVERIFY(third.wire.wasPublishedOnWeb);
    QCOMPARE(third.web.value().previousVersion, 1);
    QCOMPARE(third.web->kind, format::EditionKind::Web);
    QCOMPARE(third.web->guid, Guid + u".web"_s);
    QCOMPARE(third.web->wireGuid, Guid);
    const Editions second = editions(after({version(1, 8, {u"wire"_s})}, 9));
    QCOMPARE(second.web.value().previousVersion, 0);
    QVERIFY(!second.wire.wasPublishedOnWeb);
}

void TestPrepare::anEmbargoIsWhenItIsPublished() const
{
    story::Story held = sample::story();
    held.embargo = at(12);
    QCOMPARE(editions(after({}, 9), held, First).wire.published, at(12));
    QCOMPARE(editions(after({}, 12), held, First).wire.published, at(12));
    QCOMPARE(editions(after({}, 13), held, First).wire.published, at(13));
}

void TestPrepare::aKillSaysOnlyWhoseStoryItWas() const
{
    story::Story story = sample::story();
    story.subjects = {u"medtop:15000000"_s}; // nothing in its words says "sport"
    story.language = u"tr"_s;
    story.urgency = 6;
    const Editions killed = editions(after({version(1, 8, {u"wire"_s, u"web"_s})}, 9), story, Kill);
    story::Story left;
    left.byline = story.byline;
    left.dateline = story.dateline;
    left.language = story.language;
    left.urgency = story.urgency;
    left.subjects = story.subjects;
    left.slug = story::neutralId(Guid);
    left.headline = u"KILL: "_s + left.slug.toUpper();
    QCOMPARE(killed.wire.story, left);
    QCOMPARE(killed.wire.publication, Kill);
}

void TestPrepare::aKillShowsNoSentence() const
{
    const Editions killed =
        editions(after({version(1, 8, {u"wire"_s, u"web"_s})}, 9), sample::story(), Kill);
    QVERIFY(killed.web.value().story.body.isEmpty());
    QVERIFY(killed.web->notice.isEmpty());
    QVERIFY(!editions(after({version(1, 8, {u"wire"_s})}, 9), sample::story(), Kill).web);
    Choice wireOnly;
    wireOnly.isOnWeb = false;
    QVERIFY(!editionsOf(after({}, 9), wireOnly, sample::story()).web);
}

void TestPrepare::everyStoryHasASubject() const
{
    story::Story story = sample::story();
    story.subjects = {u"medtop:15000000"_s, u"our own word"_s};
    QCOMPARE(editions(after({}, 9), story).wire.story.subjects, story.subjects);
    story.subjects = {u"our own word"_s};
    const QStringList guessed = editions(after({}, 9), story).wire.story.subjects;
    QCOMPARE(guessed.size(), 2);
    QVERIFY(guessed.last().startsWith(u"medtop:"_s));
}

void TestPrepare::aStoryWithoutSlugIsNamedByItsHeadline() const
{
    QCOMPARE(editions(after({}, 9)).wire.story.slug, u"harbour-levy"_s);
    story::Story story = sample::story();
    story.slug.clear();
    story.headline = u"Boats sail again"_s;
    QCOMPARE(editions(after({}, 9), story).wire.story.slug, u"boats-sail-again"_s);
}

void TestPrepare::saysWhatTheWebLeavesOut() const
{
    story::Agency agency = Request().agency;
    QVERIFY(webNotice({}, agency).startsWith(u"The Meridian Wire website shows only"_s));
    QVERIFY(webNotice({}, agency).contains(u"receive in the Meridian News Service,"_s));
    agency.wireSystem.clear();
    QVERIFY(webNotice({}, agency).contains(u"receive in the full news service,"_s));
    agency.webNotice = u"Of {agency},  in\nshort: {wire system}"_s;
    QCOMPARE(webNotice({}, agency), u"Of Meridian Wire, in short: full news service"_s);
    story::Story story;
    story.notice = u" Its  own "_s;
    QCOMPARE(webNotice(story, agency), u"Its own"_s);
    story.notice = u"  "_s;
    QVERIFY(webNotice(story, agency).startsWith(u"Of Meridian"_s));
    story.notice = u"Its own"_s;
    QCOMPARE(editions(after({}, 9), story).web.value().notice, u"Its own"_s);
}

QTEST_GUILESS_MAIN(TestPrepare)
#include "tst_prepare.moc"
