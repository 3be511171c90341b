// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/edition_text.h"

namespace nutgraf::format {

// The body of an edition as formats hold it: well-formed, the notice of a web edition as its last
// paragraph (publishing contract §4). Empty after a kill.

/// XHTML without dateline, for formats that have a place of its own for that.
[[nodiscard]] QString xhtmlBody(const EditionText &text);
/// XHTML with the dateline at the head of the first paragraph, for readers' eyes.
[[nodiscard]] QString pageBody(const EditionText &text);
/// NITF 3.6, without dateline.
[[nodiscard]] QString nitfBody(const EditionText &text);

} // namespace nutgraf::format
