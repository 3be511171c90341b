// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace nutgraf::text {

/// The word that ends before `at` with only spaces in between; empty at a sentence's or clause's
/// beginning. `from` and `to` bound the search.
[[nodiscard]] TextRange wordBefore(QStringView text, qsizetype at, qsizetype from);
[[nodiscard]] TextRange wordAfter(QStringView text, qsizetype at, qsizetype to);

template <size_t N>
[[nodiscard]] bool isOneOf(QStringView word, const std::array<QStringView, N> &words)
{
    return std::ranges::any_of(
        words, [word](QStringView w) { return word.compare(w, Qt::CaseInsensitive) == 0; });
}

enum class DayWord {
    Weekday, ///< "Friday"
    Relative, ///< "today", "tomorrow"
};

/// Whether the day word at `word` means a day that is reckoned from the day of writing, and is not
/// part of a name ("USA Today", "Good Friday", "the Tuesday Tribune"), of an idiom ("feels like
/// yesterday", "here today, gone tomorrow"), of another word ("today's", "#friday") or of a date
/// ("a Friday in 1987", "Tuesday, 12 May"). In doubt it does not.
[[nodiscard]] bool meansADay(QStringView text, TextRange within, TextRange word, DayWord kind);

} // namespace nutgraf::text
