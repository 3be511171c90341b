// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "text/markup.h"

namespace nutgraf::text {

/// Fills in `block`'s spans, pairs and escapes from the words in `line` (units of `body`).
void readInline(QStringView body, TextRange line, Block &block);

} // namespace nutgraf::text
