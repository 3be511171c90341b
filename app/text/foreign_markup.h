// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace nutgraf::text {

/// The first line that a version control system left where two people changed the same words:
/// `<<<<<<<`, `|||||||` or `>>>>>>>` (git-merge, "How conflicts are presented").
[[nodiscard]] std::optional<TextRange> conflictMarker(QStringView body);

/// Markup of other Markdown dialects: a story prints it as it was typed.
enum class ForeignMarkup { Picture, Table, Code };

struct ForeignPlace {
    ForeignMarkup what = ForeignMarkup::Picture;
    TextRange range; ///< the line

    friend bool operator==(const ForeignPlace &, const ForeignPlace &) = default;
};

/// The first line of each kind, ascending.
[[nodiscard]] std::vector<ForeignPlace> foreignMarkup(QStringView body);

} // namespace nutgraf::text
