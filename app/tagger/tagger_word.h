// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

namespace nutgraf::tagger {

/// A word as the tagger reads it; its range counts UTF-16 units of the paragraph.
struct Word {
    TextRange range;
    bool isQuoted = false; ///< in a quotation
    bool isFirst = false; ///< of its sentence or quotation
    bool isSymbol = false;

    friend bool operator==(const Word &, const Word &) = default;
};

} // namespace nutgraf::tagger
