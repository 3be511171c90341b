// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

#include <optional>
#include <vector>

namespace nutgraf {

/// What a name in a folder stands for; a symbolic link is a link, whatever it leads to.
enum class EntryKind { File, Folder, Link, Other };

struct FolderEntry {
    QString name;
    EntryKind kind = EntryKind::File;

    friend bool operator==(const FolderEntry &, const FolderEntry &) = default;
};

/// All entries of a folder, hidden ones too, by name. Errors: FileNotFound, FolderUnreadable.
[[nodiscard]] Result<std::vector<FolderEntry>> listFolder(const QString &folder);

/// What lies at `path`; none: nothing. Error: FileUnreadable (nobody can say).
[[nodiscard]] Result<std::optional<EntryKind>> entryAt(const QString &path);

/// Makes the folder and those above it that are missing, durably. Error: FolderUnwritable with the
/// system's reason.
[[nodiscard]] Result<void> makeFolder(const QString &path);

/// Makes a folder's entries durable (fsync on the folder); a failure is FolderUnwritable.
[[nodiscard]] Result<void> syncFolder(const QString &folder);

/// What a move does whose end the disk does not confirm.
enum class IfNotDurable {
    MoveBack, ///< so that what is reported as failed did not happen
    Leave, ///< where others may have seen it already
};

/// Renames a complete folder into place once: never over something that exists (FolderExists), then
/// syncs both parents. Works on drives that cannot rename "but not over anything" (NFS, SMB, FUSE),
/// too: there a folder that is not empty is never replaced (rename(2), ENOTEMPTY). Errors:
/// FolderExists, FolderUnwritable: it was not moved; NotDurable: it was, but the disk did not
/// confirm it.
[[nodiscard]] Result<void> moveFolderOnce(const QString &from, const QString &to,
                                          IfNotDurable then = IfNotDurable::MoveBack);

/// Removes a folder with all that is in it, following no link; one that is not there is removed.
/// Error: FolderUnwritable: some of it may be left.
[[nodiscard]] Result<void> removeFolder(const QString &path);

} // namespace nutgraf
