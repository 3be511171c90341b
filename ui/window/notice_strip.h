// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/shapes.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace nutgraf::window {

/// A strip above the panes: shape, what happened, where, one button. Esc or its cross closes it.
class NoticeStrip final : public QWidget {
    Q_OBJECT
public:
    struct Notice {
        look::Shape shape = look::Shape::Note;
        QString what;
        QString where; ///< may be empty
        QString button; ///< empty: none
        std::function<void()> act; ///< the button's
    };

    explicit NoticeStrip(QWidget *parent = nullptr);
    void show(Notice notice);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Notice m_notice;
    QLabel *m_what;
    QLabel *m_where;
    QPushButton *m_button;
    QToolButton *m_close;
};

} // namespace nutgraf::window
