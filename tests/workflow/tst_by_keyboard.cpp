// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scene.h"

#include "publish/publish.h"
#include "review/corrections.h"
#include "ui/panels/side_panel.h"
#include "ui/publish/publish_dialog.h"
#include "ui/window/story_tabs.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;
using publish::PublishDialog;
using window::Command;

namespace {

/// Where the keyboard is; every key goes there and nowhere else.
QWidget *keyboard()
{
    QWidget *focus = QApplication::focusWidget();
    Q_ASSERT(focus != nullptr);
    return focus;
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(keyboard(), key, modifiers);
}

bool isIn(const QWidget &pane)
{
    return &pane == keyboard() || pane.isAncestorOf(keyboard());
}

} // namespace

class TestByKeyboard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void f6WalksThePanesBothWays();
    void tabWalksTheFields();
    void paletteRunsACommand();
    void storyOpensFromTheListAndIsReviewed();
    void goingToAUnitLeavesTheKeyboard();
    void correctsAnAttributionWhereItStands();
    void marksWordsThatTheAnalysisMissed();
    void everyStepOfPublishing();
    void stripClosesByEscape();
};

void TestByKeyboard::f6WalksThePanesBothWays()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    scene.window().resize(2400, 900); // room for every pane
    scene.action(Command::SecondPane)->trigger();
    scene.body().setFocus();
    const auto *panel = scene.window().findChild<panels::SidePanel *>();
    const auto *notes = named<QPlainTextEdit>(scene.page(), u"Notes"_s);
    QVERIFY(notes != nullptr);
    press(Qt::Key_F6);
    QVERIFY2(keyboard()->accessibleName() == u"Notes"_s, qPrintable(keyboard()->accessibleName()));
    press(Qt::Key_F6);
    QVERIFY(isIn(*panel));
    press(Qt::Key_F6);
    QVERIFY(isIn(scene.list()));
    press(Qt::Key_F6);
    QVERIFY(isIn(scene.body()));
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(isIn(scene.list()));
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(isIn(*panel));
}

void TestByKeyboard::tabWalksTheFields()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    scene.page().focusField(story::Field::Slug);
    QStringList walked;
    while (keyboard() != &scene.body() && walked.size() < 20) {
        walked.append(keyboard()->accessibleName());
        press(Qt::Key_Tab);
    }
    for (const QString &name : {u"Slug"_s, u"Urgency"_s, u"Headline"_s, u"Deck"_s, u"Byline"_s}) {
        QVERIFY2(walked.contains(name), qPrintable(walked.join(u", ")));
    }
    QVERIFY(walked.indexOf(u"Headline"_s) < walked.indexOf(u"Deck"_s));
    QVERIFY2(walked.size() < 20, qPrintable(walked.join(u", "))); // and leads into the body
    QVERIFY(!walked.contains(QString()));
    scene.page().focusField(story::Field::Deck);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(keyboard()->accessibleName(), u"Headline"_s);
}

void TestByKeyboard::paletteRunsACommand()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(qobject_cast<QLineEdit *>(keyboard()) != nullptr);
    type(keyboard(), u"zoom in"_s);
    press(Qt::Key_Return);
    QVERIFY(scene.page().zoom() > 1.05);
    QTRY_COMPARE(keyboard(), &scene.body());
}

void TestByKeyboard::storyOpensFromTheListAndIsReviewed()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    type(keyboard(), u"“High water at six,” Ada Holt said."_s);
    press(Qt::Key_S, Qt::ControlModifier);
    press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(scene.window().tabs().count(), 0);
    QTRY_COMPARE(scene.list().entries().size(), 1U);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    type(keyboard(), u"tide"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(scene.window().tabs().count(), 1);
    scene.waitForReading();
    press(Qt::Key_F8);
    QCOMPARE(keyboard()->accessibleName(), u"Attributions"_s);
    press(Qt::Key_C);
    const auto &units = scene.page().session().reading().bound.units;
    QTRY_VERIFY(!units.empty() && units.front().state == review::UnitState::Confirmed);
    press(Qt::Key_F6);
    press(Qt::Key_F6);
    QCOMPARE(keyboard(), &scene.body());
}

namespace {

/// Who says the story's first attribution, and how sure the desk is.
std::pair<QString, review::UnitState> firstOf(const Scene &scene)
{
    const session::Reading &reading = scene.page().session().reading();
    if (reading.analysis->attributions.empty()) {
        return {};
    }
    return {review::asIs(*reading.analysis, 0).speaker, reading.bound.units.front().state};
}

void selectInBody(const Scene &scene, const QString &words)
{
    QTextCursor caret = scene.body().textCursor();
    const auto at = static_cast<int>(scene.body().text().indexOf(words));
    caret.setPosition(at);
    caret.setPosition(at + static_cast<int>(words.size()), QTextCursor::KeepAnchor);
    scene.body().setTextCursor(caret);
    scene.body().setFocus();
}

} // namespace

/// What follows decides; it is not typed into the field or the text that is shown.
void TestByKeyboard::goingToAUnitLeavesTheKeyboard()
{
    Scene scene;
    scene.newStory(u"Tide comes at six, Ada Holt says"_s);
    scene.page().focusField(story::Field::Deck);
    type(keyboard(), u"The quay opens at eight, Olga Baran says"_s);
    type(&scene.body(), u"“High water at six,” Ada Holt said."_s);
    scene.waitForReading();
    const story::Story before = scene.page().session().story();
    const auto units = [&]() -> const std::vector<review::Unit> & {
        return scene.page().session().reading().bound.units;
    };
    QTRY_COMPARE(units().size(), 3U);
    scene.page().setFieldsFolded(true);
    press(Qt::Key_F8);
    const QWidget *list = keyboard();
    for (std::size_t i = 0; i < units().size(); ++i) {
        press(Qt::Key_Return); // shows it in the text
        QCOMPARE(keyboard(), list);
        press(Qt::Key_C);
        QCOMPARE(keyboard(), list);
    }
    const auto isConfirmed = [](const review::Unit &unit) {
        return unit.state == review::UnitState::Confirmed;
    };
    QTRY_VERIFY(std::ranges::all_of(units(), isConfirmed));
    QCOMPARE(scene.page().session().story(), before);
    for (const Command command : {Command::NextOpenUnit, Command::PreviousOpenUnit}) {
        scene.action(command)->trigger();
        QCOMPARE(keyboard(), list);
    }
}

void TestByKeyboard::correctsAnAttributionWhereItStands()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    type(keyboard(), u"Olga Baran came. “High water at six,” Ada Holt said."_s);
    scene.waitForReading();
    QCOMPARE(firstOf(scene).first, u"Ada Holt"_s);
    selectInBody(scene, u"water at six"_s);
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(keyboard()->accessibleName(), u"Speaker"_s);
    QVERIFY(!scene.body().textCursor().hasSelection()); // it would cover the words' mark
    type(keyboard(), u"baran"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(firstOf(scene), std::make_pair(u"Olga Baran"_s, review::UnitState::Confirmed));
    const auto &content = scene.page().session().reading().analysis->attributions.front().content;
    QCOMPARE(content.front().in(scene.page().session().reading().snapshot->text), u"water at six");
    QCOMPARE(keyboard(), &scene.body());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(firstOf(scene).first, u"Ada Holt"_s);
    QVERIFY(scene.body().text().contains(u"Ada Holt said."_s));
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Escape);
    QCOMPARE(keyboard(), &scene.body());
    QCOMPARE(firstOf(scene).first, u"Ada Holt"_s);
}

void TestByKeyboard::marksWordsThatTheAnalysisMissed()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    type(keyboard(), u"The water is high. Ada Holt nodded."_s);
    scene.waitForReading();
    QVERIFY(scene.page().session().reading().analysis->attributions.empty());
    press(Qt::Key_E, Qt::ControlModifier); // nothing is there to be corrected
    QCOMPARE(keyboard()->accessibleName(), u"Attributions"_s);
    selectInBody(scene, u"The water is high"_s);
    press(Qt::Key_E, Qt::ControlModifier);
    type(keyboard(), u"Ada Holt"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(firstOf(scene), std::make_pair(u"Ada Holt"_s, review::UnitState::Confirmed));
    press(Qt::Key_F8);
    press(Qt::Key_Down); // from the speaker to the words
    press(Qt::Key_U);
    QTRY_VERIFY(scene.page().session().reading().analysis->attributions.empty());
}

void TestByKeyboard::everyStepOfPublishing()
{
    Scene scene;
    scene.newStory(u"Tide comes at six in Port Lorne"_s);
    type(keyboard(),
         u"“High water at six,” Harbour Master Ada Holt said in Port Lorne.\n\n"
         u"The quay will be closed, she said. It opens again at eight.\n"_s);
    scene.waitForReading();
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const QPointer dialog = scene.window().findChild<PublishDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isReady());
    for (const auto step : {PublishDialog::Step::Checks, PublishDialog::Step::WebEdition,
                            PublishDialog::Step::KindAndNote, PublishDialog::Step::Preview,
                            PublishDialog::Step::Publish}) {
        QCOMPARE(dialog->step(), step);
        QTRY_VERIFY(QApplication::focusWidget() != nullptr && isIn(*dialog));
        const QPointer<QWidget> start = keyboard();
        const auto isNext = [] {
            const auto *button = qobject_cast<QPushButton *>(keyboard());
            return button != nullptr && button->isDefault();
        };
        for (int i = 0; i < 30 && !isNext(); ++i) {
            QVERIFY2(!keyboard()->accessibleName().isEmpty()
                         || qobject_cast<QAbstractButton *>(keyboard()) != nullptr,
                     keyboard()->metaObject()->className());
            press(Qt::Key_Tab);
        }
        QVERIFY2(isNext(), qPrintable(start->accessibleName()));
        press(Qt::Key_Space);
    }
    QTRY_COMPARE(publish::versions(scene.page().session().storyFolder())->size(), 1U);
    QTRY_VERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()) != nullptr);
    press(Qt::Key_Return); // Close has the keyboard
    QTRY_VERIFY(dialog == nullptr);
    scene.window().activateWindow(); // no window manager does it here
    QTRY_COMPARE(QApplication::focusWidget(), &scene.body());
}

void TestByKeyboard::stripClosesByEscape()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    scene.action(Command::CompareWithDraft)->trigger(); // nothing is published yet: a strip says so
    const auto cross = [&] {
        return named<QWidget>(scene.window(), u"Close this message"_s);
    };
    QTRY_VERIFY(cross() != nullptr);
    const QPointer<QWidget> shown = cross();
    press(Qt::Key_Escape);
    QTRY_VERIFY(!shown || !shown->isVisible());
}

QTEST_MAIN(TestByKeyboard)
#include "tst_by_keyboard.moc"
