// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace nutgraf::desk {

/// The newest unsaved text of one story, kept until the story is saved.
struct JournalEntry {
    QString key; ///< of the journal's file
    QString path; ///< the file it belongs to; empty: never saved
    QString baseHash; ///< SHA-256 of the file when editing began; empty: no file
    QByteArray bytes; ///< the whole unsaved file, as saving would write it
    QDateTime written;
    qint64 process = 0; ///< who wrote it; an entry of a living process is not offered
};

/// The autosave journal: one whole file an unsaved story of one session (an open page of one
/// process), in `folder` (the desk's .nutgraf/journal,
/// or the user's state folder for loose files). Every write is whole-or-nothing and synced before
/// it returns.
class Journal {
public:
    explicit Journal(QString folder);

    /// Errors: FileUnwritable, FolderUnwritable.
    [[nodiscard]] Result<void> keep(const JournalEntry &entry) const;
    void discard(const QString &key) const;
    /// What an ended process left behind: unsaved text that differs from its file. Newest first.
    [[nodiscard]] std::vector<JournalEntry> leftBehind() const;
    /// A story folder was moved: what is kept for files in it follows, under the same keys. Error:
    /// FileUnwritable.
    [[nodiscard]] Result<void> moveFolder(const QString &from, const QString &to) const;
    /// The key under which one session keeps its text: its own id, so that two windows on one story
    /// never overwrite each other's; without an id the path's hash.
    [[nodiscard]] static QString keyFor(const QString &path, const QString &sessionId);

private:
    QString m_folder;
};

} // namespace nutgraf::desk
