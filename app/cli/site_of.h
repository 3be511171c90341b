// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console.h"
#include "desk/desk.h"
#include "site/site.h"

namespace nutgraf::cli {

/// The public website of a desk, as its settings say.
[[nodiscard]] site::Site siteOf(const desk::Desk &desk);
/// One line an error: stories that cannot be read, files that are not the site's.
void printRemarks(const site::Built &built, Console &console);
/// After a publication: makes the site anew if the desk has one. What goes wrong is said and undoes
/// nothing.
void refreshSite(const QString &storyFolder, Console &console);

} // namespace nutgraf::cli
