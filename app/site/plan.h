// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "site/frame.h"
#include "site/groups.h"
#include "site/web_story.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace nutgraf::site {

/// A file that the site should have.
struct Planned {
    QString file; ///< its path in the site
    QByteArray key; ///< of all that it is made of: equal keys, equal bytes
    std::function<Result<QByteArray>()> make;
};

/// Where a story's editions come from when a file is made of them.
using StorySource = std::function<Result<WebStory>(const Card &)>;

/// Everything that the site should have; nothing is made or read yet. What it is of must live as
/// long as the plan.
[[nodiscard]] std::vector<Planned> planOf(const Frame &frame, const std::vector<Card> &cards,
                                          const Groups &groups, const StorySource &source);

/// The folders of the site that its files lie in; the site's own is empty.
[[nodiscard]] QStringList plannedFolders();

} // namespace nutgraf::site
