// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/folders.h"
#include "ui/body/body_editor.h"
#include "ui/body/dropped_files.h"
#include "ui/desk/desk_list.h"
#include "ui/look/tokens.h"
#include "ui/page/story_page.h"
#include "ui/panels/side_panel.h"
#include "ui/window/desk_work.h"
#include "ui/window/dialogs.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_strip.h"
#include "ui/window/status_cells.h"
#include "ui/window/story_tabs.h"
#include "ui/window/story_work.h"
#include "ui/window/tool_bar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QTabBar>
#include <QTextCursor>

#include <algorithm>

namespace nutgraf::window {

using namespace Qt::StringLiterals;
using settings::OpenStory;
using settings::Settings;

namespace {

bool isDesk(const QString &path)
{
    return QFileInfo::exists(story::DeskFolder(path).settings());
}

/// Draft and second pane have room beside each other, but not beside the desk list, too.
bool isInTheWay(int deskWidth, int room, page::StoryPage &page)
{
    const int both = 2 * page.body().minimumSizeHint().width();
    return room >= both && room - deskWidth < both;
}

} // namespace

/// Nothing is asked for but the desk of the last time: the last session goes on.
bool MainWindow::goesOn(const QStringList &paths) const
{
    const auto isLastDesk = [this](const QString &path) {
        return isDesk(path)
            && QFileInfo(path).canonicalFilePath()
            == QFileInfo(m_services.settings->desk()).canonicalFilePath();
    };
    return paths.isEmpty() || (paths.size() == 1 && isLastDesk(paths.constFirst()));
}

void MainWindow::start(const QStringList &paths)
{
    if (goesOn(paths)) {
        const std::vector<OpenStory> stories = m_services.settings->openStories();
        const auto current = static_cast<std::size_t>(m_services.settings->currentStory());
        if (current < stories.size() && QFileInfo::exists(stories[current].path)) {
            m_stories->open(stories[current].path);
        }
    }
    for (const QString &path : paths) {
        if (!isDesk(path)) {
            m_stories->open(path);
        }
    }
    if (page::StoryPage *page = currentStory()) {
        page->body().setFocus();
    }
    setProperty("startPaths", paths);
    m_splitter->installEventFilter(this);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // the window is on the screen; what can wait begins now
    if (watched == m_splitter && event->type() == QEvent::Paint && !m_isStarted) {
        m_isStarted = true;
        QTimer::singleShot(0, this, &MainWindow::finishStart);
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::finishStart()
{
    m_splitter->removeEventFilter(this);
    const QStringList paths = property("startPaths").toStringList();
    const bool isResumed = goesOn(paths); // the desk that is opened next becomes the last
    openDeskOf(paths);
    if (isResumed) {
        restoreSession();
    }
    // From now on, so that a killed program comes back with its tabs too.
    connect(m_tabs, &StoryTabs::currentChanged, this, &MainWindow::saveSession);
    offerRecovery();
    if (m_tabs->count() == 0) {
        m_desk->setFocus();
    }
    Q_EMIT ready();
}

void MainWindow::openDeskOf(const QStringList &paths)
{
    QString folder = paths.isEmpty() ? m_services.settings->desk() : QString();
    for (const QString &path : paths) {
        if (folder.isEmpty()) {
            folder = desk::Desk::findAround(path).value_or(QString());
        }
    }
    if (!folder.isEmpty() && isDesk(folder)) {
        m_deskWork->open(folder);
    } else {
        m_desk->setDesk(std::nullopt);
    }
}

void MainWindow::openPaths(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (isDesk(path)) {
            m_deskWork->open(path);
        } else {
            m_stories->open(path);
        }
    }
    if (page::StoryPage *page = currentStory()) {
        page->body().setFocus();
    }
}

void MainWindow::restoreSession()
{
    const std::vector<OpenStory> stories = m_services.settings->openStories();
    const int current = m_services.settings->currentStory();
    for (const OpenStory &story : stories) {
        if (!QFileInfo::exists(story.path)) {
            continue;
        }
        page::StoryPage *page = m_stories->open(story.path);
        if (page == nullptr) {
            continue;
        }
        QTextCursor caret = page->body().textCursor();
        caret.setPosition(std::min(story.caret, page->body().document()->characterCount() - 1));
        page->body().setTextCursor(caret);
        if (story.hasSecondPane) {
            page->showNotes();
        }
    }
    if (current < static_cast<int>(stories.size())) {
        if (page::StoryPage *page =
                m_stories->pageOf(stories[static_cast<std::size_t>(current)].path)) {
            m_tabs->bar().moveTab(0, std::min(current, m_tabs->count() - 1));
            m_tabs->setCurrent(page);
            page->body().setFocus();
        }
    }
}

void MainWindow::saveSession()
{
    std::vector<OpenStory> stories;
    int current = 0;
    for (page::StoryPage *page : m_tabs->stories()) {
        if (page->session().path().isEmpty()) {
            continue;
        }
        if (page == currentStory()) {
            current = static_cast<int>(stories.size());
        }
        stories.push_back({.path = page->session().path(),
                           .caret = page->body().textCursor().position(),
                           .hasSecondPane = page->hasSecondPane()});
    }
    m_services.settings->setOpenStories(stories, current);
    m_services.settings->setGeometry(saveGeometry());
    if (m_width == WidthClass::Wide) {
        const QList<int> sizes = m_splitter->sizes();
        if (m_desk->isVisible()) {
            m_services.settings->setPaneWidth(Settings::Pane::DeskList, sizes.at(0));
        }
        if (m_panel->isVisible()) {
            m_services.settings->setPaneWidth(Settings::Pane::SidePanel, sizes.at(2));
        }
    }
}

void MainWindow::offerRecovery()
{
    QStringList folders{story::looseJournal(m_services.stateFolder)};
    if (const auto &desk = m_deskWork->desk(); desk) {
        folders.append(desk->journalFolder());
    }
    std::vector<RecoveryDialog::Item> items = leftBehind(folders);
    if (items.empty()) {
        return;
    }
    auto *dialog = new RecoveryDialog(std::move(items), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecoveryDialog::restoreRequested, m_stories, &StoryWork::recover);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_stories->mayQuit() == StoryWork::Saved::No) {
        event->ignore();
        return;
    }
    saveSession();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData() != nullptr && !body::droppedFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

/// Files open; on the desk list they become stories of the desk.
void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = body::droppedFiles(*event->mimeData());
    const QPoint inList = m_desk->mapFrom(this, event->position().toPoint());
    const bool isOnDesk = m_desk->isVisible() && m_desk->rect().contains(inList);
    if (isOnDesk && m_deskWork->desk() && std::ranges::none_of(files, isDesk)) {
        m_deskWork->importFiles(files);
    } else {
        openPaths(files);
    }
    event->acceptProposedAction();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const WidthClass now = widthClass(width() * 1.0 / u(1));
    if (now != m_width) {
        m_width = now;
        applyWidth();
        showStatus();
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange) {
        m_commands->action(Command::FullScreen)->setChecked(isFullScreen());
    }
}

/// Escape that nobody else wanted takes the strip away, else ends focus mode, else leads from a
/// search, a list or the second pane back to the text.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    QAction *focusMode = m_commands->action(Command::FocusMode);
    page::StoryPage *page = currentStory();
    if (event->key() != Qt::Key_Escape) {
        QMainWindow::keyPressEvent(event);
    } else if (m_strip->isVisible()) {
        m_strip->hide();
    } else if (focusMode->isChecked()) {
        focusMode->trigger();
    } else if (page != nullptr) {
        if (auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget())) {
            search->clear();
        }
        page->body().setFocus();
    }
}

void MainWindow::applyWidth()
{
    const Settings &settings = *m_services.settings;
    const bool isWide = m_width == WidthClass::Wide;
    const bool hasStory = m_tabs->current() != nullptr;
    const bool hasPanel = hasStory && m_width != WidthClass::Tiny
        && (!isWide || settings.isShown(Settings::Pane::SidePanel));
    m_toolBar->setLabels(isWide ? ToolBar::Labels::Words : ToolBar::Labels::Icons);
    m_status->setWidth(isWide ? StatusCells::Width::Wide : StatusCells::Width::Narrow);
    if (m_commands->action(Command::FocusMode)->isChecked()) {
        return;
    }
    const int savedDesk = settings.paneWidth(Settings::Pane::DeskList);
    const int savedPanel = settings.paneWidth(Settings::Pane::SidePanel);
    const int left = isWide && savedDesk > 0 ? savedDesk : u(look::size::DeskList);
    const int narrow = u(isWide ? look::size::SidePanel : look::size::SidePanelNarrow);
    const int right = isWide && savedPanel > 0 ? savedPanel : narrow;
    const int room = width() - (hasPanel ? right : 0) - 2 * m_splitter->handleWidth();
    page::StoryPage *front = currentStory();
    const bool hasSecond = front != nullptr && front->hasSecondPane();
    m_isDeskKept = m_isDeskKept && hasSecond;
    const bool givesWay = hasSecond && !m_isDeskKept && isInTheWay(left, room, *front);
    const bool hasDesk =
        isWide ? settings.isShown(Settings::Pane::DeskList) && !givesWay : !hasStory;
    m_desk->setVisible(hasDesk);
    m_panel->setVisible(hasPanel);
    m_commands->action(Command::DeskList)->setChecked(hasDesk);
    m_commands->action(Command::SidePanel)->setChecked(hasPanel);
    m_splitter->setSizes({left, std::max(u(100), width() - left - right), right});
    for (page::StoryPage *page : m_tabs->stories()) {
        page->setFieldsFolded(!isWide);
    }
    m_commands->action(Command::FoldFields)->setChecked(!isWide);
}

void MainWindow::showPane(Settings::Pane pane, bool shown)
{
    const bool isDeskList = pane == Settings::Pane::DeskList;
    QWidget *widget = isDeskList ? static_cast<QWidget *>(m_desk) : m_panel;
    m_isDeskKept = m_isDeskKept || (isDeskList && shown);
    widget->setVisible(shown);
    m_commands->action(isDeskList ? Command::DeskList : Command::SidePanel)->setChecked(shown);
    if (m_width == WidthClass::Wide) {
        m_services.settings->setShown(pane, shown);
    }
}

void MainWindow::setFocusMode(bool on)
{
    for (QWidget *widget :
         {static_cast<QWidget *>(m_desk), static_cast<QWidget *>(m_panel),
          static_cast<QWidget *>(m_toolBar), static_cast<QWidget *>(m_status),
          static_cast<QWidget *>(&m_tabs->bar()), static_cast<QWidget *>(menuBar())}) {
        widget->setVisible(!on);
    }
    for (page::StoryPage *page : m_tabs->stories()) {
        page->setFocusMode(on);
    }
    if (!on) {
        applyWidth();
    }
    if (page::StoryPage *page = currentStory()) {
        page->body().setFocus();
    }
}

} // namespace nutgraf::window
