// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "story/story.h"
#include "story/website.h"

#include <QString>

#include <optional>
#include <vector>

namespace nutgraf::site {

/// The public website of a desk, in its folder `site`.
struct Site {
    QString deskFolder;
    story::Agency agency;
    story::Website website;
};

enum class Extent {
    Changed, ///< files whose sources changed, or that are gone
    All, ///< every file is made and compared with the one that is there
};

/// What a run did.
struct Built {
    qsizetype stories = 0; ///< that have a page, withdrawn ones, too
    qsizetype files = 0; ///< that the site has
    qsizetype written = 0;
    qsizetype removed = 0;
    /// Stories that cannot be read as they went out: what the site has of them stays as it is.
    std::vector<Error> faults;
    /// Files of somebody else in the place of one of the site's: they stay (FileExists).
    std::vector<Error> notes;
};

/// Makes the site of the web editions that went out, as the version store has them. Whatever a
/// crash left of an earlier run is made whole. The same desk gives the same bytes. Two runs at once
/// follow each other. One function for a worker: it touches nothing but the disk. Errors:
/// FileLocked (another run takes very long), FolderUnreadable, FolderUnwritable, FileUnwritable,
/// LinkUnexpected (`site` or a folder in it is a link), NotDurable.
[[nodiscard]] Result<Built> build(const Site &site, Extent extent = Extent::Changed);

/// Whether publishing makes the site anew: the desk's settings name one, or there is one.
[[nodiscard]] bool isWanted(const QString &deskFolder,
                            const std::optional<story::Website> &website);

} // namespace nutgraf::site
