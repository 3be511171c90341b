// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "text/quotes.h"

#include <utility>
#include <vector>

namespace nutgraf::review {

/// Tells a quotation that goes on in the next paragraph, and so has no closing mark, from one whose
/// mark was forgotten before a paragraph that happens to open with one.
class QuoteEnds {
public:
    /// Text and analysis must outlive it.
    QuoteEnds(QStringView text, const analysis::Analysis &analysis);

    /// Whether `quote`, which `next` seems to go on with, cannot: it is part of a sentence (AP
    /// Stylebook, "quotation marks": a part quote is closed at its paragraph's end), its paragraph
    /// ends with who said it, or somebody else says the next one.
    [[nodiscard]] bool isForgotten(const text::Quote &quote, const text::Quote &next) const;

private:
    [[nodiscard]] const analysis::Attribution *saying(TextRange quote) const;
    [[nodiscard]] bool hasTwoSpeakers(TextRange quote, TextRange next) const;

    QStringView m_text;
    const analysis::Analysis &m_analysis;
    std::vector<std::pair<TextRange, int>> m_said; ///< quoted runs and their attributions
};

} // namespace nutgraf::review
