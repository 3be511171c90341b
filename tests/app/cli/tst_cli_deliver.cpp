// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delivery/http_server.h"
#include "base/files.h"
#include "cli_runner.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::cli_test;
using namespace nutgraf::delivery::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char Key[] = "a-very-secret-key";

/// The sample desk with a Newshub that this test is, and a folder.
struct Fixture {
    QTemporaryDir dir;
    Manner manner = Manner::Answer;
    QList<QByteArray> accepted; ///< bodies with a good signature
    HttpServer newshub{[this](const Request &request) {
        return take(request);
    }};
    QString desk = run({u"sample"_s, dir.filePath(u"desk"_s)}).line();
    QString story = desk + u"/stories/2026-05-12-harbour-levy"_s;

    Fixture()
    {
        QVERIFY(QDir().mkpath(dir.filePath(u"drop"_s)));
        setOutlets("[{'id':'newshub','kind':'newshub','url':'" + newshub.url().toLatin1()
                   + "','since':'2026-01-01T00:00:00Z','secretVariable':'NUTGRAF_TEST_KEY'},"
                     "{'id':'drop','kind':'folder','folder':'../drop','edition':'web',"
                     "'formats':['html'],'since':'2026-01-01T00:00:00Z'}]");
    }
    void setOutlets(const QByteArray &outlets) const
    {
        const QString path = desk + u"/desk.json"_s;
        QByteArray json = readFile(path).value();
        const qsizetype end = json.indexOf(",\n    \"outlets\"");
        json = json.first(end < 0 ? json.lastIndexOf('}') : end).trimmed();
        json += ",\n    \"outlets\": " + QByteArray(outlets).replace('\'', '"') + "\n}\n";
        QVERIFY(writeFile(path, json));
    }
    Reply take(const Request &request)
    {
        const QByteArray signature =
            QMessageAuthenticationCode::hash(request.body, Key, QCryptographicHash::Sha1).toHex();
        if (request.headers.value("x-superdesk-signature") != "sha1=" + signature)
            return {.status = 403};
        if (manner == Manner::Answer)
            accepted.append(request.body);
        return {.manner = manner};
    }
    void publish(const QStringList &more = {}) const
    {
        const Outcome published =
            run(QStringList{u"publish"_s, story, u"--now"_s, u"2026-05-12T11:00:00Z"_s} + more);
        QVERIFY2(published.code == 0, published.error.constData());
    }
    /// `deliver`, while this test answers.
    void start(QProcess &process, const QStringList &more = {}) const
    {
        process.setEnvironment(QProcess::systemEnvironment()
                               + QStringList{u"NUTGRAF_TEST_KEY="_s + QLatin1StringView(Key)});
        process.start(QStringLiteral(NUTGRAF_CLI), QStringList{u"deliver"_s, desk} + more);
        QVERIFY(process.waitForStarted());
    }
    [[nodiscard]] Outcome deliver(const QStringList &more = {}) const
    {
        QProcess process;
        start(process, more);
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
};

/// The files below a folder that hold `bytes`.
QStringList filesWith(const QString &folder, const QByteArray &bytes)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (readFile(path).value().contains(bytes))
            found.append(path);
    }
    return found;
}

} // namespace

class TestCliDeliver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_settings.path().toUtf8());
    }
    void publishesAndDelivers() const;
    void aKillReachesAllWhoGotIt() const;
    void keepsTheSecret() const;
    void stopsWhenAsked() const;
    void outlivesBeingKilled() const;
    void listsCancelsAndRetries() const;
    void asksForCommandsToBeAllowed() const;
    void saysWhereDeskJsonIsWrong() const;

private:
    QTemporaryDir m_settings; ///< the user's
};

void TestCliDeliver::publishesAndDelivers() const
{
    Fixture at;
    at.publish();
    const Outcome outcome = at.deliver();
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    QCOMPARE(outcome.line(), u"0 waiting, 2 sent, 0 failed"_s);
    QCOMPARE(at.accepted.size(), 1);
    QCOMPARE(at.accepted.first(),
             readFile(at.story + u"/versions/v0001/wire.newshub.ninjs.json"_s).value());
    const QStringList dropped = QDir(at.dir.filePath(u"drop"_s)).entryList(QDir::Files);
    QCOMPARE(dropped.size(), 1);
    QVERIFY(dropped.first().endsWith(u".web.html"_s));
    QCOMPARE(at.deliver().code, 0); // nothing is left to do
    QCOMPARE(at.accepted.size(), 1);
    QCOMPARE(run({u"verify"_s, at.desk}).code, 0);
}

void TestCliDeliver::aKillReachesAllWhoGotIt() const
{
    Fixture at;
    at.publish();
    QCOMPARE(at.deliver().code, 0);
    at.publish({u"--kind"_s, u"kill"_s, u"--note"_s, u"It was another man."_s});
    QCOMPARE(at.deliver().code, 0);
    QVERIFY(at.accepted.last().contains("\"canceled\""));
    QDir drop(at.dir.filePath(u"drop"_s));
    const QByteArray page = readFile(drop.filePath(drop.entryList(QDir::Files).value(0))).value();
    QVERIFY(page.contains("This story has been withdrawn."));
}

void TestCliDeliver::keepsTheSecret() const
{
    Fixture at;
    at.publish();
    const Outcome outcome = at.deliver();
    QVERIFY(outcome.error.contains("NUTGRAF_TEST_KEY")); // the warning
    QVERIFY(!outcome.error.contains(Key));
    QVERIFY(!outcome.out.contains(Key));
    QVERIFY(filesWith(at.desk, Key).isEmpty());
}

void TestCliDeliver::stopsWhenAsked() const
{
    Fixture at;
    at.manner = Manner::Silence;
    at.publish();
    QProcess process;
    at.start(process);
    QTRY_COMPARE_WITH_TIMEOUT(at.newshub.requests().size(), 1, 20000);
    process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(run({u"deliver"_s, at.desk, u"--list"_s}).out.contains("stopped on its way"));
    at.manner = Manner::Answer;
    QCOMPARE(at.deliver().line(), u"0 waiting, 2 sent, 0 failed"_s);
}

void TestCliDeliver::outlivesBeingKilled() const
{
    Fixture at;
    at.manner = Manner::Silence;
    at.publish();
    QProcess process;
    at.start(process);
    QTRY_COMPARE_WITH_TIMEOUT(at.newshub.requests().size(), 1, 20000);
    process.kill();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20000);
    at.manner = Manner::Answer;
    QCOMPARE(at.deliver().line(), u"0 waiting, 2 sent, 0 failed"_s);
    QCOMPARE(at.accepted.size(), 1);
}

void TestCliDeliver::listsCancelsAndRetries() const
{
    Fixture at;
    at.publish();
    // Without the key nothing is pushed.
    const Outcome without = run({u"deliver"_s, at.desk, u"--once"_s});
    QCOMPARE(without.code, 1);
    QVERIFY(at.newshub.requests().isEmpty());
    const Outcome list = run({u"deliver"_s, at.desk, u"--list"_s, u"--format=json"_s});
    QCOMPARE(list.out.count('\n'), 2);
    const QByteArray &all = list.out;
    const qsizetype begin = all.indexOf("\"delivery\":\"", all.indexOf('\n')) + 12;
    const QString delivery = QString::fromUtf8(all.sliced(begin, all.indexOf('"', begin) - begin));
    QVERIFY2(delivery.endsWith(u"/v0001.newshub"_s), qPrintable(delivery));
    QCOMPARE(run({u"deliver"_s, at.desk, u"--cancel"_s, delivery}).code, 0);
    QCOMPARE(at.deliver().line(), u"0 waiting, 1 sent, 0 failed"_s);
    QCOMPARE(run({u"deliver"_s, at.desk, u"--retry"_s, delivery}).code, 0);
    QCOMPARE(at.deliver().line(), u"0 waiting, 2 sent, 0 failed"_s);
    QVERIFY(run({u"deliver"_s, at.desk, u"--retry"_s, delivery}).code != 0); // it was sent
    const Outcome outlets = run({u"outlets"_s, at.desk, u"--format=json"_s});
    QVERIFY(outlets.out.contains("\"sent\":1"));
}

void TestCliDeliver::asksForCommandsToBeAllowed() const
{
    Fixture at;
    const QByteArray mark = at.dir.filePath(u"mark"_s).toUtf8();
    at.setOutlets("[{'id':'drop','kind':'folder','folder':'../drop','edition':'web',"
                  "'since':'2026-01-01T00:00:00Z','before':['touch','"
                  + mark + "']}]");
    at.publish();
    QVERIFY(run({u"outlets"_s, at.desk}).error.contains("--allow-commands"));
    QCOMPARE(at.deliver({u"--once"_s}).code, 1);
    QVERIFY(!QFileInfo::exists(QString::fromUtf8(mark)));
    QCOMPARE(run({u"outlets"_s, at.desk, u"--allow-commands"_s}).code, 0);
    QCOMPARE(run({u"deliver"_s, at.desk, u"--once"_s, u"--now=2099-01-01T00:00:00Z"_s}).code, 0);
    QVERIFY(QFileInfo::exists(QString::fromUtf8(mark)));
}

void TestCliDeliver::saysWhereDeskJsonIsWrong() const
{
    Fixture at;
    at.setOutlets("[{'id':'drop','kind':'carrier-pigeon'}]");
    for (const QString &verb : {u"outlets"_s, u"deliver"_s}) {
        const Outcome outcome = run({verb, at.desk});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.error.contains("desk.json:"), outcome.error.constData());
        QVERIFY2(outcome.error.contains("outlets[0].kind"), outcome.error.constData());
    }
    // What is wrong with outlets holds no story up.
    const Outcome published = run({u"publish"_s, at.story, u"--now=2026-05-12T11:00:00Z"_s});
    QCOMPARE(published.code, 0);
    QVERIFY(published.error.contains("outlets[0].kind"));
}

QTEST_GUILESS_MAIN(TestCliDeliver)
#include "tst_cli_deliver.moc"
