// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/return_key.h"

#include <QAbstractButton>
#include <QDialog>
#include <QKeyEvent>

namespace nutgraf::look {

ReturnKey::ReturnKey(QDialog *dialog) : QObject(dialog), m_dialog(*dialog)
{
    dialog->installEventFilter(this); // it is sent the keys that none of its children took
}

/// A push button answers Return itself, also again and again while the key is held.
void ReturnKey::watchButtons()
{
    for (QAbstractButton *button : m_dialog.findChildren<QAbstractButton *>()) {
        button->installEventFilter(this);
    }
}

bool ReturnKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched == &m_dialog) {
        watchButtons();
    }
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (key.key() != Qt::Key_Return && key.key() != Qt::Key_Enter) {
        return false;
    }
    if (key.isAutoRepeat()) {
        return true;
    }
    auto *button = qobject_cast<QAbstractButton *>(m_dialog.focusWidget());
    if (button == nullptr) {
        return false;
    }
    button->click();
    return true;
}

} // namespace nutgraf::look
