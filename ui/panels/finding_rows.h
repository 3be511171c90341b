// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/row.h"
#include "ui/session/reading.h"

namespace nutgraf::panels {

/// The findings of `reading` under headings by level; ids are indexes into Reading::findings.
/// `action`: the words of each row's button; empty: none.
[[nodiscard]] std::vector<RowTree> findingRows(const session::Reading &reading,
                                               const QString &action = {});

[[nodiscard]] look::Shape shapeOf(review::FindingLevel level);
[[nodiscard]] int countOf(const std::vector<review::Finding> &findings, review::FindingLevel level);
/// Octagons, triangles and notes with their counts, where there are any.
[[nodiscard]] std::vector<look::ShapeCount>
shapeCounts(const std::vector<review::Finding> &findings);

} // namespace nutgraf::panels
