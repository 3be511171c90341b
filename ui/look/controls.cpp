// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/controls.h"

#include "ui/look/row_painter.h"
#include "ui/look/tokens.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace nutgraf::look {

namespace {

const Colours &coloursOf(const QStyleOption &option)
{
    return colours(option.palette);
}

bool is(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

void paintBox(QPainter &painter, const QRectF &rect, double corner, const QColor &fill,
              const QPen &outline)
{
    const double inset = outline.widthF() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline.style() == Qt::NoPen ? QPen(Qt::NoPen) : outline);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter.restore();
}

int corner(const QStyleOption &option)
{
    return space(&option, nullptr, size::Corner);
}

void paintPushButton(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isDefault =
        button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool isFlat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
    if (!is(option, QStyle::State_Enabled)) {
        paintBox(painter, option.rect, corner(option), c.window, QPen(c.line, 1));
        return;
    }
    const bool isDown = is(option, QStyle::State_Sunken) || is(option, QStyle::State_On);
    const bool isHot = is(option, QStyle::State_MouseOver);
    if (isDefault) {
        const QColor fill = isDown || isHot ? mixed(c.ink, c.accent, isDown ? 25 : 12) : c.accent;
        paintBox(painter, option.rect, corner(option), fill, QPen(fill, 1));
        return;
    }
    if (isFlat && !isDown && !isHot) {
        return;
    }
    const QColor fill = isDown ? c.selectIdle : isHot ? c.hover : c.raised;
    paintBox(painter, option.rect, corner(option), fill, QPen(isFlat ? fill : c.control, 1));
}

void paintToolButton(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option);
    if (!is(option, QStyle::State_Enabled)) {
        return;
    }
    if (is(option, QStyle::State_On)) {
        paintBox(painter, option.rect, corner(option), c.selectIdle, QPen(c.control, 1));
    } else if (is(option, QStyle::State_Sunken)) {
        paintBox(painter, option.rect, corner(option), c.selectIdle, Qt::NoPen);
    } else if (is(option, QStyle::State_MouseOver)) {
        paintBox(painter, option.rect, corner(option), c.hover, Qt::NoPen);
    }
}

/// A field's ground and outline; the ring lies on its edge while it has the keyboard.
void paintField(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option);
    const bool isEnabled = is(option, QStyle::State_Enabled);
    QPen pen(isEnabled ? c.control : c.line, 1);
    if (isEnabled && is(option, QStyle::State_HasFocus)) {
        pen = QPen(c.accent, space(&option, nullptr, 0.5));
    }
    paintBox(painter, option.rect, corner(option), isEnabled ? c.paper : c.panel, pen);
}

bool paintLineEdit(QPainter &painter, const QStyleOption &option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (frame == nullptr || frame->lineWidth <= 0) {
        return false;
    }
    paintField(painter, option);
    return true;
}

void paintCheckSign(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option);
    const QRectF r = option.rect;
    const bool isOn = is(option, QStyle::State_On);
    const bool isEnabled = is(option, QStyle::State_Enabled);
    const QColor strong = isEnabled ? c.accent : c.ink3;
    paintBox(painter, r, 2, isOn ? strong : c.paper,
             QPen(isOn ? strong : (isEnabled ? c.control : c.line), 1));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (isOn) {
        QPainterPath tick(QPointF(r.left() + r.width() * 0.24, r.top() + r.height() * 0.52));
        tick.lineTo(r.left() + r.width() * 0.43, r.top() + r.height() * 0.71);
        tick.lineTo(r.left() + r.width() * 0.77, r.top() + r.height() * 0.30);
        painter.strokePath(tick, QPen(c.onAccent, r.width() / 8));
    } else if (is(option, QStyle::State_NoChange)) {
        painter.fillRect(
            QRectF(r.left() + r.width() * 0.22, r.center().y() - 0.5, r.width() * 0.56, 2), strong);
    }
    painter.restore();
}

void paintRadioSign(QPainter &painter, const QStyleOption &option)
{
    const Colours &c = coloursOf(option);
    const QRectF r = option.rect;
    const bool isEnabled = is(option, QStyle::State_Enabled);
    const bool isOn = is(option, QStyle::State_On);
    const QColor strong = isEnabled ? c.accent : c.ink3;
    const QPen pen =
        isOn ? QPen(strong, r.width() * 0.31) : QPen(isEnabled ? c.control : c.line, 1);
    paintBox(painter, r, r.width() / 2, c.paper, pen);
}

void paintTab(QPainter &painter, const QStyleOptionTab &tab)
{
    const Colours &c = coloursOf(tab);
    const bool isChosen = is(tab, QStyle::State_Selected);
    if (isChosen) {
        painter.fillRect(tab.rect, c.paper);
        painter.fillRect(
            QRect(tab.rect.topLeft(), QSize(tab.rect.width(), space(&tab, nullptr, 0.75))),
            c.accent);
    } else {
        const bool isHot = is(tab, QStyle::State_MouseOver);
        painter.fillRect(tab.rect, isHot ? c.hover : c.window);
        painter.fillRect(QRect(tab.rect.left(), tab.rect.bottom(), tab.rect.width(), 1), c.line);
    }
    painter.fillRect(QRect(tab.rect.right(), tab.rect.top(), 1, tab.rect.height()), c.line);
    if (is(tab, QStyle::State_HasFocus)) {
        paintEdgeRing(painter, tab);
    }
}

void paintProgress(QPainter &painter, const QStyleOptionProgressBar &bar)
{
    const Colours &c = coloursOf(bar);
    const int height = space(&bar, nullptr, 1.5);
    QRectF track(bar.rect.left(), bar.rect.center().y() - height / 2.0 + 0.5, bar.rect.width(),
                 height);
    paintBox(painter, track, height / 2.0, c.selectIdle, QPen(c.control, 1));
    const int span = bar.maximum - bar.minimum;
    if (span > 0 && bar.progress > bar.minimum) {
        track.setWidth(track.width() * (bar.progress - bar.minimum) / span);
        paintBox(painter, track, height / 2.0, c.accent, QPen(c.accent, 1));
    }
}

/// Menu bar items: the ground only under the open or pointed-at one.
bool paintMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &item)
{
    const Colours &c = coloursOf(item);
    painter.fillRect(item.rect, c.window);
    if (is(item, QStyle::State_Selected) || is(item, QStyle::State_Sunken)) {
        paintBox(painter, QRectF(item.rect).adjusted(0, 2, 0, -2), corner(item), c.selectIdle,
                 Qt::NoPen);
    }
    const int flags = static_cast<int>(Qt::AlignCenter) | Qt::TextShowMnemonic | Qt::TextSingleLine
        | Qt::TextDontClip;
    painter.setPen(is(item, QStyle::State_Enabled) ? c.ink : c.ink3);
    painter.drawText(item.rect, flags, item.text);
    return true;
}

/// Text that can be walked through shows the keyboard on its edge as a field does; a list shows it
/// by its row.
void paintFrame(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Colours &c = coloursOf(option);
    const auto *rich = qobject_cast<const QTextEdit *>(widget);
    const auto *plain = qobject_cast<const QPlainTextEdit *>(widget);
    const bool isField =
        (rich != nullptr && !rich->isReadOnly()) || (plain != nullptr && !plain->isReadOnly());
    const bool isText = rich != nullptr || plain != nullptr;
    const QPen pen = isText && is(option, QStyle::State_HasFocus)
        ? QPen(c.accent, space(&option, nullptr, 0.5))
        : QPen(isField ? c.control : c.line, 1);
    paintBox(painter, option.rect, corner(option), Qt::transparent, pen);
}

/// The same shape in one colour.
QIcon inColour(const QIcon &icon, QSize size, const QColor &colour, qreal scale)
{
    QPixmap pixmap = icon.pixmap(size, scale);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(), size), colour);
    return QIcon(pixmap);
}

/// The default button's label lies on the accent.
bool paintButtonLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isFilled = button != nullptr && is(option, QStyle::State_Enabled)
        && button->features.testFlag(QStyleOptionButton::DefaultButton);
    if (!isFilled || widget == nullptr) {
        return false;
    }
    QStyleOptionButton label(*button);
    label.palette.setColor(QPalette::ButtonText, coloursOf(option).onAccent);
    label.features.setFlag(QStyleOptionButton::DefaultButton, false);
    if (!label.icon.isNull()) {
        label.icon = inColour(label.icon, label.iconSize, coloursOf(option).onAccent,
                              widget->devicePixelRatioF());
    }
    QFont bold = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    widget->style()->drawControl(QStyle::CE_PushButtonLabel, &label, &painter, widget);
    return true;
}

/// Tabs in the background are quieter.
bool paintTabLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option);
    const QColor quiet = coloursOf(option).ink2;
    if (tab == nullptr || widget == nullptr || is(option, QStyle::State_Selected)
        || option.palette.color(QPalette::WindowText) == quiet) {
        return false;
    }
    QStyleOptionTab label(*tab);
    label.palette.setColor(QPalette::WindowText, quiet);
    widget->style()->drawControl(QStyle::CE_TabBarTabLabel, &label, &painter, widget);
    return true;
}

void paintArrowDown(QPainter &painter, const QRectF &box, const QColor &colour)
{
    const double s = box.width() / 10;
    QPainterPath arrow(QPointF(box.left() + s, box.top() + 3 * s));
    arrow.lineTo(box.left() + 5 * s, box.top() + 7.4 * s);
    arrow.lineTo(box.left() + 9 * s, box.top() + 3 * s);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(arrow, QPen(colour, 1.5));
    painter.restore();
}

bool paintItemGround(QPainter &painter, const QStyleOption &option)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    if (item == nullptr) {
        return false;
    }
    if (item->backgroundBrush.style() != Qt::NoBrush) {
        painter.fillRect(item->rect, item->backgroundBrush);
    }
    paintRowBackground(painter, *item);
    return true;
}

void paintLine(QPainter &painter, const QStyleOption &option, const QRect &place)
{
    painter.fillRect(place, coloursOf(option).line);
}

} // namespace

int space(const QStyleOption *option, const QWidget *widget, double times)
{
    if (option != nullptr) {
        return units(QFontMetricsF(QFontMetrics(option->fontMetrics)), times);
    }
    return units(QFontMetricsF(widget != nullptr ? widget->font() : QApplication::font()), times);
}

void paintEdgeRing(QPainter &painter, const QStyleOption &option)
{
    paintBox(painter, option.rect, corner(option), Qt::transparent,
             QPen(coloursOf(option).accent, space(&option, nullptr, 0.5)));
}

void paintOuterRing(QPainter &painter, const QStyleOption &option)
{
    const int width = space(&option, nullptr, 0.5);
    paintBox(painter, option.rect, corner(option) + width, Qt::transparent,
             QPen(coloursOf(option).accent, width));
}

bool paintFlatPrimitive(QStyle::PrimitiveElement element, const QStyleOption &option,
                        QPainter &painter, const QWidget *widget)
{
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
        paintPushButton(painter, option);
        return true;
    case QStyle::PE_PanelButtonTool:
        paintToolButton(painter, option);
        return true;
    case QStyle::PE_PanelLineEdit:
        return paintLineEdit(painter, option);
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        paintCheckSign(painter, option);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        paintRadioSign(painter, option);
        return true;
    case QStyle::PE_PanelItemViewItem:
        return paintItemGround(painter, option);
    case QStyle::PE_PanelItemViewRow:
        return true;
    case QStyle::PE_FrameTabBarBase:
        paintLine(painter, option,
                  QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1));
        return true;
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_FrameTabWidget:
        return true;
    case QStyle::PE_Frame:
        paintFrame(painter, option, widget);
        return widget != nullptr;
    default:
        return false;
    }
}

bool paintFlatControl(QStyle::ControlElement element, const QStyleOption &option, QPainter &painter,
                      const QWidget *widget)
{
    switch (element) {
    case QStyle::CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option)) {
            paintTab(painter, *tab);
        }
        return true;
    case QStyle::CE_TabBarTabLabel:
        return paintTabLabel(option, painter, widget);
    case QStyle::CE_PushButtonLabel:
        return paintButtonLabel(option, painter, widget);
    case QStyle::CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option)) {
            return paintMenuBarItem(painter, *item);
        }
        return false;
    case QStyle::CE_MenuBarEmptyArea:
        painter.fillRect(option.rect, coloursOf(option).window);
        return true;
    case QStyle::CE_ToolBar:
        painter.fillRect(option.rect, coloursOf(option).window);
        paintLine(painter, option,
                  QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1));
        return true;
    case QStyle::CE_Splitter:
        paintLine(painter, option, option.rect);
        return true;
    case QStyle::CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option)) {
            paintProgress(painter, *bar);
        }
        return true;
    default:
        return false;
    }
}

bool opensMenu(const QStyleOptionToolButton &button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

namespace {

bool hasWords(const QStyleOptionToolButton &button)
{
    return button.toolButtonStyle != Qt::ToolButtonIconOnly && !button.text.isEmpty();
}

} // namespace

QStyleOptionToolButton withoutArrow(const QStyleOptionToolButton &button)
{
    QStyleOptionToolButton bare(button);
    bare.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    if (hasWords(button)) {
        bare.rect.setRight(bare.rect.right() - space(&button, nullptr, 3));
    }
    return bare;
}

void paintMenuArrow(QPainter &painter, const QStyleOptionToolButton &button)
{
    if (hasWords(button)) {
        const int side = space(&button, nullptr, 2.5);
        const QRectF place(button.rect.right() - side - space(&button, nullptr, 1),
                           button.rect.center().y() - side / 2.0 + 0.5, side, side);
        paintArrowDown(painter, place, coloursOf(button).ink);
    }
}

bool paintFlatCombo(const QStyleOptionComplex &option, QPainter &painter)
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(&option);
    if (combo == nullptr) {
        return false;
    }
    const Colours &c = coloursOf(option);
    const bool isEnabled = is(option, QStyle::State_Enabled);
    const bool hasFocus = is(option, QStyle::State_HasFocus);
    const QColor button = is(option, QStyle::State_MouseOver) && isEnabled ? c.hover : c.raised;
    const QColor fill = combo->editable ? c.paper : button;
    if (combo->frame) {
        const QPen pen = hasFocus ? QPen(c.accent, space(&option, nullptr, 0.5))
                                  : QPen(isEnabled ? c.control : c.line, 1);
        paintBox(painter, option.rect, corner(option), fill, pen);
    }
    const int side = space(&option, nullptr, 2.5);
    const QRectF arrow(option.rect.right() - side - space(&option, nullptr, 1.75),
                       option.rect.center().y() - side / 2.0 + 0.5, side, side);
    paintArrowDown(painter, arrow, isEnabled ? c.ink : c.ink3);
    return true;
}

} // namespace nutgraf::look
