// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/controls.h"
#include "ui/look/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace nutgraf::look {

void paintScrollBar(QPainter &painter, const QStyleOptionComplex &option, const QRect &handle)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    const Colours &c = colours(option.palette);
    if (bar == nullptr || bar->maximum <= bar->minimum) {
        return;
    }
    const double thick = space(&option, nullptr, 1.5);
    QRectF shape = QRectF(handle).adjusted(1, 1, -1, -1);
    if (bar->orientation == Qt::Vertical) {
        shape = QRectF(shape.center().x() - thick / 2, shape.top(), thick, shape.height());
    } else {
        shape = QRectF(shape.left(), shape.center().y() - thick / 2, shape.width(), thick);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setOpacity(option.state.testFlag(QStyle::State_MouseOver) ? 1.0 : 0.8);
    painter.setBrush(c.control);
    painter.drawRoundedRect(shape, thick / 2, thick / 2);
    painter.restore();
}

QRect scrollBarPart(const QStyleOptionComplex &option, QStyle::SubControl part, int leastHandle)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (bar == nullptr) {
        return {};
    }
    const bool isVertical = bar->orientation == Qt::Vertical;
    const int length = isVertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = static_cast<qint64>(bar->maximum) - bar->minimum + bar->pageStep;
    int handle = length;
    if (bar->maximum > bar->minimum) {
        handle = static_cast<int>(static_cast<qint64>(length) * bar->pageStep
                                  / std::max<qint64>(1, range));
        handle = std::clamp(handle, std::min(leastHandle, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int size) {
        return isVertical
            ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
            : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
    };
    QRect place;
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        place = along(start, handle);
        break;
    case QStyle::SC_ScrollBarGroove:
        place = bar->rect;
        break;
    case QStyle::SC_ScrollBarSubPage:
        place = along(0, start);
        break;
    case QStyle::SC_ScrollBarAddPage:
        place = along(start + handle, length - start - handle);
        break;
    default: // no arrows
        return {};
    }
    return QStyle::visualRect(bar->direction, bar->rect, place);
}

double flatMetric(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_ScrollBarExtent:
        return 2.5;
    case QStyle::PM_ScrollBarSliderMin:
    case QStyle::PM_TabBarTabHSpace:
        return 6;
    case QStyle::PM_TabBarTabOverlap:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_TabBarBaseOverlap:
    case QStyle::PM_MenuBarItemSpacing:
    case QStyle::PM_MenuBarPanelWidth:
    case QStyle::PM_ToolBarFrameWidth:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
        return 0;
    case QStyle::PM_MenuBarHMargin:
    case QStyle::PM_MenuBarVMargin:
    case QStyle::PM_ToolBarItemSpacing:
        return 0.5;
    case QStyle::PM_ToolBarItemMargin:
        return 1;
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_TabCloseIndicatorWidth:
    case QStyle::PM_TabCloseIndicatorHeight:
        return 4;
    case QStyle::PM_ToolBarSeparatorExtent:
        return 3.25;
    default:
        return -1;
    }
}

QSize flatSize(QStyle::ContentsType type, QSize natural, const QStyleOption *option,
               const QWidget *widget)
{
    const auto u = [&](double times) {
        return space(option, widget, times);
    };
    switch (type) {
    case QStyle::CT_PushButton:
        return {natural.width() + u(3), std::max(natural.height(), u(size::Button))};
    case QStyle::CT_LineEdit:
        return natural.expandedTo({0, u(size::FieldHeight)});
    case QStyle::CT_ComboBox:
        return {natural.width(), std::max(natural.height(), u(size::FieldHeight))};
    case QStyle::CT_SpinBox:
        return natural.expandedTo({0, u(size::FieldHeight)});
    case QStyle::CT_TabBarTab:
        return {natural.width(), u(size::Tab + 0.25)};
    case QStyle::CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button != nullptr && opensMenu(*button)
            && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty()) {
            return {natural.width() + u(3.5), natural.height()};
        }
        return natural;
    case QStyle::CT_MenuBarItem:
        return {natural.width() + u(1), u(size::Row)};
    default:
        return natural;
    }
}

} // namespace nutgraf::look
