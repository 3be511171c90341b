// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/shapes.h"

#include <QString>
#include <QStyleOptionViewItem>

#include <optional>
#include <vector>

namespace nutgraf::look {

/// A row's one emphasised word ("needs a source", "altered: 1 word").
enum class Alert { None, Warn, Danger };

/// A row of two lines: shape, title and a word at the right; below it secondary text and a word at
/// the right. Height: size::TwoLineRow.
struct TwoLineRow {
    std::optional<Shape> shape;
    QString title;
    QString titleRight; ///< secondary
    QString detail; ///< secondary
    QString detailRight; ///< secondary
    QString alert; ///< follows the detail, in the colour of its level
    Alert alertLevel = Alert::None;
    QFont titleFont; ///< the view's font, or quoteFont() for quoted words
};

/// A row of one line: text, secondary text after it, shape and word at the right. Height:
/// size::Row.
struct OneLineRow {
    QString lead; ///< secondary, in a column of its own before the text ("¶ 3"); may be empty
    QString text;
    QString note; ///< secondary, after the text
    QString right; ///< secondary, at the right edge
    std::optional<Shape> rightShape; ///< before `right`
    QFont textFont;
    int indent = 0; ///< levels of 3u
};

/// The head of a group: a speaker's chip (if `initials` is not empty), a bold name, secondary text
/// after it, a count at the right. Height: size::SectionHeader.
struct GroupRow {
    QString initials;
    int speaker = 0; ///< negative: nobody; name in danger
    QString name;
    QString note;
    QString right;
};

/// Selection, hover and the focused list's accent bar. Call before the row's own painting (the row
/// functions below do).
void paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option);

/// `option.rect` is the whole row, `option.font` the interface font, `option.state` says selected,
/// active and hovered. Long texts end in an ellipsis; give the full text as tooltip.
void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const TwoLineRow &row);
void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const OneLineRow &row);
void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const GroupRow &row);

/// Heights for an interface font.
[[nodiscard]] int twoLineRowHeight(const QFont &interfaceFont);
[[nodiscard]] int oneLineRowHeight(const QFont &interfaceFont);
[[nodiscard]] int groupRowHeight(const QFont &interfaceFont);

/// A count beside a shape, as section headers show them ("● 1  ▲ 1").
struct ShapeCount {
    Shape shape = Shape::Note;
    int count = 0;
};
/// A foldable section's head: arrow, bold title, count; at the right shapes with counts, else
/// `right`.
struct SectionHeader {
    QString title;
    QString count;
    QString right;
    std::vector<ShapeCount> counts;
    bool isOpen = false;
    bool hasFocus = false;
    bool hasTopLine = true;
};
/// `rect` is size::SectionHeader high.
void paintSectionHeader(QPainter &painter, const QRect &rect, const SectionHeader &header,
                        const Colours &colours, const QFont &interfaceFont);

/// A keyboard key's cap ("Ctrl").
void paintKeyCap(QPainter &painter, const QRectF &box, const QString &key, const Colours &colours,
                 const QFont &interfaceFont);
[[nodiscard]] QSizeF keyCapSize(const QString &key, const QFont &interfaceFont);

} // namespace nutgraf::look
