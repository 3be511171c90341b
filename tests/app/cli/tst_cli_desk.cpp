// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli_runner.h"
#include "desk/desk.h"
#include "desk/journal.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::cli_test;
using namespace Qt::StringLiterals;

namespace {

const QStringList Now{u"--now"_s, u"2026-05-12T09:30:00Z"_s};

const QByteArray WireText = "Boats sail again off Marn\n"
                            "Two lifeboats return after a night at sea\n"
                            "PORT AMERY\n"
                            "The last two lifeboats came home on Sunday, the coast guard said.\n"
                            "\"We slept in our boots,\" coxswain Ada Berg told Coast Radio.\n";

/// A new desk in a folder of its own.
struct Fixture {
    QTemporaryDir folder;
    QString desk =
        run({u"init"_s, folder.filePath(u"desk"_s), u"--domain"_s, u"meridian.example"_s}).line();

    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        return writeFile(path, bytes) ? path : QString();
    }
    [[nodiscard]] QString story() const
    {
        return run(QStringList{u"new"_s, desk, u"--slug"_s, u"levy"_s} + Now).line();
    }
};

} // namespace

class TestCliDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesADesk() const;
    void asksForADomain() const;
    void refusesASecondDesk() const;
    void importsWireText() const;
    void importsMarkdown() const;
    void importsWhatItCan() const;
    void startsFromTemplates() const;
    void lists() const;
    void listsAsJson() const;
    void renamesAndDuplicates() const;
    void spikesAndRestores() const;
    void recoversUnsavedText() const;
    void refusesADeskThatIsNone() const;
    void refusesAnImpossibleTime() const;
};

void TestCliDesk::makesADesk() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"My desk"_s);
    const Outcome outcome = run({u"init"_s, u"--name=Coast desk"_s, u"--agency"_s,
                                 u"Meridian Wire"_s, u"--domain"_s, u"meridian.example"_s, path});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.error, QByteArray());
    QCOMPARE(outcome.line(), path);
    const desk::Settings settings = desk::Desk::open(path).value().settings();
    QCOMPARE(settings.name, u"Coast desk"_s);
    QCOMPARE(settings.agency.name, u"Meridian Wire"_s);
    QCOMPARE(settings.agency.domain, u"meridian.example"_s);
}

void TestCliDesk::asksForADomain() const
{
    const QTemporaryDir folder;
    const Outcome outcome = run({u"init"_s, folder.filePath(u"desk"_s)});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.error.contains("agency.domain"));
    QCOMPARE(run({u"init"_s, folder.filePath(u"b"_s), u"--domain"_s, u"no domain"_s}).code, 1);
    QVERIFY(!QFileInfo::exists(folder.filePath(u"b"_s)));
}

void TestCliDesk::refusesASecondDesk() const
{
    const Fixture at;
    const QString settings = QDir(at.desk).filePath(u"desk.json"_s);
    const QByteArray before = readFile(settings).value();
    QCOMPARE(run({u"init"_s, at.desk}).code, 1);
    QCOMPARE(readFile(settings).value(), before);
}

void TestCliDesk::importsWireText() const
{
    const Fixture at;
    const QString file = at.file(u"boats.txt"_s, WireText);
    const Outcome outcome = run(QStringList{u"import"_s, at.desk, file} + Now);
    QCOMPARE(outcome.code, 0);
    QVERIFY(QFileInfo(outcome.line()).fileName().startsWith(u"2026-05-12-boats-sail"_s));
    const QString draft = desk::draftPath(outcome.line());
    const story::Story story = format::decodeStory(readFile(draft).value(), draft).value().story;
    QCOMPARE(story.headline, u"Boats sail again off Marn"_s);
    QCOMPARE(story.deck, u"Two lifeboats return after a night at sea"_s);
    QCOMPARE(story.dateline.place, u"PORT AMERY"_s);
    QVERIFY(story.body.startsWith(u"The last two lifeboats"_s));
    QCOMPARE(readFile(file).value(), WireText);
}

void TestCliDesk::importsMarkdown() const
{
    const Fixture at;
    const QString file = at.file(
        u"a.md"_s, "---\nslug: reef\nheadline: Reef counted\nstatus: approved\n---\n\nDivers.\n");
    const QString folder = run(QStringList{u"import"_s, at.desk, file} + Now).line();
    QCOMPARE(QFileInfo(folder).fileName(), u"2026-05-12-reef"_s);
    const QString draft = desk::draftPath(folder);
    const story::Story story = format::decodeStory(readFile(draft).value(), draft).value().story;
    QCOMPARE(story.headline, u"Reef counted"_s);
    QCOMPARE(story.status, story::Status::Approved);
    QCOMPARE(story.body, u"Divers."_s);
}

void TestCliDesk::importsWhatItCan() const
{
    const Fixture at;
    const QString good = at.file(u"a.txt"_s, WireText);
    const QString bad = at.file(u"b.txt"_s, "Caf\xE9\n");
    const Outcome outcome =
        run({u"import"_s, at.desk, good, bad, at.folder.filePath(u"none.txt"_s), good});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out.count('\n'), 2);
    QCOMPARE(outcome.error.count('\n'), 2);
    QCOMPARE(desk::Desk::open(at.desk).value().stories().size(), size_t(2));
}

void TestCliDesk::startsFromTemplates() const
{
    const Fixture at;
    for (const QString &name : {u"politics"_s, u"court"_s, u"sport"_s, u"blank"_s}) {
        const Outcome outcome = run(QStringList{u"new"_s, at.desk, u"--template"_s, name,
                                                u"--headline"_s, u"About "_s + name}
                                    + Now);
        QCOMPARE(outcome.code, 0);
        QCOMPARE(QFileInfo(outcome.line()).fileName(), u"2026-05-12-about-"_s + name);
    }
    QCOMPARE(run({u"new"_s, at.desk, u"--template"_s, u"poem"_s}).code, 1);
    QCOMPARE(run({u"new"_s, at.desk, u"--slug"_s, u"../a"_s}).code, 1);
}

void TestCliDesk::lists() const
{
    const Fixture at;
    QVERIFY(!at.story().isEmpty());
    const Outcome outcome = run({u"list"_s, at.desk});
    QCOMPARE(outcome.code, 0);
    const QList<QByteArray> lines = outcome.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).startsWith("SLUG"));
    QVERIFY(lines.at(1).startsWith("levy  "));
    QCOMPARE(lines.at(1).indexOf("draft"), lines.at(0).indexOf("STATE"));
}

void TestCliDesk::listsAsJson() const
{
    const Fixture at;
    const QString story = at.story();
    const Outcome outcome = run({u"list"_s, u"--format"_s, u"json"_s, at.desk});
    QCOMPARE(outcome.out.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(object.value(u"folder"_s).toString(), story);
    QCOMPARE(object.value(u"slug"_s).toString(), u"levy"_s);
    QCOMPARE(object.value(u"version"_s).toInt(-1), 0);
    QCOMPARE(object.value(u"broken"_s).toBool(true), false);
}

void TestCliDesk::renamesAndDuplicates() const
{
    const Fixture at;
    const QString renamed = run({u"rename"_s, at.story(), u"ferry-levy"_s}).line();
    QCOMPARE(QFileInfo(renamed).fileName(), u"2026-05-12-ferry-levy"_s);
    const QString copy = run(QStringList{u"duplicate"_s, desk::draftPath(renamed)} + Now).line();
    QCOMPARE(QFileInfo(copy).fileName(), u"2026-05-12-ferry-levy-copy"_s);
    const Outcome taken = run({u"rename"_s, copy, u"ferry-levy"_s});
    QCOMPARE(taken.code, 1);
    QVERIFY(QFileInfo::exists(desk::draftPath(copy)));
}

void TestCliDesk::spikesAndRestores() const
{
    const Fixture at;
    const QString story = at.story();
    const QString spiked = run(QStringList{u"spike"_s, story} + Now).line();
    QVERIFY(spiked.startsWith(at.desk + u"/spiked/"_s));
    QVERIFY(run({u"list"_s, u"--spiked"_s, at.desk}).out.contains("2026-05-12T09:30:00Z"));
    QCOMPARE(run({u"restore"_s, spiked}).line(), story);
    QVERIFY(QFileInfo::exists(desk::draftPath(story)));
}

void TestCliDesk::recoversUnsavedText() const
{
    const Fixture at;
    QCOMPARE(run({u"recover"_s, at.desk}).out, QByteArray());
    desk::JournalEntry entry;
    entry.key = u"k1"_s;
    entry.bytes = "unsaved \xC2\xA0 words\r\n";
    entry.written = QDateTime(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);
    entry.process = 0x3fffffff; // nobody's
    const desk::Desk desk = desk::Desk::open(at.desk).value();
    QVERIFY(desk::Journal(desk.journalFolder()).keep(entry).has_value());
    QVERIFY(run({u"recover"_s, at.desk}).out.contains("k1"));
    QCOMPARE(run({u"recover"_s, at.desk, u"k1"_s}).out, entry.bytes);
    QCOMPARE(run({u"recover"_s, at.desk, u"k2"_s}).code, 1);
}

void TestCliDesk::refusesADeskThatIsNone() const
{
    const QTemporaryDir folder;
    for (const QString &verb : {u"list"_s, u"new"_s, u"recover"_s, u"verify"_s}) {
        const Outcome outcome = run({verb, folder.path()});
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.error.count('\n'), 1);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestCliDesk::refusesAnImpossibleTime() const
{
    const Fixture at;
    QCOMPARE(run({u"new"_s, at.desk, u"--now"_s, u"yesterday"_s}).code, 2);
    QCOMPARE(run({u"new"_s, at.desk, u"--now"_s, u"2026-02-30T10:00:00Z"_s}).code, 2);
    QVERIFY(desk::Desk::open(at.desk).value().stories().empty());
}

QTEST_GUILESS_MAIN(TestCliDesk)
#include "tst_cli_desk.moc"
