// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scene.h"

#include "ui/fields/words_edit.h"
#include "ui/page/find_bar.h"
#include "ui/page/second_pane.h"
#include "ui/panels/side_panel.h"
#include "ui/session/disk_guard.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;
using fields::WordsEdit;
using window::Command;

namespace {

QWidget *keyboard()
{
    QWidget *popup = QApplication::activePopupWidget();
    return popup != nullptr ? popup : QApplication::focusWidget();
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(keyboard(), key, modifiers);
}

} // namespace

/// The keyboard gets out of whatever it is in, and takes nothing along.
class TestWaysOut : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void enterGoesOnWithoutReplacing_data();
    void enterGoesOnWithoutReplacing();
    void arrowsGoOnWithoutReplacing();
    void tabTypesNothing();
    void escapeEndsFocusMode();
    void escapeEndsFindingFromTheText();
    void escapeLeavesASearch_data();
    void escapeLeavesASearch();
    void panesNeverOverlap();
};

void TestWaysOut::enterGoesOnWithoutReplacing_data()
{
    QTest::addColumn<story::Field>("from");
    QTest::newRow("slug") << story::Field::Slug;
    QTest::newRow("subjects") << story::Field::Subjects;
    QTest::newRow("headline") << story::Field::Headline;
    QTest::newRow("deck") << story::Field::Deck;
    QTest::newRow("byline") << story::Field::Byline;
    QTest::newRow("place") << story::Field::DatelinePlace;
    QTest::newRow("date") << story::Field::DatelineDate;
    QTest::newRow("keywords") << story::Field::Keywords;
    QTest::newRow("note") << story::Field::EditorsNote;
}

void TestWaysOut::enterGoesOnWithoutReplacing()
{
    QFETCH(const story::Field, from);
    Scene scene;
    scene.newStory(u"Tide table"_s);
    session::StorySession &session = scene.page().session();
    for (const auto field : {story::Field::Deck, story::Field::Byline, story::Field::DatelinePlace,
                             story::Field::EditorsNote, story::Field::Notice}) {
        session.setField(field, u"Words kept"_s);
    }
    type(&scene.body(), u"Words kept"_s);
    scene.page().focusField(from);
    press(Qt::Key_Return);
    auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    if (text == nullptr) {
        return; // a number, which one types over
    }
    const QString before = text->toPlainText();
    type(text, u"x"_s);
    QCOMPARE(text->toPlainText().remove(u'x'), before);
    session.disk().discardChanges();
}

void TestWaysOut::arrowsGoOnWithoutReplacing()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    scene.page().focusField(story::Field::Deck);
    press(Qt::Key_Up);
    QCOMPARE(keyboard()->accessibleName(), u"Headline"_s);
    type(keyboard(), u"s"_s);
    QCOMPARE(scene.page().session().story().headline, u"Tide tables"_s);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_Tab); // nor does Tab select a sentence
    type(keyboard(), u"s"_s);
    QCOMPARE(scene.page().session().story().headline.size(), 12);
    scene.page().session().disk().discardChanges();
}

void TestWaysOut::tabTypesNothing()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    type(&scene.body(), u"High water"_s);
    const story::Story before = scene.page().session().story();
    scene.page().secondPane().showNotes();
    for (int i = 0; i < 40; ++i) { // through everything, and round
        press(Qt::Key_Tab);
        QVERIFY(keyboard() != nullptr);
    }
    scene.body().setFocus();
    press(Qt::Key_Tab);
    QVERIFY(keyboard() != &scene.body());
    scene.body().setFocus();
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(keyboard() != &scene.body());
    QCOMPARE(scene.page().session().story(), before);
    scene.page().session().disk().discardChanges();
}

void TestWaysOut::escapeEndsFocusMode()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    const auto *panel = scene.window().findChild<panels::SidePanel *>();
    const bool hadPanel = panel->isVisible();
    scene.action(Command::FocusMode)->trigger();
    QVERIFY(!panel->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!scene.action(Command::FocusMode)->isChecked());
    QCOMPARE(panel->isVisible(), hadPanel);
    QCOMPARE(keyboard(), &scene.body());
}

void TestWaysOut::escapeEndsFindingFromTheText()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    type(&scene.body(), u"High water"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    const auto *bar = scene.page().findChild<page::FindBar *>();
    QVERIFY(bar->isVisible());
    scene.body().setFocus(); // a click into the text
    press(Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(keyboard(), &scene.body());
    scene.page().session().disk().discardChanges();
}

void TestWaysOut::escapeLeavesASearch_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<QString>("name");
    QTest::newRow("desk") << Command::SearchDesk << u"Search stories"_s;
    QTest::newRow("entities") << Command::Entities << u"Filter entities"_s;
}

void TestWaysOut::escapeLeavesASearch()
{
    QFETCH(const Command, command);
    QFETCH(const QString, name);
    Scene scene;
    scene.newStory(u"Tide table"_s);
    scene.action(command)->trigger();
    auto *search = named<QLineEdit>(scene.window(), name);
    QVERIFY(search != nullptr);
    search->setFocus();
    type(search, u"quay"_s);
    press(Qt::Key_Escape);
    QCOMPARE(search->text(), QString());
    QCOMPARE(keyboard(), &scene.body());
}

/// At any width, with any panes asked for, in any order.
void TestWaysOut::panesNeverOverlap()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    QWidget *panel = scene.window().findChild<panels::SidePanel *>();
    QWidget *list = &scene.list();
    for (const int width : {1440, 1000, 860, 840, 700, 660, 640}) {
        scene.window().resize(width, 600);
        for (const Command command : {Command::SidePanel, Command::DeskList, Command::SidePanel,
                                      Command::SidePanel, Command::DeskList, Command::DeskList}) {
            scene.action(command)->trigger();
            QCoreApplication::processEvents();
            const auto place = [&](const QWidget *one) {
                return QRect(one->mapTo(&scene.window(), QPoint()), one->size());
            };
            const QRect text = place(&scene.body());
            const QString where = u"at %1"_s.arg(width);
            QVERIFY2(text.width() > 300, qPrintable(where));
            QVERIFY2(!list->isVisible() || place(list).right() < text.left(), qPrintable(where));
            QVERIFY2(!panel->isVisible() || text.right() < place(panel).left(), qPrintable(where));
            QVERIFY2(scene.window().rect().contains(text), qPrintable(where));
            QVERIFY2(!panel->isVisible() || scene.window().rect().contains(place(panel)),
                     qPrintable(where));
            QCOMPARE(scene.action(Command::SidePanel)->isChecked(), panel->isVisible());
            QCOMPARE(scene.action(Command::DeskList)->isChecked(), list->isVisible());
        }
    }
}

QTEST_MAIN(TestWaysOut)
#include "tst_ways_out.moc"
