// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"

#include <QString>

#include <vector>

namespace nutgraf::panels {

/// Names places of a snapshot as editors do: paragraphs of the body count from 1.
class Places {
public:
    explicit Places(const analysis::Snapshot &snapshot);

    /// Paragraph of the body that holds `at`, 0: outside the body.
    [[nodiscard]] int paragraph(qsizetype at) const;
    /// "¶ 3", "headline", "deck", "dateline", "notice"; empty: nowhere.
    [[nodiscard]] QString mark(qsizetype at) const;
    /// "paragraph 3", "headline", …
    [[nodiscard]] QString words(qsizetype at) const;

private:
    [[nodiscard]] QString named(qsizetype at) const;

    std::vector<analysis::Segment> m_segments;
    std::vector<qsizetype> m_begins; ///< of the body's paragraphs, ascending
};

} // namespace nutgraf::panels
