// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli_runner.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::cli_test;
using namespace Qt::StringLiterals;

namespace {

/// A story on a desk of its own.
struct Fixture {
    Fixture()
    {
        const QString desk = folder.filePath(u"desk"_s);
        QCOMPARE(run({u"init"_s, desk, u"--domain"_s, u"meridian.example"_s}).code, 0);
        story = run({u"new"_s, desk, u"--slug"_s, u"levy"_s, u"--headline"_s, u"Levy stays"_s,
                     u"--now"_s, u"2026-05-12T07:00:00Z"_s})
                    .line();
        draft = story + u"/story.md"_s;
        append("The levy stays for a year, Minister Leila Santoro said. Islanders pay two crowns "
               "for each crossing, and children travel free.");
    }
    void append(const QByteArray &paragraph) const
    {
        QVERIFY(writeFile(draft, readFile(draft).value() + '\n' + paragraph + '\n').has_value());
    }
    void replace(const QByteArray &before, const QByteArray &after) const
    {
        QByteArray bytes = readFile(draft).value();
        QVERIFY(bytes.contains(before));
        QVERIFY(writeFile(draft, bytes.replace(before, after)).has_value());
    }
    [[nodiscard]] Outcome publish(const QStringList &more = {},
                                  const QString &now = u"2026-05-12T11:00:00Z"_s) const
    {
        return run(QStringList{u"publish"_s, story, u"--now"_s, now} + more);
    }
    [[nodiscard]] bool hasWeb(int version) const
    {
        return QFileInfo::exists(story + u"/versions/v000%1/web.html"_s.arg(version));
    }

    QTemporaryDir folder;
    QString story;
    QString draft;
};

const QStringList Update{u"--kind"_s, u"update"_s, u"--note"_s, u"More is known"_s};
const QStringList Kill{u"--kind"_s, u"kill"_s, u"--note"_s, u"The sums are wrong"_s};

} // namespace

class TestCliGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoryKeptOffTheWebStaysOff() const;
    void saysWhatAnEmbargoHoldsBack() const;
    void picksAsLastTimeAndSaysWhatChanged() const;
    void aKillPassesWhateverIsBroken() const;
    void restoresEveryField() const;
    void restoresNoWithdrawal() const;
    void restoresOnlyWhatIsThere() const;
};

void TestCliGate::aStoryKeptOffTheWebStaysOff() const
{
    const Fixture at;
    QCOMPARE(at.publish({u"--no-web"_s}).code, 0);
    QCOMPARE(at.publish(Update).code, 0);
    QVERIFY(!at.hasWeb(1) && !at.hasWeb(2));
    QCOMPARE(at.publish(Update + QStringList{u"--web"_s}).code, 0);
    QCOMPARE(at.publish(Update).code, 0);
    QVERIFY(at.hasWeb(3) && at.hasWeb(4));
    QCOMPARE(at.publish(Update + QStringList{u"--web"_s, u"--no-web"_s}).code, 2);
}

void TestCliGate::saysWhatAnEmbargoHoldsBack() const
{
    const Fixture at;
    at.replace("headline:", "embargo: 2026-05-12T12:00:00Z\nheadline:");
    const Outcome held = at.publish();
    QVERIFY2(held.code == 0, held.error.constData());
    QVERIFY2(held.error.contains("embargo runs until 12 May 2026, 12:00 UTC"),
             held.error.constData());
    QVERIFY(!at.hasWeb(1));
    const Outcome out = at.publish(Update, u"2026-05-12T13:00:00Z"_s);
    QVERIFY(out.error.isEmpty());
    QVERIFY(at.hasWeb(2));
}

void TestCliGate::picksAsLastTimeAndSaysWhatChanged() const
{
    const Fixture at;
    QVERIFY(at.publish().error.isEmpty());
    QVERIFY(at.publish(Update).error.isEmpty());
    at.replace("for a year", "for two years");
    const Outcome changed = at.publish(Update);
    QVERIFY2(changed.error.contains("changed since version 2: 1"), changed.error.constData());
    QVERIFY(readFile(at.story + u"/versions/v0003/web.html"_s)->contains("for two years"));
}

void TestCliGate::aKillPassesWhateverIsBroken() const
{
    for (const QString &name : {u"review.json"_s, u"story.md"_s}) {
        const Fixture at;
        QCOMPARE(at.publish().code, 0);
        QVERIFY(writeFile(at.story + u'/' + name, "---\n{").has_value());
        QCOMPARE(at.publish(Update).code, 1);
        const Outcome kill = at.publish(Kill);
        QVERIFY2(kill.code == 0, kill.error.constData());
        QVERIFY(at.hasWeb(2));
        QCOMPARE(at.publish(Kill).code, 1);
    }
}

void TestCliGate::restoresEveryField() const
{
    const Fixture at;
    QVERIFY(writeFile(at.draft,
                      "---\nslug: levy\nheadline: Levy stays\ndeck: For a year\n"
                      "byline: Irena Castell\nurgency: 2\nkeywords: [ferry, levy]\n"
                      "editors-note: Pictures follow\nlegal: seen\n---\n\n"
                      "The levy stays for a year, Minister Leila Santoro said.\n\n"
                      "Islanders pay two crowns for each crossing.\n")
                .has_value());
    QCOMPARE(at.publish().code, 0);
    QVERIFY(
        writeFile(at.draft, "---\nslug: levy\nheadline: Other\nlegal: not seen\n---\n\nOther.\n")
            .has_value());
    const Outcome restored = run({u"restore-version"_s, at.story, u"1"_s});
    QVERIFY2(restored.code == 0, restored.error.constData());
    QCOMPARE(restored.line(), at.draft);
    const QByteArray draft = readFile(at.draft).value();
    for (const char *words : {"Levy stays", "For a year", "Irena Castell", "urgency: 2", "ferry",
                              "Pictures follow", "Santoro said", "legal: not seen"}) {
        QVERIFY2(draft.contains(words), words);
    }
    QVERIFY(!draft.contains("Other"));
    QCOMPARE(run({u"diff"_s, at.story, u"1"_s, u"draft"_s}).out, QByteArray());
}

void TestCliGate::restoresNoWithdrawal() const
{
    const Fixture at;
    QCOMPARE(at.publish().code, 0);
    QCOMPARE(at.publish(Kill).code, 0);
    const QByteArray before = readFile(at.draft).value();
    QCOMPARE(run({u"restore-version"_s, at.story, u"v2"_s}).code, 1);
    QCOMPARE(readFile(at.draft).value(), before);
    QCOMPARE(run({u"restore-version"_s, at.story, u"v1"_s}).code, 0);
}

void TestCliGate::restoresOnlyWhatIsThere() const
{
    const Fixture at;
    QCOMPARE(at.publish().code, 0);
    QCOMPARE(run({u"restore-version"_s, at.story, u"7"_s}).code, 1);
    QCOMPARE(run({u"restore-version"_s, at.story, u"x"_s}).code, 2);
    QVERIFY(writeFile(at.story + u"/versions/v0001/story.md"_s, "forged").has_value());
    QCOMPARE(run({u"restore-version"_s, at.story, u"1"_s}).code, 1);
}

QTEST_GUILESS_MAIN(TestCliGate)
#include "tst_cli_gate.moc"
