// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/editor/story_page.h"
#include "ui/window/services.h"

#include <QObject>
#include <QSet>

namespace nutgraf::window {

class NoticeStrip;
class StoryTabs;

/// Opens, saves and closes stories in the tabs, and asks before anything typed could be lost.
class StoryWork final : public QObject {
    Q_OBJECT
public:
    StoryWork(StoryTabs &tabs, NoticeStrip &strip, Services services, QObject *parent);

    /// Opens a story folder, or a .md or .txt file; brings it to the front if it is open.
    editor::StoryPage *open(const QString &path);
    /// A story without a file.
    editor::StoryPage *startNew(const story::Story &story);
    editor::StoryPage *recover(const desk::JournalEntry &entry);

    enum class Saved { Yes, No };
    Saved save(editor::StoryPage &page);
    Saved saveAs(editor::StoryPage &page);
    /// Asks for a name and writes the text there; the story itself stays as it is.
    void saveCopy(editor::StoryPage &page);
    void saveAll();
    /// Closes a tab after asking about unsaved changes; No: the user stays.
    Saved close(QWidget *page);
    /// Saves and closes a story whose folder is about to move; it stays open if it cannot be saved.
    struct Moving {
        bool wasOpen = false;
        bool isSaved = true;
    };
    Moving putAside(const QString &storyFolder);
    /// Saves a story whose folder is about to be renamed and waits for its writes; it stays open.
    /// No: it could not be saved.
    [[nodiscard]] Saved prepareMove(const QString &storyFolder);
    void relocate(const QString &from, const QString &to);
    /// The last save of the story failed, and nothing was saved since.
    [[nodiscard]] bool hasFailed(const editor::StoryPage &page) const;
    /// Asks about every unsaved story, closes nothing.
    [[nodiscard]] Saved mayQuit();

    [[nodiscard]] editor::StoryPage *pageOf(const QString &path) const;
    void report(const Error &error);

Q_SIGNALS:
    void opened(nutgraf::editor::StoryPage *page);
    /// The story's text, state or reading changed.
    void changed(nutgraf::editor::StoryPage *page);
    /// Its reading falls behind the text, or has come up with it again.
    void idleChanged(nutgraf::editor::StoryPage *page, bool isIdle);
    /// A command was done or undone.
    void edited(nutgraf::editor::StoryPage *page);
    void saved();
    void relocated(nutgraf::editor::StoryPage *page);

private:
    [[nodiscard]] editor::SessionServices servicesFor(const QString &path) const;
    editor::StoryPage *show(std::unique_ptr<editor::StorySession> session);
    void connectSession(editor::StoryPage *page);
    [[nodiscard]] Saved settle(editor::StoryPage &page);
    void reportSave(editor::StoryPage &page, const Error &error);

    StoryTabs &m_tabs;
    NoticeStrip &m_strip;
    Services m_services;
    QSet<const editor::StoryPage *> m_failed;
};

} // namespace nutgraf::window
