// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/style.h"

#include "ui/look/controls.h"
#include "ui/look/icons.h"

#include <QAbstractItemView>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>

namespace nutgraf::look {

using namespace Qt::StringLiterals;

namespace {

QString preferredBase()
{
    const QStringList keys = QStyleFactory::keys();
    return keys.contains("breeze"_L1, Qt::CaseInsensitive) ? u"breeze"_s : u"fusion"_s;
}

/// A flat button lies close to others: there is no room for a ring around it.
bool hasInnerRing(const QStyleOptionButton &button)
{
    return button.features.testFlag(QStyleOptionButton::Flat)
        && button.state.testFlag(QStyle::State_HasFocus);
}

} // namespace

Style::Style() : QProxyStyle(preferredBase()), m_isFlat(preferredBase() == "fusion"_L1) { }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        // rows show the keyboard by their selection; push buttons by the ring around them
        if (qobject_cast<const QAbstractItemView *>(widget) == nullptr
            && qobject_cast<const QPushButton *>(widget) == nullptr) {
            paintEdgeRing(*painter, *option);
        }
        return;
    }
    if (element == PE_IndicatorTabClose) {
        icon(u"tab-close"_s).paint(painter, option->rect);
        return;
    }
    if (!m_isFlat || !paintFlatPrimitive(element, *option, *painter, widget)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_FocusFrame) {
        paintOuterRing(*painter, *option);
        return;
    }
    if (!m_isFlat || !paintFlatControl(element, *option, *painter, widget)) {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButton && button != nullptr && hasInnerRing(*button)) {
        paintEdgeRing(*painter, *option);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (m_isFlat && control == CC_ScrollBar) {
        paintScrollBar(*painter, *option,
                       proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    if (m_isFlat && control == CC_ComboBox && paintFlatCombo(*option, *painter)) {
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (m_isFlat && button != nullptr && opensMenu(*button)) {
        const QStyleOptionToolButton bare = withoutArrow(*button);
        QProxyStyle::drawComplexControl(control, &bare, painter, widget);
        paintMenuArrow(*painter, *button);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox && option->state.testFlag(State_HasFocus)) {
        paintEdgeRing(*painter, *option);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const
{
    if (m_isFlat && control == CC_ScrollBar) {
        return scrollBarPart(*option, part, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    }
    const QRect natural = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isComboText = control == CC_ComboBox && part == SC_ComboBoxEditField;
    return m_isFlat && isComboText ? natural.adjusted(space(option, widget, 1), 0, 0, 0) : natural;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect natural = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (m_isFlat && element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0) {
        return natural.adjusted(space(option, widget, 1.5), 0, -space(option, widget, 1.5), 0);
    }
    return natural;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin) {
        return space(option, widget, 1);
    }
    if (metric == PM_ToolBarIconSize) {
        return space(option, widget, 5.5);
    }
    const double flat = m_isFlat ? flatMetric(metric) : -1;
    return flat >= 0 ? space(option, widget, flat)
                     : QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_UnderlineShortcut:
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ComboBox_Popup: // a list below the box, not a menu over it
    case SH_DialogButtonBox_ButtonsHaveIcons: // words say it; an icon would want another colour
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animation_Duration: // nothing fades
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const QSize natural = QProxyStyle::sizeFromContents(type, option, size, widget);
    return m_isFlat ? flatSize(type, natural, option, widget) : natural;
}

} // namespace nutgraf::look
