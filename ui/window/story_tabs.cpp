// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/story_tabs.h"

#include "ui/look/tokens.h"
#include "ui/page/story_page.h"

#include <QIcon>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace nutgraf::window {

namespace {

QIcon dot(const QColor &colour)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(8, 8, 16, 16);
    painter.end();
    return QIcon(pixmap);
}

} // namespace

StoryTabs::StoryTabs(QWidget *emptyPage, QWidget *parent)
    : QWidget(parent), m_bar(new QTabBar), m_pile(new QStackedWidget), m_empty(emptyPage)
{
    m_bar->setTabsClosable(true);
    m_bar->setMovable(true);
    m_bar->setExpanding(false);
    m_bar->setDocumentMode(true);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideRight);
    m_bar->setFocusPolicy(Qt::TabFocus);
    m_bar->setAccessibleName(tr("Open stories"));
    m_bar->hide();
    m_pile->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pile, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &StoryTabs::showCurrent);
    connect(m_bar, &QTabBar::tabCloseRequested, this,
            [this](int tab) { Q_EMIT closeRequested(pageAt(tab)); });
}

QWidget *StoryTabs::pageAt(int tab) const
{
    return tab < 0 ? nullptr : m_bar->tabData(tab).value<QWidget *>();
}

int StoryTabs::tabOf(const QWidget *page) const
{
    for (int i = 0; i < m_bar->count(); ++i) {
        if (pageAt(i) == page) {
            return i;
        }
    }
    return -1;
}

void StoryTabs::add(QWidget *page, const QString &title, page::StoryPage *about)
{
    m_pile->addWidget(page);
    if (about != nullptr) {
        m_about.insert(page, about);
    }
    const QSignalBlocker quiet(m_bar);
    const int tab = m_bar->addTab(title);
    m_bar->setTabData(tab, QVariant::fromValue(page));
    if (QWidget *cross = m_bar->tabButton(tab, QTabBar::RightSide)) {
        cross->setAccessibleName(tr("Close %1").arg(title));
        cross->setToolTip(tr("Close %1").arg(title));
    }
    m_bar->setCurrentIndex(tab);
    m_bar->show();
    showCurrent();
}

void StoryTabs::remove(QWidget *page)
{
    const int tab = tabOf(page);
    if (tab < 0) {
        return;
    }
    {
        const QSignalBlocker quiet(m_bar);
        m_bar->removeTab(tab);
    }
    m_pile->removeWidget(page);
    m_about.remove(page);
    page->hide();
    page->deleteLater();
    m_bar->setVisible(m_bar->count() > 0);
    showCurrent();
}

void StoryTabs::setCurrent(QWidget *page)
{
    m_bar->setCurrentIndex(tabOf(page));
}

void StoryTabs::setTitle(QWidget *page, const QString &title, const QString &toolTip)
{
    const int tab = tabOf(page);
    if (tab >= 0) {
        m_bar->setTabText(tab, title);
        m_bar->setTabToolTip(tab, toolTip);
    }
}

void StoryTabs::setModified(QWidget *page, bool isModified)
{
    const int tab = tabOf(page);
    if (tab >= 0) {
        m_bar->setTabIcon(tab, isModified ? dot(look::colours(palette()).ink2) : QIcon());
    }
}

void StoryTabs::step(int by)
{
    if (m_bar->count() > 0) {
        m_bar->setCurrentIndex((m_bar->currentIndex() + by + m_bar->count()) % m_bar->count());
    }
}

void StoryTabs::showCurrent()
{
    QWidget *page = current();
    m_pile->setCurrentWidget(page != nullptr ? page : m_empty);
    Q_EMIT currentChanged();
}

QWidget *StoryTabs::current() const
{
    return pageAt(m_bar->currentIndex());
}

page::StoryPage *StoryTabs::currentStory() const
{
    return qobject_cast<page::StoryPage *>(current());
}

page::StoryPage *StoryTabs::storyInSight() const
{
    QWidget *page = current();
    page::StoryPage *about = qobject_cast<page::StoryPage *>(m_about.value(page).data());
    // A story that was closed may still be about to be deleted.
    return about != nullptr && tabOf(about) >= 0 ? about : qobject_cast<page::StoryPage *>(page);
}

std::vector<page::StoryPage *> StoryTabs::stories() const
{
    std::vector<page::StoryPage *> pages;
    for (int i = 0; i < m_bar->count(); ++i) {
        if (auto *page = qobject_cast<page::StoryPage *>(pageAt(i))) {
            pages.push_back(page);
        }
    }
    return pages;
}

int StoryTabs::count() const
{
    return m_bar->count();
}

QTabBar &StoryTabs::bar()
{
    return *m_bar;
}

} // namespace nutgraf::window
