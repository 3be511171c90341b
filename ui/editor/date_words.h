// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace nutgraf::editor {

enum class DateLength { Long, Short }; ///< `Tuesday 12 May 2026`, `12 May 2026`

/// A date as the dateline shows it; empty for none.
[[nodiscard]] QString dateWords(QDate date, DateLength length);
/// A date as people type it: `2026-05-12`, `12 May 2026`, `May 12`, `12.5.2026`, `today`; a missing
/// year is `today`'s. An empty text is an invalid date; nullopt: not understood.
[[nodiscard]] std::optional<QDate> dateFrom(const QString &words, QDate today);

} // namespace nutgraf::editor
