// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "ui/window/commands.h"
#include "ui/window/services.h"
#include "ui/window/widths.h"

#include <QMainWindow>
#include <QTimer>

class QSplitter;

namespace nutgraf::desk {
class DeskList;
}
namespace nutgraf::panels {
class SidePanel;
}
namespace nutgraf::page {
class StoryPage;
}

namespace nutgraf::window {

class DeskWork;
class EmptyPage;
class NoticeStrip;
class PublishWork;
class StatusCells;
class StoryTabs;
class StoryWork;
class ToolBar;
class UnitWork;

/// The window: puts the panels together and hands every command to the one who does it.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a desk's folder, or stories and files. The first file is read at once; the desk's
    /// list, other stories and what a crash left follow after the first paint.
    void start(const QStringList &paths);
    void openPaths(const QStringList &paths);

    [[nodiscard]] Commands &commands();
    [[nodiscard]] StoryTabs &tabs();
    [[nodiscard]] PublishWork &publishing();
    [[nodiscard]] page::StoryPage *currentStory() const;

Q_SIGNALS:
    /// The desk's list is filled, the session restored.
    void ready();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildMenus();
    void fillWhenShown(QMenu *menu);
    void connectDesk();
    void connectStories();
    void connectPanel();
    void connectCommands();
    void connectFileCommands();
    void connectViewCommands();
    void connectStoryCommands();
    void connectScheme();

    void finishStart();
    void openDeskOf(const QStringList &paths);
    [[nodiscard]] bool goesOn(const QStringList &paths) const;
    void restoreSession();
    void saveSession();
    void offerRecovery();

    void showCurrent();
    void showStatus();
    void countWords();
    void showAvailable();
    void applyWidth();
    void showPane(settings::Settings::Pane pane, bool shown);
    void setFocusMode(bool on);
    void zoomTo(double factor);
    [[nodiscard]] std::vector<QWidget *> panes() const;
    void stepPane(int by);
    void openPalette();
    void openGoTo();
    void showAbout();
    [[nodiscard]] QString storyInQuestion() const;
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
    QSplitter *m_splitter;
    StoryWork *m_stories;
    DeskWork *m_deskWork;
    UnitWork *m_units;
    PublishWork *m_publish;
    QTimer m_readingSoon; ///< "Reading…" shows only after 300 ms
    WidthClass m_width = WidthClass::Wide;
    bool m_isStarted = false;
    bool m_isDeskKept = false; ///< the user wants it beside the second pane, too
    qsizetype m_words = 0;
    quint64 m_wordTicket = 0;
    std::shared_ptr<const analysis::Snapshot> m_counted; ///< whose words these are
};

} // namespace nutgraf::window
