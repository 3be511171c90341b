// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/shapes.h"
#include "ui/session/reading.h"

#include <QFrame>

class QAbstractButton;
class QLabel;
class QPushButton;

namespace nutgraf::panels {

class WrappingRow;

/// A card below a list: what the analysis believes about the chosen row and why, with buttons.
class ReasonCard final : public QFrame {
    Q_OBJECT
public:
    explicit ReasonCard(QWidget *parent = nullptr);

    void setContent(look::Shape shape, const QString &title, const QString &reasons);
    /// A button at the card's foot; `key` is shown in its tooltip.
    [[nodiscard]] QPushButton *addButton(const QString &words, const QString &toolTip);
    /// Why the analysis believes what it says of an attribution, or who put it right.
    [[nodiscard]] static QString why(const session::Reading &reading, int attribution);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString reasons() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyLook();

    look::Shape m_shape = look::Shape::Note;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_reasons = nullptr;
    WrappingRow *m_buttons = nullptr;
};

} // namespace nutgraf::panels
