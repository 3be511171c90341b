// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scene.h"

#include "base/files.h"
#include "ui/session/disk_guard.h"
#include "ui/window/dialogs.h"
#include "ui/window/story_tabs.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

#include <csignal>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;
using window::RecoveryDialog;

namespace {

const QString Typed = u"The pump failed at dawn — “we bailed by hand,” Ada Holt said. 🚤"_s;

bool journalHolds(const QString &folder, const QString &words)
{
    QDirIterator files(folder, {u"*.journal"_s}, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto bytes = readFile(files.next());
        if (bytes && QString::fromUtf8(*bytes).contains(words)) {
            return true;
        }
    }
    return false;
}

/// The program, with somebody who types.
struct Program {
    QProcess process;

    Program(const QString &folder, const QString &words, const QStringList &paths)
    {
        process.start(QStringLiteral(TYPIST), QStringList{folder, words} + paths);
        QTRY_VERIFY_WITH_TIMEOUT(process.peek(64).contains("typed"), 30000);
    }
    void kill()
    {
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGKILL), 0);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }
};

/// Runs the program, types, and ends it with SIGKILL once the journal has had its second.
void typeAndKill(const Place &place, const QString &folder, const QStringList &paths)
{
    Program program(folder, Typed, paths);
    QTRY_VERIFY(journalHolds(paths.isEmpty() ? place.state : place.desk, Typed));
    program.kill();
}

RecoveryDialog *offered(const Scene &scene)
{
    return scene.window().findChild<RecoveryDialog *>();
}

} // namespace

class TestAfterAKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void textOfAStoryComesBackWhole() const;
    void textsOfTwoWindowsBothComeBack() const;
    void textNeverSavedComesBackWhole() const;
    void laterAsksAgainAndDiscardDoesNot() const;
    void savedTextIsNotOffered() const;
};

void TestAfterAKill::textOfAStoryComesBackWhole() const
{
    const QTemporaryDir folder;
    const Place place(folder.path());
    place.makeDesk();
    story::Story story;
    story.slug = u"pump"_s;
    story.headline = u"Pump fails"_s;
    const QString farAway = u"The pump had run for thirty years."_s;
    story.body = (farAway + u' ').repeated(20) + u"\n\nIt was written before.\n\n"_s;
    const QString filed =
        *desk::Desk::open(place.desk)->add(story, fixedClock(QDateTime::currentDateTime()));
    const QByteArray before = *readFile(desk::draftPath(filed));
    typeAndKill(place, folder.path(), {filed});
    QCOMPARE(*readFile(desk::draftPath(filed)), before); // the file waits for a save

    const Scene scene(folder.path());
    scene.window().openPaths({filed}); // as the session's tabs are, before one answers
    RecoveryDialog *dialog = offered(scene);
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const QString difference =
        named<QTextEdit>(*dialog, u"What differs from the file"_s)->toPlainText();
    QVERIFY(difference.contains(Typed) && difference.contains(u"It was written before."_s));
    QVERIFY(!difference.contains(farAway));
    buttonSaying(*dialog, u"Restore"_s)->click();
    QCOMPARE(scene.window().tabs().count(), 1);
    QCOMPARE(scene.page().session().path(), desk::draftPath(filed));
    QVERIFY(scene.page().session().isModified());
    QCOMPARE(scene.body().text(), story.body + Typed);
    scene.action(window::Command::Save)->trigger();
    QVERIFY(QString::fromUtf8(*readFile(desk::draftPath(filed))).contains(Typed));
}

/// Two windows on one story when the power goes: neither's text may hide the other's.
void TestAfterAKill::textsOfTwoWindowsBothComeBack() const
{
    const QTemporaryDir folder;
    const Place place(folder.path());
    place.makeDesk();
    story::Story story;
    story.slug = u"pump"_s;
    story.headline = u"Pump fails"_s;
    story.body = u"The pump had run for thirty years.\n\n"_s;
    const QString filed =
        *desk::Desk::open(place.desk)->add(story, fixedClock(QDateTime::currentDateTime()));
    const QString first = u"Typed in the first window."_s;
    const QString second = u"Typed in the second window."_s;
    {
        Program one(folder.path(), first, {filed});
        Program two(folder.path(), second, {filed});
        QTRY_VERIFY(journalHolds(place.desk, first) && journalHolds(place.desk, second));
        one.kill();
        two.kill();
    }
    const Scene scene(folder.path());
    QVERIFY(offered(scene) != nullptr);
    QCOMPARE(named<QListWidget>(*offered(scene), u"Stories with unsaved text"_s)->count(), 2);
    QStringList restored;
    for (int left = 2; left > 0; --left) {
        buttonSaying(*offered(scene), u"Restore"_s)->click();
        restored.append(scene.body().text());
    }
    QVERIFY(restored.join(u'|').contains(first) && restored.join(u'|').contains(second));
    scene.action(window::Command::Save)->trigger(); // of the second; the first stays unsaved
    QVERIFY(!scene.page().session().isModified());
    QVERIFY(journalHolds(place.desk, restored.back().contains(first) ? second : first));
    for (page::StoryPage *page : scene.window().tabs().stories()) {
        page->session().disk().discardChanges();
    }
}

void TestAfterAKill::textNeverSavedComesBackWhole() const
{
    const QTemporaryDir folder;
    const Place place(folder.path());
    typeAndKill(place, folder.path(), {}); // no desk: a story without a file
    const Scene scene(folder.path());
    RecoveryDialog *dialog = offered(scene);
    QVERIFY(dialog != nullptr);
    QVERIFY(named<QListWidget>(*dialog, u"Stories with unsaved text"_s)
                ->item(0)
                ->text()
                .contains(u"never saved"_s));
    buttonSaying(*dialog, u"Restore"_s)->click();
    QCOMPARE(scene.body().text(), Typed);
    QVERIFY(scene.page().session().path().isEmpty());
    QVERIFY(scene.page().session().isModified());
    scene.page().session().disk().discardChanges(); // or the end of the test would ask
}

void TestAfterAKill::laterAsksAgainAndDiscardDoesNot() const
{
    const QTemporaryDir folder;
    const Place place(folder.path());
    typeAndKill(place, folder.path(), {});
    {
        const Scene scene(folder.path());
        buttonSaying(*offered(scene), u"Later"_s)->click();
        QVERIFY(journalHolds(place.state, Typed));
    }
    {
        const Scene scene(folder.path());
        QVERIFY(offered(scene) != nullptr);
        buttonSaying(*offered(scene), u"Discard"_s)->click();
        QTRY_VERIFY(offered(scene) == nullptr);
    }
    const Scene scene(folder.path());
    QVERIFY(offered(scene) == nullptr);
}

void TestAfterAKill::savedTextIsNotOffered() const
{
    Scene scene;
    scene.newStory(u"Quiet day"_s);
    type(&scene.body(), Typed);
    QTRY_VERIFY(journalHolds(scene.place().desk, Typed));
    scene.action(window::Command::Save)->trigger();
    scene.open({scene.place().desk}); // the next start
    QVERIFY(offered(scene) == nullptr);
}

QTEST_MAIN(TestAfterAKill)
#include "tst_after_a_kill.moc"
