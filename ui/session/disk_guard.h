// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/story_session.h"
#include "ui/session/story_store.h"

#include <QFileSystemWatcher>

#include <functional>
#include <future>

namespace nutgraf::session {

/// A session's file: opening, saving, and noticing that somebody else changed it. Nothing is
/// written over what is no longer the file that was read, unless the user said so.
class DiskGuard {
public:
    explicit DiskGuard(StorySession::Private &session);

    /// Opens story.md, or a loose .md or .txt. Broken headers open read-only with the error kept in
    /// StorySession::openError().
    [[nodiscard]] Result<void> open(const QString &path);
    /// A story that has no file yet; its text is journalled from the first key.
    void startNew(const story::Story &story);
    /// Takes over unsaved text from the journal (it becomes the unsaved state).
    [[nodiscard]] Result<void> recover(const desk::JournalEntry &entry);

    /// Errors: FileChangedOnDisk (nothing written), FileUnwritable, ArgumentInvalid (no path yet),
    /// NotDurable (written, but it counts as unsaved until a save is confirmed), ….
    [[nodiscard]] Result<void> save();
    /// Error ArgumentInvalid: fields cannot be kept in a .txt file.
    [[nodiscard]] Result<void> saveAs(const QString &path);
    /// Only after the user said so. What others wrote is first kept in a copy, see
    /// StorySession::overwritten().
    [[nodiscard]] Result<void> saveOverDisk();
    /// Writes the text of now to another file and leaves everything else as it is: the story keeps
    /// its file, its journal and its unsaved state. Errors: ArgumentInvalid (its own file, or
    /// fields into a .txt file), FileUnwritable.
    [[nodiscard]] Result<void> saveCopy(const QString &path);
    /// Takes the text on disk instead of this one; undoable, so that no text is lost by it.
    [[nodiscard]] Result<void> reload();

    [[nodiscard]] std::optional<QDateTime> savedAt() const;
    [[nodiscard]] QString savedHash() const; ///< SHA-256 of the file's bytes as they are ours
    /// What the file held when it was read or saved; nullptr: there is none yet.
    [[nodiscard]] const StoryFilePtr &original() const;

    /// Waits until decisions and journal are written; to be called before the folder moves.
    void finishWrites();
    /// The story's folder was renamed or moved, with all that lies in it; the text is the same, the
    /// slug is the file's. Journal and decisions go on at the new place.
    void relocate(const QString &path);
    /// Runs `reply` once all writing asked for so far is done; waits for nothing.
    void afterWrites(std::function<void()> reply);
    /// The user wants the unsaved text thrown away: its journal goes. To be called before closing;
    /// a session that ends without it keeps the text for the next start.
    void discardChanges();

private:
    enum class Guard { OnlyOurFile, Whatever };
    [[nodiscard]] Result<void> writeTo(const QString &target, Guard guard);
    void noteWritten(const QString &target, const QByteArray &bytes);
    enum class Place { Same, New };
    void noteSaved(const QString &oldKey, Place place);
    void take(const QString &newPath, const StoredStory &stored);
    void takeUnreadable(const QString &newPath, const Error &error);
    void takeSlug();
    void watch();
    void check();
    [[nodiscard]] QByteArray bytes();

    StorySession::Private &d;
    StoryFilePtr m_original;
    std::shared_future<QString> m_hash;
    std::optional<QDateTime> m_savedAt;
    QFileSystemWatcher m_watcher;
};

} // namespace nutgraf::session
