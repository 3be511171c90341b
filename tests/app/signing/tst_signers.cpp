// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "keys.h"
#include "signing/signers.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::signing;
using namespace nutgraf::signing::sample;
using namespace Qt::StringLiterals;

class TestSigners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areAddedOnce() const;
    void keepWhatOthersWrote() const;
    void areReadAsSshKeygenWritesThem() const;
    void haveNamesWithoutSpaces_data() const;
    void haveNamesWithoutSpaces() const;
    void fingerprintsAreThoseOfSshKeygen() const;
};

void TestSigners::areAddedOnce() const
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"allowed_signers"_s);
    const Key ada = readKey(makeKey(dir.filePath(u"ada"_s))).value();
    QVERIFY(addSigner(file, u"ada@coast.example"_s, ada.pub));
    QVERIFY(addSigner(file, u"ada@coast.example"_s, ada.pub));
    const std::vector<AllowedSigner> signers = readSigners(file).value();
    QCOMPARE(signers.size(), 1U);
    QCOMPARE(signers.front().principals, u"ada@coast.example"_s);
    QCOMPARE(signers.front().key.blob, ada.pub.blob);
    QCOMPARE(principalOf(ada.pub.blob, file), u"ada@coast.example"_s);
    QVERIFY(readSigners(dir.filePath(u"none"_s)).value().empty());
}

void TestSigners::keepWhatOthersWrote() const
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"allowed_signers"_s);
    const Key ada = readKey(makeKey(dir.filePath(u"ada"_s))).value();
    const QByteArray before = "# the desk's\nbob@x,bob@y ssh-rsa no-key-at-all"; // no line end
    QVERIFY(writeFile(file, before));
    QVERIFY(addSigner(file, u"ada"_s, ada.pub));
    QVERIFY(readFile(file)->startsWith(before + "\nada namespaces=\"nutgraf-publication\" ssh-"));
    QCOMPARE(readSigners(file)->size(), 1U);
}

void TestSigners::areReadAsSshKeygenWritesThem() const
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"allowed_signers"_s);
    const Key ada = readKey(makeKey(dir.filePath(u"ada"_s))).value();
    const QByteArray key = ada.pub.line().toUtf8();
    QVERIFY(writeFile(file,
                      "  ada@x,ada@y   valid-after=\"20260101\",namespaces=\"a b\" " + key
                          + " her laptop\n\n#" + key + "\n\"*@z\" cert-authority " + key + "\n"));
    const std::vector<AllowedSigner> signers = readSigners(file).value();
    QCOMPARE(signers.size(), 2U);
    QCOMPARE(signers[0].principals, u"ada@x,ada@y"_s);
    QCOMPARE(signers[1].principals, u"*@z"_s);
    QCOMPARE(principalOf(ada.pub.blob, file), u"ada@x"_s);
}

void TestSigners::haveNamesWithoutSpaces_data() const
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("address") << u"ada@coast.example"_s << true;
    QTest::newRow("letters") << u"Ådä"_s << true;
    for (const char *name :
         {"", "ada barrow", "a,b", "*@x", "a?", "!ada", "\"ada\"", "#ada", "-f", "a\nb", "a\tb"})
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

void TestSigners::haveNamesWithoutSpaces() const
{
    QFETCH(const QString, name);
    QFETCH(const bool, isOne);
    QCOMPARE(isPrincipal(name), isOne);
    const QTemporaryDir dir;
    const Key ada = readKey(makeKey(dir.filePath(u"ada"_s))).value();
    QCOMPARE(addSigner(dir.filePath(u"s"_s), name, ada.pub).has_value(), isOne);
}

void TestSigners::fingerprintsAreThoseOfSshKeygen() const
{
    const QTemporaryDir dir;
    const Key ada = readKey(makeKey(dir.filePath(u"ada"_s))).value();
    QProcess process;
    process.start(u"ssh-keygen"_s, {u"-l"_s, u"-f"_s, ada.file});
    QVERIFY(process.waitForFinished());
    const QByteArray words = process.readAllStandardOutput();
    QVERIFY2(words.contains(ada.pub.fingerprint().toUtf8()), words.constData());
    QCOMPARE(ada.pub.comment, u"a colleague"_s);
}

QTEST_GUILESS_MAIN(TestSigners)
#include "tst_signers.moc"
