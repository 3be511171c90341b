// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/icon_fallback.h"

#include <QHash>
#include <QPainterPath>
#include <QPen>

#include <vector>

namespace nutgraf::look {

using namespace Qt::StringLiterals;

namespace {

/// Strokes on a square of 16.
using Strokes = std::vector<std::vector<QPointF>>;

Strokes crossed()
{
    return {{{4, 4}, {12, 12}}, {{12, 4}, {4, 12}}};
}

Strokes plus()
{
    return {{{8, 3}, {8, 13}}, {{3, 8}, {13, 8}}};
}

Strokes sheet()
{
    return {{{4, 2}, {10, 2}, {12, 4}, {12, 14}, {4, 14}, {4, 2}}};
}

Strokes linesOfText()
{
    return {{{3, 4}, {13, 4}}, {{3, 7}, {10, 7}}, {{3, 10}, {13, 10}}, {{3, 13}, {8, 13}}};
}

Strokes lens()
{
    return {{{9, 9}, {13, 13}}, {{3, 6}, {6, 3}, {10, 6}, {9, 9}, {6, 10}, {3, 6}}};
}

Strokes quotes()
{
    return {{{6, 4}, {4, 7}, {4, 10}, {6, 10}}, {{11, 4}, {9, 7}, {9, 10}, {11, 10}}};
}

Strokes plane()
{
    return {{{2, 8}, {14, 2}, {11, 14}, {7, 10}, {2, 8}}, {{7, 10}, {14, 2}}};
}

const QHash<QString, Strokes> &table()
{
    static const QHash<QString, Strokes> drawings{
        {u"document-new"_s, sheet()},
        {u"document-save"_s,
         {{{3, 3}, {11, 3}, {13, 5}, {13, 13}, {3, 13}, {3, 3}}, {{6, 3}, {6, 6}, {10, 6}}}},
        {u"edit-undo"_s, {{{6, 3}, {3, 6}, {6, 9}}, {{3, 6}, {10, 6}, {13, 9}, {10, 13}}}},
        {u"edit-redo"_s, {{{10, 3}, {13, 6}, {10, 9}}, {{13, 6}, {6, 6}, {3, 9}, {6, 13}}}},
        {u"tools-check-spelling"_s,
         {{{4, 12}, {8, 3}, {12, 12}}, {{5.5, 9}, {10.5, 9}}, {{3, 14}, {13, 14}}}},
        {u"format-text-blockquote"_s, quotes()},
        {u"view-list-text"_s, linesOfText()},
        {u"document-send"_s, plane()},
        {u"view-split-left-right"_s,
         {{{2, 3}, {14, 3}, {14, 13}, {2, 13}, {2, 3}}, {{8, 3}, {8, 13}}}},
        {u"sidebar-show-symbolic"_s,
         {{{2, 3}, {14, 3}, {14, 13}, {2, 13}, {2, 3}}, {{6, 3}, {6, 13}}}},
        {u"edit-find"_s, lens()},
        {u"list-add"_s, plus()},
        {u"overflow-menu"_s, {{{8, 3}, {8, 4.5}}, {{8, 7.2}, {8, 8.7}}, {{8, 11.5}, {8, 13}}}},
        {u"tab-close"_s, crossed()},
        {u"go-up"_s, {{{3, 10}, {8, 5}, {13, 10}}}},
        {u"go-down"_s, {{{3, 6}, {8, 11}, {13, 6}}}},
        {u"network-disconnect"_s, {{{2, 14}, {6, 10}}, {{10, 6}, {14, 2}}, {{5, 5}, {11, 11}}}},
    };
    return drawings;
}

} // namespace

bool hasFallback(const QString &name)
{
    return table().contains(name);
}

void paintFallback(QPainter &painter, const QRectF &box, const QString &name, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 16, box.height() / 16);
    QPen pen(colour, 1.2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin);
    if (!hasFallback(name)) {
        pen.setStyle(Qt::DotLine);
        painter.setPen(pen);
        painter.drawRect(QRectF(3, 3, 10, 10));
        painter.restore();
        return;
    }
    painter.setPen(pen);
    const Strokes strokes = table().value(name);
    for (const std::vector<QPointF> &stroke : strokes) {
        painter.drawPolyline(stroke.data(), static_cast<int>(stroke.size()));
    }
    painter.restore();
}

} // namespace nutgraf::look
