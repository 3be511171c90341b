// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/page/story_page.h"
#include "ui/palette/picker.h"
#include "ui/panels/side_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/story_tabs.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSplitter>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::window;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now = QDateTime::fromString(u"2026-05-12T12:00:00Z"_s, Qt::ISODate);

desk::Settings coastDesk()
{
    desk::Settings settings;
    settings.name = u"Coast desk"_s;
    settings.agency.name = u"Test Wire"_s;
    settings.agency.domain = u"test.example"_s;
    return settings;
}

story::Story levy()
{
    story::Story story;
    story.slug = u"ferry-levy"_s;
    story.headline = u"Levy will end, minister says"_s;
    story.body =
        u"“The levy will end,” Minister Ada Holt said on Tuesday.\n\nShe gave no date.\n"_s;
    return story;
}

/// A window on a desk of its own.
struct Scene {
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    settings::Settings settings{store};
    QString desk = folder.filePath(u"desk"_s);
    QString story;
    std::unique_ptr<MainWindow> window;

    Scene()
    {
        const auto made = desk::Desk::create(desk, coastDesk());
        story = *made->add(levy(), fixedClock(Now));
        open({desk});
    }
    void open(const QStringList &paths)
    {
        window = std::make_unique<MainWindow>(Services{.clock = fixedClock(Now),
                                                       .ids = randomIds(),
                                                       .settings = &settings,
                                                       .dataFolder = folder.filePath(u"data"_s),
                                                       .stateFolder = folder.filePath(u"state"_s),
                                                       .questions = Services::Questions::Never});
        const QSignalSpy ready(window.get(), &MainWindow::ready);
        window->start(paths);
        window->show();
        QTRY_VERIFY(!ready.isEmpty());
    }
    desk::DeskList &list() const
    {
        return *window->findChild<desk::DeskList *>();
    }
    QAction *action(Command command) const
    {
        return window->commands().action(command);
    }
    page::StoryPage *page() const
    {
        return window->currentStory();
    }
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deskIsListedAndNothingIsOpen();
    void storyOpensFromTheListAndIsRead();
    void typingSavingAndUndoing();
    void fileOutsideADeskOpensAndCanBeFiled();
    void spikedStoryComesBackByUndo();
    void paletteRunsACommand();
    void narrowWindowFoldsAndWideUnfolds();
    void aSecondPaneLiesBesideTheDraft();
    void sessionComesBack_data();
    void sessionComesBack();
    void anotherDeskBeginsAnew();
    void sessionIsKeptWithoutAnEnd();
    void everyControlHasAName();
};

void TestMainWindow::deskIsListedAndNothingIsOpen()
{
    const Scene scene;
    QTRY_COMPARE(scene.list().entries().size(), 1U);
    QCOMPARE(scene.page(), nullptr);
    QVERIFY(!scene.action(Command::Save)->isEnabled());
    QVERIFY(scene.action(Command::NewStory)->isEnabled());
    QVERIFY(scene.window->windowTitle().startsWith(u"Coast desk"_s));
}

void TestMainWindow::storyOpensFromTheListAndIsRead()
{
    const Scene scene;
    Q_EMIT scene.list().openRequested(scene.story);
    QVERIFY(scene.page() != nullptr);
    QCOMPARE(scene.window->tabs().count(), 1);
    QTRY_VERIFY(scene.page()->session().reading().analysis != nullptr);
    QTRY_VERIFY(!scene.page()->session().reading().analysis->attributions.empty());
    scene.action(Command::NextOpenUnit)->trigger();
    scene.action(Command::ConfirmUnit)->trigger();
    QTRY_COMPARE(scene.page()->session().reading().bound.units.front().state,
                 review::UnitState::Confirmed);
    QTRY_VERIFY(QFile::exists(scene.story + u"/review.json"_s));
}

void TestMainWindow::typingSavingAndUndoing()
{
    const Scene scene;
    Q_EMIT scene.list().openRequested(scene.story);
    QTest::keyClicks(&scene.page()->body(), u"Now. "_s);
    QVERIFY(scene.page()->session().isModified());
    QVERIFY(scene.action(Command::Undo)->isEnabled());
    scene.action(Command::Save)->trigger();
    QVERIFY(!scene.page()->session().isModified());
    QFile draft(desk::draftPath(scene.story));
    QVERIFY(draft.open(QIODevice::ReadOnly));
    QVERIFY(draft.readAll().contains("Now. "));
    scene.action(Command::Undo)->trigger();
    QVERIFY(!scene.page()->session().story().body.contains(u"Now. "_s));
}

void TestMainWindow::fileOutsideADeskOpensAndCanBeFiled()
{
    const Scene scene;
    const QString path = scene.folder.filePath(u"loose.md"_s);
    QFile loose(path);
    QVERIFY(loose.open(QIODevice::WriteOnly));
    loose.write("A single file.\n");
    loose.close();
    scene.window->openPaths({path});
    QVERIFY(scene.page() != nullptr);
    QVERIFY(!scene.action(Command::Publish)->isEnabled());
    QVERIFY(scene.action(Command::FileIntoDesk)->isEnabled());
    scene.action(Command::FileIntoDesk)->trigger();
    QVERIFY(!scene.page()->session().storyFolder().isEmpty());
    QTRY_COMPARE(scene.list().entries().size(), 2U);
}

void TestMainWindow::spikedStoryComesBackByUndo()
{
    const Scene scene;
    Q_EMIT scene.list().openRequested(scene.story);
    Q_EMIT scene.list().spikeRequested(scene.story);
    QVERIFY(!QFile::exists(scene.story));
    QCOMPARE(scene.window->tabs().count(), 0);
    const QList<QAbstractButton *> buttons = scene.window->findChildren<QAbstractButton *>();
    const auto undo = std::ranges::find_if(buttons, [](const QAbstractButton *button) {
        return button->isVisible() && button->text() == u"Undo"_s && button->isEnabled()
            && button->metaObject()->className() == QByteArray("QPushButton");
    });
    QVERIFY(undo != buttons.end());
    (*undo)->click();
    QVERIFY(QFile::exists(scene.story));
    QCOMPARE(scene.window->tabs().count(), 1);
}

void TestMainWindow::paletteRunsACommand()
{
    const Scene scene;
    Q_EMIT scene.list().openRequested(scene.story);
    scene.action(Command::Palette)->trigger();
    auto *picker = scene.window->findChild<palette::Picker *>();
    QVERIFY(picker != nullptr);
    auto *field = picker->findChild<QLineEdit *>();
    QTest::keyClicks(field, u"zoom in"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(scene.page()->zoom() > 1.05);
}

void TestMainWindow::narrowWindowFoldsAndWideUnfolds()
{
    const Scene scene;
    Q_EMIT scene.list().openRequested(scene.story);
    const int unit = qRound(std::round(QFontMetricsF(scene.window->font()).height()) / 4.5);
    scene.window->resize(unit * 360, unit * 225);
    QTRY_VERIFY(scene.list().isVisible());
    scene.window->resize(unit * 256, unit * 160);
    QTRY_VERIFY(!scene.list().isVisible());
    QVERIFY(scene.action(Command::SidePanel)->isChecked());
    scene.window->resize(unit * 180, unit * 112);
    QTRY_VERIFY(!scene.action(Command::SidePanel)->isChecked());
    scene.window->resize(unit * 360, unit * 225);
    QTRY_VERIFY(scene.list().isVisible());
}

/// Where both have room without the desk list it gives way, and comes back.
void TestMainWindow::aSecondPaneLiesBesideTheDraft()
{
    const Scene scene;
    Q_EMIT scene.list().openRequested(scene.story);
    QTRY_VERIFY(scene.list().isVisible());
    const auto *panel = scene.window->findChild<panels::SidePanel *>();
    const int both = 2 * scene.page()->body().minimumSizeHint().width();
    scene.window->resize(both + panel->width() + scene.list().width() / 2, 800);
    QTRY_VERIFY(scene.list().isVisible());
    const auto *panes = scene.page()->findChild<QSplitter *>();
    scene.action(Command::SecondPane)->trigger();
    QTRY_VERIFY(!scene.list().isVisible());
    QVERIFY(!scene.action(Command::DeskList)->isChecked());
    QTRY_COMPARE(panes->orientation(), Qt::Horizontal);
    scene.action(Command::DeskList)->trigger(); // the user wants it all the same
    QTRY_VERIFY(scene.list().isVisible());
    scene.window->tabs().step(1);
    QVERIFY(scene.list().isVisible());
    scene.action(Command::SecondPane)->trigger();
    scene.action(Command::SecondPane)->trigger();
    QTRY_VERIFY(!scene.list().isVisible());
    scene.action(Command::SecondPane)->trigger();
    QTRY_VERIFY(scene.list().isVisible());
    scene.window->resize(2 * both + panel->width(), 800); // room for all
    scene.action(Command::SecondPane)->trigger();
    QTRY_COMPARE(panes->orientation(), Qt::Horizontal);
    QVERIFY(scene.list().isVisible());
}

void TestMainWindow::sessionComesBack_data()
{
    QTest::addColumn<bool>("namesTheDesk");
    QTest::addRow("nothing asked for") << false;
    QTest::addRow("its own desk asked for") << true;
}

void TestMainWindow::sessionComesBack()
{
    QFETCH(const bool, namesTheDesk);
    Scene scene;
    Q_EMIT scene.list().openRequested(scene.story);
    QTextCursor caret = scene.page()->body().textCursor();
    caret.setPosition(9);
    scene.page()->body().setTextCursor(caret);
    scene.window->close();
    scene.open(namesTheDesk ? QStringList{scene.desk} : QStringList());
    QVERIFY(scene.page() != nullptr);
    QCOMPARE(scene.page()->body().textCursor().position(), 9);
    QTRY_COMPARE(scene.list().entries().size(), 1U);
}

void TestMainWindow::anotherDeskBeginsAnew()
{
    Scene scene;
    Q_EMIT scene.list().openRequested(scene.story);
    scene.window->close();
    const QString other = scene.folder.filePath(u"other"_s);
    QVERIFY(desk::Desk::create(other, coastDesk()));
    scene.open({other});
    QVERIFY(scene.page() == nullptr);
}

void TestMainWindow::sessionIsKeptWithoutAnEnd()
{
    const Scene scene;
    QVERIFY(scene.settings.openStories().empty());
    Q_EMIT scene.list().openRequested(scene.story);
    QCOMPARE(scene.settings.openStories().size(), 1U);
    QCOMPARE(scene.settings.openStories().front().path, scene.page()->session().path());
}

void TestMainWindow::everyControlHasAName()
{
    const Scene scene;
    Q_EMIT scene.list().openRequested(scene.story);
    const QList<QWidget *> widgets = scene.window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isField = qobject_cast<const QLineEdit *>(widget) != nullptr
            || qobject_cast<const QComboBox *>(widget) != nullptr;
        if (!widget->isVisible() || (button == nullptr && !isField)
            || qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr) {
            continue;
        }
        const QString text = button != nullptr ? button->text() : QString();
        QVERIFY2(
            !widget->accessibleName().isEmpty() || !text.isEmpty(),
            qPrintable(widget->objectName() + u" in "_s
                       + QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
