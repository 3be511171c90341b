// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/edition.h"

namespace nutgraf::format {

/// The story as editions may say it: each field in one line, without characters that no edition may
/// carry (app/text/printable.h). The body is as it was: reading its markup does the same there.
[[nodiscard]] story::Story printable(story::Story story);

/// The same for all that an edition says.
[[nodiscard]] Edition printable(Edition edition);

} // namespace nutgraf::format
