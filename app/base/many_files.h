// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArrayView>
#include <QSet>
#include <QString>
#include <QStringList>

namespace nutgraf {

/// Writes many files below one folder that are made of something else and can be made again. Each
/// is there whole, as it was or as it is, whenever this program ends; finish() makes all of them
/// durable at once, which takes a fraction of the time that one after the other takes. What the
/// power takes away before that must be made again.
class ManyFiles {
public:
    /// The folder must exist.
    explicit ManyFiles(QString folder);

    /// `name` is a path below the folder; folders on the way are made. A link in the file's place
    /// is replaced, never followed. Errors: FileUnwritable, FolderUnwritable, LinkUnexpected (a
    /// folder on the way is one).
    [[nodiscard]] Result<void> write(const QString &name, QByteArrayView bytes);
    /// Error: NotDurable.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<QString> folderFor(const QString &name);

    QString m_folder;
    QSet<QString> m_known; ///< folders that are there, cleaned of what a crash left
    QStringList m_written; ///< paths
};

} // namespace nutgraf
