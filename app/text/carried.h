// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

namespace nutgraf::text {

/// Where `range` of `before` (UTF-16 units) stands in `after`, the change between the two taken as
/// one: what both begin and end with is the same. What was put in at an edge of the range stays
/// outside it; a range that the change took away comes out empty, at its place.
[[nodiscard]] TextRange carried(TextRange range, QStringView before, QStringView after);

} // namespace nutgraf::text
