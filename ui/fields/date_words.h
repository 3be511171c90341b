// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace nutgraf::fields {

enum class DateLength { Long, Short }; ///< `Tuesday 12 May 2026`, `12 May 2026`

/// A date as the dateline shows it; empty for none.
[[nodiscard]] QString dateWords(QDate date, DateLength length);
/// A date as people type it: `2026-05-12`, `12 May 2026`, `May 12`, `12.5.2026`, `today`; a missing
/// year is `today`'s. An empty text is an invalid date; nullopt: not understood.
[[nodiscard]] std::optional<QDate> dateFrom(const QString &words, QDate today);

/// A time as the embargo shows it, in the zone of this computer: `14 May 2026, 18:00`; empty for
/// none.
[[nodiscard]] QString timeWords(const QDateTime &time);
/// A time as people type it: `14 May 2026, 18:00`, `18:00 14 May`, `tomorrow 9:30`, `18:00` (the
/// next one), ISO 8601 with or without a zone. Given in UTC; an empty text is an invalid time;
/// nullopt: not understood, or without an hour.
[[nodiscard]] std::optional<QDateTime> timeFrom(const QString &words, const QDateTime &now);

} // namespace nutgraf::fields
