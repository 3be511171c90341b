// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/command_keys.h"

#include <QKeyEvent>

namespace nutgraf::body {

bool leaveToWindow(QEvent &event)
{
    if (event.type() != QEvent::ShortcutOverride) {
        return false;
    }
    const auto &key = static_cast<const QKeyEvent &>(event);
    const bool isCommand = key.modifiers() == Qt::ControlModifier
        && (key.key() == Qt::Key_E || key.key() == Qt::Key_K || key.key() == Qt::Key_D
            || key.key() == Qt::Key_U);
    if (isCommand) {
        event.ignore();
    }
    return isCommand;
}

} // namespace nutgraf::body
