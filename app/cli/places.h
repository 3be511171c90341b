// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"

#include <QString>

#include <vector>

namespace nutgraf::cli {

/// What people call the places of one text; made once, as it reads the whole text.
class Places {
public:
    explicit Places(const analysis::Snapshot &snapshot);

    /// "headline", "deck", "notice" or the paragraph's number in the body. `offset` in UTF-16
    /// units of the snapshot's text.
    [[nodiscard]] QString of(qsizetype offset) const;

private:
    std::vector<analysis::Segment> m_named; ///< headline, deck, notice
    std::vector<qsizetype> m_paragraphs; ///< where the body's begin, ascending
};

} // namespace nutgraf::cli
