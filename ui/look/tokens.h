// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFontMetricsF>
#include <QPalette>

#include <array>

namespace nutgraf::look {

/// The colours by role: the one place where a colour is written. Contrast figures:
/// ui/look/README.md.
struct Colours {
    QColor window, panel, paper, raised;
    QColor ink, ink2, ink3; ///< text, secondary text, disabled
    QColor control, line; ///< outlines and scroll bars; separators
    QColor accent, onAccent, select, selectIdle, hover;
    QColor ok, warn, danger;
    QColor ins, insLine, del, delLine;
    std::array<QColor, 8> speakers; ///< by first appearance; 9–16 reuse them with the stripe split
    int tintPercent = 15;
    bool isDark = false;
};

/// The set that fits the lightness of `palette`'s Base.
[[nodiscard]] const Colours &colours(const QPalette &palette);
[[nodiscard]] const Colours &lightColours();
[[nodiscard]] const Colours &darkColours();

/// Speaker `index`'s line colour (0 …), and its tint mixed over `paper`. A negative index is
/// nobody: danger, paper.
[[nodiscard]] QColor speakerColour(const Colours &colours, int index);
[[nodiscard]] QColor speakerTint(const Colours &colours, int index, const QColor &paper);

/// `percent` of `top` over `under`.
[[nodiscard]] QColor mixed(const QColor &top, const QColor &under, int percent);

/// The Qt palette of a colour set.
[[nodiscard]] QPalette paletteFor(const Colours &colours);

/// The unit of space: interface font height ÷ 4.5; every size is a multiple. `times` may be
/// fractional; the result is rounded to whole logical pixels, at least 1 for a positive `times`.
[[nodiscard]] int units(const QFontMetricsF &interfaceFont, double times);

/// Sizes in units (look.md's table).
namespace size {
inline constexpr double Row = 6, TwoLineRow = 10, SectionHeader = 7, FieldHeight = 7, Button = 7.5,
                        Tab = 7.5, Toolbar = 9.5, StatusBar = 6, PanePadding = 4.5, ListIndent = 3,
                        DeskList = 63, SidePanel = 83, SidePanelNarrow = 71, Gutter = 19,
                        Ribbon = 1.5, RibbonGap = 3.5, Corner = 0.75;
}

} // namespace nutgraf::look
