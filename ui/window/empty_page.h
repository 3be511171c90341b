// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/commands.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nutgraf::window {

/// What the middle shows while no story is open: what a story is, then actions with their keys.
class EmptyPage final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPage(const Commands &commands, QWidget *parent = nullptr);

    /// What there is: the words follow.
    struct Desk {
        QString folderName; ///< empty: no desk is open
        int stories = 0;
    };
    void show(const Desk &desk);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_goTo;
};

} // namespace nutgraf::window
