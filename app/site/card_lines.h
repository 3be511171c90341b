// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "site/card.h"

#include <QString>

#include <span>

namespace nutgraf::site {

/// How stories are listed.
struct Listing {
    const Card *but = nullptr; ///< left out: it stands above the list
    QString way; ///< from the page to the site's folder
    QString heading; ///< `h2`
};
/// `<ul>` of stories: headline, deck or lede, and what they are about.
[[nodiscard]] QString storyList(std::span<const Card *const> stories, const Listing &listing);
/// `Corrected · Politics · Port Amery · 12 May 2026, 10:05 UTC`.
[[nodiscard]] QString aboutLine(const Card &card);

struct ListedCorrection {
    const Card *card = nullptr;
    const CorrectionLine *correction = nullptr;
};
/// The newest corrections of these stories, at most `most`.
[[nodiscard]] std::vector<ListedCorrection> correctionsOf(std::span<const Card *const> stories,
                                                          qsizetype most);

} // namespace nutgraf::site
