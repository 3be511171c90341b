// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledger.h"
#include "signed_desk.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;
using enum nutgraf::ErrorCode;

class TestSigned : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aVersionIsSignedAndListed() const;
    void isTheSameTwice() const;
    void whatIsWrongWithTheKey_data() const;
    void whatIsWrongWithTheKey() const;
    void withoutAKeyNothingChanges() const;
    void offSignsNothing() const;
    void aKillGoesOutUnsigned() const;
    void aStoryOutsideADeskIsSignedToo() const;
    void olderVersionsAreUnsigned() const;
    void checksWithoutSshKeygenSayNothingGood() const;
};

void TestSigned::aVersionIsSignedAndListed() const
{
    const SignedDesk desk;
    const Request story = desk.story(u"levy"_s);
    const Result<Published> first = desk.publish(story, 8);
    QVERIFY(first.has_value());
    QVERIFY(!first->doubt && !first->unsignedBecause);
    QCOMPARE(first->sequence, 1);
    QCOMPARE(first->signer, signing::readKey(desk.ada)->pub.fingerprint());
    const Result<Published> second = desk.publish(next(story, Update, u"vote added"_s), 9);
    QCOMPARE(second->sequence, 2);
    const DeskCheck check = desk.check(Unsigned::Refuse);
    QCOMPARE(desk.words(check.faults()), QStringList());
    QCOMPARE(check.notes().size(), 0U);
    QCOMPARE(check.publications, 2);
    QCOMPARE(check.heads.size(), 1);
    for (const VersionCheck &version : check.stories.front().versions) {
        QCOMPARE(version.signature, Signature::Good);
        QCOMPARE(version.signer, u"ada@coast.example"_s);
    }
    QVERIFY(verify(story.storyFolder).empty());
}

/// Ed25519 signs the same bytes alike: two desks with the same clock are the same, signed or not.
void TestSigned::isTheSameTwice() const
{
    const SignedDesk one;
    SignedDesk two;
    two.signing = one.signing;
    QVERIFY(two.know(one.ada, u"ada@coast.example"_s));
    const Request levy = one.story(u"levy"_s);
    const Request same = two.story(u"levy"_s);
    QVERIFY(one.publish(levy, 8) && two.publish(same, 8));
    for (const QString &file : QDir(versionFolder(levy.storyFolder, 1)).entryList(QDir::Files)) {
        QCOMPARE(readFile(versionFolder(levy.storyFolder, 1) + u'/' + file).value(),
                 readFile(versionFolder(same.storyFolder, 1) + u'/' + file).value());
    }
    QCOMPARE(ledger::readPart(one.folder, 1).value(), ledger::readPart(two.folder, 1).value());
}

void TestSigned::whatIsWrongWithTheKey_data() const
{
    QTest::addColumn<QString>("key"); // below the keys' folder; made for it
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("none") << QString() << SigningKeyMissing;
    QTest::newRow("gone") << u"gone"_s << SigningKeyMissing;
    QTest::newRow("locked") << u"locked"_s << SigningKeyLocked;
    QTest::newRow("not a colleague's") << u"bob"_s << SignerUnknown;
    QTest::newRow("in the desk") << u"../desk/key"_s << SigningKeyUnusable;
    QTest::newRow("no ssh-keygen") << u"ada"_s << SshKeygenMissing;
}

/// A desk that must sign refuses, one that signs when it can says why it did not.
void TestSigned::whatIsWrongWithTheKey() const
{
    QFETCH(const QString, key);
    QFETCH(const ErrorCode, code);
    SignedDesk desk;
    desk.signing.keyFile = key.isEmpty() ? QString()
        : key.startsWith(u"../desk"_s)   ? desk.folder.path() + u"/key"_s
                                         : desk.keys.filePath(key);
    if (key == u"locked"_s || key == u"bob"_s || key.startsWith(u".."_s)) {
        QVERIFY(!signing::sample::makeKey(desk.signing.keyFile,
                                          key == u"locked"_s ? u"geheim"_s : QString())
                     .isEmpty());
    }
    QVERIFY(key != u"locked"_s || desk.know(desk.signing.keyFile, u"locked@x"_s));
    if (code == SshKeygenMissing)
        desk.signing.tool.program = u"/nowhere/ssh-keygen"_s;
    const Request story = desk.story(u"levy"_s);
    desk.signing.policy = SigningPolicy::Required;
    const Result<Published> refused = desk.publish(story, 8);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QVERIFY(versions(story.storyFolder)->empty());
    desk.signing.policy = SigningPolicy::WhenPossible;
    const Result<Published> published = desk.publish(story, 9);
    QVERIFY(published.has_value());
    QCOMPARE(published->unsignedBecause.has_value(), !key.isEmpty());
    QVERIFY(key.isEmpty() || published->unsignedBecause->code == code);
    QVERIFY(published->signer.isEmpty());
    QCOMPARE(desk.faults(), QStringList());
}

void TestSigned::withoutAKeyNothingChanges() const
{
    SignedDesk desk;
    desk.signing = {};
    const Request story = desk.story(u"levy"_s);
    QVERIFY(desk.publish(story, 8));
    QVERIFY(!QFile::exists(versionFolder(story.storyFolder, 1) + u'/' + signatureName()));
    const DeskCheck check = desk.check();
    QCOMPARE(desk.words(check.faults()), QStringList());
    QCOMPARE(check.stories.front().versions.front().signature, Signature::None);
    QCOMPARE(desk.faults(Unsigned::Refuse).size(), 1);
}

void TestSigned::offSignsNothing() const
{
    SignedDesk desk;
    desk.signing.policy = SigningPolicy::Off;
    QVERIFY(desk.publish(desk.story(u"levy"_s), 8)->signer.isEmpty());
}

void TestSigned::aKillGoesOutUnsigned() const
{
    SignedDesk desk;
    const Request story = desk.story(u"levy"_s);
    QVERIFY(desk.publish(story, 8));
    desk.signing = {SigningPolicy::Required, desk.keys.filePath(u"gone"_s), {}};
    const Result<Published> kill = desk.publish(next(story, Kill, u"libel"_s), 9);
    QVERIFY(kill.has_value());
    QCOMPARE(kill->unsignedBecause->code, SigningKeyMissing);
    QCOMPARE(desk.faults(), QStringList());
    QCOMPARE(desk.faults(Unsigned::RefuseLater).size(), 1); // and it stays visible
}

void TestSigned::aStoryOutsideADeskIsSignedToo() const
{
    const SignedDesk desk;
    const QTemporaryDir elsewhere;
    Request story = request(elsewhere.path());
    const Result<Published> published = desk.publish(story, 8);
    QVERIFY(published.has_value());
    QCOMPARE(published->sequence, 0);
    const StoryCheck check = checkStory(story.storyFolder, desk.options());
    QVERIFY(check.found.faults.empty());
    QCOMPARE(check.versions.front().signature, Signature::Good);
}

/// What went out before the desk signed stays as it is, also where signing is asked for now.
void TestSigned::olderVersionsAreUnsigned() const
{
    SignedDesk desk;
    const Signing ada = desk.signing;
    const Request story = desk.story(u"levy"_s);
    desk.signing = {};
    QVERIFY(desk.publish(story, 8));
    desk.signing = ada;
    QVERIFY(desk.publish(next(story, Update, u"more"_s), 9));
    QCOMPARE(desk.faults(Unsigned::RefuseLater), QStringList());
    desk.signing = {};
    QVERIFY(desk.publish(next(story, Update, u"even more"_s), 10));
    QCOMPARE(desk.faults(Unsigned::RefuseLater),
             QStringList(u"%1 stories/2026-05-12-levy/versions/v0003/manifest.json.sig"_s.arg(
                 int(SignatureMissing))));
}

void TestSigned::checksWithoutSshKeygenSayNothingGood() const
{
    const SignedDesk desk;
    const Request story = desk.story(u"levy"_s);
    QVERIFY(desk.publish(story, 8) && desk.publish(next(story, Update, u"more"_s), 9));
    CheckOptions options = desk.options();
    options.signers.tool.program = u"/nowhere/ssh-keygen"_s;
    const DeskCheck check = checkDesk(desk.folder, options);
    QCOMPARE(check.faults().size(), 1U); // not one a version
    QCOMPARE(check.faults().front().code, SshKeygenMissing);
    QCOMPARE(check.stories.front().versions.front().signature, Signature::Unchecked);
}

QTEST_GUILESS_MAIN(TestSigned)
#include "tst_signed.moc"
