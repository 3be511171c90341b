// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/row_painting.h"

#include "ui/look/fonts.h"

#include <QTextLayout>

namespace nutgraf::panels {

namespace {

constexpr double SidePadding = 3;
constexpr double ShapeSide = 3.5;
constexpr double TitleLine = 4.25;
constexpr double SecondLine = 4;

enum class Place { Left, Right };

/// Draws `text` in one line of `rect`, elided; gives the width used.
int drawLine(const RowCanvas &canvas, const QRect &rect, const QString &text, const QFont &font,
             const QColor &colour, Place place = Place::Left)
{
    if (text.isEmpty() || rect.width() <= 0) {
        return 0;
    }
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    canvas.painter.setFont(font);
    canvas.painter.setPen(colour);
    const int side = place == Place::Left ? Qt::AlignLeft : Qt::AlignRight;
    canvas.painter.drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine | side, shown);
    return std::min(rect.width(), metrics.horizontalAdvance(shown));
}

QColor alertColour(const RowCanvas &canvas, look::Alert level)
{
    switch (level) {
    case look::Alert::Warn:
        return canvas.colours.warn;
    case look::Alert::Danger:
        return canvas.colours.danger;
    case look::Alert::None:
        break;
    }
    return canvas.secondary;
}

void drawShape(const RowCanvas &canvas, const Row &row, int x, int middle)
{
    if (row.shape) {
        const int side = canvas.u(ShapeSide);
        const int top = middle - (side / 2);
        const QRectF box(x, top, side, side);
        look::paintShape(canvas.painter, box, *row.shape, canvas.colours);
    }
}

void drawChip(const RowCanvas &canvas, const Row &row, int x, int middle)
{
    if (row.chip != NoChip) {
        const QSizeF size = look::chipSize(canvas.fonts.base);
        const QRectF box(QPointF(x, middle - qRound(size.height() / 2)), size);
        look::paintChip(canvas.painter, box, row.chip, row.initials, canvas.colours,
                        canvas.fonts.base);
    }
}

/// The second line of a two-line row: words, an alert in its colour, and the place at the right.
void drawSecondLine(const RowCanvas &canvas, const Row &row, QRect line)
{
    const QFont &font = canvas.fonts.small;
    if (!row.right.isEmpty()) {
        line.setRight(line.right()
                      - drawLine(canvas, line, row.right, font, canvas.secondary, Place::Right)
                      - canvas.u(2));
    }
    const QString join =
        row.alert.isEmpty() || row.secondary.isEmpty() ? QString() : QStringLiteral(" · ");
    const int used = drawLine(canvas, line, row.secondary + join, font, canvas.secondary);
    line.setLeft(line.left() + used);
    drawLine(canvas, line, row.alert, font, alertColour(canvas, row.alertLevel));
}

/// Lays out the secondary text of a version at `width`; draws it at `at` if there is a canvas.
qreal layoutSecondary(const RowFonts &fonts, const QString &text, int width,
                      const RowCanvas *canvas, QPointF at)
{
    const qreal line = fonts.u(TitleLine);
    qreal height = 0;
    for (const QString &paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, fonts.small);
        layout.beginLayout();
        for (QTextLine l = layout.createLine(); l.isValid(); l = layout.createLine()) {
            l.setLineWidth(width);
            l.setPosition(QPointF(0, height + (line - l.height()) / 2));
            height += line;
        }
        layout.endLayout();
        if (canvas != nullptr) {
            canvas->painter.setPen(canvas->secondary);
            layout.draw(&canvas->painter, at);
        }
    }
    return height;
}

int versionTextLeft(const RowFonts &fonts)
{
    return fonts.u(SidePadding) + fonts.u(ShapeSide) + fonts.u(2);
}

} // namespace

RowFonts::RowFonts(const QFont &interfaceFont)
    : base(interfaceFont),
      bold(look::boldFont(interfaceFont)),
      small(look::smallFont(interfaceFont)),
      quote(look::quoteFont(interfaceFont)),
      metrics(interfaceFont)
{
}

void paintSheetHeading(const RowCanvas &canvas, const Row &row)
{
    QRect line = canvas.rect.adjusted(canvas.u(SidePadding), 0, -canvas.u(SidePadding), 0);
    const int used = drawLine(canvas, line, row.title, canvas.fonts.bold, canvas.colours.ink);
    line.setLeft(line.left() + used + canvas.u(2));
    drawLine(canvas, line, row.right, canvas.fonts.small, canvas.secondary);
}

void paintSheetRow(const RowCanvas &canvas, const Row &row)
{
    QRect box = canvas.rect.adjusted(canvas.u(SidePadding), 0, -canvas.u(SidePadding), 0);
    const int middle = canvas.rect.center().y();
    const int chipLeft = box.left() + canvas.u(ShapeSide) + canvas.u(2.5);
    drawShape(canvas, row, box.left(), middle);
    drawChip(canvas, row, chipLeft, middle);
    if (!row.action.isEmpty()) {
        box.setRight(actionRect(canvas.fonts, canvas.rect, row.action).left() - canvas.u(3));
    }
    box.setLeft(chipLeft + qRound(look::chipSize(canvas.fonts.base).width()) + canvas.u(2.5));
    const QFont &font = row.isQuoted ? canvas.fonts.quote : canvas.fonts.base;
    const int upper = canvas.u(4.5);
    const int lower = canvas.u(SecondLine);
    box.setTop(canvas.rect.top() + (canvas.rect.height() - upper - lower) / 2);
    drawLine(canvas, QRect(box.topLeft(), QSize(box.width(), upper)), row.title, font,
             canvas.colours.ink);
    drawSecondLine(canvas, row, QRect(box.left(), box.top() + upper, box.width(), lower));
}

void paintVersion(const RowCanvas &canvas, const Row &row)
{
    const QRect box = canvas.rect.adjusted(0, canvas.u(2), -canvas.u(SidePadding), -canvas.u(2));
    const int x = versionTextLeft(canvas.fonts);
    QRect line(box.left() + x, box.top(), box.width() - x, canvas.u(TitleLine));
    drawShape(canvas, row, box.left() + canvas.u(SidePadding), line.center().y() + 1);
    const int used =
        drawLine(canvas, line, row.right, canvas.fonts.small, canvas.secondary, Place::Right);
    QRect title = line;
    title.setRight(line.right() - used - canvas.u(2));
    drawLine(canvas, title, row.title, canvas.fonts.bold, canvas.colours.ink);
    const qreal height = layoutSecondary(canvas.fonts, row.secondary, line.width(), &canvas,
                                         line.bottomLeft() + QPointF(0, 1));
    line.translate(0, line.height() + qRound(height));
    drawLine(canvas, line, row.alert, canvas.fonts.small, alertColour(canvas, row.alertLevel));
}

int versionHeight(const Row &row, const RowFonts &fonts, int width)
{
    const int textWidth = width - versionTextLeft(fonts) - fonts.u(SidePadding);
    const qreal below = layoutSecondary(fonts, row.secondary, textWidth, nullptr, {});
    const int alert = row.alert.isEmpty() ? 0 : fonts.u(TitleLine);
    return fonts.u(4) + fonts.u(TitleLine) + qRound(below) + alert;
}

QRect actionRect(const RowFonts &fonts, const QRect &rowRect, const QString &words)
{
    const int width = qRound(fonts.metrics.horizontalAdvance(words)) + fonts.u(6);
    const int height = fonts.u(7);
    return {rowRect.right() + 1 - fonts.u(SidePadding) - width,
            rowRect.center().y() - height / 2 + 1, width, height};
}

} // namespace nutgraf::panels
