// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFontMetricsF>

namespace nutgraf::body {

/// Where the story's text stands in a pane, in pixels from the pane's left edge. Fields and body
/// share it, so that one left edge runs from slug to last line.
struct BodyColumn {
    int gutterLeft = 0; ///< shapes and chips begin here
    int textLeft = 0;
    int textWidth = 0; ///< at most 34.75 em

    friend bool operator==(const BodyColumn &, const BodyColumn &) = default;
};

/// The column of a pane `paneWidth` wide, scroll bar included, for a body font of `em` pixels.
[[nodiscard]] BodyColumn bodyColumn(int paneWidth, int em, const QFontMetricsF &interfaceFont);

/// The width below which a pane should not shrink: gutter and 45 characters of `em` pixels.
[[nodiscard]] int leastPaneWidth(int em, const QFontMetricsF &interfaceFont);

} // namespace nutgraf::body
