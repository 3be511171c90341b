// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/ribbon.h"

#include "ui/look/shapes.h"
#include "ui/look/tokens.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <tuple>
#include <utility>

namespace nutgraf::body {

namespace {

constexpr double Space = 1.75; // units between shape, chip and ribbon
constexpr double ShapePart = 0.78; // of the interface font's height
constexpr int Colours = 8;

QFontMetricsF interfaceMetrics()
{
    return QFontMetricsF(QApplication::font());
}

int pixels(double times)
{
    return look::units(interfaceMetrics(), times);
}

void paintHatch(QPainter &painter, const QRect &box, const QColor &colour)
{
    painter.save();
    painter.setClipRect(box);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    for (int y = box.top() - box.width(); y < box.bottom() + box.width(); y += 6)
        painter.drawLine(box.left(), y + box.width(), box.right() + 1, y);
    painter.restore();
    painter.fillRect(box.left(), box.top(), 1, box.height(), colour);
    painter.fillRect(box.right(), box.top(), 1, box.height(), colour);
}

// Speakers 9 to 16 reuse the colours: their stripe is split lengthwise.
void fillStripe(QPainter &painter, const QRect &box, bool isSplit, const QColor &colour)
{
    if (!isSplit) {
        painter.fillRect(box, colour);
        return;
    }
    const int third = std::max(1, box.width() / 3);
    painter.fillRect(box.left(), box.top(), third, box.height(), colour);
    painter.fillRect(box.right() + 1 - third, box.top(), third, box.height(), colour);
}

/// What a row's chip and shape look like.
auto lookOf(const RibbonRow &row, const std::vector<RibbonUnit> &units)
{
    static const RibbonUnit none;
    const auto at = [&units](int index) -> const RibbonUnit & {
        return index < 0 ? none : units.at(static_cast<std::size_t>(index));
    };
    return std::tuple(at(row.chip).initials, at(row.chip).speaker, at(row.shape).shape);
}

QString stateName(int shape)
{
    switch (static_cast<look::Shape>(shape)) {
    case look::Shape::Open:
        return Ribbon::tr("open");
    case look::Shape::Unsure:
        return Ribbon::tr("unsure of the speaker");
    case look::Shape::Confirmed:
        return Ribbon::tr("confirmed");
    case look::Shape::NeedsSource:
        return Ribbon::tr("needs a source");
    case look::Shape::NoSource:
        return Ribbon::tr("quote without a source");
    case look::Shape::Rejected:
        return Ribbon::tr("rejected");
    case look::Shape::Reopened:
        return Ribbon::tr("reopened: the words changed");
    default:
        return {};
    }
}

} // namespace

Ribbon::Ribbon(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("Source ribbon"));
    setAccessibleDescription(tr("Who speaks beside each line of the story"));
}

void Ribbon::setUnits(std::vector<RibbonUnit> units)
{
    const std::vector<RibbonUnit> before = std::exchange(m_units, std::move(units));
    layOut(before);
}

const std::vector<RibbonUnit> &Ribbon::units() const
{
    return m_units;
}

void Ribbon::move(const Edit &edit)
{
    for (RibbonUnit &unit : m_units) {
        for (TextRange &range : unit.ranges) {
            if (range.end > edit.position)
                range = moved(range, edit);
        }
        std::erase_if(unit.ranges, [](TextRange range) { return range.isEmpty(); });
    }
}

void Ribbon::showLines(std::vector<RibbonLine> lines)
{
    m_lines = std::move(lines);
    layOut(m_units);
}

void Ribbon::setTextLeft(int x)
{
    if (m_textLeft == x)
        return;
    m_textLeft = x;
    update();
}

const std::vector<RibbonRow> &Ribbon::rows() const
{
    return m_rows;
}

// Repaints from the first row that differs to the last. Rows number the units, so that equal rows
// of other units are not the same picture: `before` are the units of the rows that stand here.
void Ribbon::layOut(const std::vector<RibbonUnit> &before)
{
    std::vector<RibbonRow> rows = ribbonRows(m_units, m_lines);
    const auto looksTheSame = [&](const RibbonRow &was, const RibbonRow &is) {
        return was == is && lookOf(was, before) == lookOf(is, m_units);
    };
    const auto [old, fresh] = std::ranges::mismatch(m_rows, rows, looksTheSame);
    int top = height();
    int bottom = 0;
    const auto widen = [&](const RibbonRow &row) {
        top = std::min(top, row.top);
        bottom = std::max(bottom, row.top + row.height);
    };
    std::for_each(old, m_rows.end(), widen);
    std::for_each(fresh, rows.end(), widen);
    m_rows = std::move(rows);
    if (top < bottom)
        update(0, top, width(), bottom - top);
}

QRect Ribbon::stripeBox(const RibbonRow &row) const
{
    const int width = pixels(look::size::Ribbon);
    return {m_textLeft - pixels(look::size::RibbonGap) - width, row.top, width, row.height};
}

QRectF Ribbon::chipBox(const RibbonRow &row) const
{
    const QSizeF size = look::chipSize(QApplication::font());
    const qreal right = stripeBox(row).left() - pixels(Space);
    return {right - std::ceil(size.width()), row.top + std::floor((row.height - size.height()) / 2),
            std::ceil(size.width()), size.height()};
}

QRectF Ribbon::shapeBox(const RibbonRow &row) const
{
    const qreal side = std::round(interfaceMetrics().height() * ShapePart);
    return {chipBox(row).left() - pixels(Space) - side,
            row.top + std::floor((row.height - side) / 2), side, side};
}

void Ribbon::paintBar(QPainter &painter, const QRect &box, const RibbonBar &bar) const
{
    const look::Colours &colours = look::colours(palette());
    const QColor colour = look::speakerColour(colours, bar.speaker);
    const bool isSplit = bar.speaker >= Colours;
    if (bar.stripe == RibbonStripe::Hatched) {
        paintHatch(painter, box, colour);
        return;
    }
    if (bar.stripe == RibbonStripe::Solid) {
        fillStripe(painter, box, isSplit, colour);
        return;
    }
    const int dash = pixels(0.75);
    for (int y = box.top(); y <= box.bottom(); y += 2 * dash) {
        const QRect piece(box.left(), y, box.width(), std::min(dash, box.bottom() + 1 - y));
        fillStripe(painter, piece, isSplit, colour);
    }
}

void Ribbon::paintRow(QPainter &painter, const RibbonRow &row) const
{
    const QRect stripe = stripeBox(row);
    const int count = static_cast<int>(row.bars.size());
    for (int i = 0; i < count; ++i) {
        const int from = stripe.left() + stripe.width() * i / count;
        const int to = stripe.left() + stripe.width() * (i + 1) / count;
        paintBar(painter, QRect(from, stripe.top(), to - from, stripe.height()),
                 row.bars[static_cast<std::size_t>(i)]);
    }
    const look::Colours &colours = look::colours(palette());
    if (row.chip >= 0) {
        const RibbonUnit &unit = m_units[static_cast<std::size_t>(row.chip)];
        look::paintChip(painter, chipBox(row), unit.speaker, unit.initials, colours,
                        QApplication::font());
    } else if (row.clarification >= 0) {
        painter.setPen(colours.ink2);
        painter.setFont(QApplication::font());
        painter.drawText(chipBox(row), Qt::AlignCenter, QStringLiteral("↳"));
    }
    if (row.shape >= 0) {
        const int shape = m_units[static_cast<std::size_t>(row.shape)].shape;
        look::paintShape(painter, shapeBox(row), static_cast<look::Shape>(shape), colours);
    }
}

void Ribbon::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const QRect dirty = event->rect();
    const auto first = std::ranges::upper_bound(
        m_rows, dirty.top(), {}, [](const RibbonRow &row) { return row.top + row.height; });
    for (auto row = first; row != m_rows.end() && row->top <= dirty.bottom(); ++row)
        paintRow(painter, *row);
}

int Ribbon::unitAt(QPoint at) const
{
    const auto row = std::ranges::find_if(m_rows, [&](const RibbonRow &candidate) {
        return at.y() >= candidate.top && at.y() < candidate.top + candidate.height;
    });
    if (row == m_rows.end())
        return -1;
    const auto unitOf = [this](int index) {
        return m_units[static_cast<std::size_t>(index)].unit;
    };
    const int slack = pixels(1);
    if (row->shape >= 0 && at.x() < shapeBox(*row).right() + slack)
        return unitOf(row->shape);
    const QRect stripe = stripeBox(*row).adjusted(-slack, 0, slack, 0);
    if (stripe.contains(at) && !row->bars.empty()) {
        const int part = (at.x() - stripe.left()) * static_cast<int>(row->bars.size());
        return row->bars[static_cast<std::size_t>(part / stripe.width())].unit;
    }
    if (at.x() < stripe.left() && row->chip >= 0)
        return unitOf(row->chip);
    if (at.x() < stripe.left() && row->clarification >= 0)
        return unitOf(row->clarification);
    return -1;
}

QString Ribbon::describe(int unit) const
{
    const auto found = std::ranges::find(m_units, unit, &RibbonUnit::unit);
    if (found == m_units.end())
        return {};
    if (found->isClarification)
        return tr("Explains a name in the quotation above");
    const QString state = stateName(found->shape);
    if (found->speaker < 0 || found->initials.isEmpty())
        return state.isEmpty() ? tr("No speaker") : tr("No speaker: %1").arg(state);
    return tr("%1: %2", "initials of a speaker: state of the quotation")
        .arg(found->initials, state);
}

bool Ribbon::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const QString text = describe(unitAt(help->pos()));
    if (text.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(help->globalPos(), text, this);
    }
    return true;
}

void Ribbon::mouseMoveEvent(QMouseEvent *event)
{
    const bool isOver = unitAt(event->position().toPoint()) >= 0;
    setCursor(isOver ? Qt::PointingHandCursor : Qt::IBeamCursor);
    event->ignore(); // a drag that began in the margin goes on selecting text
}

void Ribbon::mousePressEvent(QMouseEvent *event)
{
    const int unit = unitAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || unit < 0) {
        event->ignore();
        return;
    }
    Q_EMIT clicked(unit);
}

} // namespace nutgraf::body
