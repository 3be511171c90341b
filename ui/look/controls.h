// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyle>
#include <QStyleOption>

namespace nutgraf::look {

// How Style draws: flat controls in the tokens' colours. Each `paintFlat…` says whether it drew.

/// `times` units in the font of the option, else of the widget.
[[nodiscard]] int space(const QStyleOption *option, const QWidget *widget, double times);

/// The focus ring on a control's edge (fields, tabs, check boxes) …
void paintEdgeRing(QPainter &painter, const QStyleOption &option);
/// … and around push buttons, 0.5u off them (the option's rectangle is 1u larger than the button).
void paintOuterRing(QPainter &painter, const QStyleOption &option);

[[nodiscard]] bool paintFlatPrimitive(QStyle::PrimitiveElement element, const QStyleOption &option,
                                      QPainter &painter, const QWidget *widget);
[[nodiscard]] bool paintFlatControl(QStyle::ControlElement element, const QStyleOption &option,
                                    QPainter &painter, const QWidget *widget);
/// A combo box; one that can be edited is a field with an arrow.
[[nodiscard]] bool paintFlatCombo(const QStyleOptionComplex &option, QPainter &painter);

/// A tool button that opens a menu: beside words a proper arrow, beside an icon alone none (Fusion
/// squeezes a speck into the corner).
[[nodiscard]] bool opensMenu(const QStyleOptionToolButton &button);
[[nodiscard]] QStyleOptionToolButton withoutArrow(const QStyleOptionToolButton &button);
void paintMenuArrow(QPainter &painter, const QStyleOptionToolButton &button);

/// A scroll bar without arrows: a rounded handle on the window's ground.
void paintScrollBar(QPainter &painter, const QStyleOptionComplex &option, const QRect &handle);
[[nodiscard]] QRect scrollBarPart(const QStyleOptionComplex &option, QStyle::SubControl part,
                                  int leastHandle);

/// A metric in units; negative: the base style's own.
[[nodiscard]] double flatMetric(QStyle::PixelMetric metric);
[[nodiscard]] QSize flatSize(QStyle::ContentsType type, QSize natural, const QStyleOption *option,
                             const QWidget *widget);

} // namespace nutgraf::look
