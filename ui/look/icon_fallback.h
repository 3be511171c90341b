// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPainter>
#include <QString>

namespace nutgraf::look {

/// A plain sign for `name` where the icon theme has none: line drawings for the toolbar's icons, a
/// dotted square for all others.
void paintFallback(QPainter &painter, const QRectF &box, const QString &name, const QColor &colour);
/// Whether `name` has a drawing of its own.
[[nodiscard]] bool hasFallback(const QString &name);

} // namespace nutgraf::look
