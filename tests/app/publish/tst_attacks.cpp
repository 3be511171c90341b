// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledger.h"
#include "publish/manifest.h"
#include "publish/record.h"
#include "signed_desk.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;
using enum nutgraf::ErrorCode;

// Somebody who may write to the desk, knows how it is kept, and has no key of its signers. Each row
// does one thing to a desk of three publications, carefully, and says what must be named.

namespace {

struct Scene {
    SignedDesk desk;
    Request levy = desk.story(u"levy"_s);
    Request reef = desk.story(u"reef"_s);

    Scene()
    {
        const bool isReady = desk.publish(levy, 8) && desk.publish(reef, 9)
            && desk.publish(next(levy, Update, u"vote added"_s), 10);
        Q_ASSERT(isReady);
    }
    [[nodiscard]] bool write(const QString &path, const QByteArray &bytes) const
    {
        return writeFile(path, bytes).has_value();
    }
    /// The record beside the versions, as it would be of those that are there.
    [[nodiscard]] bool recordAnew(const QString &story) const
    {
        return readAllStored(story)
            .and_then([&](const auto &stored) { return writeRecord(story, recordOf(stored)); })
            .has_value();
    }
    /// The ledger as it would be of these entries, in this order.
    [[nodiscard]] bool listAnew(std::vector<ledger::Entry> entries) const
    {
        QByteArray lines;
        QStringList previous;
        int number = 0;
        for (ledger::Entry &entry : entries) {
            entry.sequence = ++number;
            entry.previous = previous;
            const QByteArray line = ledger::lineOf(entry);
            previous = {sha256Hex(line)};
            lines += line + '\n';
        }
        return write(ledger::partPath(desk.folder, 1), lines);
    }
    [[nodiscard]] std::vector<ledger::Entry> entries() const
    {
        std::vector<ledger::Entry> entries;
        for (const ledger::Listed &listed : ledger::read(desk.folder).lines)
            entries.push_back(listed.entry);
        return entries;
    }
    /// Changes a word of a version and computes its manifest anew; gives the manifest's hash.
    [[nodiscard]] QString rewrite(const Request &story, int version, bool isUnsigned) const
    {
        const QString file = versionFolder(story.storyFolder, version) + u"/wire.txt"_s;
        const QByteArray bytes = readFile(file)->replace("islanders", "mainlanders");
        Manifest manifest = readStored(story.storyFolder, version)->manifest;
        const auto listed = std::ranges::find(manifest.files, u"wire.txt"_s, &ManifestFile::name);
        listed->sha256 = sha256Hex(bytes);
        listed->size = bytes.size();
        if (isUnsigned) {
            manifest.signer.clear();
            QFile::remove(versionFolder(story.storyFolder, version) + u'/' + signatureName());
        }
        if (version > 1)
            manifest.previousManifestSha256 = readStored(story.storyFolder, version - 1)->sha256;
        const QByteArray json = writeManifest(manifest);
        return write(file, bytes) && write(manifestPath(story.storyFolder, version), json)
            ? sha256Hex(json)
            : QString();
    }
    /// Words, manifests, chain, record and ledger of a story, all computed anew.
    [[nodiscard]] bool rewriteChain(bool isUnsigned) const
    {
        std::vector<ledger::Entry> all = entries();
        all[0].manifestSha256 = rewrite(levy, 1, isUnsigned);
        all[2].manifestSha256 = rewrite(levy, 2, isUnsigned);
        return recordAnew(levy.storyFolder) && listAnew(all);
    }
    [[nodiscard]] bool removeNewest() const
    {
        std::vector<ledger::Entry> all = entries();
        all.pop_back();
        return removeFolder(versionFolder(levy.storyFolder, 2)) && recordAnew(levy.storyFolder)
            && listAnew(all);
    }
    /// A story that never went out here.
    [[nodiscard]] bool addForeign() const
    {
        const QTemporaryDir away;
        Request mine = request(away.filePath(u"mine"_s));
        mine.storyId = story::storyIdFrom(QDate(2026, 5, 12), "mine");
        return publish::publish(mine, fixedClock(at(11)))
            && QDir().rename(mine.storyFolder, desk.folder.stories() + u"/2026-05-12-mine"_s);
    }
};

using Deed = std::function<bool(const Scene &)>;

} // namespace

class TestAttacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onStoriesAreSeen_data() const;
    void onStoriesAreSeen() const
    {
        isSeen();
    }
    void onTheLedgerAreSeen_data() const;
    void onTheLedgerAreSeen() const
    {
        isSeen();
    }
    void aCutLedgerIsSeenByWhoKeptItsHead() const;
    void anotherFileOfSignersIsSeenByWhoKeptTheirs() const;
    void nothingGoesOutAfterACut() const;
    void aKillGoesOutAllTheSame() const;

private:
    void isSeen() const;
};

namespace {

void addRow(const char *name, const Deed &deed, ErrorCode code)
{
    QTest::newRow(name) << deed << code;
}

} // namespace

void TestAttacks::onStoriesAreSeen_data() const
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<ErrorCode>("code");
    addRow("chain rewritten", [](const Scene &at) { return at.rewriteChain(false); }, SignatureBad);
    addRow(
        "chain rewritten, signatures taken away",
        [](const Scene &at) { return at.rewriteChain(true); }, LedgerBroken);
    addRow(
        "newest version and the ledger's last line gone",
        [](const Scene &at) { return at.removeNewest(); }, LedgerCut);
    addRow(
        "newest version gone, line stays",
        [](const Scene &at) {
            return removeFolder(versionFolder(at.levy.storyFolder, 2)).has_value()
                && at.recordAnew(at.levy.storyFolder);
        },
        VersionGone);
    addRow(
        "a whole story gone",
        [](const Scene &at) { return removeFolder(at.reef.storyFolder).has_value(); }, VersionGone);
    addRow(
        "a whole story gone, and its line",
        [](const Scene &at) {
            std::vector<ledger::Entry> all = at.entries();
            all.erase(all.begin() + 1);
            return removeFolder(at.reef.storyFolder) && at.listAnew(all);
        },
        LedgerBroken);
    addRow(
        "another story's version",
        [](const Scene &at) {
            const QString place = versionFolder(at.levy.storyFolder, 1);
            return removeFolder(place)
                && QDir().rename(versionFolder(at.reef.storyFolder, 1), place)
                && at.recordAnew(at.levy.storyFolder);
        },
        VersionForeign);
    addRow("a version added", [](const Scene &at) { return at.addForeign(); }, VersionUnlisted);
    addRow(
        "signature gone",
        [](const Scene &at) {
            return removeFile(versionFolder(at.reef.storyFolder, 1) + u'/' + signatureName())
                .has_value();
        },
        SignatureMissing);
    addRow(
        "signature of another version",
        [](const Scene &at) {
            const QString name = u'/' + signatureName();
            return at.write(versionFolder(at.reef.storyFolder, 1) + name,
                            *readFile(versionFolder(at.levy.storyFolder, 1) + name));
        },
        SignatureBad);
}

void TestAttacks::onTheLedgerAreSeen_data() const
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<ErrorCode>("code");
    addRow(
        "ledger gone",
        [](const Scene &at) { return removeFolder(at.desk.folder.ledger()).has_value(); },
        LedgerMissing);
    addRow(
        "ledger changed",
        [](const Scene &at) {
            const QString part = ledger::partPath(at.desk.folder, 1);
            return at.write(part, readFile(part)->replace("\"version\":2", "\"version\":3"));
        },
        VersionGone);
    addRow(
        "ledger torn",
        [](const Scene &at) {
            const QString part = ledger::partPath(at.desk.folder, 1);
            return at.write(part, readFile(part)->chopped(40));
        },
        LedgerInvalid);
}

void TestAttacks::isSeen() const
{
    QFETCH(const Deed, deed);
    QFETCH(const ErrorCode, code);
    const Scene at;
    QCOMPARE(at.desk.faults(Unsigned::RefuseLater), QStringList());
    QVERIFY(deed(at));
    const std::vector<Error> faults = at.desk.check().faults();
    QVERIFY2(std::ranges::contains(faults, code, &Error::code),
             qPrintable(at.desk.words(faults).join(u'\n')));
}

/// With everything changed that lies in the desk, only what lies elsewhere can tell.
void TestAttacks::aCutLedgerIsSeenByWhoKeptItsHead() const
{
    const Scene at;
    CheckOptions options = at.desk.options();
    options.head = at.desk.check().heads.front();
    QVERIFY(checkDesk(at.desk.folder, options).faults().empty());
    QVERIFY(at.removeNewest() && removeFolder(at.desk.folder.own()));
    QCOMPARE(at.desk.faults(), QStringList());
    const std::vector<Error> faults = checkDesk(at.desk.folder, options).faults();
    QCOMPARE(faults.size(), 1U);
    QCOMPARE(faults.front().code, LedgerCut);
}

void TestAttacks::anotherFileOfSignersIsSeenByWhoKeptTheirs() const
{
    Scene at;
    CheckOptions options = at.desk.options();
    options.signers.file = at.desk.keys.filePath(u"signers"_s);
    QVERIFY(QFile::copy(at.desk.folder.allowedSigners(), options.signers.file));
    at.desk.signing.keyFile = signing::sample::makeKey(at.desk.keys.filePath(u"mallory"_s));
    QVERIFY(at.desk.know(at.desk.signing.keyFile, u"ada@coast.example"_s));
    QVERIFY(at.desk.publish(next(at.reef, Update, u"more"_s), 11));
    QCOMPARE(at.desk.faults(), QStringList());
    const DeskCheck check = checkDesk(at.desk.folder, options);
    QCOMPARE(check.faults().size(), 1U);
    QCOMPARE(check.faults().front().code, SignerUnknown);
}

/// The next line would make the cut good for ever.
void TestAttacks::nothingGoesOutAfterACut() const
{
    const Scene at;
    QVERIFY(at.removeNewest());
    const Result<Published> refused = at.desk.publish(next(at.reef, Update, u"more"_s), 11);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, LedgerCut);
    QCOMPARE(versions(at.reef.storyFolder)->size(), 1U);
}

void TestAttacks::aKillGoesOutAllTheSame() const
{
    const Scene at;
    QVERIFY(at.write(ledger::partPath(at.desk.folder, 1), "{"));
    const Result<Published> kill = at.desk.publish(next(at.reef, Kill, u"libel"_s), 11);
    QVERIFY(kill.has_value());
    QCOMPARE(kill->doubt->code, LedgerInvalid);
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
