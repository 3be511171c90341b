// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "publish/manifest.h"

#include <QString>

#include <optional>
#include <vector>

namespace nutgraf::publish {

/// What the record says of one version.
struct RecordedVersion {
    int version = 0;
    QString manifestSha256;

    friend bool operator==(const RecordedVersion &, const RecordedVersion &) = default;
};

/// published.json beside versions/: what went out, written with each publication and shared with
/// the desk. It lets a version be missed that was taken away, the last one or all of them, and
/// versions be seen that belong to another story.
struct Record {
    QString guid; ///< the wire edition's
    std::vector<RecordedVersion> versions; ///< ascending

    friend bool operator==(const Record &, const Record &) = default;
};

[[nodiscard]] QString recordPath(const QString &storyFolder);

/// None: the story was never published, or not since there are records. Errors: RecordInvalid,
/// LinkUnexpected, FileUnreadable, FileTooLarge.
[[nodiscard]] Result<std::optional<Record>> readRecord(const QString &storyFolder);

/// Errors as writeFile().
[[nodiscard]] Result<void> writeRecord(const QString &storyFolder, const Record &record);

/// The record that these versions should have; they are not none.
[[nodiscard]] Record recordOf(const std::vector<StoredManifest> &stored);

/// What the record knows that is not so on the disk, oldest first: VersionGone (subject: the
/// version's folder), VersionForeign (its manifest). Versions that it does not know are no fault.
[[nodiscard]] std::vector<Error> faultsAgainst(const Record &record,
                                               const std::vector<StoredManifest> &onDisk,
                                               const QString &storyFolder);

} // namespace nutgraf::publish
