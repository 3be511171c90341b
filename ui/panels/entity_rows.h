// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/row.h"
#include "ui/session/reading.h"

namespace nutgraf::panels {

/// The entities of `reading` by type, each with its mentions and pronouns below it. Row ids are
/// indexes into Analysis::entities. `filter`: only entities that are called or described so; empty:
/// all.
[[nodiscard]] std::vector<RowTree> entityRows(const session::Reading &reading,
                                              const QString &filter);

/// Mentions and pronouns of an entity, ascending.
[[nodiscard]] std::vector<TextRange> placesOf(const analysis::Entity &entity);

/// The attribution whose source is, or lies in, `range`; -1: none.
[[nodiscard]] int attributionOfSource(const analysis::Analysis &analysis, TextRange range);

} // namespace nutgraf::panels
