// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace nutgraf::look {

/// The desktop's interface font where a desktop sets one (Plasma, GNOME); else Noto Sans, Inter or
/// DejaVu Sans at 10 pt. Call once, after QApplication is made.
[[nodiscard]] QFont interfaceFont();
/// Secondary text: 0.9 of the interface font.
[[nodiscard]] QFont smallFont(const QFont &interfaceFont);
/// A chip's initials: 0.825 of the interface font, bold; nothing is smaller.
[[nodiscard]] QFont initialsFont(const QFont &interfaceFont);
[[nodiscard]] QFont boldFont(QFont font);

/// The story's fonts at 100 %: body 12 pt, headline 16.5 pt bold, deck 11.25 pt. `family` is the
/// user's choice; empty: Noto Serif, Charis SIL, DejaVu Serif.
[[nodiscard]] QFont bodyFont(const QString &family = {});
[[nodiscard]] QFont headlineFont(const QString &family = {});
[[nodiscard]] QFont deckFont(const QString &family = {});
/// The body family at the size of the interface font, for quoted words in lists.
[[nodiscard]] QFont quoteFont(const QFont &interfaceFont, const QString &family = {});

/// Time codes, paths, hashes: Hack, Noto Sans Mono, 9 pt.
[[nodiscard]] QFont monoFont();

} // namespace nutgraf::look
