// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/descriptor.h"

#include <QString>

#include <chrono>

namespace nutgraf {

/// A lock that lives as long as its owner: flock(2) on a file, which the system opens again when
/// the process ends, however it ends; what a crash leaves of the file locks nobody out. On a drive
/// without locks it is a courtesy that nobody pays: what is guarded must be safe without it.
class FileLock {
public:
    /// Waits up to `patience` for another owner. Errors: FileLocked (still locked),
    /// FolderUnwritable.
    [[nodiscard]] static Result<FileLock> take(const QString &path,
                                               std::chrono::milliseconds patience);
    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&) = delete;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Whether the drive knows locks, so that nobody else holds it now.
    [[nodiscard]] bool isExclusive() const
    {
        return m_isExclusive;
    }

private:
    enum class State { Exclusive, Courtesy };
    FileLock(QString path, Descriptor file, State state);

    QString m_path;
    Descriptor m_file;
    bool m_isExclusive;
};

} // namespace nutgraf
