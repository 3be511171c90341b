// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace nutgraf::lexicon {

/// What a name or figure is one of.
enum class EntityType {
    Person,
    Organisation,
    Location,
    Misc,
    Date,
    Time,
    Money,
    Percent,
    Quantity
};

/// Amounts and times of day: what is checked, not who or where.
[[nodiscard]] constexpr bool isFigure(EntityType type)
{
    return type > EntityType::Date;
}

} // namespace nutgraf::lexicon
