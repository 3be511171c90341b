// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <functional>

namespace nutgraf {

/// Where time comes from: a moment with the zone of whoever is at work, whose day counts for
/// folders and datelines; what is stored is UTC (isoUtc). Injected, so that publishing can be
/// repeated byte for byte.
using Clock = std::function<QDateTime()>;

/// Where new identifiers come from (unique, letters, digits and `-`). Injected like the clock.
using IdSource = std::function<QString()>;

/// The computer's own clock, in its own zone.
[[nodiscard]] Clock systemClock();
/// A clock that stands still.
[[nodiscard]] Clock fixedClock(QDateTime time);
/// Random UUIDs (RFC 9562 version 4) without braces.
[[nodiscard]] IdSource randomIds();

/// `2026-01-05T08:05:00Z`: UTC, whole seconds, the only form the project writes.
[[nodiscard]] QString isoUtc(const QDateTime &time);

} // namespace nutgraf
