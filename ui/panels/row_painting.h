// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/tokens.h"
#include "ui/panels/row.h"

#include <QFont>
#include <QPainter>

namespace nutgraf::panels {

/// Fonts and unit of one interface font.
struct RowFonts {
    explicit RowFonts(const QFont &interfaceFont);

    QFont base;
    QFont bold;
    QFont small;
    QFont quote;
    QFontMetricsF metrics;

    [[nodiscard]] int u(double times) const
    {
        return look::units(metrics, times);
    }
};

/// Everything a row's parts need to be drawn; the ground is painted already.
struct RowCanvas {
    QPainter &painter;
    QRect rect; ///< of the row
    const RowFonts &fonts;
    const look::Colours &colours;
    QColor secondary; ///< ink on selected rows

    [[nodiscard]] int u(double times) const
    {
        return fonts.u(times);
    }
};

/// Rows of a sheet: a heading with its count beside it; two lines with a shape and a chip before.
void paintSheetHeading(const RowCanvas &canvas, const Row &row);
void paintSheetRow(const RowCanvas &canvas, const Row &row);
/// A version: bold title and time, then wrapped lines.
void paintVersion(const RowCanvas &canvas, const Row &row);
[[nodiscard]] int versionHeight(const Row &row, const RowFonts &fonts, int width);

/// The button at the right of a row with an action.
[[nodiscard]] QRect actionRect(const RowFonts &fonts, const QRect &rowRect, const QString &words);

} // namespace nutgraf::panels
