// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/command_keys.h"

#include <QKeyEvent>

namespace nutgraf::editor {

bool isCommandKey(const QKeyEvent &key)
{
    return key.modifiers() == Qt::ControlModifier
        && (key.key() == Qt::Key_E || key.key() == Qt::Key_K || key.key() == Qt::Key_D
            || key.key() == Qt::Key_U);
}

} // namespace nutgraf::editor
