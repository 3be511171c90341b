// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/main_window.h"

#include "jobs/off_thread.h"
#include "review/review.h"
#include "text/segments.h"
#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/look/tokens.h"
#include "ui/page/story_page.h"
#include "ui/panels/side_panel.h"
#include "ui/window/desk_work.h"
#include "ui/window/empty_page.h"
#include "ui/window/notice_strip.h"
#include "ui/window/pane_room.h"
#include "ui/window/publish_work.h"
#include "ui/window/status_cells.h"
#include "ui/window/story_tabs.h"
#include "ui/window/story_work.h"
#include "ui/window/tool_bar.h"
#include "ui/window/unit_work.h"

#include <QApplication>
#include <QFileInfo>
#include <QMenuBar>
#include <QPointer>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

/// UTF-16 units that can be counted between two keys.
constexpr qsizetype CountedAtOnce = 64LL * 1024;

/// When the story's file was last written; empty: it has none.
QString savedTime(const session::StorySession &session)
{
    const std::optional<QDateTime> saved = session.savedAt();
    const QFileInfo file(session.path());
    if (!saved && (session.path().isEmpty() || !file.exists())) {
        return {};
    }
    const QDateTime written = saved.value_or(file.lastModified()).toLocalTime();
    const bool isToday = written.date() == QDate::currentDate();
    return written.toString(isToday ? u"HH:mm:ss"_s : u"d MMM HH:mm"_s);
}

} // namespace

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
      m_splitter(new QSplitter),
      m_stories(new StoryWork(*m_tabs, *m_strip, m_services, this)),
      m_deskWork(new DeskWork(*this, *m_strip, m_services, this)),
      m_units(new UnitWork(*m_panel, this)),
      m_publish(new PublishWork(*m_tabs, *m_stories, *m_strip, this))
{
    build();
    buildMenus();
    connectDesk();
    connectStories();
    connectPanel();
    connectCommands();
    connectScheme();
    applyWidth();
    showCurrent();
}

/// Pages tell of their end while the window is already half gone: nobody listens any more.
MainWindow::~MainWindow()
{
    for (QObject *speaker : {static_cast<QObject *>(m_stories), static_cast<QObject *>(m_deskWork),
                             static_cast<QObject *>(m_publish), static_cast<QObject *>(m_tabs),
                             static_cast<QObject *>(m_desk), static_cast<QObject *>(m_panel)}) {
        speaker->blockSignals(true);
    }
}

int MainWindow::u(double times) const
{
    return look::units(QFontMetricsF(font()), times);
}

void MainWindow::build()
{
    setAcceptDrops(true);
    setMinimumSize(u(160), u(105));
    setContextMenuPolicy(Qt::NoContextMenu);
    addToolBar(m_toolBar);
    setStatusBar(m_status);
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_tabs, 1);
    m_desk->setMinimumWidth(u(50));
    m_panel->setMinimumWidth(u(60));
    centre->setMinimumWidth(u(98)); // the least window holds it and a side pane
    m_splitter->addWidget(m_desk);
    m_splitter->addWidget(centre);
    m_splitter->addWidget(m_panel);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(2, 0);
    setCentralWidget(m_splitter);
    connect(new PaneRoom(*m_splitter, *centre), &PaneRoom::closed, this, [this](QWidget *pane) {
        m_commands->action(pane == m_desk ? Command::DeskList : Command::SidePanel)
            ->setChecked(false);
    });
    if (!restoreGeometry(m_services.settings->geometry())) {
        resize(u(360), u(225));
    }
    m_readingSoon.setSingleShot(true);
    m_readingSoon.setInterval(300);
    connect(&m_readingSoon, &QTimer::timeout, this, &MainWindow::showStatus);
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
            countWords();
            showAvailable();
            showStatus();
        }
    });
    connect(m_stories, &StoryWork::idleChanged, this, [this](StoryPage *page, bool isIdle) {
        if (page != currentStory()) {
            return;
        }
        if (isIdle) {
            m_readingSoon.stop();
            showStatus();
        } else if (!m_readingSoon.isActive()) {
            m_readingSoon.start(); // no more than that: a key is waiting to be painted
        }
    });
    connect(m_stories, &StoryWork::opened, this, [this](StoryPage *page) {
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
        connect(page, &StoryPage::secondPaneChanged, this, &MainWindow::showCurrent);
        page->setFieldsFolded(m_width != WidthClass::Wide);
    });
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
    applyWidth();
    m_words = 0; // another story's
    m_counted.reset();
    countWords();
    showAvailable();
    showStatus();
}

/// A story is counted at once; ten megabytes take too long for the window's thread.
void MainWindow::countWords()
{
    page::StoryPage *page = currentStory();
    if (page == nullptr || page->session().reading().snapshot == nullptr) {
        ++m_wordTicket;
        m_counted.reset();
        m_words = 0;
        return;
    }
    const session::Reading &reading = page->session().reading();
    if (std::exchange(m_counted, reading.snapshot) == reading.snapshot) {
        return;
    }
    const quint64 ticket = ++m_wordTicket;
    const QStringView body = QStringView(reading.snapshot->text).sliced(reading.bodyBegin);
    if (body.size() < CountedAtOnce) {
        m_words = text::wordCount(body);
        showStatus();
        return;
    }
    jobs::offThread(
        this,
        [snapshot = reading.snapshot, begin = reading.bodyBegin] {
            return text::wordCount(QStringView(snapshot->text).sliced(begin));
        },
        [this, ticket](qsizetype words) {
            if (ticket == m_wordTicket) {
                m_words = words;
                showStatus();
            }
        });
}

void MainWindow::showStatus()
{
    page::StoryPage *page = currentStory();
    if (page == nullptr) {
        const bool hasView = m_tabs->current() != nullptr;
        m_status->show(std::nullopt, hasView ? tr("Read-only") : tr("Ready"));
        return;
    }
    session::StorySession &session = page->session();
    const session::Reading &reading = session.reading();
    StatusFacts facts;
    facts.words = m_words;
    if (reading.analysis != nullptr) {
        const review::Tally tally = review::tally(reading.bound, *reading.analysis);
        facts.quotes = tally.quotes;
        facts.attributed = tally.attributed;
        facts.confirmed = tally.confirmed;
        facts.unsourced = tally.unsourced;
    }
    facts.isReading = !session.isIdle() && sender() == &m_readingSoon;
    facts.language = session.fields().language;
    const QString saved = savedTime(session);
    if (session.isReadOnly()) {
        facts.saved = tr("Read-only");
    } else if (session.isModified()) {
        facts.saved = saved.isEmpty() ? tr("Not saved yet") : tr("Changed since %1").arg(saved);
    } else if (!saved.isEmpty()) {
        facts.saved = tr("Saved %1").arg(saved);
    }
    if (m_stories->hasFailed(*page)) {
        facts.failure = tr("Not saved");
    }
    m_status->show(facts);
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
    m_commands->action(Command::SecondPane)->setChecked(page != nullptr && page->hasSecondPane());
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

} // namespace nutgraf::window
