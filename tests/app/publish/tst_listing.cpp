// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledger.h"
#include "publish/listing.h"
#include "signed_desk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;
using enum nutgraf::ErrorCode;

// How a desk comes to its ledger, and how it stays whole. (Attacks: tst_attacks; faults of the
// disk: tst_publish_faults.)

namespace {

/// As before there were ledgers: published outside of any desk, then moved in.
bool moveIn(const SignedDesk &desk, Request story, int hour)
{
    const QTemporaryDir away;
    const QString place = story.storyFolder;
    story.storyFolder = away.filePath(u"story"_s);
    return makeFolder(story.storyFolder) && publish::publish(story, fixedClock(at(hour)))
        && QDir().rmdir(place) && QDir().rename(story.storyFolder, place);
}

QStringList listed(const SignedDesk &desk)
{
    QStringList names;
    for (const ledger::Listed &line : ledger::read(desk.folder).lines)
        names.append(line.entry.guid.section(u':', -1) + u" v%1"_s.arg(line.entry.version));
    return names;
}

QString idOf(const QString &name)
{
    return story::storyIdFrom(QDate(2026, 5, 12), name.toUtf8()).section(u'-', -1);
}

} // namespace

class TestListing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOlderDeskGetsOneOfItsVersions() const;
    void aStoryFromElsewhereIsAddedWithItsNextVersion() const;
    void whatACrashLeftIsEndedByTheNextStory() const;
    void alsoWhereTheStoryMoved() const;
    void whatNeverWentOutIsForgotten() const;
    void anUnreadableAnnouncementBarsNobody() const;
    void aLedgerThatIsGoneIsMissed() const;
    void aKillIsAddedWhenTheLedgerIsSoundAgain() const;
    void twoComputersAreJoined() const;
};

void TestListing::anOlderDeskGetsOneOfItsVersions() const
{
    const SignedDesk desk;
    QVERIFY(moveIn(desk, desk.story(u"reef"_s), 10));
    QVERIFY(moveIn(desk, desk.story(u"levy"_s), 9));
    QCOMPARE(desk.faults(), QStringList()); // a desk without one is sound
    QVERIFY(desk.publish(desk.story(u"cup"_s), 8));
    // The older ones by time of publication, then what goes out now.
    QCOMPARE(listed(desk),
             QStringList({idOf(u"levy"_s) + u" v1"_s, idOf(u"reef"_s) + u" v1"_s,
                          idOf(u"cup"_s) + u" v1"_s}));
    QCOMPARE(desk.faults(Unsigned::RefuseLater), QStringList());
}

void TestListing::aStoryFromElsewhereIsAddedWithItsNextVersion() const
{
    const SignedDesk desk;
    QVERIFY(desk.publish(desk.story(u"cup"_s), 8));
    const Request levy = desk.story(u"levy"_s);
    QVERIFY(moveIn(desk, levy, 9));
    QCOMPARE(desk.faults().size(), 1);
    QVERIFY(desk.publish(next(levy, Update, u"more"_s), 10));
    QCOMPARE(desk.faults(), QStringList());
    QCOMPARE(listed(desk).size(), 3);
}

/// Version out, line not written: as after a crash or on a full disk.
void TestListing::whatACrashLeftIsEndedByTheNextStory() const
{
    const SignedDesk desk;
    QVERIFY(desk.publish(desk.story(u"cup"_s), 8));
    const Request levy = desk.story(u"levy"_s);
    const QByteArray before = ledger::readPart(desk.folder, 1).value();
    const QByteArray seen = readFile(desk.folder.ledgerSeen()).value();
    QVERIFY(desk.publish(levy, 9));
    const QString hash = ledger::read(desk.folder).lines.back().entry.manifestSha256;
    QVERIFY(writeFile(ledger::partPath(desk.folder, 1), before));
    QVERIFY(writeFile(desk.folder.ledgerSeen(), seen));
    QVERIFY(ledger::Book::open(desk.folder)->announce({hash, 1, u"stories/2026-05-12-levy"_s}));
    const DeskCheck check = desk.check();
    QVERIFY(check.faults().empty());
    QCOMPARE(check.notes().front().code, LedgerBehind);
    QVERIFY(desk.publish(desk.story(u"reef"_s), 10));
    QCOMPARE(listed(desk).at(1), idOf(u"levy"_s) + u" v1"_s);
    QVERIFY(desk.check().notes().empty());
}

void TestListing::alsoWhereTheStoryMoved() const
{
    const SignedDesk desk;
    const Request levy = desk.story(u"levy"_s);
    QVERIFY(desk.publish(levy, 9));
    const QString hash = ledger::read(desk.folder).lines.back().entry.manifestSha256;
    QVERIFY(writeFile(ledger::partPath(desk.folder, 1), {}));
    QVERIFY(removeFile(desk.folder.ledgerSeen()));
    QVERIFY(ledger::Book::open(desk.folder)->announce({hash, 1, u"stories/2026-05-12-levy"_s}));
    QVERIFY(makeFolder(desk.folder.spiked()));
    QVERIFY(QDir().rename(levy.storyFolder, desk.folder.spiked() + u"/away"_s));
    QVERIFY(desk.publish(desk.story(u"reef"_s), 10));
    QCOMPARE(listed(desk).size(), 2);
    QCOMPARE(desk.faults(), QStringList());
}

void TestListing::whatNeverWentOutIsForgotten() const
{
    const SignedDesk desk;
    const Request levy = desk.story(u"levy"_s);
    const QString hash(64, u'a');
    QVERIFY(ledger::Book::open(desk.folder)->announce({hash, 1, u"stories/2026-05-12-levy"_s}));
    QVERIFY(desk.publish(levy, 9));
    QCOMPARE(listed(desk), QStringList(idOf(u"levy"_s) + u" v1"_s));
    QVERIFY(!QFile::exists(desk.folder.ledgerPending()));
}

void TestListing::anUnreadableAnnouncementBarsNobody() const
{
    const SignedDesk desk;
    for (const QByteArray &bytes :
         {QByteArray("{"), QByteArray("[{\"version\": 1}]"), QByteArray("[1, \"x\"]")}) {
        QVERIFY(makeFolder(desk.folder.own()) && writeFile(desk.folder.ledgerPending(), bytes));
        QVERIFY(desk.publish(desk.story(u"levy-%1"_s.arg(bytes.size())), 9));
    }
    QCOMPARE(desk.faults(), QStringList());
}

void TestListing::aLedgerThatIsGoneIsMissed() const
{
    const SignedDesk desk;
    const Request levy = desk.story(u"levy"_s);
    QVERIFY(desk.publish(levy, 8) && removeFolder(desk.folder.ledger()));
    QCOMPARE(desk.publish(next(levy, Update, u"more"_s), 9).error().code, LedgerMissing);
}

/// Two of them: nothing more can be published of either story.
void TestListing::aKillIsAddedWhenTheLedgerIsSoundAgain() const
{
    const SignedDesk desk;
    const Request levy = desk.story(u"levy"_s);
    const Request reef = desk.story(u"reef"_s);
    QVERIFY(desk.publish(levy, 8) && desk.publish(reef, 9));
    const QByteArray sound = ledger::readPart(desk.folder, 1).value();
    QVERIFY(writeFile(ledger::partPath(desk.folder, 1), "{"));
    for (const Request &story : {levy, reef})
        QCOMPARE(desk.publish(next(story, Kill, u"libel"_s), 10)->doubt->code, LedgerInvalid);
    QVERIFY(writeFile(ledger::partPath(desk.folder, 1), sound));
    QCOMPARE(desk.faults(), QStringList());
    QCOMPARE(desk.check().notes().size(), 2U);
    QVERIFY(desk.publish(desk.story(u"cup"_s), 11));
    QCOMPARE(listed(desk).size(), 5);
    QCOMPARE(desk.faults(), QStringList());
    QVERIFY(desk.check().notes().empty());
}

/// Each published one story, then Git brought lines and stories together.
void TestListing::twoComputersAreJoined() const
{
    const SignedDesk ours;
    SignedDesk theirs;
    theirs.signing = ours.signing;
    QVERIFY(theirs.know(ours.ada, u"ada@coast.example"_s));
    const Request reef = theirs.story(u"reef"_s);
    QVERIFY(ours.publish(ours.story(u"levy"_s), 8) && theirs.publish(reef, 9));
    QVERIFY(QDir().rename(reef.storyFolder, ours.folder.stories() + u"/2026-05-12-reef"_s));
    const QByteArray union_ =
        *ledger::readPart(ours.folder, 1) + *ledger::readPart(theirs.folder, 1);
    QVERIFY(writeFile(ledger::partPath(ours.folder, 1), union_));
    QVERIFY(ours.publish(ours.story(u"cup"_s), 10));
    QCOMPARE(ledger::read(ours.folder).ends().size(), 1);
    QVERIFY(ours.check().notes().empty());
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
