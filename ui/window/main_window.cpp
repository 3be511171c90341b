// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/main_window.h"

#include "ui/body/body_editor.h"
#include "ui/body/dropped_files.h"
#include "ui/desk/desk_list.h"
#include "ui/look/tokens.h"
#include "ui/outbox/outbox_work.h"
#include "ui/page/second_pane.h"
#include "ui/page/story_page.h"
#include "ui/panels/side_panel.h"
#include "ui/window/command_work.h"
#include "ui/window/desk_work.h"
#include "ui/window/empty_page.h"
#include "ui/window/notice_strip.h"
#include "ui/window/pane_work.h"
#include "ui/window/publish_work.h"
#include "ui/window/session_work.h"
#include "ui/window/status_cells.h"
#include "ui/window/status_work.h"
#include "ui/window/story_tabs.h"
#include "ui/window/story_work.h"
#include "ui/window/tool_bar.h"
#include "ui/window/unit_work.h"

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

#include <algorithm>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Services services, QWidget *parent)
    : QMainWindow(parent),
      m_services(std::move(services)),
      m_commands(new Commands(this)),
      m_toolBar(new ToolBar(*m_commands)),
      m_status(new StatusCells),
      m_empty(new EmptyPage(*m_commands)),
      m_tabs(new StoryTabs(m_empty)),
      m_strip(new NoticeStrip),
      m_desk(new desk::DeskList),
      m_panel(new panels::SidePanel),
      m_stories(new StoryWork(*m_tabs, *m_strip, m_services, this)),
      m_deskWork(new DeskWork(*this, *m_strip, m_services, this)),
      m_units(new UnitWork(*m_panel, this)),
      m_publish(new PublishWork(*m_tabs, *m_stories, *m_strip, this)),
      m_outbox(new outbox::OutboxWork(m_services.clock, this))
{
    const Parts all = parts();
    addToolBar(m_toolBar);
    setStatusBar(m_status);
    m_panes = new PaneWork(all, *m_services.settings, this);
    m_statusWork = new StatusWork(all, *m_stories, this);
    m_session = new SessionWork(all, *m_stories, *m_deskWork, *m_panes, m_services, this);
    new CommandWork(all, {m_stories, m_deskWork, m_units, m_publish, m_panes, m_session, m_outbox},
                    *m_services.settings, this);
    build();
    buildMenus();
    connectDesk();
    connectStories();
    connectPanel();
    m_panes->arrange();
    showCurrent();
}

Parts MainWindow::parts()
{
    return {.window = this,
            .commands = m_commands,
            .toolBar = m_toolBar,
            .status = m_status,
            .empty = m_empty,
            .tabs = m_tabs,
            .strip = m_strip,
            .desk = m_desk,
            .panel = m_panel,
            .splitter = new QSplitter};
}

/// Pages tell of their end while the window is already half gone: nobody listens any more.
MainWindow::~MainWindow()
{
    for (QObject *speaker : {static_cast<QObject *>(m_stories), static_cast<QObject *>(m_deskWork),
                             static_cast<QObject *>(m_publish), static_cast<QObject *>(m_outbox),
                             static_cast<QObject *>(m_tabs), static_cast<QObject *>(m_desk),
                             static_cast<QObject *>(m_panel)}) {
        speaker->blockSignals(true);
    }
}

void MainWindow::build()
{
    setAcceptDrops(true);
    setMinimumSize(u(160), u(105));
    setContextMenuPolicy(Qt::NoContextMenu);
    if (!restoreGeometry(m_services.settings->geometry())) {
        resize(u(360), u(225));
    }
    connect(m_session, &SessionWork::ready, this, &MainWindow::ready);
}

int MainWindow::u(double times) const
{
    return look::units(QFontMetricsF(font()), times);
}

void MainWindow::buildMenus()
{
    QMenu *menu = nullptr;
    std::optional<Menu> last;
    for (const CommandSpec &spec : commandTable()) {
        if (last != spec.menu) {
            menu = menuBar()->addMenu(menuTitle(spec.menu));
            last = spec.menu;
        }
        if (spec.group == CommandSpec::Group::BeginsGroup) {
            menu->addSeparator();
        }
        menu->addAction(m_commands->action(spec.command));
        if (spec.command == Command::SecondPane) {
            fillWhenShown(menu->addMenu(tr("Sho&w in second pane")));
        }
    }
}

void MainWindow::fillWhenShown(QMenu *menu)
{
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (page::StoryPage *page = currentStory()) {
            m_publish->fillPaneMenu(*menu, *page);
        }
    });
}

void MainWindow::connectDesk()
{
    using desk::DeskList;
    const auto openToWrite = [this](const QString &folder) {
        if (page::StoryPage *page = m_stories->open(folder)) {
            page->body().setFocus();
        }
    };
    connect(m_desk, &DeskList::openRequested, this, openToWrite);
    connect(m_desk, &DeskList::renameRequested, m_deskWork, &DeskWork::rename);
    connect(m_desk, &DeskList::duplicateRequested, m_deskWork, &DeskWork::duplicate);
    connect(m_desk, &DeskList::spikeRequested, m_deskWork, &DeskWork::spike);
    connect(m_desk, &DeskList::newStoryRequested, m_deskWork, &DeskWork::newStory);
    connect(m_desk, &DeskList::importRequested, m_deskWork, &DeskWork::chooseImports);
    connect(m_desk, &DeskList::openDeskRequested, m_deskWork, &DeskWork::chooseDesk);
    connect(m_desk, &DeskList::newDeskRequested, m_deskWork, &DeskWork::newDesk);
    connect(m_desk, &DeskList::binRequested, m_deskWork, &DeskWork::showBin);
    connect(m_desk, &DeskList::entriesChanged, this, [this] {
        const auto &desk = m_deskWork->desk();
        m_empty->show({.folderName = desk ? QFileInfo(desk->folder()).fileName() : QString(),
                       .stories = static_cast<int>(m_desk->entries().size())});
    });
    connect(m_deskWork, &DeskWork::deskChanged, this, [this] {
        m_desk->setDesk(m_deskWork->desk());
        m_outbox->setDesk(m_deskWork->desk() ? m_deskWork->desk()->folder() : QString());
        showAvailable();
        showCurrent();
    });
    connect(m_deskWork, &DeskWork::openRequested, this, openToWrite);
    connect(m_deskWork, &DeskWork::storiesChanged, m_desk, &DeskList::reload);
    connect(m_deskWork, &DeskWork::renamed, m_stories, &StoryWork::relocate);
    m_deskWork->setBeforeRename([this](const QString &folder) {
        return m_stories->prepareMove(folder) == StoryWork::Saved::Yes ? DeskWork::Ready::Yes
                                                                       : DeskWork::Ready::No;
    });
    m_deskWork->setBeforeMove([this](const QString &folder) {
        const StoryWork::Moving moving = m_stories->putAside(folder);
        if (!moving.isSaved) {
            return DeskWork::Leave::Stay;
        }
        return moving.wasOpen ? DeskWork::Leave::GoOpen : DeskWork::Leave::GoClosed;
    });
}

void MainWindow::connectStories()
{
    using page::StoryPage;
    connect(m_tabs, &StoryTabs::currentChanged, this, &MainWindow::showCurrent);
    connect(m_tabs, &StoryTabs::closeRequested, m_stories, &StoryWork::close);
    connect(m_stories, &StoryWork::saved, m_desk, &desk::DeskList::reload);
    connect(m_stories, &StoryWork::relocated, this, [this](StoryPage *page) {
        if (page == m_tabs->storyInSight()) {
            m_panel->setSession(nullptr); // its versions are read from the new folder
            showCurrent();
        }
    });
    connect(m_services.settings, &settings::Settings::changed, this, [this] {
        for (StoryPage *page : m_tabs->stories()) {
            page->setBodyFont(m_services.settings->bodyFont());
        }
    });
    connect(m_stories, &StoryWork::edited, this, [this](StoryPage *page) {
        if (page == currentStory()) {
            showAvailable();
        }
    });
    connect(m_stories, &StoryWork::changed, this, [this](StoryPage *page) {
        if (page == currentStory()) {
            m_statusWork->followReading();
            showAvailable();
        }
    });
    connect(m_stories, &StoryWork::idleChanged, this, [this](StoryPage *page, bool isIdle) {
        if (page == currentStory()) {
            m_statusWork->followIdle(isIdle);
        }
    });
    connect(m_stories, &StoryWork::opened, this, &MainWindow::connectPage);
}

void MainWindow::connectPage(page::StoryPage *page)
{
    using page::StoryPage;
    connect(page, &StoryPage::unitUnderCaret, this, [this, page](const auto &unit) {
        if (page == currentStory()) {
            m_units->choose(unit);
            m_panel->selectUnit(unit);
        }
    });
    connect(page, &StoryPage::unitClicked, this, [this, page](const auto &unit) {
        m_units->choose(unit);
        m_panel->selectUnit(unit);
        page->setFocusUnit(unit);
    });
    connect(page, &StoryPage::zoomChanged, this, [this](double factor) {
        m_services.settings->setZoom(factor);
        m_status->setZoom(factor);
    });
    connect(&page->secondPane(), &page::SecondPane::changed, this, &MainWindow::showCurrent);
    page->setFieldsFolded(!m_panes->isWide());
}

void MainWindow::connectPanel()
{
    using panels::SidePanel;
    const auto withPage = [this](auto act) {
        return [this, act](const auto &...values) {
            if (page::StoryPage *page = m_tabs->storyInSight()) {
                act(*page, values...);
            }
        };
    };
    // What points into the text brings the text to the front.
    const auto inText = [this, withPage](auto act) {
        return withPage([this, act](page::StoryPage &page, const auto &...values) {
            m_tabs->setCurrent(&page);
            act(page, values...);
        });
    };
    using Page = page::StoryPage;
    connect(m_panel, &SidePanel::revealRequested, this,
            inText([](Page &page, TextRange range) { page.revealInStory(range); }));
    connect(m_panel, &SidePanel::unitSelected, this,
            withPage([this](Page &page, const std::optional<review::UnitRef> &unit) {
                m_units->choose(unit);
                page.setFocusUnit(unit);
            }));
    connect(
        m_panel, &SidePanel::mentionsChosen, this,
        withPage([](Page &page, const std::vector<TextRange> &ranges) { page.setChosen(ranges); }));
    connect(m_panel, &SidePanel::wordsProposed, this,
            withPage([](Page &page, TextRange words) { page.showProposed(words); }));
    connect(m_panel, &SidePanel::selectionRequested, m_units, &UnitWork::takeSelection);
    connect(m_panel, &SidePanel::fieldRequested, this,
            inText([](Page &page, story::Field field) { page.focusField(field); }));
    connect(m_panel, &SidePanel::compareRequested, this,
            withPage([this](Page &page, int older, int newer) {
                m_publish->compare(page, older, newer);
            }));
    connect(m_panel, &SidePanel::versionOpenRequested, this,
            withPage([this](Page &page, int version) { m_publish->showVersion(page, version); }));
    connect(m_panel, &SidePanel::restoreRequested, this,
            withPage([this](Page &page, int version) { m_publish->restore(page, version); }));
    connect(m_publish, &PublishWork::published, this, [this] {
        m_panel->reloadVersions();
        m_desk->reload();
        showAvailable();
    });
    connect(m_publish, &PublishWork::published, m_outbox, &outbox::OutboxWork::deliver);
    connect(m_outbox, &outbox::OutboxWork::failed, m_stories, &StoryWork::report);
    connect(m_outbox, &outbox::OutboxWork::countsChanged, m_status,
            [this](const auto &counts) { m_status->showOutbox(counts.waiting, counts.failed); });
    connect(m_publish, &PublishWork::reviewRequested, this,
            [this] { m_commands->action(Command::Review)->trigger(); });
}

page::StoryPage *MainWindow::currentStory() const
{
    return m_tabs->currentStory();
}

Commands &MainWindow::commands()
{
    return *m_commands;
}

StoryTabs &MainWindow::tabs()
{
    return *m_tabs;
}

PublishWork &MainWindow::publishing()
{
    return *m_publish;
}

void MainWindow::start(const QStringList &paths)
{
    m_session->start(paths);
}

void MainWindow::openPaths(const QStringList &paths)
{
    m_session->open(paths);
}

void MainWindow::showCurrent()
{
    page::StoryPage *page = currentStory();
    page::StoryPage *inSight = m_tabs->storyInSight();
    m_panel->setSession(inSight != nullptr ? &inSight->session() : nullptr);
    m_units->setPage(page);
    m_desk->setOpenCount(static_cast<int>(m_tabs->stories().size()));
    m_desk->setCurrentFolder(inSight != nullptr ? inSight->session().storyFolder() : QString());
    QString title = m_tabs->bar().tabText(m_tabs->bar().currentIndex());
    if (page != nullptr) {
        title = page->session().title();
    } else if (const auto &desk = m_deskWork->desk(); desk && title.isEmpty()) {
        title = desk->settings().name;
    }
    setWindowTitle(title.isEmpty() ? u"Nutgraf"_s : title + u" — Nutgraf"_s);
    m_status->setZoom(page != nullptr ? page->zoom() : m_services.settings->zoom());
    m_panes->arrange();
    showAvailable();
    m_statusWork->followStory();
}

void MainWindow::showAvailable()
{
    page::StoryPage *page = currentStory();
    m_commands->setAvailable(
        {.hasDesk = m_deskWork->desk().has_value(),
         .hasStory = page != nullptr,
         .isFiled = page != nullptr && !page->session().storyFolder().isEmpty()});
    m_commands->action(Command::CloseStory)->setEnabled(m_tabs->current() != nullptr);
    m_commands->action(Command::NewStory)->setEnabled(true);
    m_commands->action(Command::SecondPane)
        ->setChecked(page != nullptr && page->secondPane().isOpen());
    if (page == nullptr) {
        return;
    }
    session::StorySession &session = page->session();
    m_commands->action(Command::Undo)->setEnabled(session.undoStack().canUndo());
    m_commands->action(Command::Redo)->setEnabled(session.undoStack().canRedo());
    m_commands->action(Command::Save)
        ->setEnabled(!session.isReadOnly() && (session.isModified() || session.path().isEmpty()));
    m_commands->action(Command::FileIntoDesk)
        ->setEnabled(session.storyFolder().isEmpty() && m_deskWork->desk().has_value());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_stories->mayQuit() == StoryWork::Saved::No) {
        event->ignore();
        return;
    }
    m_session->save();
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
    if (isOnDesk && m_deskWork->desk() && std::ranges::none_of(files, DeskWork::isDesk)) {
        m_deskWork->importFiles(files);
    } else {
        openPaths(files);
    }
    event->acceptProposedAction();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_panes != nullptr && m_panes->follow(width())) {
        m_statusWork->show();
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

} // namespace nutgraf::window
