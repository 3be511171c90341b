// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

#include <vector>

namespace nutgraf::text {

/// A quoted run. Styles: "…" '…' “…” ‘…’ „…“ ‚…‘ «…» ‹…› ``…''. An apostrophe is no mark.
struct Quote {
    TextRange range; ///< marks included
    TextRange inner; ///< without marks
    int depth = 0; ///< 0: not inside another quotation
    bool isContinued = false; ///< opened, and goes on in the next paragraph, which opens again (no
                              ///< closing mark here)
    bool isUnclosed = false; ///< never closed and not continued: runs to the paragraph's end

    friend bool operator==(const Quote &, const Quote &) = default;
};

/// All quoted runs of the paragraphs inside `within`, by begin. Paragraphs end at `\n`.
[[nodiscard]] std::vector<Quote> quotes(QStringView text, TextRange within);

} // namespace nutgraf::text
