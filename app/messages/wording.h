// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

namespace nutgraf::messages {

/// `source`, marked with QT_TRANSLATE_NOOP("messages", …), in the reader's language; `number`
/// stands where it has `%n`.
[[nodiscard]] inline QString translated(const char *source, int number = -1)
{
    return source == nullptr ? QString()
                             : QCoreApplication::translate("messages", source, nullptr, number);
}

} // namespace nutgraf::messages
