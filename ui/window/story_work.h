// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/page/story_page.h"
#include "ui/window/services.h"

#include <QHash>
#include <QObject>

namespace nutgraf::window {

class NoticeStrip;
class StoryTabs;

/// Opens, saves and closes stories in the tabs, and asks before anything typed could be lost.
class StoryWork final : public QObject {
    Q_OBJECT
public:
    StoryWork(StoryTabs &tabs, NoticeStrip &strip, Services services, QObject *parent);

    /// Opens a story folder, or a .md or .txt file; brings it to the front if it is open.
    page::StoryPage *open(const QString &path);
    /// A story without a file.
    page::StoryPage *startNew(const story::Story &story);
    page::StoryPage *recover(const desk::JournalEntry &entry);

    enum class Saved { Yes, No };
    Saved save(page::StoryPage &page);
    Saved saveAs(page::StoryPage &page);
    /// Asks for a name and writes the text there; the story itself stays as it is.
    void saveCopy(page::StoryPage &page);
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
    /// What to say of the story while its last save failed; empty: it did not.
    [[nodiscard]] QString failureWords(const page::StoryPage &page) const;
    /// Asks about every unsaved story, closes nothing.
    [[nodiscard]] Saved mayQuit();

    [[nodiscard]] page::StoryPage *pageOf(const QString &path) const;
    void report(const Error &error);

Q_SIGNALS:
    void opened(nutgraf::page::StoryPage *page);
    /// The story's text, state or reading changed.
    void changed(nutgraf::page::StoryPage *page);
    /// Its reading falls behind the text, or has come up with it again.
    void idleChanged(nutgraf::page::StoryPage *page, bool isIdle);
    /// A command was done or undone.
    void edited(nutgraf::page::StoryPage *page);
    void saved();
    void relocated(nutgraf::page::StoryPage *page);

private:
    [[nodiscard]] session::SessionServices servicesFor(const QString &path) const;
    page::StoryPage *show(std::unique_ptr<session::StorySession> session);
    void connectSession(page::StoryPage *page);
    [[nodiscard]] Saved settle(page::StoryPage &page);
    void tellOfCopy(const QString &copy);
    void reportSave(page::StoryPage &page, const Error &error);

    StoryTabs &m_tabs;
    NoticeStrip &m_strip;
    Services m_services;
    QHash<const page::StoryPage *, ErrorCode> m_failed;
};

} // namespace nutgraf::window
