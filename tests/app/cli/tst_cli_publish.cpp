// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli_runner.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::cli_test;
using namespace Qt::StringLiterals;

namespace {

const QStringList Now{u"--now"_s, u"2026-05-12T11:00:00Z"_s};

/// The sample desk in a folder of its own.
struct Fixture {
    QTemporaryDir folder;
    QString desk = run({u"sample"_s, folder.filePath(u"desk"_s)}).line();
    QString story = desk + u"/stories/2026-05-12-harbour-levy"_s;

    [[nodiscard]] Outcome publish(const QStringList &more = {}) const
    {
        return run(QStringList{u"publish"_s, story} + Now + more);
    }
    /// Adds a paragraph to the draft, as any editor would.
    void append(const QByteArray &paragraph) const
    {
        const QString draft = story + u"/story.md"_s;
        QVERIFY(writeFile(draft, readFile(draft).value() + '\n' + paragraph + '\n').has_value());
    }
};

QMap<QString, QByteArray> filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator found(folder, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        files.insert(path.sliced(folder.size()), readFile(path).value());
    }
    return files;
}

} // namespace

class TestCliPublish : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishesEverySampleStory() const;
    void writesTheSameBytesForTheSameTime() const;
    void leavesTheWebEditionOut() const;
    void asksForTheKindFromTheSecondOn() const;
    void correctsUpdatesAndKills() const;
    void keepsTheGateClosed() const;
    void publishesOnlyOnADesk() const;
    void listsVersions() const;
    void showsDifferences() const;
    void verifiesADesk() const;
    void reportsAFlippedByte() const;
    void summarizes() const;
    void typesetsAPdf() const;
    void checks() const;
};

void TestCliPublish::publishesEverySampleStory() const
{
    const Fixture at;
    const QStringList stories =
        QDir(at.desk + u"/stories"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(stories.size(), 5);
    for (const QString &name : stories) {
        const QString story = at.desk + u"/stories/"_s + name;
        const Outcome outcome = run(QStringList{u"publish"_s, story} + Now);
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        QCOMPARE(outcome.line(), story + u"/versions/v0001"_s);
        QVERIFY(QFileInfo::exists(outcome.line() + u"/manifest.json"_s));
        QVERIFY(QFileInfo::exists(outcome.line() + u"/wire.ninjs.json"_s));
        QVERIFY(QFileInfo::exists(outcome.line() + u"/web.html"_s));
    }
    QCOMPARE(run({u"verify"_s, at.desk}).code, 0);
}

void TestCliPublish::writesTheSameBytesForTheSameTime() const
{
    const Fixture one;
    const Fixture two;
    QCOMPARE(one.publish().code, 0);
    QCOMPARE(two.publish().code, 0);
    QCOMPARE(filesBelow(one.story + u"/versions"_s), filesBelow(two.story + u"/versions"_s));
}

void TestCliPublish::leavesTheWebEditionOut() const
{
    const Fixture at;
    const QString folder = at.publish({u"--no-web"_s}).line();
    QVERIFY(QFileInfo::exists(folder + u"/wire.html"_s));
    QVERIFY(!QFileInfo::exists(folder + u"/web.html"_s));
}

void TestCliPublish::asksForTheKindFromTheSecondOn() const
{
    const Fixture at;
    QCOMPARE(at.publish().code, 0);
    const Outcome unsaid = at.publish();
    QCOMPARE(unsaid.code, 2);
    QVERIFY(!QFileInfo::exists(at.story + u"/versions/v0002"_s));
    QCOMPARE(at.publish({u"--kind"_s, u"first"_s}).code, 1);
    QCOMPARE(at.publish({u"--kind"_s, u"update"_s}).code, 1); // without a note
    QVERIFY(!QFileInfo::exists(at.story + u"/versions/v0002"_s));
}

void TestCliPublish::correctsUpdatesAndKills() const
{
    const Fixture at;
    QCOMPARE(
        run(QStringList{u"publish"_s, at.story, u"--kind=correction"_s, u"--note=x"_s} + Now).code,
        1);
    QCOMPARE(at.publish().code, 0);
    const QStringList kinds{u"correction"_s, u"update"_s, u"kill"_s};
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const Outcome outcome = at.publish({u"--kind"_s, kinds.at(i), u"--note"_s,
                                            u"The figure was wrong."_s, u"--signed"_s, u"ic"_s});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        QCOMPARE(outcome.line(), at.story + u"/versions/v000%1"_s.arg(i + 2));
    }
    QCOMPARE(at.publish({u"--kind"_s, u"update"_s, u"--note"_s, u"x"_s}).code, 1);
    QCOMPARE(at.publish().code, 1);
    QCOMPARE(run({u"verify"_s, at.story}).code, 0);
    QVERIFY(run({u"list"_s, at.desk}).out.contains("killed v4"));
}

void TestCliPublish::keepsTheGateClosed() const
{
    const Fixture at;
    at.append("“Nobody says this, and nobody is named for it in any way at all.”");
    const Outcome closed = at.publish();
    QCOMPARE(closed.code, 1);
    QVERIFY2(closed.error.contains("blocks: paragraph 17, “Nobody says this"),
             closed.error.constData());
    QVERIFY(!QFileInfo::exists(at.story + u"/versions"_s)
            || QDir(at.story + u"/versions"_s).isEmpty());
    QCOMPARE(run({u"check"_s, at.story}).code, 1);
    QCOMPARE(at.publish({u"--override"_s, u"Heard by the desk itself."_s}).code, 0);
}

void TestCliPublish::publishesOnlyOnADesk() const
{
    const QTemporaryDir folder;
    const QString draft = folder.filePath(u"story.md"_s);
    QVERIFY(writeFile(draft, "---\nslug: a\nheadline: A\n---\n\nText.\n").has_value());
    QCOMPARE(run({u"publish"_s, draft}).code, 1);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

void TestCliPublish::listsVersions() const
{
    const Fixture at;
    QCOMPARE(run({u"versions"_s, at.story}).out, QByteArray());
    QCOMPARE(at.publish({u"--signed"_s, u"ic"_s}).code, 0);
    const Outcome table = run({u"versions"_s, at.story});
    QCOMPARE(table.out.count('\n'), 2);
    QVERIFY(table.out.contains("2026-05-12T11:00:00Z"));
    const QJsonObject object =
        QJsonDocument::fromJson(run({u"versions"_s, at.story, u"--format=json"_s}).out).object();
    QCOMPARE(object.value(u"version"_s).toInt(), 1);
    QCOMPARE(object.value(u"signed"_s).toString(), u"ic"_s);
    QVERIFY(
        object.value(u"guid"_s).toString().startsWith(u"urn:newsml:meridian.example:20260512:"_s));
}

void TestCliPublish::showsDifferences() const
{
    const Fixture at;
    QCOMPARE(at.publish().code, 0);
    QCOMPARE(run({u"diff"_s, at.story, u"1"_s, u"draft"_s}).out, QByteArray());
    at.append("A paragraph more.");
    const Outcome outcome = run({u"diff"_s, at.story, u"v0001"_s, u"0"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("{+A paragraph more.+}"), outcome.out.constData());
    QVERIFY(run({u"diff"_s, at.story, u"draft"_s, u"1"_s}).out.contains("[-A paragraph more.-]"));
    QCOMPARE(run({u"diff"_s, at.story, u"1"_s, u"7"_s}).code, 1);
    QCOMPARE(run({u"snapshot"_s, at.story, u"Before noon"_s}).line(), u"before-noon"_s);
    QVERIFY(run({u"diff"_s, at.story, u"before-noon"_s, u"draft"_s}).out.isEmpty());
    const QString draft = at.story + u"/story.md"_s;
    QVERIFY(writeFile(draft, readFile(draft)->replace("urgency: 4", "urgency: 2")).has_value());
    QCOMPARE(run({u"diff"_s, at.story, u"before-noon"_s, u"draft"_s}).out,
             QByteArray("urgency\n  [-4-]{+2+}\n"));
    QCOMPARE(run({u"snapshot"_s, at.story, u"before-noon"_s, u"--restore"_s}).code, 0);
    QVERIFY(run({u"diff"_s, at.story, u"before-noon"_s, u"draft"_s}).out.isEmpty());
    QCOMPARE(run({u"diff"_s, at.story, u"1"_s, u"x"_s}).code, 2);
}

void TestCliPublish::verifiesADesk() const
{
    const Fixture at;
    QCOMPARE(run({u"verify"_s, at.desk}).code, 0);
    QCOMPARE(at.publish().code, 0);
    const Outcome outcome = run({u"verify"_s, at.desk});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.startsWith(
        "As published: 1 version of 5 stories.\nLedger: 1 publication, head "));
    QCOMPARE(run(QStringList{u"spike"_s, at.story} + Now).code, 0);
    QCOMPARE(run({u"verify"_s, at.desk}).out, outcome.out); // the bin too
}

void TestCliPublish::reportsAFlippedByte() const
{
    const Fixture at;
    const QString folder = at.publish().line();
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        const QString path = folder + u'/' + name;
        const QByteArray before = readFile(path).value();
        QByteArray flipped = before;
        flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
        QVERIFY(writeFile(path, flipped).has_value());
        if (name != u"manifest.json"_s) {
            const Outcome outcome = run({u"verify"_s, at.desk});
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.out.contains(name.toUtf8()), outcome.out.constData());
        }
        QVERIFY(writeFile(path, before).has_value());
    }
    QCOMPARE(run({u"verify"_s, at.desk}).code, 0);
}

void TestCliPublish::typesetsAPdf() const
{
    const Fixture at;
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"story.pdf"_s);
    const QStringList call{u"pdf"_s, at.story, file, u"--now"_s, u"2026-05-12T09:30:00Z"_s};
    QCOMPARE(run(call).line(), file);
    const QByteArray pdf = readFile(file).value();
    QVERIFY(pdf.startsWith("%PDF-") && pdf.contains("20260512093000"));
    QCOMPARE(run(call).code, 1); // it is there
    QVERIFY(QFile::remove(file));
    QCOMPARE(run(call).code, 0);
    QCOMPARE(readFile(file).value(), pdf);
}

void TestCliPublish::summarizes() const
{
    const Fixture at;
    const Outcome text = run({u"summarize"_s, at.story, u"--words"_s, u"60"_s});
    QCOMPARE(text.code, 0);
    QCOMPARE(text.out.count("in summarized form"), 1);
    const QJsonObject object =
        QJsonDocument::fromJson(run({u"summarize"_s, at.story, u"--format=json"_s}).out).object();
    QVERIFY(object.value(u"words"_s).toInt() > 0 && object.value(u"words"_s).toInt() <= 120);
    QVERIFY(!object.value(u"sentences"_s).toArray().isEmpty());
    QCOMPARE(run({u"summarize"_s, at.story, u"--words"_s, u"0"_s}).code, 2);
    QCOMPARE(run({u"summarize"_s, at.story, u"--words"_s, u"many"_s}).code, 2);
}

void TestCliPublish::checks() const
{
    const Fixture at;
    const Outcome outcome = run(QStringList{u"check"_s, at.story} + Now);
    QVERIFY2(outcome.code == 0, outcome.out.constData());
    QVERIFY(!outcome.out.contains("blocks:"));
}

QTEST_GUILESS_MAIN(TestCliPublish)
#include "tst_cli_publish.moc"
