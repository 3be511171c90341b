// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace nutgraf::page {
class StoryPage;
}

namespace nutgraf::window {

/// The open stories: a tab each, and a page shown while there is none. A tab may also hold another
/// view (a comparison). Owns what it holds.
class StoryTabs final : public QWidget {
    Q_OBJECT
public:
    explicit StoryTabs(QWidget *emptyPage, QWidget *parent = nullptr);

    /// `about`: the story that another view tells of.
    void add(QWidget *page, const QString &title, page::StoryPage *about = nullptr);
    void remove(QWidget *page);
    void setCurrent(QWidget *page);
    void setTitle(QWidget *page, const QString &title, const QString &toolTip);
    /// A dot before the title.
    void setModified(QWidget *page, bool isModified);
    void step(int by);

    [[nodiscard]] QWidget *current() const;
    [[nodiscard]] page::StoryPage *currentStory() const;
    /// The current tab's story, or the one that its view tells of while that is open.
    [[nodiscard]] page::StoryPage *storyInSight() const;
    [[nodiscard]] std::vector<page::StoryPage *> stories() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] QTabBar &bar();

Q_SIGNALS:
    void currentChanged();
    void closeRequested(QWidget *page);

private:
    [[nodiscard]] QWidget *pageAt(int tab) const;
    [[nodiscard]] int tabOf(const QWidget *page) const;
    void showCurrent();

    QTabBar *m_bar;
    QStackedWidget *m_pile;
    QWidget *m_empty;
    QHash<QWidget *, QPointer<QWidget>> m_about; ///< of views that are no stories
};

} // namespace nutgraf::window
