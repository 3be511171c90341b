// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

namespace nutgraf::analysis {

/// A quotation that quotes nobody. Title: "State of the Union"; Phrase: a word or two in marks.
enum class UnspokenKind { Title, Phrase };

struct UnspokenQuote {
    TextRange range; ///< marks included
    UnspokenKind kind = UnspokenKind::Phrase;

    friend bool operator==(const UnspokenQuote &, const UnspokenQuote &) = default;
};

} // namespace nutgraf::analysis
