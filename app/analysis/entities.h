// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/reading.h"

#include <QHash>

#include <span>

namespace nutgraf::analysis {

/// One mention in the document, with the entity it names.
struct PlacedMention {
    TextRange range;
    int entity = 0;
    bool isQuoted = false;
};

/// The document's entities and all their mentions, ascending.
struct EntityIndex {
    std::vector<Entity> entities;
    std::vector<Gender> genders; ///< one an entity
    std::vector<PlacedMention> mentions;
    QHash<QString, std::vector<int>> roles; ///< word of a role → persons
    QHash<QString, std::vector<int>> bearers; ///< surname → persons named in full

    /// The persons whose role has the word `word`, in small letters.
    [[nodiscard]] const std::vector<int> &withRole(const QString &word) const;
    /// The persons of that surname whom the text names in full, by first mention.
    [[nodiscard]] const std::vector<int> &withSurname(const QString &surname) const;
    /// The mentions that lie inside `range`.
    [[nodiscard]] std::span<const PlacedMention> inside(TextRange range) const;
    /// The mentions that end at or before `at`.
    [[nodiscard]] std::span<const PlacedMention> before(qsizetype at) const;
};

[[nodiscard]] EntityIndex indexEntities(QStringView text,
                                        const std::vector<PlacedReading> &readings);

} // namespace nutgraf::analysis
