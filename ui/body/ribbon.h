// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/mark_log.h"
#include "ui/body/ribbon_rows.h"

#include <QWidget>

namespace nutgraf::body {

/// The gutter beside the text: state shapes, speakers' chips and the source ribbon. Lies in the
/// margin of the editor's viewport, at the same height, and repaints only lines that changed.
class Ribbon final : public QWidget {
    Q_OBJECT
public:
    explicit Ribbon(QWidget *parent);

    void setUnits(std::vector<RibbonUnit> units);
    [[nodiscard]] const std::vector<RibbonUnit> &units() const;
    /// Moves the units with an edit of the text; lines are shown anew by showLines().
    void move(const Edit &edit);
    /// The lines that can be seen, in viewport coordinates.
    void showLines(std::vector<RibbonLine> lines);
    /// Where the text begins, in this widget's coordinates; everything is placed from there.
    void setTextLeft(int x);

    /// The unit whose shape, chip or stripe is at `at`, -1: none.
    [[nodiscard]] int unitAt(QPoint at) const;
    [[nodiscard]] const std::vector<RibbonRow> &rows() const;
    [[nodiscard]] QRect stripeBox(const RibbonRow &row) const;
    [[nodiscard]] QRectF chipBox(const RibbonRow &row) const;
    [[nodiscard]] QRectF shapeBox(const RibbonRow &row) const;

Q_SIGNALS:
    void clicked(int unit);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void layOut(const std::vector<RibbonUnit> &before);
    void paintBar(QPainter &painter, const QRect &box, const RibbonBar &bar) const;
    void paintRow(QPainter &painter, const RibbonRow &row) const;
    [[nodiscard]] QString describe(int unit) const;

    std::vector<RibbonUnit> m_units;
    std::vector<RibbonLine> m_lines;
    std::vector<RibbonRow> m_rows;
    int m_textLeft = 0;
};

} // namespace nutgraf::body
