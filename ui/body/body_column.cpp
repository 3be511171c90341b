// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_column.h"

#include "ui/look/tokens.h"

#include <algorithm>

namespace nutgraf::body {

namespace {

constexpr double MostEms = 34.75; // about 72 characters
constexpr double LeastEms = 21.75; // about 45
constexpr double Counters = 16; // units kept at the right for the fields' counters
constexpr double NarrowRight = 6; // units at the right where there is no room for counters
constexpr double LeastLeft = 1;

} // namespace

BodyColumn bodyColumn(int paneWidth, int em, const QFontMetricsF &interfaceFont)
{
    const int gutter = look::units(interfaceFont, look::size::Gutter);
    const int most = qRound(MostEms * em);
    const int least = look::units(interfaceFont, LeastLeft);
    const int wide = look::units(interfaceFont, Counters);
    const int narrow = look::units(interfaceFont, NarrowRight);
    const int right = paneWidth >= least + gutter + most + wide ? wide : narrow;

    BodyColumn column;
    column.textWidth = std::clamp(paneWidth - least - gutter - right, 1, most);
    column.gutterLeft = std::max(least, (paneWidth - gutter - column.textWidth - right) / 2);
    column.textLeft = column.gutterLeft + gutter;
    return column;
}

int leastPaneWidth(int em, const QFontMetricsF &interfaceFont)
{
    return look::units(interfaceFont, LeastLeft + look::size::Gutter + NarrowRight)
        + qRound(LeastEms * em);
}

} // namespace nutgraf::body
