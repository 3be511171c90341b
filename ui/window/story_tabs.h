// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace nutgraf::editor {
class StoryPage;
}

namespace nutgraf::window {

/// The open stories: a tab each, and a page shown while there is none. A tab may also hold another
/// view (a comparison). Owns what it holds.
class StoryTabs final : public QWidget {
    Q_OBJECT
public:
    explicit StoryTabs(QWidget *emptyPage, QWidget *parent = nullptr);

    void add(QWidget *page, const QString &title);
    void remove(QWidget *page);
    void setCurrent(QWidget *page);
    void setTitle(QWidget *page, const QString &title, const QString &toolTip);
    /// A dot before the title.
    void setModified(QWidget *page, bool isModified);
    void step(int by);

    [[nodiscard]] QWidget *current() const;
    [[nodiscard]] editor::StoryPage *currentStory() const;
    [[nodiscard]] std::vector<editor::StoryPage *> stories() const;
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
};

} // namespace nutgraf::window
