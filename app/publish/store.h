// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "base/file_lock.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace nutgraf::publish {

/// A file of a version: what is stored and what is hashed are these very bytes.
struct NamedBytes {
    QString name;
    QByteArray bytes;
};

/// A story's versions/ while this process publishes into it: locked, and without the leftovers of
/// publications that a crash ended.
class VersionStore {
public:
    /// Makes versions/ where it is missing. Errors: FolderUnwritable, FileLocked (subject: the
    /// story's folder), LinkUnexpected (versions/ is a link).
    [[nodiscard]] static Result<VersionStore> open(const QString &storyFolder);
    ~VersionStore();
    VersionStore(VersionStore &&other) noexcept;
    VersionStore &operator=(VersionStore &&) = delete;
    VersionStore(const VersionStore &) = delete;
    VersionStore &operator=(const VersionStore &) = delete;

    /// Writes the files aside, syncs them and moves them into place in one step, or leaves nothing
    /// behind. An error means that the version is not there: VersionExists, FolderUnwritable,
    /// FileUnwritable. What it gives says that it is, but that something after that failed
    /// (NotDurable; the record could not be written).
    [[nodiscard]] Result<std::optional<Error>> add(int version,
                                                   const std::vector<NamedBytes> &files) const;

private:
    VersionStore(QString storyFolder, FileLock lock);

    QString m_storyFolder;
    std::optional<FileLock> m_lock;
};

} // namespace nutgraf::publish
