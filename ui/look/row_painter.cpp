// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/row_painter.h"

#include "ui/look/fonts.h"

#include <QPainterPath>
#include <QWidget>

#include <cmath>
#include <ranges>

namespace nutgraf::look {

namespace {

/// What every row needs while it paints itself.
struct Pencil {
    QPainter &painter;
    const Colours &colours;
    QFont font;
    QFont small;
    QFontMetricsF metrics;
    bool isSelected;

    Pencil(QPainter &p, const QStyleOptionViewItem &option)
        : painter(p),
          colours(look::colours(option.palette)),
          font(option.font),
          small(smallFont(option.font)),
          metrics(option.font),
          isSelected(option.state.testFlag(QStyle::State_Selected))
    {
    }

    [[nodiscard]] int u(double times) const
    {
        return units(metrics, times);
    }
    [[nodiscard]] QColor secondary() const
    {
        return isSelected ? colours.ink : colours.ink2;
    }
    /// Writes `text` into `box`, elided at its end; gives the width it took.
    int write(const QRect &box, const QString &text, const QFont &in, const QColor &colour,
              Qt::Alignment align = Qt::AlignLeft) const
    {
        if (text.isEmpty() || box.width() <= 0) {
            return 0;
        }
        const QFontMetrics fm(in);
        const QString shown = fm.elidedText(text, Qt::ElideRight, box.width());
        painter.setFont(in);
        painter.setPen(colour);
        painter.drawText(box, static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                         shown);
        return fm.horizontalAdvance(shown);
    }
    /// Writes at the right edge of `box` and gives what is left of it.
    [[nodiscard]] QRect writeRight(QRect box, const QString &text, const QFont &in) const
    {
        if (!text.isEmpty()) {
            box.setRight(box.right() - write(box, text, in, secondary(), Qt::AlignRight) - u(2));
        }
        return box;
    }
    [[nodiscard]] int shapeSide() const
    {
        return qRound(std::round(metrics.height()) * 0.78);
    }
};

QColor alertColour(const Pencil &pencil, Alert level)
{
    return level == Alert::Danger ? pencil.colours.danger : pencil.colours.warn;
}

void paintDetail(const Pencil &pencil, QRect box, const TwoLineRow &row)
{
    box = pencil.writeRight(box, row.detailRight, pencil.small);
    const QString joint =
        row.detail.isEmpty() || row.alert.isEmpty() ? QString() : QStringLiteral(" · ");
    const int used = pencil.write(box, row.detail + joint, pencil.small, pencil.secondary());
    box.setLeft(box.left() + used);
    pencil.write(box, row.alert, pencil.small, alertColour(pencil, row.alertLevel));
}

void paintFoldArrow(const Pencil &pencil, const QRect &box, bool isOpen)
{
    const double s = box.width() / 10.0;
    QPainterPath path;
    const auto point = [&](double x, double y) {
        return QPointF(box.left() + x * s, box.top() + y * s);
    };
    path.moveTo(isOpen ? point(1, 3) : point(3, 1));
    path.lineTo(isOpen ? point(5, 7.4) : point(7.4, 5));
    path.lineTo(isOpen ? point(9, 3) : point(3, 9));
    pencil.painter.strokePath(path, QPen(pencil.colours.ink, 1.5));
}

QStyleOptionViewItem plainOption(const QRect &rect, const Colours &colours, const QFont &font)
{
    QStyleOptionViewItem option;
    option.rect = rect;
    option.font = font;
    option.palette = paletteFor(colours);
    return option;
}

} // namespace

void paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Colours &colours = look::colours(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool hasFocus = option.widget != nullptr && option.widget->hasFocus()
        && option.state.testFlag(QStyle::State_Active);
    if (isSelected) {
        painter.fillRect(option.rect, hasFocus ? colours.select : colours.selectIdle);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, colours.hover);
    }
    if (isSelected && hasFocus) {
        QRect bar = option.rect;
        bar.setWidth(units(QFontMetricsF(option.font), 0.75));
        painter.fillRect(bar, colours.accent);
    }
}

void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const TwoLineRow &row)
{
    const Pencil pencil(painter, option);
    painter.save();
    paintRowBackground(painter, option);
    const int side = pencil.shapeSide();
    const int upper = pencil.u(4.25);
    const int lower = pencil.u(4);
    QRect text = option.rect.adjusted(pencil.u(3) + side + pencil.u(2), 0, -pencil.u(3), 0);
    QRect first(text.left(), text.top() + (text.height() - upper - lower) / 2, text.width(), upper);
    const QRect second(text.left(), first.bottom() + 1, text.width(), lower);
    if (row.shape) {
        const QRectF box(option.rect.left() + pencil.u(3), first.top() + (upper - side) / 2.0, side,
                         side);
        paintShape(painter, box, *row.shape, pencil.colours);
    }
    first = pencil.writeRight(first, row.titleRight, pencil.small);
    const QFont titleFont = row.titleFont == QFont() ? pencil.font : row.titleFont;
    pencil.write(first, row.title, titleFont, pencil.colours.ink);
    paintDetail(pencil, second, row);
    painter.restore();
}

void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const OneLineRow &row)
{
    const Pencil pencil(painter, option);
    painter.save();
    paintRowBackground(painter, option);
    const int left = pencil.u(6) + row.indent * pencil.u(size::ListIndent);
    QRect box = option.rect.adjusted(left, 0, -pencil.u(3), 0);
    box = pencil.writeRight(box, row.right, pencil.small);
    if (row.rightShape) {
        const int side = pencil.shapeSide();
        const QRectF place(box.right() - side, box.center().y() - side / 2.0, side, side);
        paintShape(painter, place, *row.rightShape, pencil.colours);
        box.setRight(box.right() - side - pencil.u(2));
    }
    if (!row.lead.isEmpty()) {
        pencil.write(box, row.lead, pencil.small, pencil.secondary());
        box.setLeft(box.left() + pencil.u(13));
    }
    const QFont font = row.textFont == QFont() ? pencil.font : row.textFont;
    const int used = pencil.write(box, row.text, font, pencil.colours.ink);
    box.setLeft(box.left() + used + pencil.u(2));
    pencil.write(box, row.note, pencil.small, pencil.secondary());
    painter.restore();
}

void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const GroupRow &row)
{
    const Pencil pencil(painter, option);
    painter.save();
    paintRowBackground(painter, option);
    QRect box = option.rect.adjusted(pencil.u(3), pencil.u(0.5), -pencil.u(3), 0);
    box = pencil.writeRight(box, row.right, pencil.small);
    if (!row.initials.isEmpty()) {
        const QSizeF chip = chipSize(option.font);
        const QRectF place(QPointF(box.left(), box.center().y() - chip.height() / 2 + 0.5), chip);
        paintChip(painter, place, row.speaker, row.initials, pencil.colours, option.font);
        box.setLeft(box.left() + qRound(chip.width()) + pencil.u(2));
    }
    const bool isNobody = !row.initials.isEmpty() && row.speaker < 0;
    const int used = pencil.write(box, row.name, boldFont(option.font),
                                  isNobody ? pencil.colours.danger : pencil.colours.ink);
    box.setLeft(box.left() + used + pencil.u(2));
    pencil.write(box, row.note, pencil.small, pencil.secondary());
    painter.restore();
}

int twoLineRowHeight(const QFont &interfaceFont)
{
    return units(QFontMetricsF(interfaceFont), size::TwoLineRow);
}

int oneLineRowHeight(const QFont &interfaceFont)
{
    return units(QFontMetricsF(interfaceFont), size::Row);
}

int groupRowHeight(const QFont &interfaceFont)
{
    return units(QFontMetricsF(interfaceFont), size::SectionHeader);
}

void paintSectionHeader(QPainter &painter, const QRect &rect, const SectionHeader &header,
                        const Colours &colours, const QFont &interfaceFont)
{
    const QStyleOptionViewItem option = plainOption(rect, colours, interfaceFont);
    const Pencil pencil(painter, option);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (header.hasTopLine) {
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), colours.line);
    }
    QRect box = rect.adjusted(pencil.u(1.5), 0, -pencil.u(2.5), 0);
    const int arrow = pencil.u(2.5);
    paintFoldArrow(pencil,
                   QRect(box.left() + pencil.u(0.75), box.center().y() - arrow / 2, arrow, arrow),
                   header.isOpen);
    box.setLeft(box.left() + pencil.u(5.5));
    for (const ShapeCount &entry : std::views::reverse(header.counts)) {
        const int side = pencil.shapeSide();
        const QString count = QString::number(entry.count);
        const int used = pencil.write(box, count, pencil.small, colours.ink, Qt::AlignRight);
        const QRectF place(box.right() - used - pencil.u(1) - side, box.center().y() - side / 2.0,
                           side, side);
        paintShape(painter, place, entry.shape, colours);
        box.setRight(qRound(place.left()) - pencil.u(2.5));
    }
    box = pencil.writeRight(box, header.right, pencil.small);
    const int used = pencil.write(box, header.title, boldFont(interfaceFont), colours.ink);
    box.setLeft(box.left() + used + pencil.u(1.5));
    pencil.write(box, header.count, interfaceFont, colours.ink2);
    if (header.hasFocus) {
        painter.setPen(QPen(colours.accent, pencil.u(0.5)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3);
    }
    painter.restore();
}

QSizeF keyCapSize(const QString &key, const QFont &interfaceFont)
{
    const QFontMetricsF metrics(interfaceFont);
    const double text = QFontMetricsF(smallFont(interfaceFont)).horizontalAdvance(key);
    const double height = units(metrics, 4.5);
    return {std::max(height, std::ceil(text) + units(metrics, 2.5)), height};
}

void paintKeyCap(QPainter &painter, const QRectF &box, const QString &key, const Colours &colours,
                 const QFont &interfaceFont)
{
    const double corner = units(QFontMetricsF(interfaceFont), size::Corner);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.control, 1));
    painter.setBrush(colours.paper);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.setPen(colours.ink);
    painter.setFont(smallFont(interfaceFont));
    painter.drawText(box, Qt::AlignCenter, key);
    painter.restore();
}

} // namespace nutgraf::look
