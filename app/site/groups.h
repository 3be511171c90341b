// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "site/card.h"

#include <QString>

#include <map>
#include <vector>

namespace nutgraf::site {

using Cards = std::vector<const Card *>;

/// Stories as the lists of the site have them, newest first.
struct Groups {
    Cards listed; ///< all that can be read
    Cards withdrawn;
    Cards corrected;
    Cards latest; ///< for the feeds: by the time of their newest version, and all withdrawn ones
    std::map<QString, Cards> topics; ///< by topic
    std::map<QString, Cards> months; ///< by `2026-05`
    QDateTime updated; ///< when the newest version of all went out
};

/// `cards` must live as long.
[[nodiscard]] Groups groupsOf(const std::vector<Card> &cards);

/// The first `most` of them.
[[nodiscard]] Cards firstOf(const Cards &cards, size_t most);

} // namespace nutgraf::site
