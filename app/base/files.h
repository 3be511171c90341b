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

/// All bytes of a regular file. A folder, a pipe or a device is unreadable at once: reading never
/// waits for a writer. A file that is being written in place is read again until it stands still
/// for the length of one reading. Errors: FileNotFound, FileUnreadable, FileTooLarge (over `limit`
/// bytes).
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 limit = MaxTextBytes);

/// As readFile, but a symbolic link is LinkUnexpected: for what must lie here itself.
[[nodiscard]] Result<QByteArray> readOwnFile(const QString &path, qint64 limit = MaxTextBytes);

/// Writes the whole file or nothing (a file beside it, synced, renamed; what a crash left of an
/// earlier try is removed). The folder must exist. Keeps the permissions of a file that is
/// replaced; follows a symbolic link to its target. Errors: FileUnwritable; NotDurable: the file is
/// the new one, but the disk did not confirm that it stays so.
[[nodiscard]] Result<void> writeFile(const QString &path, QByteArrayView bytes);

/// As writeFile, but only while the file on disk still has the SHA-256 `expectedHash` (empty: while
/// there is none) or is these bytes already, looked at just before it is replaced. Errors:
/// FileChangedOnDisk and those of writeFile.
[[nodiscard]] Result<void> replaceFile(const QString &path, QByteArrayView bytes,
                                       const QString &expectedHash);

/// A file that must not be there yet, in a folder that nobody else writes to: the plain way, which
/// may leave half a file where it fails. Errors: FileExists, FileUnwritable.
[[nodiscard]] Result<void> createFile(const QString &path, QByteArrayView bytes);

/// Removes a file or link; one that is not there is removed. Error: FileUnwritable.
[[nodiscard]] Result<void> removeFile(const QString &path);

} // namespace nutgraf
