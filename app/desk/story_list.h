// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"

#include <QString>

#include <vector>

namespace nutgraf::desk {

/// What the list says of one story folder.
[[nodiscard]] StoryEntry readEntry(const QString &storyFolder);

/// Every folder in `storiesFolder`, newest change first, then by folder. What cannot be read (no
/// story.md, a pipe in its place, a link that leads nowhere, no right to look) is listed with its
/// fault and hides nothing else; nothing but regular files is read.
[[nodiscard]] std::vector<StoryEntry> readEntries(const QString &storiesFolder);

} // namespace nutgraf::desk
