// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QString>

namespace nutgraf::look {

/// An icon by its freedesktop name. Nothing is looked up before it is first painted; it follows
/// useIconTheme() at once. Where the theme has no such icon a plain drawn sign takes its place.
[[nodiscard]] QIcon icon(const QString &name);

enum class Scheme { Light, Dark };
/// Plasma's own theme stays; elsewhere Breeze or Breeze Dark, as plain Qt does not recolour icons.
void useIconTheme(Scheme scheme);

} // namespace nutgraf::look
