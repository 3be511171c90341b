// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signing/keys.h"
#include "base/files.h"
#include "base/folders.h"
#include "cli_runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::cli_test;
using namespace Qt::StringLiterals;

namespace {

/// The sample desk, and a user with a key of her own.
struct Fixture {
    QTemporaryDir folder;
    QString desk = run({u"sample"_s, folder.filePath(u"desk"_s)}).line();
    QString story = desk + u"/stories/2026-05-12-harbour-levy"_s;
    QString key = signing::sample::makeKey(folder.filePath(u"ada"_s));

    [[nodiscard]] Outcome call(const QStringList &words) const
    {
        return run(words, {u"XDG_CONFIG_HOME="_s + folder.path()});
    }
    [[nodiscard]] Outcome publish(const QStringList &more = {}) const
    {
        return call(QStringList{u"publish"_s, story, u"--now"_s, u"2026-05-12T11:00:00Z"_s} + more);
    }
    [[nodiscard]] QJsonObject verified(const QStringList &more = {}) const
    {
        return QJsonDocument::fromJson(
                   call(QStringList{u"verify"_s, desk, u"--format"_s, u"json"_s} + more).out)
            .object();
    }
};

} // namespace

class TestCliSigning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choosesAKeyOnce() const;
    void refusesWithoutAKeyWhereOneIsRequired() const;
    void saysWhyAVersionIsUnsigned() const;
    void verifiesAsJson() const;
    void verifiesAsATable() const;
    void comparesWithWhatWasKeptElsewhere() const;
};

void TestCliSigning::choosesAKeyOnce() const
{
    const Fixture at;
    const Outcome shown = at.call({u"signing"_s, at.desk, u"--key"_s, at.key, u"--as"_s,
                                   u"ada@coast.example"_s, u"--policy"_s, u"required"_s});
    QCOMPARE(shown.code, 0);
    QVERIFY(shown.out.startsWith("policy: required\nkey: "));
    QVERIFY(shown.out.contains("ada@coast.example  ssh-ed25519  SHA256:"));
    QCOMPARE(at.publish().code, 0); // the key is remembered
    QVERIFY(at.call({u"verify"_s, at.desk, u"--signed"_s}).out.contains("Signed: 1, unsigned: 0."));
    QVERIFY(at.call({u"signing"_s, at.desk, u"--no-key"_s}).out.contains("key: none"));
    QCOMPARE(at.call({u"signing"_s, at.desk, u"--key"_s, u"/nowhere"_s}).code, 1);
    QCOMPARE(at.call({u"signing"_s, at.desk, u"--as"_s, u"ada"_s}).code, 1);
}

void TestCliSigning::refusesWithoutAKeyWhereOneIsRequired() const
{
    const Fixture at;
    QCOMPARE(at.call({u"signing"_s, at.desk, u"--policy"_s, u"required"_s}).code, 0);
    const Outcome refused = at.publish();
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("No key is chosen"), refused.error.constData());
    QVERIFY(!QFile::exists(at.story + u"/versions"_s));
}

void TestCliSigning::saysWhyAVersionIsUnsigned() const
{
    const Fixture at;
    const Outcome out = at.publish({u"--sign-key"_s, at.key}); // nobody's in this desk
    QCOMPARE(out.code, 0);
    QVERIFY2(out.error.contains("key that the desk does not know"), out.error.constData());
    QVERIFY2(out.error.contains("without a signature"), out.error.constData());
}

void TestCliSigning::verifiesAsJson() const
{
    const Fixture at;
    QCOMPARE(at.call({u"signing"_s, at.desk, u"--key"_s, at.key, u"--as"_s, u"ada"_s}).code, 0);
    QCOMPARE(at.publish().code, 0);
    const QJsonObject sound = at.verified();
    QCOMPARE(sound[u"ledger"_s][u"publications"_s].toInt(), 1);
    QCOMPARE(sound[u"stories"_s].toArray().size(), 5);
    QCOMPARE(sound[u"faults"_s].toArray().size(), 0);
    const QJsonValue version =
        sound[u"stories"_s].toArray().last()[u"versions"_s].toArray().first();
    QCOMPARE(version[u"signature"_s].toString(), u"good"_s);
    QCOMPARE(version[u"signer"_s].toString(), u"ada"_s);
    QCOMPARE(version[u"sequence"_s].toInt(), 1);
    QVERIFY(removeFolder(at.story + u"/versions/v0001"_s));
    const QJsonArray faults = at.verified()[u"faults"_s].toArray();
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults.first()[u"message"_s].toString(), u"A version that was published is gone."_s);
}

void TestCliSigning::verifiesAsATable() const
{
    const Fixture at;
    QCOMPARE(at.publish().code, 0);
    const QByteArray table = at.call({u"verify"_s, at.desk, u"--format"_s, u"table"_s}).out;
    QVERIFY2(table.startsWith("STORY"), table.constData());
    QVERIFY2(table.contains("2026-05-12-harbour-levy  1         0       none"), table.constData());
}

void TestCliSigning::comparesWithWhatWasKeptElsewhere() const
{
    const Fixture at;
    QCOMPARE(at.call({u"signing"_s, at.desk, u"--key"_s, at.key, u"--as"_s, u"ada"_s}).code, 0);
    QCOMPARE(at.publish().code, 0);
    const QString head = at.verified()[u"ledger"_s][u"heads"_s].toArray().first().toString();
    QCOMPARE(at.call({u"verify"_s, at.desk, u"--head"_s, head}).code, 0);
    QCOMPARE(at.call({u"verify"_s, at.desk, u"--head"_s, QString(64, u'0')}).code, 1);
    const QString nobody = at.folder.filePath(u"nobody"_s);
    QVERIFY(writeFile(nobody, "# nobody yet\n"));
    QCOMPARE(at.call({u"verify"_s, at.desk, u"--signers"_s, nobody}).code, 1);
    QCOMPARE(at.call({u"verify"_s, at.story, u"--signers"_s, nobody}).code, 1);
    QCOMPARE(at.call({u"verify"_s, at.story}).code, 0);
    QCOMPARE(at.call({u"verify"_s, at.desk, u"--signers"_s, u"/nowhere"_s}).code, 1);
}

QTEST_GUILESS_MAIN(TestCliSigning)
#include "tst_cli_signing.moc"
