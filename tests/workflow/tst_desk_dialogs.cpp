// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scene.h"

#include "base/files.h"
#include "ui/session/story_store.h"
#include "ui/window/dialogs.h"
#include "ui/window/notice_strip.h"
#include "ui/window/story_tabs.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;
using window::Command;

namespace {

void renameTo(const Scene &scene, const QString &slug)
{
    onNextDialog(&scene.window(), [slug](QWidget &dialog) {
        auto *field = dialog.findChild<QLineEdit *>();
        field->selectAll();
        type(field, slug);
        QTest::keyClick(field, Qt::Key_Return);
    });
    scene.action(Command::RenameStory)->trigger();
}

} // namespace

class TestDeskDialogs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void newStoryTakesItsSlugFromTheHeadline();
    void newStoryFromATemplate();
    void leavingTheNewStoryDialogMakesNothing();
    void newDeskIsMadeAndOpened();
    void spikedStoryIsRestoredFromTheBin();
    void renamedStoryStaysOpenWithItsText();
    void duplicateIsAnotherStory();
    void looseTextIsReadAndFiled();
    void closingAsksAboutUnsavedWords();
};

void TestDeskDialogs::newStoryTakesItsSlugFromTheHeadline()
{
    Scene scene;
    scene.newStory(u"Ferry Levy: What’s next?"_s);
    const story::Story story = scene.page().session().story();
    QCOMPARE(story.headline, u"Ferry Levy: What’s next?"_s);
    QVERIFY(story.slug.startsWith(u"ferry-levy"_s));
    QVERIFY(QFileInfo::exists(scene.page().session().path()));
    QTRY_COMPARE(scene.list().entries().size(), 1U);
    QCOMPARE(QApplication::focusWidget(), &scene.body()); // one opens a story to write
}

void TestDeskDialogs::newStoryFromATemplate()
{
    const Scene scene;
    onNextDialog(&scene.window(), [](QWidget &dialog) {
        auto *kinds = named<QComboBox>(dialog, u"Template"_s);
        kinds->setCurrentIndex(kinds->findData(u"court"_s));
        auto *field = named<QLineEdit>(dialog, u"Slug"_s);
        type(field, u"quay verdict!"_s); // what no slug can hold does not get in
        QCOMPARE(field->text(), u"quayverdict"_s);
        QTest::keyClick(field, Qt::Key_Return);
    });
    scene.action(Command::NewStory)->trigger();
    QCOMPARE(scene.page().session().story().slug, u"quayverdict"_s);
    QVERIFY(!scene.page().session().story().body.trimmed().isEmpty());
}

void TestDeskDialogs::leavingTheNewStoryDialogMakesNothing()
{
    const Scene scene;
    onNextDialog(&scene.window(), [](QWidget &dialog) {
        const auto *buttons = dialog.findChild<QDialogButtonBox *>();
        QVERIFY(!buttons->button(QDialogButtonBox::Ok)->isEnabled()); // it has no slug yet
        QTest::keyClick(&dialog, Qt::Key_Escape);
    });
    scene.action(Command::NewStory)->trigger();
    QCOMPARE(scene.window().currentStory(), nullptr);
    QCOMPARE(scene.window().tabs().count(), 0);
}

void TestDeskDialogs::newDeskIsMadeAndOpened()
{
    const Scene scene;
    const QString folder = scene.file(u"hill-desk"_s);
    onNextDialog(&scene.window(), [folder](QWidget &dialog) {
        const auto fill = [&dialog](const QString &name, const QString &words) {
            auto *field = named<QLineEdit>(dialog, name);
            field->selectAll();
            type(field, words);
        };
        fill(u"Name of the desk"_s, u"Hill desk"_s);
        fill(u"Agency"_s, u"Hill Wire"_s);
        fill(u"Internet domain"_s, u"hill.example"_s);
        fill(u"What subscribers read"_s, u"Hill Direct"_s);
        fill(u"Folder"_s, folder);
        QTest::keyClick(&dialog, Qt::Key_Return);
    });
    scene.action(Command::NewDesk)->trigger();
    const auto made = desk::Desk::open(folder);
    QVERIFY(made.has_value());
    QCOMPARE(made->settings().agency.domain, u"hill.example"_s);
    QTRY_VERIFY(scene.window().windowTitle().startsWith(u"Hill desk"_s));
}

void TestDeskDialogs::spikedStoryIsRestoredFromTheBin()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    type(&scene.body(), u"High water at six."_s); // not saved: the bin gets it all the same
    const QString folder = scene.page().session().storyFolder();
    scene.action(Command::SpikeStory)->trigger();
    QVERIFY(!QFileInfo::exists(folder));
    QCOMPARE(scene.window().tabs().count(), 0);
    QTRY_VERIFY(scene.list().entries().empty());
    onNextDialog(&scene.window(), [](QWidget &dialog) {
        const auto *list = named<QListWidget>(dialog, u"Spiked stories"_s);
        QTRY_VERIFY(list->item(0)->text().contains(u"tide-table"_s));
        QCOMPARE(list->count(), 1);
        buttonSaying(dialog, u"Restore"_s)->click();
        QVERIFY(!buttonSaying(dialog, u"Restore"_s)->isEnabled()); // the bin is empty
        dialog.close();
    });
    scene.action(Command::Bin)->trigger();
    QCOMPARE(scene.body().text().trimmed(), u"High water at six."_s);
    QTRY_COMPARE(scene.list().entries().size(), 1U);
}

void TestDeskDialogs::renamedStoryStaysOpenWithItsText()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    const QString before = scene.page().session().storyFolder();
    type(&scene.body(), u"High water at six."_s);
    renameTo(scene, u"tides"_s);
    const QString after = scene.page().session().storyFolder();
    QVERIFY(after.endsWith(u"-tides"_s) && !QFileInfo::exists(before));
    QCOMPARE(scene.window().tabs().count(), 1);
    QCOMPARE(scene.body().text().trimmed(), u"High water at six."_s);
    renameTo(scene, u"Ümlaut / slash"_s); // whatever it makes of it, the text stays
    QCOMPARE(scene.window().tabs().count(), 1);
    QVERIFY(QFileInfo::exists(scene.page().session().path()));
    QCOMPARE(scene.body().text().trimmed(), u"High water at six."_s);
}

void TestDeskDialogs::duplicateIsAnotherStory()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    const QString first = scene.page().session().storyFolder();
    type(&scene.body(), u"High water at six."_s);
    scene.action(Command::Save)->trigger();
    scene.action(Command::DuplicateStory)->trigger();
    QVERIFY(scene.page().session().storyFolder() != first);
    QCOMPARE(scene.window().tabs().count(), 2);
    QCOMPARE(scene.body().text().trimmed(), u"High water at six."_s);
    QTRY_COMPARE(scene.list().entries().size(), 2U);
}

void TestDeskDialogs::looseTextIsReadAndFiled()
{
    Scene scene;
    const QString path = scene.file(u"note.txt"_s);
    const QByteArray bytes = "The tide came early.\r\n\"We ran,\" Ada Holt said.\r\n";
    QVERIFY(writeFile(path, bytes).has_value());
    scene.open({path}); // as from a file manager; the desk of last time is beside it
    QVERIFY(session::isPlainTextFile(scene.page().session().path()));
    QTRY_VERIFY(scene.page().session().reading().analysis != nullptr);
    QTRY_COMPARE(scene.page().session().reading().analysis->attributions.size(), 1U);
    type(&scene.body(), u"Today. "_s);
    scene.action(Command::Save)->trigger();
    QCOMPARE(*readFile(path), "Today. " + bytes); // line ends as they were
    scene.window().openPaths({scene.place().desk});
    QVERIFY(scene.action(Command::FileIntoDesk)->isEnabled());
    scene.action(Command::FileIntoDesk)->trigger();
    QVERIFY(!scene.page().session().storyFolder().isEmpty());
    QVERIFY(scene.body().text().contains(u"\"We ran,\" Ada Holt said."_s));
    QVERIFY(QFileInfo::exists(path));
}

void TestDeskDialogs::closingAsksAboutUnsavedWords()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    const QString path = scene.page().session().path();
    type(&scene.body(), u"High water at six."_s);
    const auto answer = [&](QMessageBox::StandardButton button) {
        onNextDialog(&scene.window(), [button](QWidget &dialog) {
            qobject_cast<QMessageBox *>(&dialog)->button(button)->click();
        });
        scene.action(Command::CloseStory)->trigger();
    };
    answer(QMessageBox::Cancel);
    QCOMPARE(scene.window().tabs().count(), 1);
    answer(QMessageBox::Save);
    QCOMPARE(scene.window().tabs().count(), 0);
    QVERIFY(readFile(path)->contains("High water at six."));
}

QTEST_MAIN(TestDeskDialogs)
#include "tst_desk_dialogs.moc"
