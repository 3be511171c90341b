// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "site/card.h"
#include "site/site.h"
#include "site/state.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

namespace nutgraf::site {

/// The stories of a desk as the site has them.
struct Catalogue {
    std::vector<Card> cards; ///< that have a page, newest first; each page once
    std::vector<Card> others; ///< that the public knows nothing of
    std::vector<Error> faults; ///< stories that cannot be read as they went out
    /// Files of such stories that are no card's: nobody can say that they should go.
    QSet<QString> kept;
    bool isWhole = true; ///< false: of some story nobody can say which files are its
    bool isChanged = false; ///< against the state
    QHash<QString, WebStory> read; ///< some of those that were read, by the folder's name
};

/// Reads the stories that changed since `state`; the others are as they were. Error:
/// FolderUnreadable, FileUnreadable.
[[nodiscard]] Result<Catalogue> catalogueOf(const Site &site, const State &state);

} // namespace nutgraf::site
