// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/row_delegate.h"

#include "ui/panels/row_model.h"
#include "ui/panels/row_painting.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMouseEvent>

namespace nutgraf::panels {

namespace {

const Row &rowOf(const QModelIndex &index)
{
    return qobject_cast<const RowModel *>(index.model())->rowAt(index);
}

look::TwoLineRow twoLines(const Row &row, const RowFonts &fonts)
{
    return {.shape = row.shape,
            .title = row.title,
            .titleRight = {},
            .detail = row.secondary,
            .detailRight = row.right,
            .alert = row.alert,
            .alertLevel = row.alertLevel,
            .titleFont = row.isStrong ? fonts.bold
                : row.isQuoted        ? fonts.quote
                                      : fonts.base};
}

look::OneLineRow oneLineRow(const Row &row, const RowFonts &fonts)
{
    const bool isMention = row.kind == RowKind::Mention;
    return {.lead = isMention ? row.secondary : QString(),
            .text = row.title,
            .note = isMention ? QString() : row.secondary,
            .right = row.right,
            .rightShape = row.shape,
            .textFont = row.isQuoted ? fonts.quote : fonts.base,
            .indent = isMention ? 1 : 0};
}

look::GroupRow group(const Row &row)
{
    return {.initials = row.initials,
            .speaker = row.chip,
            .name = row.title,
            .note = row.secondary,
            .right = row.right};
}

void paintPanelRow(const RowCanvas &canvas, const QStyleOptionViewItem &option, const Row &row)
{
    switch (row.kind) {
    case RowKind::Heading:
        look::paintRow(canvas.painter, option, group(row));
        break;
    case RowKind::Unit:
    case RowKind::Remark:
    case RowKind::Step:
        look::paintRow(canvas.painter, option, twoLines(row, canvas.fonts));
        break;
    case RowKind::Name:
    case RowKind::Mention:
        look::paintRow(canvas.painter, option, oneLineRow(row, canvas.fonts));
        break;
    case RowKind::Version:
        look::paintRowBackground(canvas.painter, option);
        paintVersion(canvas, row);
        break;
    }
}

void paintSheet(const RowCanvas &canvas, const QStyleOptionViewItem &option, const Row &row)
{
    const bool isHeading = row.kind == RowKind::Heading;
    if (isHeading) {
        canvas.painter.fillRect(canvas.rect, canvas.colours.panel);
    }
    if (!isHeading || option.state.testFlag(QStyle::State_Selected)) {
        look::paintRowBackground(canvas.painter, option);
    }
    if (isHeading) {
        paintSheetHeading(canvas, row);
    } else {
        paintSheetRow(canvas, row);
    }
    const QRect line(canvas.rect.bottomLeft(), QSize(canvas.rect.width(), 1));
    canvas.painter.fillRect(line, canvas.colours.line);
}

void paintButton(QPainter &painter, const QStyleOptionViewItem &option, QStyleOptionButton button)
{
    button.palette = option.palette;
    button.fontMetrics = option.fontMetrics;
    button.state |= QStyle::State_Enabled | QStyle::State_Active;
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    painter.setFont(option.font);
    style->drawControl(QStyle::CE_PushButton, &button, &painter);
}

} // namespace

RowDelegate::RowDelegate(Density density, QObject *parent)
    : QStyledItemDelegate(parent), m_density(density)
{
}

RowDelegate::~RowDelegate() = default;

const RowFonts &RowDelegate::fontsFor(const QFont &font) const
{
    if (!m_fonts || m_fonts->base != font) {
        m_fonts = std::make_unique<RowFonts>(font);
    }
    return *m_fonts;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Row &row = rowOf(index);
    const RowFonts &fonts = fontsFor(option.font);
    const look::Colours &colours = look::colours(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const RowCanvas canvas{*painter, option.rect, fonts, colours,
                           isSelected ? colours.ink : colours.ink2};
    painter->save();
    if (m_density == Density::Sheet) {
        paintSheet(canvas, option, row);
    } else {
        paintPanelRow(canvas, option, row);
    }
    if (!row.action.isEmpty()) {
        QStyleOptionButton button;
        button.rect = actionRect(fonts, option.rect, row.action);
        button.text = row.action;
        button.state = m_pressed == index ? QStyle::State_Sunken : QStyle::State_Raised;
        paintButton(*painter, option, button);
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Row &row = rowOf(index);
    const RowFonts &fonts = fontsFor(option.font);
    const bool isSheet = m_density == Density::Sheet;
    switch (row.kind) {
    case RowKind::Heading:
        return {0, isSheet ? fonts.u(8) : look::groupRowHeight(fonts.base)};
    case RowKind::Unit:
    case RowKind::Remark:
        return {0, isSheet ? fonts.u(12) : look::twoLineRowHeight(fonts.base)};
    case RowKind::Name:
    case RowKind::Mention:
        return {0, look::oneLineRowHeight(fonts.base)};
    case RowKind::Step:
        return {0, fonts.u(13.5)};
    case RowKind::Version:
        break;
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return {0, versionHeight(row, fonts, width)};
}

bool RowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Row &row = rowOf(index);
    const auto type = event->type();
    if (row.action.isEmpty()
        || (type != QEvent::MouseButtonPress && type != QEvent::MouseButtonRelease)) {
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }
    const auto *mouse = static_cast<const QMouseEvent *>(event);
    const bool isInside = mouse->button() == Qt::LeftButton
        && actionRect(fontsFor(option.font), option.rect, row.action)
               .contains(mouse->position().toPoint());
    const bool wasPressed = m_pressed == index;
    m_pressed = type == QEvent::MouseButtonPress && isInside ? index : QModelIndex();
    if (type == QEvent::MouseButtonRelease && isInside && wasPressed) {
        Q_EMIT actionTriggered(index);
    }
    return isInside;
}

} // namespace nutgraf::panels
