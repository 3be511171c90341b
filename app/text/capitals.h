// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace nutgraf::text {

/// A place as a dateline prints it, in capitals: `İSTANBUL`, `WASHINGTON`, `ΑΘΗΝΑ`. The rules of
/// case are those of the place's own letters where they tell a language (a dotted capital or a
/// dotless small i is Turkish, Greek script is Greek), else of `language` (BCP 47).
[[nodiscard]] QString inCapitals(const QString &place, const QString &language);

/// A place written in capitals, in ordinary case: `Port Lorne`, `Washington, D.C.`, `İstanbul`. One
/// with a small letter in it is the writer's own and stays. In a Turkish story I is a dotless i,
/// but in places whose name is no Turkish word: one with q, w or x, or a city of the world that ICU
/// knows.
[[nodiscard]] QString inOrdinaryCase(const QString &place, const QString &language);

} // namespace nutgraf::text
