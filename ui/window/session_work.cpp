// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/session_work.h"

#include "jobs/off_thread.h"
#include "story/folders.h"
#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/page/second_pane.h"
#include "ui/page/story_page.h"
#include "ui/window/desk_work.h"
#include "ui/window/dialogs.h"
#include "ui/window/pane_work.h"
#include "ui/window/story_tabs.h"
#include "ui/window/story_work.h"

#include <QEvent>
#include <QFileInfo>
#include <QMainWindow>
#include <QSplitter>
#include <QTabBar>
#include <QTextCursor>
#include <QTimer>

#include <algorithm>

namespace nutgraf::window {

using settings::OpenStory;

SessionWork::SessionWork(const Parts &parts, StoryWork &stories, DeskWork &desk, PaneWork &panes,
                         const Services &services, QObject *parent)
    : QObject(parent),
      m_parts(parts),
      m_stories(stories),
      m_desk(desk),
      m_panes(panes),
      m_services(services)
{
}

/// Nothing is asked for but the desk of the last time: the last session goes on.
bool SessionWork::goesOn() const
{
    const auto isLastDesk = [this](const QString &path) {
        return DeskWork::isDesk(path)
            && QFileInfo(path).canonicalFilePath()
            == QFileInfo(m_services.settings->desk()).canonicalFilePath();
    };
    return m_paths.isEmpty() || (m_paths.size() == 1 && isLastDesk(m_paths.constFirst()));
}

void SessionWork::start(const QStringList &paths)
{
    m_paths = paths;
    if (goesOn()) {
        const std::vector<OpenStory> stories = m_services.settings->openStories();
        const auto current = static_cast<std::size_t>(m_services.settings->currentStory());
        if (current < stories.size() && QFileInfo::exists(stories[current].path)) {
            m_stories.open(stories[current].path);
        }
    }
    for (const QString &path : paths) {
        if (!DeskWork::isDesk(path)) {
            m_stories.open(path);
        }
    }
    if (page::StoryPage *page = m_parts.tabs->currentStory()) {
        page->body().setFocus();
    }
    m_parts.splitter->installEventFilter(this);
}

bool SessionWork::eventFilter(QObject *watched, QEvent *event)
{
    // the window is on the screen; what can wait begins now
    if (event->type() == QEvent::Paint && !m_isStarted) {
        m_isStarted = true;
        QTimer::singleShot(0, this, &SessionWork::finishStart);
    }
    return QObject::eventFilter(watched, event);
}

void SessionWork::finishStart()
{
    m_parts.splitter->removeEventFilter(this);
    const bool isResumed = goesOn(); // the desk that is opened next becomes the last
    openDesk();
    if (isResumed) {
        restore();
    }
    // From now on, so that a killed program comes back with its tabs too.
    connect(m_parts.tabs, &StoryTabs::currentChanged, this, &SessionWork::save);
    if (m_parts.tabs->count() == 0) {
        m_parts.desk->setFocus();
    }
    offerRecovery();
}

void SessionWork::openDesk()
{
    QString folder = m_paths.isEmpty() ? m_services.settings->desk() : QString();
    for (const QString &path : m_paths) {
        if (folder.isEmpty()) {
            folder = desk::Desk::findAround(path).value_or(QString());
        }
    }
    if (!folder.isEmpty() && DeskWork::isDesk(folder)) {
        m_desk.open(folder);
    } else {
        m_parts.desk->setDesk(std::nullopt);
    }
}

void SessionWork::open(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (DeskWork::isDesk(path)) {
            m_desk.open(path);
        } else {
            m_stories.open(path);
        }
    }
    if (page::StoryPage *page = m_parts.tabs->currentStory()) {
        page->body().setFocus();
    }
}

void SessionWork::restore()
{
    const std::vector<OpenStory> stories = m_services.settings->openStories();
    const int current = m_services.settings->currentStory();
    for (const OpenStory &story : stories) {
        if (!QFileInfo::exists(story.path)) {
            continue;
        }
        page::StoryPage *page = m_stories.open(story.path);
        if (page == nullptr) {
            continue;
        }
        QTextCursor caret = page->body().textCursor();
        caret.setPosition(std::min(story.caret, page->body().document()->characterCount() - 1));
        page->body().setTextCursor(caret);
        if (story.hasSecondPane) {
            page->secondPane().showNotes();
        }
    }
    if (current < static_cast<int>(stories.size())) {
        if (page::StoryPage *page =
                m_stories.pageOf(stories[static_cast<std::size_t>(current)].path)) {
            m_parts.tabs->bar().moveTab(0, std::min(current, m_parts.tabs->count() - 1));
            m_parts.tabs->setCurrent(page);
            page->body().setFocus();
        }
    }
}

void SessionWork::save()
{
    std::vector<OpenStory> stories;
    int current = 0;
    for (page::StoryPage *page : m_parts.tabs->stories()) {
        if (page->session().path().isEmpty()) {
            continue;
        }
        if (page == m_parts.tabs->currentStory()) {
            current = static_cast<int>(stories.size());
        }
        stories.push_back({.path = page->session().path(),
                           .caret = page->body().textCursor().position(),
                           .hasSecondPane = page->secondPane().isOpen()});
    }
    m_services.settings->setOpenStories(stories, current);
    m_services.settings->setGeometry(m_parts.window->saveGeometry());
    m_panes.saveWidths();
}

/// Journals and files are read on a worker: the desk may lie on a slow drive.
void SessionWork::offerRecovery()
{
    QStringList folders{story::looseJournal(m_services.stateFolder)};
    if (const auto &desk = m_desk.desk(); desk) {
        folders.append(desk->journalFolder());
    }
    jobs::offThread(
        this, [folders] { return leftBehind(folders); },
        [this](const std::vector<RecoveryDialog::Item> &items) {
            if (!items.empty()) {
                auto *dialog = new RecoveryDialog(items, m_parts.window);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                connect(dialog, &RecoveryDialog::restoreRequested, &m_stories, &StoryWork::recover);
                dialog->open();
            }
            Q_EMIT ready();
        });
}

} // namespace nutgraf::window
