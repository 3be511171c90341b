// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "keys.h"
#include "signing/signature.h"
#include "signing/signers.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::signing;
using namespace nutgraf::signing::sample;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Message = "{\"version\": 1}\n";

QDateTime noon()
{
    return {QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC};
}

/// Ada, whom the signers' file knows, and what she signed.
struct Desk {
    QTemporaryDir dir;
    Key ada = readKey(makeKey(dir.filePath(u"ada"_s))).value();
    Signers signers{dir.filePath(u"allowed_signers"_s), {}};
    QString signature = dir.filePath(u"m.sig"_s);

    Desk()
    {
        const bool isReady =
            addSigner(signers.file, u"ada@coast.example"_s, ada.pub).has_value() && sealed(ada);
        Q_ASSERT(isReady);
    }
    [[nodiscard]] bool sealed(const Key &key) const
    {
        return sign(key, Message, {})
            .and_then([&](const QByteArray &bytes) { return writeFile(signature, bytes); })
            .has_value();
    }
    [[nodiscard]] Checked checked(const QByteArray &message = Message) const
    {
        return check(signature, message, noon(), signers).value();
    }
};

/// A program that stands in for ssh-keygen.
QString script(const QTemporaryDir &dir, const QByteArray &lines)
{
    const QString path = dir.filePath(u"stand-in"_s);
    const bool isThere = writeFile(path, "#!/bin/sh\n" + lines).has_value()
        && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return isThere ? path : QString();
}

} // namespace

class TestSignature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aColleaguesIsGood() const;
    void isReproducible() const;
    void ofAnotherTextIsBad() const;
    void ofAnotherPurposeIsBad() const;
    void whatIsNoneIsBad_data() const;
    void whatIsNoneIsBad() const;
    void aStrangersIsUnknown() const;
    void withoutAFileNobodyIsKnown() const;
    void countsAtTheTimeItSays() const;
    void aPatternNamesMany() const;
    void aLockedKeyAsksNobody() const;
    void agentsSign() const;
    void aKeyThatIsAnothersIsRefused() const;
    void unusableKeysAreNamed() const;
    void withoutSshKeygen() const;
    void whatHangsIsEnded() const;
};

void TestSignature::aColleaguesIsGood() const
{
    const Desk at;
    QCOMPARE(at.checked(),
             (Checked{Trust::Good, u"ada@coast.example"_s, at.ada.pub.fingerprint()}));
}

void TestSignature::isReproducible() const
{
    const Desk at;
    QCOMPARE(sign(at.ada, Message, {}).value(), sign(at.ada, Message, {}).value());
}

void TestSignature::ofAnotherTextIsBad() const
{
    const Desk at;
    QCOMPARE(at.checked(Message + ' ').trust, Trust::Bad);
    QCOMPARE(at.checked({}).trust, Trust::Bad);
}

/// As Git or a file's signature would be, by the same key over the same bytes.
void TestSignature::ofAnotherPurposeIsBad() const
{
    const Desk at;
    const Answer git =
        run({}, {u"-Y"_s, u"sign"_s, u"-q"_s, u"-n"_s, u"git"_s, u"-f"_s, at.ada.file}, Message)
            .value();
    QVERIFY(writeFile(at.signature, git.output));
    QCOMPARE(at.checked().trust, Trust::Bad);
}

void TestSignature::whatIsNoneIsBad_data() const
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("signed, Ada");
    QTest::newRow("cut") << QByteArray("-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAADM=\n");
    QTest::newRow("long") << QByteArray("-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAf////8=\n"
                                        "-----END SSH SIGNATURE-----\n");
    QTest::newRow("huge") << QByteArray(1000000, 'A');
}

void TestSignature::whatIsNoneIsBad() const
{
    QFETCH(const QByteArray, bytes);
    const Desk at;
    QVERIFY(writeFile(at.signature, bytes));
    QCOMPARE(at.checked(), Checked{});
}

void TestSignature::aStrangersIsUnknown() const
{
    const Desk at;
    const Key bob = readKey(makeKey(at.dir.filePath(u"bob"_s))).value();
    QVERIFY(at.sealed(bob));
    QCOMPARE(at.checked(), (Checked{Trust::Unknown, {}, bob.pub.fingerprint()}));
    QCOMPARE(at.checked("other").trust, Trust::Bad);
}

void TestSignature::withoutAFileNobodyIsKnown() const
{
    const Desk at;
    QVERIFY(removeFile(at.signers.file));
    QCOMPARE(at.checked().trust, Trust::Unknown);
}

/// A key that ran out since is good for what it signed before.
void TestSignature::countsAtTheTimeItSays() const
{
    const Desk at;
    const QByteArray line =
        "ada@coast.example valid-before=\"20260601\" " + at.ada.pub.line().toUtf8() + '\n';
    QVERIFY(writeFile(at.signers.file, line));
    QCOMPARE(at.checked().trust, Trust::Good);
    QCOMPARE(check(at.signature, Message, noon().addMonths(2), at.signers)->trust, Trust::Unknown);
}

void TestSignature::aPatternNamesMany() const
{
    const Desk at;
    QVERIFY(writeFile(at.signers.file, "*@coast.example " + at.ada.pub.line().toUtf8() + '\n'));
    QCOMPARE(at.checked().trust, Trust::Good);
}

void TestSignature::aLockedKeyAsksNobody() const
{
    const QTemporaryDir dir;
    const Key locked = readKey(makeKey(dir.filePath(u"locked"_s), u"geheim"_s)).value();
    const Result<QByteArray> signature = sign(locked, Message, {});
    QVERIFY(!signature);
    QCOMPARE(signature.error().code, ErrorCode::SigningKeyLocked);
    QCOMPARE(signature.error().subject, locked.file);
}

/// The locked key in a real agent: then its public half is all that is needed.
void TestSignature::agentsSign() const
{
    const QTemporaryDir dir;
    const QString file = makeKey(dir.filePath(u"kept"_s));
    const Key key = readKey(file + u".pub"_s).value();
    const QString socket = dir.filePath(u"agent"_s);
    QProcess agent;
    agent.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
    QTRY_VERIFY(QFile::exists(socket));
    qputenv("SSH_AUTH_SOCK", socket.toUtf8());
    const int added = QProcess::execute(u"ssh-add"_s, {u"-q"_s, file});
    QVERIFY(QFile::remove(file));
    const Result<QByteArray> signature = sign(key, Message, {});
    qunsetenv("SSH_AUTH_SOCK");
    agent.kill();
    agent.waitForFinished();
    QCOMPARE(added, 0);
    QVERIFY(signature.has_value());
}

void TestSignature::aKeyThatIsAnothersIsRefused() const
{
    const Desk at;
    const Key bob = readKey(makeKey(at.dir.filePath(u"bob"_s))).value();
    const Result<QByteArray> signature = sign({at.ada.file, bob.pub}, Message, {});
    QVERIFY(!signature);
    QCOMPARE(signature.error().code, ErrorCode::SigningFailed);
}

void TestSignature::unusableKeysAreNamed() const
{
    const Desk at;
    QCOMPARE(readKey(at.dir.filePath(u"none"_s)).error().code, ErrorCode::SigningKeyMissing);
    QVERIFY(removeFile(at.ada.file + u".pub"_s));
    QCOMPARE(readKey(at.ada.file).error().code, ErrorCode::SigningKeyUnusable);
    for (const char *words : {"", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-ed25519 !!", "hello you"})
        QCOMPARE(readPublicKey(words, u"k"_s).error().code, ErrorCode::SigningKeyUnusable);
    QVERIFY(QFile::setPermissions(at.ada.file, QFile::ReadOwner | QFile::ReadOther));
    QCOMPARE(sign(at.ada, Message, {}).error().code, ErrorCode::SigningFailed);
}

void TestSignature::withoutSshKeygen() const
{
    const Desk at;
    const Tool none{.program = u"/nowhere/ssh-keygen"_s};
    QCOMPARE(sign(at.ada, Message, none).error().code, ErrorCode::SshKeygenMissing);
    QCOMPARE(check(at.signature, Message, noon(), {at.signers.file, none}).error().code,
             ErrorCode::SshKeygenMissing);
}

void TestSignature::whatHangsIsEnded() const
{
    const Desk at;
    const Tool hanging{.program = script(at.dir, "exec tail -f /dev/null\n"),
                       .patience = std::chrono::milliseconds(200)};
    QCOMPARE(sign(at.ada, Message, hanging).error().code, ErrorCode::SigningTimedOut);
    const Tool crashing{.program = script(at.dir, "kill -9 $$\n")};
    QCOMPARE(sign(at.ada, Message, crashing).error().code, ErrorCode::SshKeygenMissing);
}

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
