// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"

#include <QString>

namespace nutgraf::desk {

/// Copies the sample desk (an invented agency's) to `folder`, which must not exist or be empty: all
/// of it or nothing. Errors: FolderExists, FolderUnwritable, FileUnwritable.
[[nodiscard]] Result<Desk> copySampleDesk(const QString &folder);

} // namespace nutgraf::desk
