// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/tokens.h"

#include <QIcon>
#include <QPainter>

namespace nutgraf::look {

/// State shapes, one table of paths: states of a unit, levels of a finding, states of a story.
enum class Shape {
    Open,
    Unsure,
    Confirmed,
    NeedsSource,
    NoSource,
    Rejected,
    Reopened,
    Orphaned,
    Blocks,
    ToConfirm,
    Note,
    Draft,
    InReview,
    Approved,
    Published,
    Corrected,
    Killed,
    Waiting,
};

/// Paints `shape` in `box` (square, 0.78 of the font height is the usual size) in its state's
/// colour.
void paintShape(QPainter &painter, const QRectF &box, Shape shape, const Colours &colours);
/// The same as an icon that follows the screen's scale.
[[nodiscard]] QIcon shapeIcon(Shape shape, const Colours &colours);

/// Paints a speaker's bordered chip with `initials`; a negative speaker is the dashed `?` of
/// nobody.
void paintChip(QPainter &painter, const QRectF &box, int speaker, const QString &initials,
               const Colours &colours, const QFont &interfaceFont);
/// The chip's size for an interface font.
[[nodiscard]] QSizeF chipSize(const QFont &interfaceFont);

} // namespace nutgraf::look
