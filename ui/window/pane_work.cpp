// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/pane_work.h"

#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/look/tokens.h"
#include "ui/page/notice_strip.h"
#include "ui/page/second_pane.h"
#include "ui/page/story_page.h"
#include "ui/panels/side_panel.h"
#include "ui/window/commands.h"
#include "ui/window/notice_strip.h"
#include "ui/window/pane_room.h"
#include "ui/window/status_cells.h"
#include "ui/window/story_tabs.h"
#include "ui/window/tool_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace nutgraf::window {

using settings::Settings;

namespace {

/// A pane takes the keyboard in its text or list, if it has one, not on a button beside it.
QWidget *keyboardIn(QWidget *pane)
{
    if (pane->focusPolicy() != Qt::NoFocus || pane->focusProxy() != nullptr) {
        return pane;
    }
    QList<QWidget *> children = pane->findChildren<QWidget *>();
    children.removeIf([](const QWidget *child) {
        return !child->isVisible() || !child->isEnabled()
            || (child->focusPolicy() & Qt::TabFocus) == 0;
    });
    const auto inside = std::ranges::find_if(children, [](const QWidget *child) {
        return qobject_cast<const QAbstractButton *>(child) == nullptr;
    });
    if (children.isEmpty()) {
        return pane;
    }
    return inside != children.end() ? *inside : children.front();
}

} // namespace

PaneWork::PaneWork(const Parts &parts, settings::Settings &settings, QObject *parent)
    : QObject(parent), m_parts(parts), m_settings(settings)
{
    build();
}

int PaneWork::u(double times) const
{
    return look::units(QFontMetricsF(m_parts.window->font()), times);
}

void PaneWork::build()
{
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_parts.strip);
    column->addWidget(m_parts.tabs, 1);
    m_parts.desk->setMinimumWidth(u(50));
    m_parts.panel->setMinimumWidth(u(60));
    centre->setMinimumWidth(u(98)); // the least window holds it and a side pane
    QSplitter *splitter = m_parts.splitter;
    splitter->addWidget(m_parts.desk);
    splitter->addWidget(centre);
    splitter->addWidget(m_parts.panel);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(2, 0);
    m_parts.window->setCentralWidget(splitter);
    connect(new PaneRoom(*splitter, *centre), &PaneRoom::closed, this, [this](QWidget *pane) {
        m_parts.commands->action(pane == m_parts.desk ? Command::DeskList : Command::SidePanel)
            ->setChecked(false);
    });
}

bool PaneWork::isWide() const
{
    return m_width == WidthClass::Wide;
}

bool PaneWork::follow(int width)
{
    const WidthClass now = widthClass(width * 1.0 / u(1));
    if (now == m_width) {
        return false;
    }
    m_width = now;
    arrange();
    return true;
}

/// A second pane lies beside the draft where both have room without the desk list, which gives way
/// until the pane is closed, or until the user asks for it.
bool PaneWork::isDeskShown(int deskWidth, int panelWidth)
{
    if (!isWide()) {
        return m_parts.tabs->current() == nullptr;
    }
    page::StoryPage *page = m_parts.tabs->currentStory();
    const bool hasSecond = page != nullptr && page->secondPane().isOpen();
    m_isDeskKept = m_isDeskKept && hasSecond;
    if (!hasSecond || m_isDeskKept) {
        return m_settings.isShown(Settings::Pane::DeskList);
    }
    const int both = 2 * page->body().minimumSizeHint().width();
    const int room = m_parts.window->width() - panelWidth - 2 * m_parts.splitter->handleWidth();
    const bool isInTheWay = room >= both && room - deskWidth < both;
    return m_settings.isShown(Settings::Pane::DeskList) && !isInTheWay;
}

void PaneWork::arrange()
{
    const bool hasPanel = m_parts.tabs->current() != nullptr && m_width != WidthClass::Tiny
        && (!isWide() || m_settings.isShown(Settings::Pane::SidePanel));
    m_parts.toolBar->setLabels(isWide() ? ToolBar::Labels::Words : ToolBar::Labels::Icons);
    m_parts.status->setWidth(isWide() ? StatusCells::Width::Wide : StatusCells::Width::Narrow);
    if (m_parts.commands->action(Command::FocusMode)->isChecked()) {
        return;
    }
    const int savedDesk = m_settings.paneWidth(Settings::Pane::DeskList);
    const int savedPanel = m_settings.paneWidth(Settings::Pane::SidePanel);
    const int left = isWide() && savedDesk > 0 ? savedDesk : u(look::size::DeskList);
    const int narrow = u(isWide() ? look::size::SidePanel : look::size::SidePanelNarrow);
    const int right = isWide() && savedPanel > 0 ? savedPanel : narrow;
    const bool hasDesk = isDeskShown(left, hasPanel ? right : 0);
    m_parts.desk->setVisible(hasDesk);
    m_parts.panel->setVisible(hasPanel);
    m_parts.commands->action(Command::DeskList)->setChecked(hasDesk);
    m_parts.commands->action(Command::SidePanel)->setChecked(hasPanel);
    const int centre = std::max(u(100), m_parts.window->width() - left - right);
    m_parts.splitter->setSizes({left, centre, right});
    for (page::StoryPage *page : m_parts.tabs->stories()) {
        page->setFieldsFolded(!isWide());
    }
    m_parts.commands->action(Command::FoldFields)->setChecked(!isWide());
}

void PaneWork::show(Settings::Pane pane, bool shown)
{
    const bool isDeskList = pane == Settings::Pane::DeskList;
    QWidget *widget = isDeskList ? static_cast<QWidget *>(m_parts.desk) : m_parts.panel;
    m_isDeskKept = m_isDeskKept || (isDeskList && shown);
    widget->setVisible(shown);
    m_parts.commands->action(isDeskList ? Command::DeskList : Command::SidePanel)
        ->setChecked(shown);
    if (isWide()) {
        m_settings.setShown(pane, shown);
    }
}

void PaneWork::setFocusMode(bool on)
{
    for (QWidget *widget :
         {static_cast<QWidget *>(m_parts.desk), static_cast<QWidget *>(m_parts.panel),
          static_cast<QWidget *>(m_parts.toolBar), static_cast<QWidget *>(m_parts.status),
          static_cast<QWidget *>(&m_parts.tabs->bar()),
          static_cast<QWidget *>(m_parts.window->menuBar())}) {
        widget->setVisible(!on);
    }
    for (page::StoryPage *page : m_parts.tabs->stories()) {
        page->setFocusMode(on);
    }
    if (!on) {
        arrange();
    }
    if (page::StoryPage *page = m_parts.tabs->currentStory()) {
        page->body().setFocus();
    }
}

void PaneWork::saveWidths() const
{
    if (!isWide()) {
        return;
    }
    const QList<int> sizes = m_parts.splitter->sizes();
    if (m_parts.desk->isVisible()) {
        m_settings.setPaneWidth(Settings::Pane::DeskList, sizes.at(0));
    }
    if (m_parts.panel->isVisible()) {
        m_settings.setPaneWidth(Settings::Pane::SidePanel, sizes.at(2));
    }
}

/// What F6 walks: strip, desk list, story, second pane, side panel, as far as they are shown.
std::vector<QWidget *> PaneWork::panes() const
{
    std::vector<QWidget *> panes;
    const auto addIfShown = [&panes](QWidget *pane) {
        if (pane->isVisible()) {
            panes.push_back(pane);
        }
    };
    addIfShown(m_parts.desk);
    addIfShown(m_parts.strip);
    page::StoryPage *page = m_parts.tabs->currentStory();
    if (page != nullptr) {
        std::ranges::for_each(page->findChildren<page::NoticeStrip *>(), addIfShown);
    }
    panes.push_back(page != nullptr ? static_cast<QWidget *>(&page->body()) : m_parts.tabs);
    if (page != nullptr && page->secondPane().isOpen()) {
        if (auto *halves = page->findChild<QSplitter *>();
            halves != nullptr && halves->count() > 1) {
            addIfShown(halves->widget(halves->count() - 1));
        }
    }
    addIfShown(m_parts.panel);
    return panes;
}

void PaneWork::step(int by)
{
    const std::vector<QWidget *> all = panes();
    const QWidget *focus = QApplication::focusWidget();
    const auto here = std::ranges::find_if(all, [focus](const QWidget *pane) {
        return focus != nullptr && (pane == focus || pane->isAncestorOf(focus));
    });
    const auto count = static_cast<int>(all.size());
    const int at = here == all.end() ? 0 : static_cast<int>(here - all.begin());
    QWidget *next = all.at(static_cast<std::size_t>((at + by + count) % count));
    keyboardIn(next)->setFocus(Qt::ShortcutFocusReason);
}

} // namespace nutgraf::window
