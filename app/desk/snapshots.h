// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace nutgraf::desk {

/// A named state of a draft: the bytes of story.md as they lay there, in
/// `snapshots/20260512T093000Z-before-cuts.md`. Snapshots are no versions: nobody outside sees
/// them, and they may be deleted by hand.
struct Snapshot {
    QString name; ///< small letters, digits and `-`, one of its story
    QDateTime taken; ///< UTC
    QString file;

    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

/// All of a story, oldest first; files of other names are none. Errors: FolderUnreadable.
[[nodiscard]] Result<std::vector<Snapshot>> snapshots(const QString &storyFolder);

/// Keeps the draft as it lies on the disk, whole or not at all. `name` may be any words; they
/// become a name as slugs do. Errors: ArgumentInvalid (no letter in it), SnapshotExists, what
/// reading and writing give.
[[nodiscard]] Result<Snapshot> takeSnapshot(const QString &storyFolder, const QString &name,
                                            const Clock &clock);

/// Makes a snapshot the draft again, every byte of it. What the draft was is first kept as
/// `before-NAME`, unless a snapshot has it already; gives that one's name, or none. Errors:
/// SnapshotNotFound, FileChangedOnDisk (somebody saves at this moment), what reading and writing
/// give, of a snapshot that is no story, too.
[[nodiscard]] Result<QString> restoreSnapshot(const QString &storyFolder, const QString &name,
                                              const Clock &clock);

} // namespace nutgraf::desk
