// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace nutgraf {

/// Lower-case hexadecimal SHA-256 (FIPS 180-4) of `bytes`.
[[nodiscard]] QString sha256Hex(QByteArrayView bytes);

/// The largest story or transcript the program reads, in bytes.
inline constexpr qint64 MaxTextBytes = 64LL * 1024 * 1024;

/// All bytes of a file. Errors: FileNotFound, FileUnreadable, FileTooLarge (over `limit` bytes).
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 limit = MaxTextBytes);

/// Writes the whole file or nothing (a temporary file beside it, synced, renamed). The folder must
/// exist. Keeps the permissions of a file that is replaced; follows a symbolic link to its target.
/// Error: FileUnwritable.
[[nodiscard]] Result<void> writeFile(const QString &path, QByteArrayView bytes);

/// As writeFile, but only while the file on disk still has the SHA-256 `expectedHash` (empty: while
/// there is none). Errors: FileChangedOnDisk, FileUnwritable.
[[nodiscard]] Result<void> replaceFile(const QString &path, QByteArrayView bytes,
                                       const QString &expectedHash);

/// Makes the folder and those above it that are missing. Error: FolderUnwritable with the system's
/// reason.
[[nodiscard]] Result<void> makeFolder(const QString &path);

/// Makes a folder's entries durable (fsync on the folder); a failure is FolderUnwritable.
[[nodiscard]] Result<void> syncFolder(const QString &folder);

/// Renames a complete folder into place once: never over something that exists (FolderExists), then
/// syncs the parent.
[[nodiscard]] Result<void> moveFolderOnce(const QString &from, const QString &to);

} // namespace nutgraf
