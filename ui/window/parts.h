// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMainWindow;
class QSplitter;

namespace nutgraf::desk {
class DeskList;
}
namespace nutgraf::panels {
class SidePanel;
}

namespace nutgraf::window {

class Commands;
class EmptyPage;
class NoticeStrip;
class StatusCells;
class StoryTabs;
class ToolBar;

/// What the window is put together from; the window owns it all.
struct Parts {
    QMainWindow *window = nullptr;
    Commands *commands = nullptr;
    ToolBar *toolBar = nullptr;
    StatusCells *status = nullptr;
    EmptyPage *empty = nullptr;
    StoryTabs *tabs = nullptr;
    NoticeStrip *strip = nullptr;
    desk::DeskList *desk = nullptr;
    panels::SidePanel *panel = nullptr;
    QSplitter *splitter = nullptr;
};

} // namespace nutgraf::window
