// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

namespace nutgraf::desk {

/// What a desk tells Git, for a desk that is kept in it: .gitignore leaves `.nutgraf/` on this
/// computer, .gitattributes keeps the bytes of published versions as they are (core.autocrlf would
/// change their line ends, gitattributes(5)). Lines that are there stay, ours is added where it is
/// missing. Errors: FileUnreadable, FileUnwritable.
[[nodiscard]] Result<void> writeGitFiles(const QString &deskFolder);

} // namespace nutgraf::desk
