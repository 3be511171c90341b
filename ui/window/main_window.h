// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/commands.h"
#include "ui/window/parts.h"
#include "ui/window/services.h"

#include <QMainWindow>

class QMenu;

namespace nutgraf::page {
class StoryPage;
}

namespace nutgraf::outbox {
class OutboxWork;
} // namespace nutgraf::outbox

namespace nutgraf::window {

class DeskWork;
class PaneWork;
class PublishWork;
class SessionWork;
class StatusWork;
class StoryWork;
class UnitWork;

/// The window: puts the panels together, and has each tell the others what they must know.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// See SessionWork.
    void start(const QStringList &paths);
    void openPaths(const QStringList &paths);

    [[nodiscard]] Commands &commands();
    [[nodiscard]] StoryTabs &tabs();
    [[nodiscard]] PublishWork &publishing();
    [[nodiscard]] page::StoryPage *currentStory() const;

Q_SIGNALS:
    /// The desk's list is asked for, the session restored, what a crash left offered.
    void ready();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] Parts parts();
    void build();
    void buildMenus();
    void fillWhenShown(QMenu *menu);
    void connectDesk();
    void connectStories();
    void connectPage(page::StoryPage *page);
    void connectPanel();
    void showCurrent();
    void showAvailable();
    [[nodiscard]] int u(double times) const;

    Services m_services;
    Commands *m_commands;
    ToolBar *m_toolBar;
    StatusCells *m_status;
    EmptyPage *m_empty;
    StoryTabs *m_tabs;
    NoticeStrip *m_strip;
    desk::DeskList *m_desk;
    panels::SidePanel *m_panel;
    StoryWork *m_stories;
    DeskWork *m_deskWork;
    UnitWork *m_units;
    PublishWork *m_publish;
    outbox::OutboxWork *m_outbox;
    PaneWork *m_panes = nullptr;
    StatusWork *m_statusWork = nullptr;
    SessionWork *m_session = nullptr;
};

} // namespace nutgraf::window
