// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/publish.h"
#include "ui/panels/row.h"

#include <QHash>

#include <optional>

namespace nutgraf::panels {

/// What is known about a story's folder on disk.
struct VersionsState {
    QString storyFolder;
    std::vector<publish::Manifest> versions; ///< oldest first
    std::optional<Error> error; ///< versions could not be read, or are not what went out
    bool isDraftPublished = false; ///< the saved draft is the newest version's
};
/// Reads the disk; for a worker thread. `draftPath`: the story's file.
[[nodiscard]] VersionsState readVersions(const QString &storyFolder, const QString &draftPath);

/// The outcome of publish::verify(); absent: not verified since the versions were read.
using Verification = std::optional<std::vector<Error>>;

/// The draft, then versions newest first; ids are version numbers, the draft's is 0.
[[nodiscard]] std::vector<RowTree> versionRows(const VersionsState &state,
                                               const Verification &verification);

/// "published", "corrected", … as a shape.
[[nodiscard]] look::Shape shapeOf(format::PublicationKind kind);
/// "12 May, 12:31" in local time.
[[nodiscard]] QString shortTime(const QDateTime &utc);
/// "wire and web".
[[nodiscard]] QString editionWords(const QStringList &editions);

} // namespace nutgraf::panels
