// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/services.h"

#include "desk/desk.h"

#include <QObject>

#include <functional>
#include <vector>

class QDialog;
class QMenu;

namespace nutgraf::page {
class StoryPage;
}

namespace nutgraf::site {
struct Built;
} // namespace nutgraf::site
namespace nutgraf::website {
class WebsiteWork;
} // namespace nutgraf::website

namespace nutgraf::window {

class NoticeStrip;
class StoryTabs;
class StoryWork;
struct Shelf;
struct Verified;

/// In whose name something goes out.
struct House {
    story::Agency agency;
    publish::Signing signing;
};

/// Summarize, publish, older versions, comparisons and what stands in the second pane.
class PublishWork final : public QObject {
    Q_OBJECT
public:
    PublishWork(StoryTabs &tabs, StoryWork &stories, NoticeStrip &strip, QObject *parent);

    enum class Step { Checks, WebEdition, Kill };
    /// Saves the story, then shows the dialog (not modal to the event loop); nullptr: not saved. A
    /// kill saves nothing first: nothing may hold it up.
    QDialog *openDialog(page::StoryPage &page, const House &house, Step step);
    void compare(page::StoryPage &page, int older, int newer);
    void compareDraftWithLast(page::StoryPage &page);
    void showVersion(page::StoryPage &page, int version);
    /// Every field of the version becomes the draft's, as one undoable step.
    void restore(page::StoryPage &page, int version);
    void verify(page::StoryPage &page);
    /// Makes the desk's website, every file of it; tells where it lies.
    void makeWebsite(const QString &deskFolder);
    /// Notes, transcripts and versions, for the second pane.
    void fillPaneMenu(QMenu &menu, page::StoryPage &page);

Q_SIGNALS:
    void published(const QString &storyFolder);
    void reviewRequested();

private:
    using UseShelf = std::function<void(const Shelf &)>;
    /// Reads versions off the keyboard's thread and has them used; reports what cannot be read.
    /// In `wanted` 0 is the draft.
    void withShelf(page::StoryPage &page, std::vector<int> wanted, UseShelf use);
    void showComparison(page::StoryPage &page, const Shelf &shelf);
    void showVerified(const Verified &verified);
    void showWebsite(const QString &folder, const site::Built &built);

    StoryTabs &m_tabs;
    StoryWork &m_stories;
    NoticeStrip &m_strip;
    website::WebsiteWork *m_website;
};

} // namespace nutgraf::window
