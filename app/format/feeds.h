// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/edition.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace nutgraf::format {

/// What a feed of the site is made of.
struct Feed {
    story::Agency agency;
    QDateTime updated; ///< when the newest of it went out, UTC
    std::vector<Edition> editions; ///< the newest version of each item, in any order
};

// Both list the usable web editions whose embargo is over, newest first, and nothing else that is
// handed in: no wire text is public (publishing contract §5.7).

/// Atom (RFC 4287); a killed edition is a deleted entry (RFC 6721), which takes the item out of its
/// readers' lists.
[[nodiscard]] QByteArray writeAtomFeed(const Feed &feed);
/// JSON Feed 1.1 (jsonfeed.org); it has no word for what was killed and leaves that out.
[[nodiscard]] QByteArray writeJsonFeed(const Feed &feed);

} // namespace nutgraf::format
