// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scene.h"

#include "base/files.h"
#include "ui/page/finder.h"
#include "ui/page/replace_preview.h"
#include "ui/publish/publish_dialog.h"
#include "ui/session/disk_guard.h"
#include "ui/window/dialogs.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;
using publish::PublishDialog;
using window::Command;

namespace {

constexpr std::array PressingKeys{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space};

/// Takes the buttons of a dialog from what they do, and notes which are pressed instead.
class Presses {
public:
    explicit Presses(const QWidget &dialog)
    {
        for (QAbstractButton *button : dialog.findChildren<QAbstractButton *>()) {
            QObject::disconnect(button, &QAbstractButton::clicked, nullptr, nullptr);
            QObject::disconnect(button, &QAbstractButton::toggled, nullptr, nullptr);
            QObject::connect(button, &QAbstractButton::clicked, button,
                             [this, button] { m_noted.append(button); });
        }
    }
    [[nodiscard]] QList<QAbstractButton *> take()
    {
        return std::exchange(m_noted, {});
    }

private:
    QList<QAbstractButton *> m_noted;
};

template <class T>
QList<T *> focusable(const QWidget &dialog)
{
    QList<T *> found = dialog.findChildren<T *>();
    erase_if(found, [](const QWidget *one) {
        return !one->isVisible() || !one->isEnabled() || !(one->focusPolicy() & Qt::TabFocus);
    });
    return found;
}

/// Asked by Qt's ready-made ones; a key held down presses their buttons again.
bool isQtsOwn(const QWidget &dialog)
{
    return qobject_cast<const QInputDialog *>(&dialog) != nullptr
        || qobject_cast<const QMessageBox *>(&dialog) != nullptr;
}

/// Each key presses the button that has the keyboard, and no other.
void pressEveryButton(const QWidget &dialog)
{
    Presses presses(dialog);
    const QList<QAbstractButton *> buttons = focusable<QAbstractButton>(dialog);
    QVERIFY(!buttons.isEmpty());
    for (QAbstractButton *button : buttons) {
        button->setFocus(Qt::TabFocusReason);
        for (const Qt::Key key : PressingKeys) {
            QTest::keyClick(button, key);
            QVERIFY2(presses.take() == QList{button}, qPrintable(button->text()));
        }
        if (isQtsOwn(dialog)) {
            continue;
        }
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        QApplication::sendEvent(button, &held);
        QVERIFY2(presses.take().isEmpty(), qPrintable(button->text()));
    }
}

/// Opens a dialog that runs until it is left, walks it, and leaves it.
void walk(const Scene &scene, Command command)
{
    bool isWalked = false;
    onNextDialog(&scene.window(), [&isWalked](QWidget &dialog) {
        const QPointer guarded(&dialog);
        if (auto *slug = named<QLineEdit>(dialog, u"Slug"_s)) {
            slug->setText(u"tide"_s); // Create is open
        }
        pressEveryButton(dialog);
        QVERIFY2(guarded && dialog.isVisible(), "a key of a button that does nothing left it");
        isWalked = true;
        qobject_cast<QDialog *>(&dialog)->reject(); // Escape is a button's in messages
    });
    scene.action(command)->trigger();
    QTRY_VERIFY(isWalked);
    QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
}

window::RecoveryDialog::Item leftBehind(const QString &folder, const QString &key)
{
    desk::JournalEntry entry;
    entry.key = key;
    entry.bytes = key.toUtf8();
    entry.written = QDateTime::currentDateTime();
    return {.entry = entry, .journalFolder = folder};
}

} // namespace

class TestDialogKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void keyPressesWhatHasTheKeyboard_data();
    void keyPressesWhatHasTheKeyboard();
    void everyStepOfPublishing_data();
    void everyStepOfPublishing();
    void nothingButItsButtonPublishes();
    void recovery();
    void recoveryGoesThroughAllInAnyOrder();
    void replacing();
};

void TestDialogKeys::keyPressesWhatHasTheKeyboard_data()
{
    QTest::addColumn<Command>("command");
    for (const auto &[name, command] :
         {std::pair("new story", Command::NewStory), std::pair("new desk", Command::NewDesk),
          std::pair("bin", Command::Bin), std::pair("rename", Command::RenameStory),
          std::pair("settings", Command::Settings), std::pair("about", Command::About),
          std::pair("unsaved", Command::CloseStory)}) {
        QTest::newRow(name) << command;
    }
}

void TestDialogKeys::keyPressesWhatHasTheKeyboard()
{
    QFETCH(const Command, command);
    Scene scene;
    scene.newStory(u"To the bin"_s);
    scene.action(Command::SpikeStory)->trigger();
    scene.newStory(u"Tide table"_s);
    type(&scene.body(), u"High water at six."_s);
    walk(scene, command);
    scene.page().session().disk().discardChanges();
}

void TestDialogKeys::everyStepOfPublishing_data()
{
    QTest::addColumn<PublishDialog::Step>("step");
    QTest::newRow("checks") << PublishDialog::Step::Checks;
    QTest::newRow("web") << PublishDialog::Step::WebEdition;
    QTest::newRow("kind") << PublishDialog::Step::KindAndNote;
    QTest::newRow("preview") << PublishDialog::Step::Preview;
    QTest::newRow("publish") << PublishDialog::Step::Publish;
}

namespace {

PublishDialog &publishDialog(Scene &scene)
{
    scene.newStory(u"Tide comes at six in Port Lorne"_s);
    type(&scene.body(),
         u"“High water at six,” Harbour Master Ada Holt said in Port Lorne.\n\n"
         u"The quay will be closed, she said. It opens again at eight.\n"_s);
    scene.waitForReading();
    scene.action(Command::Publish)->trigger();
    auto *dialog = scene.window().findChild<PublishDialog *>();
    [[maybe_unused]] const bool isReady = QTest::qWaitFor([dialog] { return dialog->isReady(); });
    return *dialog;
}

} // namespace

void TestDialogKeys::everyStepOfPublishing()
{
    QFETCH(const PublishDialog::Step, step);
    Scene scene;
    PublishDialog &dialog = publishDialog(scene);
    dialog.setStep(step);
    pressEveryButton(dialog);
    QCOMPARE(dialog.step(), step);
}

/// Not Return in a text, a list or a tab bar: only where the button has the keyboard.
void TestDialogKeys::nothingButItsButtonPublishes()
{
    Scene scene;
    PublishDialog &dialog = publishDialog(scene);
    dialog.setStep(PublishDialog::Step::Publish);
    const auto *first = qobject_cast<QAbstractButton *>(dialog.focusWidget());
    QVERIFY(first != nullptr && first->text().contains(u"Publish"_s)); // one sees where it is
    Presses presses(dialog);
    for (QWidget *widget : focusable<QWidget>(dialog)) {
        widget->setFocus(Qt::TabFocusReason);
        if (qobject_cast<QAbstractButton *>(widget) == nullptr && widget->hasFocus()) {
            for (const Qt::Key key : PressingKeys) {
                QTest::keyClick(widget, key);
                QVERIFY2(presses.take().isEmpty(), widget->metaObject()->className());
            }
        }
    }
    dialog.setFocus();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(presses.take().isEmpty());
}

void TestDialogKeys::recovery()
{
    const QTemporaryDir folder;
    window::RecoveryDialog dialog(
        {leftBehind(folder.path(), u"one"_s), leftBehind(folder.path(), u"two"_s)}, nullptr);
    dialog.show();
    dialog.activateWindow();
    QTRY_VERIFY(dialog.isActiveWindow());
    pressEveryButton(dialog);
}

/// Whatever row is taken first, each is shown and restored or discarded once.
void TestDialogKeys::recoveryGoesThroughAllInAnyOrder()
{
    const QTemporaryDir folder;
    for (const QList<int> &rows :
         {QList{0, 0, 0}, QList{1, 0, 0}, QList{2, 1, 0}, QList{1, 1, 0}}) {
        window::RecoveryDialog dialog({leftBehind(folder.path(), u"one"_s),
                                       leftBehind(folder.path(), u"two"_s),
                                       leftBehind(folder.path(), u"three"_s)},
                                      nullptr);
        QStringList restored;
        QObject::connect(
            &dialog, &window::RecoveryDialog::restoreRequested, &dialog,
            [&restored](const desk::JournalEntry &entry) { restored.append(entry.key); });
        dialog.show();
        auto *list = dialog.findChild<QListWidget *>();
        list->setCurrentRow(-1);
        buttonSaying(dialog, u"Restore"_s)->click();
        buttonSaying(dialog, u"Discard"_s)->click();
        QVERIFY(restored.isEmpty() && list->count() == 3); // nothing is chosen
        for (const int row : rows) {
            list->setCurrentRow(row);
            buttonSaying(dialog, u"Restore"_s)->click();
        }
        restored.sort();
        QCOMPARE(restored, QStringList({u"one"_s, u"three"_s, u"two"_s}));
        QVERIFY(!dialog.isVisible());
    }
}

void TestDialogKeys::replacing()
{
    story::Story story;
    story.body = u"High water at six.\n"_s;
    const auto finder = page::Finder::make(u"water"_s, {});
    page::ReplacePreview preview(story, finder->find(story, u"tide"_s), nullptr);
    preview.show();
    preview.activateWindow();
    QTRY_VERIFY(preview.isActiveWindow());
    pressEveryButton(preview);
}

QTEST_MAIN(TestDialogKeys)
#include "tst_dialog_keys.moc"
