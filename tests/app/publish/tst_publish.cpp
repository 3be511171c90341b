// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "sample.h"
#include "story/identity.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;

namespace {

QByteArray allOf(const QString &folder)
{
    QByteArray bytes;
    for (const QString &name : QDir(folder).entryList(QDir::Files))
        bytes += name.toUtf8() + readFile(QDir(folder).filePath(name)).value_or(QByteArray());
    return bytes;
}

/// By name, as a folder lists them.
QStringList filesOfAVersion()
{
    return {u"manifest.json"_s,
            u"story.md"_s,
            u"web.atom.xml"_s,
            u"web.html"_s,
            u"web.md"_s,
            u"web.newsml.xml"_s,
            u"web.ninjs.json"_s,
            u"web.nitf.xml"_s,
            u"web.txt"_s,
            u"wire.atom.xml"_s,
            u"wire.html"_s,
            u"wire.md"_s,
            u"wire.newshub.ninjs.json"_s,
            u"wire.newsml.xml"_s,
            u"wire.ninjs.json"_s,
            u"wire.nitf.xml"_s,
            u"wire.txt"_s};
}

} // namespace

class TestPublish : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheFirstVersion() const;
    void isTheSameByteForByte() const;
    void secondVersionNamesTheFirst() const;
    void keepsTheGuidWhenTheSlugChanges() const;
    void asksForWhatAKindNeeds() const;
    void gateStopsBlockedStories() const;
    void refusesWhatItsFileHoldsBack() const;
    void killLeavesNothingOfTheText() const;
    void nothingComesAfterAKill() const;
    void embargoHoldsTheWebEditionBack() const;
    void leftoversOfACrashAreRemoved() const;
    void neverWritesOverAVersion() const;
    void leavesNothingWhereItCannotWrite() const;
    void publishesNoDraftThatChangedMeanwhile() const;
    void nothingFollowsAVersionThatWasTakenAway() const;
    void anEmptyLockOfACrashBlocksNobody() const;
    void theManifestSaysWhatWentOut() const;
    void theManifestRepeatsNoIdleReason() const;
};

void TestPublish::writesTheFirstVersion() const
{
    const QTemporaryDir dir;
    const Result<Manifest> manifest = publish::publish(request(dir.path()), fixedClock(at(8)));
    QVERIFY(manifest);
    QVERIFY(manifest->guid.startsWith(u"urn:newsml:meridian.example:20260512:"_s));
    QVERIFY(story::isStoryId(u"20260512-"_s + manifest->guid.section(u':', 4)));
    QCOMPARE(manifest->editions, (QStringList{u"wire"_s, u"web"_s}));
    QCOMPARE(QDir(versionFolder(dir.path(), 1)).entryList(QDir::Files), filesOfAVersion());
    QCOMPARE(versions(dir.path()).value(), (std::vector<Manifest>{*manifest}));
    QCOMPARE(readFile(versionFolder(dir.path(), 1) + u"/story.md"_s).value(),
             readFile(dir.filePath(u"story.md"_s)).value());
    QVERIFY(verify(dir.path()).empty());
}

void TestPublish::isTheSameByteForByte() const
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    QVERIFY(publish::publish(request(one.path()), fixedClock(at(8))));
    QVERIFY(publish::publish(request(two.path()), fixedClock(at(8))));
    QCOMPARE(allOf(versionFolder(one.path(), 1)), allOf(versionFolder(two.path(), 1)));
}

void TestPublish::secondVersionNamesTheFirst() const
{
    const QTemporaryDir dir;
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    const QByteArray first = allOf(versionFolder(dir.path(), 1));
    // The clock stands still: the second version is later all the same.
    const Result<Manifest> second = publish::publish(
        request(dir.path(), Correction, u"The charge is 2 crowns, not 3"_s), fixedClock(at(8)));
    QVERIFY(second);
    QCOMPARE(second->version, 2);
    QCOMPARE(second->corrects, 1);
    QCOMPARE(second->published, at(8).addSecs(1));
    QCOMPARE(second->firstCreated, at(7));
    const QString manifest = versionFolder(dir.path(), 1) + u"/manifest.json"_s;
    QCOMPARE(second->previousManifestSha256, sha256Hex(readFile(manifest).value()));
    QCOMPARE(allOf(versionFolder(dir.path(), 1)), first);
    const QByteArray page = readFile(versionFolder(dir.path(), 2) + u"/web.html"_s).value();
    QVERIFY(page.contains("<aside class=\"correction\">The charge is 2 crowns, not 3</aside>"));
    QVERIFY(page.contains("\"datePublished\": \"2026-05-12T08:00:00Z\""));
}

void TestPublish::keepsTheGuidWhenTheSlugChanges() const
{
    const QTemporaryDir dir;
    const Result<Manifest> first = publish::publish(request(dir.path()), fixedClock(at(8)));
    Request renamed = request(dir.path(), Update, u"Vote date added"_s);
    renamed.story.slug = u"island-toll"_s;
    renamed.agency.domain = u"other.example"_s;
    QCOMPARE(publish::publish(renamed, fixedClock(at(9)))->guid, first->guid);
}

void TestPublish::asksForWhatAKindNeeds() const
{
    const QTemporaryDir dir;
    const auto code = [&](const Request &r) {
        const Result<Manifest> manifest = publish::publish(r, fixedClock(at(8)));
        return manifest ? std::nullopt : std::optional(manifest.error().code);
    };
    QCOMPARE(code(request(dir.path(), Correction, u"x"_s)), ErrorCode::NothingToCorrect);
    Request empty = request(dir.path());
    empty.story.body = u" \n"_s;
    empty.overrideReason = u"to see what else is missing"_s;
    QCOMPARE(code(empty), ErrorCode::EditionEmpty);
    QVERIFY(!QDir(dir.filePath(u"versions"_s)).exists());
    QCOMPARE(code(request(dir.path())), std::nullopt);
    QCOMPARE(code(request(dir.path())), ErrorCode::VersionExists);
    for (const auto kind : {Update, Correction, Kill})
        QCOMPARE(code(request(dir.path(), kind, u"  "_s)), ErrorCode::NoteMissing);
}

void TestPublish::refusesWhatItsFileHoldsBack() const
{
    const QTemporaryDir dir;
    Request conflicted = request(dir.path());
    conflicted.overrideReason = u"in a hurry"_s;
    conflicted.story.body += u"\n\n>>>>>>> laptop"_s;
    QCOMPARE(publish::publish(conflicted, fixedClock(at(8))).error().code,
             ErrorCode::TextConflicted);
    Request held = request(dir.path());
    held.overrideReason = u"in a hurry"_s;
    held.story.remarks.list = {
        {story::HeaderRemark::Kind::NotHeeded, u"not-for-publication"_s, {}}};
    const Result<Manifest> refused = publish::publish(held, fixedClock(at(8)));
    QCOMPARE(refused.error().code, ErrorCode::HeaderNotHeeded);
    QCOMPARE(refused.error().detail, u"not-for-publication"_s);
    // A kill always passes.
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    held.kind = Kill;
    held.note = u"x"_s;
    QVERIFY(publish::publish(held, fixedClock(at(9))));
}

void TestPublish::gateStopsBlockedStories() const
{
    const QTemporaryDir dir;
    Request blocked = request(dir.path());
    blocked.story.body += u"\n\n“Nobody has told us who would pay for the boats.”"_s;
    blocked.story.slug.clear();
    const Result<Manifest> refused = publish::publish(blocked, fixedClock(at(8)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::GateClosed);
    QCOMPARE(refused.error().detail, u"2"_s);
    blocked.overrideReason = u"Heard on live radio"_s;
    const Result<Manifest> manifest = publish::publish(blocked, fixedClock(at(8)));
    QCOMPARE(manifest->overrideReason, u"Heard on live radio"_s);
    QCOMPARE(manifest->overridden,
             (std::vector<Overridden>{{u"slug-missing"_s, 1}, {u"quote-without-source"_s, 1}}));
    QCOMPARE(versions(dir.path()).value(), (std::vector{*manifest}));
}

void TestPublish::killLeavesNothingOfTheText() const
{
    const QTemporaryDir dir;
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    Request kill = request(dir.path(), Kill, u"the sums are wrong."_s);
    kill.story.body += u"\n\n“Nobody has told us who would pay for the boats.”"_s;
    kill.hasWebEdition = false;
    const Result<Manifest> manifest = publish::publish(kill, fixedClock(at(9)));
    QVERIFY(manifest);
    QCOMPARE(manifest->editions, (QStringList{u"wire"_s, u"web"_s}));
    const QByteArray bytes = allOf(versionFolder(dir.path(), 2));
    for (const char *words : {"islanders", "toll on going", "sixth boat", "crowns", "harbour-levy"})
        QVERIFY2(!bytes.toLower().contains(words), words);
    const QByteArray notice = "KILL: " + story::neutralId(manifest->guid).toUpper().toUtf8();
    QVERIFY(bytes.contains(notice) && bytes.contains("the sums are wrong"));
    QVERIFY(verify(dir.path()).empty());
}

void TestPublish::nothingComesAfterAKill() const
{
    const QTemporaryDir dir;
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    QVERIFY(publish::publish(request(dir.path(), Kill, u"wrong"_s), fixedClock(at(9))));
    for (const auto kind : {First, Update, Kill}) {
        QCOMPARE(
            publish::publish(request(dir.path(), kind, u"x"_s), fixedClock(at(10))).error().code,
            ErrorCode::AlreadyKilled);
    }
}

void TestPublish::embargoHoldsTheWebEditionBack() const
{
    const QTemporaryDir dir;
    Request held = request(dir.path());
    held.story.embargo = at(12);
    QCOMPARE(publish::publish(held, fixedClock(at(8)))->editions, QStringList{u"wire"_s});
    const QByteArray page = readFile(versionFolder(dir.path(), 1) + u"/wire.html"_s).value();
    QVERIFY(page.contains("noindex") && page.contains("class=\"embargo\""));
    const Request dropped = request(dir.path(), Update, u"now public"_s);
    QCOMPARE(publish::publish(dropped, fixedClock(at(9))).error().code, ErrorCode::EmbargoRunning);
    QCOMPARE(publish::publish(dropped, fixedClock(at(12)))->editions.size(), 2);
    const QByteArray wire = readFile(versionFolder(dir.path(), 2) + u"/wire.html"_s).value();
    QVERIFY(wire.contains("\"datePublished\": \"2026-05-12T12:00:00Z\""));
}

void TestPublish::leftoversOfACrashAreRemoved() const
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(u"versions/.v0001-abc"_s));
    QVERIFY(writeFile(dir.filePath(u"versions/.v0001-abc/wire.md"_s), "half"));
    const Request wanted = request(dir.path());
    QVERIFY(versions(dir.path()).value().empty());
    QVERIFY(verify(dir.path()).empty());
    QCOMPARE(publish::publish(wanted, fixedClock(at(8)))->version, 1);
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    QCOMPARE(QDir(dir.filePath(u"versions"_s)).entryList(all), QStringList{u"v0001"_s});
}

void TestPublish::neverWritesOverAVersion() const
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(u"versions/v0001"_s));
    QCOMPARE(publish::publish(request(dir.path()), fixedClock(at(8))).error().code,
             ErrorCode::ManifestMissing);
    QVERIFY(QDir(versionFolder(dir.path(), 1)).isEmpty());
}

void TestPublish::leavesNothingWhereItCannotWrite() const
{
    // A file where the folder should be stands for every disk that does not take the version.
    const QTemporaryDir dir;
    QVERIFY(writeFile(dir.filePath(u"versions"_s), "in the way"));
    const Request wanted = request(dir.path());
    QCOMPARE(publish::publish(wanted, fixedClock(at(8))).error().code, ErrorCode::FolderUnreadable);
    QCOMPARE(versions(dir.path()).error().code, ErrorCode::FolderUnreadable);
}

void TestPublish::publishesNoDraftThatChangedMeanwhile() const
{
    const QTemporaryDir dir;
    const QString draft = dir.filePath(u"story.md"_s);
    const Request wanted = request(dir.path());
    const Proposal read = proposal(subject(wanted, at(8)), at(8)).value();
    story::Story changed = wanted.story;
    changed.body += u" More."_s;
    QVERIFY(writeFile(draft, format::encodeStory(changed)));
    QCOMPARE(publish::publish(read.subject, choice(wanted, read), fixedClock(at(8))).error(),
             (Error{ErrorCode::ReadingStale, draft, 0, 0, {}}));
    QVERIFY(!QDir(dir.filePath(u"versions"_s)).exists());
    QVERIFY(publish::publish(wanted, fixedClock(at(8))));
    // A kill goes out whatever happens to the draft.
    const Request kill = request(dir.path(), Kill, u"wrong"_s);
    const Proposal last = proposal(subject(kill, at(9)), at(9)).value();
    QVERIFY(writeFile(draft, "half"));
    QVERIFY(publish::publish(last.subject, choice(kill, last), fixedClock(at(9))));
}

void TestPublish::nothingFollowsAVersionThatWasTakenAway() const
{
    const QTemporaryDir dir;
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    QVERIFY(publish::publish(request(dir.path(), Kill, u"wrong"_s), fixedClock(at(9))));
    QVERIFY(removeFolder(versionFolder(dir.path(), 2)));
    const Error gone{ErrorCode::VersionGone, versionFolder(dir.path(), 2), 0, 0, {}};
    const Request update = request(dir.path(), Update, u"again"_s);
    QCOMPARE(publish::publish(update, fixedClock(at(10))).error(), gone);
    QCOMPARE(proposal(subject(update, at(10)), at(10)).error(), gone);
    QVERIFY(removeFolder(dir.filePath(u"versions"_s)));
    QCOMPARE(publish::publish(request(dir.path()), fixedClock(at(10))).error().code,
             ErrorCode::VersionGone);
}

void TestPublish::anEmptyLockOfACrashBlocksNobody() const
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(u"versions"_s));
    QVERIFY(writeFile(dir.filePath(u"versions/.publishing"_s), ""));
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    QVERIFY(!QFile::exists(dir.filePath(u"versions/.publishing"_s)));
}

void TestPublish::theManifestSaysWhatWentOut() const
{
    const QTemporaryDir dir;
    Request held = request(dir.path());
    held.story.embargo = at(12);
    const Published first = publish::publish(held, fixedClock(at(8))).value();
    QVERIFY(!first.doubt);
    QCOMPARE(first.version, 1);
    QCOMPARE(first.kind, First);
    QCOMPARE(first.slug, u"harbour-levy"_s);
    QCOMPARE(first.headline, held.story.headline);
    QCOMPARE(first.signedBy, u"IC"_s);
    QCOMPARE(first.firstCreated, at(7));
    QCOMPARE(first.published, at(8));
    QCOMPARE(first.embargo, at(12));
    QVERIFY(!first.corrects);
    QVERIFY(first.previousManifestSha256.isEmpty());
    QCOMPARE(first.picks.size(), 1U);
    held.kind = Correction;
    held.note = u" Two crowns "_s;
    const Published second = publish::publish(held, fixedClock(at(12))).value();
    QCOMPARE(second.note, u"Two crowns"_s);
    QCOMPARE(second.kind, Correction);
    QVERIFY(!second.embargo); // it is over
    QVERIFY(!second.isWebHeldBack);
    held.kind = Kill;
    const Published last = publish::publish(held, fixedClock(at(13))).value();
    QCOMPARE(last.signedBy, u"IC"_s);
    QVERIFY(last.picks.empty()); // it repeats no word
    QCOMPARE(last.corrects, 2);
    QVERIFY(inspect(dir.path()).notes.empty()); // the record has all three
}

void TestPublish::theManifestRepeatsNoIdleReason() const
{
    const QTemporaryDir dir;
    Request wanted = request(dir.path());
    wanted.overrideReason = u" in a hurry "_s;
    wanted.hasWebEdition = false;
    const Published first = publish::publish(wanted, fixedClock(at(8))).value();
    QVERIFY(first.overrideReason.isEmpty()); // nothing stood against it
    QVERIFY(first.picks.empty() && !first.isWebHeldBack);
    wanted.kind = Update;
    wanted.note = u"more"_s;
    wanted.story.body += u"\n\n“Nobody has told us who would pay.”\n\n“Nobody knows who would.”"_s;
    const Published second = publish::publish(wanted, fixedClock(at(9))).value();
    QCOMPARE(second.overrideReason, u"in a hurry"_s);
    QCOMPARE(second.overridden, (std::vector<Overridden>{{u"quote-without-source"_s, 2}}));
    QVERIFY(second.embargo == std::nullopt);
}

QTEST_GUILESS_MAIN(TestPublish)
#include "tst_publish.moc"
