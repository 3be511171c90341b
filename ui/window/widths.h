// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace nutgraf::window {

/// How the window is laid out at a width, counted in units: from 320 all is shown; below, the desk
/// list closes, the toolbar shows icons and the fields fold; below 240 the side panel closes too.
enum class WidthClass { Wide, Narrow, Tiny };

[[nodiscard]] constexpr WidthClass widthClass(double widthInUnits)
{
    if (widthInUnits >= 320) {
        return WidthClass::Wide;
    }
    return widthInUnits >= 240 ? WidthClass::Narrow : WidthClass::Tiny;
}

} // namespace nutgraf::window
