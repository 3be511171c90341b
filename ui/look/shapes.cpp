// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/shapes.h"

#include "ui/look/fonts.h"

#include <QIconEngine>
#include <QPainterPath>
#include <QPen>

#include <array>
#include <cmath>
#include <memory>

namespace nutgraf::look {

namespace {

/// Colour roles a shape is drawn with.
enum class Ink { Secondary, Ok, Warn, Danger, Accent };

/// A shape on a square of 14: filled in its colour, stroked in its colour, and a sign cut out in
/// the colour of the paper.
struct Drawing {
    Ink ink = Ink::Secondary;
    // NOLINTBEGIN(readability-redundant-member-init): without them every drawing must name all
    QPainterPath filled = {};
    QPainterPath stroked = {};
    double stroke = 1.6;
    QPainterPath sign = {};
    // NOLINTEND(readability-redundant-member-init)
    double signStroke = 1.6;
    bool isBroken = false; ///< the stroke has gaps
};

constexpr double Side = 14;

QPainterPath circle(double radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(Side / 2, Side / 2), radius, radius);
    return path;
}

QPainterPath lines(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF *p = points.begin() + 1; p != points.end(); ++p) {
        path.lineTo(*p);
    }
    return path;
}

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path = lines(points);
    path.closeSubpath();
    return path;
}

QPainterPath together(QPainterPath a, const QPainterPath &b)
{
    a.addPath(b);
    return a;
}

QPainterPath tick()
{
    return lines({{3.9, 7.2}, {6.1, 9.4}, {10.1, 4.8}});
}

QPainterPath octagon()
{
    const double near = 4.2;
    const double far = Side - near;
    const double edge = 0.7;
    const double other = Side - edge;
    return polygon({{near, edge},
                    {far, edge},
                    {other, near},
                    {other, far},
                    {far, other},
                    {near, other},
                    {edge, far},
                    {edge, near}});
}

QPainterPath questionMark()
{
    QPainterPath path(QPointF(5.2, 5.6));
    path.cubicTo(5.2, 3.4, 8.8, 3.4, 8.8, 5.5);
    path.cubicTo(8.8, 6.9, 7.0, 6.8, 7.0, 8.3);
    path.moveTo(7, 9.4);
    path.lineTo(7, 10.7);
    return path;
}

QPainterPath exclamation(double top, double stem, double dot)
{
    return together(lines({{7, top}, {7, stem}}), lines({{7, dot}, {7, dot + 1.35}}));
}

QPainterPath letterR()
{
    QPainterPath path(QPointF(5, 10));
    path.lineTo(5, 4.4);
    path.lineTo(7.6, 4.4);
    path.arcTo(QRectF(5.9, 4.4, 3.4, 3.2), 90, -180);
    path.lineTo(5, 7.6);
    path.moveTo(7.5, 7.6);
    path.lineTo(9.4, 10);
    return path;
}

Drawing turningArrow()
{
    QPainterPath arc;
    const QRectF box(1.8, 1.8, 10.4, 10.4);
    arc.arcMoveTo(box, 25);
    arc.arcTo(box, 25, 330);
    return {.ink = Ink::Accent,
            .filled = polygon({{12.9, 1.6}, {12.9, 6}, {8.5, 6}}),
            .stroked = arc,
            .stroke = 1.7};
}

Drawing halfDisc()
{
    QPainterPath half;
    half.moveTo(7, 1.8);
    half.arcTo(QRectF(1.8, 1.8, 10.4, 10.4), 90, 180);
    half.closeSubpath();
    return {.ink = Ink::Accent, .filled = half, .stroked = circle(5.2), .stroke = 1.5};
}

Drawing tornBrackets()
{
    const QPainterPath left = lines({{5, 1.9}, {2.1, 1.9}, {2.1, 12.1}, {5, 12.1}});
    const QPainterPath right = lines({{9, 1.9}, {11.9, 1.9}, {11.9, 12.1}, {9, 12.1}});
    return {.stroked = together(together(left, right), lines({{6, 8.6}, {8, 5.4}}))};
}

Drawing unitDrawing(Shape shape)
{
    switch (shape) {
    case Shape::Unsure:
        return {.filled = circle(1.4), .stroked = circle(5.2), .isBroken = true};
    case Shape::Confirmed:
        return {.ink = Ink::Ok, .filled = circle(6), .sign = tick(), .signStroke = 1.7};
    case Shape::NeedsSource:
        return {.ink = Ink::Warn,
                .filled = polygon({{7, 0.5}, {13.5, 7}, {7, 13.5}, {0.5, 7}}),
                .sign = questionMark(),
                .signStroke = 1.3};
    case Shape::NoSource:
        return {.ink = Ink::Danger,
                .filled = polygon({{7, 0.8}, {13.7, 13.1}, {0.3, 13.1}}),
                .sign = exclamation(5, 9.1, 10.3),
                .signStroke = 1.5};
    case Shape::Rejected: {
        QPainterPath box;
        box.addRoundedRect(QRectF(1.4, 1.4, 11.2, 11.2), 1.5, 1.5);
        return {.filled = box,
                .sign = together(lines({{4.6, 4.6}, {9.4, 9.4}}), lines({{9.4, 4.6}, {4.6, 9.4}})),
                .signStroke = 1.7};
    }
    case Shape::Reopened:
        return turningArrow();
    case Shape::Orphaned:
        return tornBrackets();
    default:
        return {.stroked = circle(5.2)};
    }
}

Drawing findingDrawing(Shape shape)
{
    switch (shape) {
    case Shape::Blocks:
        return {.ink = Ink::Danger,
                .filled = octagon(),
                .sign = lines({{3.7, 7}, {10.3, 7}}),
                .signStroke = 1.8};
    case Shape::ToConfirm:
        return {.ink = Ink::Warn,
                .stroked = together(polygon({{7, 1.5}, {12.9, 12.4}, {1.1, 12.4}}),
                                    exclamation(5.2, 8.5, 9.7)),
                .stroke = 1.5};
    default:
        return {.ink = Ink::Accent,
                .stroked =
                    together(circle(5.6),
                             together(lines({{7, 6.2}, {7, 10.2}}), lines({{7, 3.6}, {7, 5.0}}))),
                .stroke = 1.5};
    }
}

Drawing storyDrawing(Shape shape)
{
    switch (shape) {
    case Shape::InReview:
        return halfDisc();
    case Shape::Approved:
        return {.ink = Ink::Ok,
                .stroked = together(circle(5.2), lines({{4.4, 7.1}, {6.3, 9}, {9.6, 5.2}})),
                .stroke = 1.5};
    case Shape::Published:
        return {.ink = Ink::Ok, .filled = circle(6), .sign = tick(), .signStroke = 1.7};
    case Shape::Corrected:
        return {.ink = Ink::Ok, .filled = circle(6), .sign = letterR(), .signStroke = 1.3};
    case Shape::Killed:
        return {.ink = Ink::Danger,
                .stroked = together(circle(5.4), lines({{3.2, 10.8}, {10.8, 3.2}}))};
    case Shape::Waiting:
        return {.stroked = together(circle(5.4), lines({{7, 3.8}, {7, 7.3}, {9.3, 8.6}})),
                .stroke = 1.5};
    default:
        return {.stroked = circle(5.2)};
    }
}

Drawing drawingOf(Shape shape)
{
    if (shape < Shape::Blocks) {
        return unitDrawing(shape);
    }
    return shape < Shape::Draft ? findingDrawing(shape) : storyDrawing(shape);
}

constexpr std::size_t ShapeCount = static_cast<std::size_t>(Shape::Waiting) + 1;

const Drawing &table(Shape shape)
{
    static const auto all = [] {
        std::array<Drawing, ShapeCount> drawings;
        for (std::size_t i = 0; i < ShapeCount; ++i) {
            drawings.at(i) = drawingOf(static_cast<Shape>(i));
        }
        return drawings;
    }();
    return all.at(static_cast<std::size_t>(shape));
}

QColor colourOf(Ink ink, const Colours &colours)
{
    switch (ink) {
    case Ink::Ok:
        return colours.ok;
    case Ink::Warn:
        return colours.warn;
    case Ink::Danger:
        return colours.danger;
    case Ink::Accent:
        return colours.accent;
    case Ink::Secondary:
        break;
    }
    return colours.ink2;
}

QPen penFor(const Drawing &drawing, const QColor &colour)
{
    QPen pen(colour, drawing.stroke, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (drawing.isBroken) {
        // seven dashes and gaps around the ring, in pen widths
        const double turn = 2 * M_PI * 5.2 / drawing.stroke / 7;
        pen.setDashPattern({turn * 0.56, turn * 0.44});
    }
    return pen;
}

class ShapeEngine final : public QIconEngine {
public:
    ShapeEngine(Shape shape, const Colours &colours) : m_shape(shape), m_colours(colours) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        paintShape(*painter, rect, m_shape, m_colours);
    }
    QIconEngine *clone() const override
    {
        return std::make_unique<ShapeEngine>(m_shape, m_colours).release();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

private:
    Shape m_shape;
    Colours m_colours;
};

} // namespace

void paintShape(QPainter &painter, const QRectF &box, Shape shape, const Colours &colours)
{
    const Drawing &drawing = table(shape);
    const QColor colour = colourOf(drawing.ink, colours);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / Side, box.height() / Side);
    painter.fillPath(drawing.filled, colour);
    if (!drawing.stroked.isEmpty()) {
        painter.strokePath(drawing.stroked, penFor(drawing, colour));
    }
    if (!drawing.sign.isEmpty()) {
        const QPen pen(colours.paper, drawing.signStroke, Qt::SolidLine, Qt::FlatCap,
                       Qt::MiterJoin);
        painter.strokePath(drawing.sign, pen);
    }
    painter.restore();
}

QIcon shapeIcon(Shape shape, const Colours &colours)
{
    return QIcon(std::make_unique<ShapeEngine>(shape, colours).release());
}

void paintChip(QPainter &painter, const QRectF &box, int speaker, const QString &initials,
               const Colours &colours, const QFont &interfaceFont)
{
    const double border = 1.5;
    const double inset = border / 2;
    const double corner = box.height() / 6;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(speakerColour(colours, speaker), border);
    if (speaker < 0) {
        pen.setDashPattern({2, 1.4});
    }
    painter.setPen(pen);
    painter.setBrush(speakerTint(colours, speaker, colours.paper));
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner);
    QFont letters = initialsFont(interfaceFont);
    const double room = box.width() - 4 * border;
    const double needed = QFontMetricsF(letters).horizontalAdvance(initials);
    if (needed > room) { // three letters
        letters.setStretch(std::max(60, static_cast<int>(100 * room / needed)));
    }
    painter.setFont(letters);
    painter.setPen(speaker < 0 ? colours.danger : colours.ink);
    painter.drawText(box, Qt::AlignCenter, initials);
    painter.restore();
}

QSizeF chipSize(const QFont &interfaceFont)
{
    const QFontMetricsF metrics(interfaceFont);
    return {units(metrics, 6.75) * 1.0, units(metrics, 4.25) * 1.0};
}

} // namespace nutgraf::look
