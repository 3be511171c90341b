// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

namespace nutgraf::messages {

/// `source`, marked with QT_TRANSLATE_NOOP("messages", …), in the reader's language.
[[nodiscard]] inline QString translated(const char *source)
{
    return source == nullptr ? QString() : QCoreApplication::translate("messages", source);
}

} // namespace nutgraf::messages
