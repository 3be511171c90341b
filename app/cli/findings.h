// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console.h"
#include "cli/places.h"
#include "reading/reading.h"

namespace nutgraf::cli {

/// "blocks: paragraph 3, “We can raise…”: What. Remedy", on one line. `places` are those of the
/// reading's text.
[[nodiscard]] QString findingLine(const review::Finding &finding, const reading::Reading &reading,
                                  const Places &places, const Console &console);

} // namespace nutgraf::cli
