// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/unit_delegate.h"

#include "ui/look/fonts.h"
#include "ui/look/row_painter.h"
#include "ui/publish/unit_model.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

namespace nutgraf::publish {

namespace {

const UnitModel &modelOf(const QModelIndex &index)
{
    return *qobject_cast<const UnitModel *>(index.model());
}

/// Where the parts of a unit lie.
struct Geometry {
    QRect check;
    QPointF chip;
    QRect text; ///< words and note

    Geometry(const QStyleOptionViewItem &option, int width)
    {
        const QFontMetricsF metrics(option.font);
        const auto u = [&metrics](double times) {
            return look::units(metrics, times);
        };
        const QRect row(option.rect.topLeft(), QSize(width, option.rect.height()));
        check = QRect(row.left() + u(3), row.top() + u(2.25), u(4), u(4));
        chip = QPointF(check.right() + 1 + u(2.25), row.top() + u(2.75));
        const int textLeft = qRound(chip.x() + look::chipSize(option.font).width()) + u(2);
        text = QRect(textLeft, row.top() + u(2), row.right() + 1 - u(3) - textLeft,
                     row.height() - u(4));
    }
};

qreal layOut(QTextLayout &layout, qreal width, qreal line)
{
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine l = layout.createLine(); l.isValid(); l = layout.createLine()) {
        l.setLineWidth(width);
        l.setPosition(QPointF(0, height + (line - l.height()) / 2));
        height += line;
    }
    layout.endLayout();
    return height;
}

qreal wordsLine(const QFont &interfaceFont)
{
    return look::units(QFontMetricsF(interfaceFont), 5);
}

int viewWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view != nullptr ? view->viewport()->width() : option.rect.width();
}

QFont wordsFont(const QFont &interfaceFont)
{
    QFont font = look::quoteFont(interfaceFont);
    font.setPointSizeF(font.pointSizeF() * 1.06);
    return font;
}

void paintCheck(QPainter &painter, const QStyleOptionViewItem &option, const QRect &box,
                const UnitModel &units, int row)
{
    QStyleOptionButton check;
    check.palette = option.palette;
    check.rect = box;
    check.state = units.isPicked(row) ? QStyle::State_On : QStyle::State_Off;
    if (units.unit(row).isPickable) {
        check.state |= QStyle::State_Enabled;
    }
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &check, &painter, option.widget);
}

} // namespace

void UnitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const UnitModel &units = modelOf(index);
    const int row = index.row();
    const Geometry at(option, option.rect.width());
    const look::Colours &colours = look::colours(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    look::paintRowBackground(*painter, option);
    if (row > 0 && !units.isClarification(row)) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)),
                          colours.line);
    }
    if (units.isClarification(row)) {
        painter->setPen(colours.ink2);
        painter->setFont(option.font);
        painter->drawText(QRectF(at.chip, look::chipSize(option.font)), Qt::AlignCenter,
                          QStringLiteral("↳"));
    } else {
        paintCheck(*painter, option, at.check, units, row);
    }
    if (const QString initials = units.initials(row);
        !initials.isEmpty() && !units.isClarification(row)) {
        look::paintChip(*painter, QRectF(at.chip, look::chipSize(option.font)),
                        units.unit(row).speaker, initials, colours, option.font);
    }
    QTextLayout words(units.words(row), wordsFont(option.font));
    const qreal height = layOut(words, at.text.width(), wordsLine(option.font));
    const bool isInk = units.isPicked(row) || isSelected;
    painter->setPen(isInk ? colours.ink : colours.ink2);
    words.draw(painter, at.text.topLeft());
    QTextLayout note(units.note(row), look::smallFont(option.font));
    layOut(note, at.text.width(), look::units(QFontMetricsF(option.font), 4));
    painter->setPen(isSelected ? colours.ink : colours.ink2);
    note.draw(painter, at.text.topLeft() + QPointF(0, height));
    painter->restore();
}

QSize UnitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const UnitModel &units = modelOf(index);
    const QFontMetricsF metrics(option.font);
    const Geometry at(option, viewWidth(option));
    QTextLayout words(units.words(index.row()), wordsFont(option.font));
    QTextLayout note(units.note(index.row()), look::smallFont(option.font));
    const qreal height = layOut(words, at.text.width(), wordsLine(option.font))
        + layOut(note, at.text.width(), look::units(metrics, 4));
    return {look::units(metrics, 40), qRound(height) + look::units(metrics, 4)};
}

bool UnitDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    bool isToggle = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        isToggle = mouse->button() == Qt::LeftButton
            && Geometry(option, option.rect.width())
                   .check.adjusted(-4, -4, 4, 4)
                   .contains(mouse->position().toPoint());
    } else if (event->type() == QEvent::KeyPress) {
        isToggle = static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Space;
    }
    if (!isToggle) {
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }
    const bool isOn = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace nutgraf::publish
