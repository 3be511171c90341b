// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

#include <vector>

namespace nutgraf::text {

/// Non-empty lines inside `within`, each one paragraph (a blank line or a single line end both part
/// paragraphs), without outer white space.
[[nodiscard]] std::vector<TextRange> paragraphs(QStringView text, TextRange within);

/// Sentences of one paragraph, closing quotation marks included. Knows abbreviations ("Feb. 24",
/// "Mr. Putin", "U.N.") and does not end inside a quotation that goes on.
[[nodiscard]] std::vector<TextRange> sentences(QStringView text, TextRange paragraph);

/// Words as a reader counts them: runs of letters and digits, joined by - ' ’ . inside.
[[nodiscard]] qsizetype wordCount(QStringView text);

} // namespace nutgraf::text
