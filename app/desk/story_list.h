// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace nutgraf::desk {

/// The start of a draft that ends with its header's closing `---` (the whole file if it has no
/// header, or one that does not end). Only this much of a story is read to list it.
[[nodiscard]] Result<QByteArray> readHead(const QString &path);

/// What the list says of one story folder.
[[nodiscard]] StoryEntry readEntry(const QString &storyFolder);

/// Every folder in `storiesFolder` that holds a story.md, newest change first, then by folder.
[[nodiscard]] std::vector<StoryEntry> readEntries(const QString &storiesFolder);

} // namespace nutgraf::desk
