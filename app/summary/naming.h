// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "summary/openers.h"
#include "summary/summary.h"

#include <QHash>

#include <optional>

namespace nutgraf::summary {

/// Knows how to name the people of a story in an edition that may leave out where they were
/// introduced.
class Naming {
public:
    Naming(const analysis::Snapshot &snapshot, const analysis::Analysis &analysis,
           const Body &body);

    /// Fills in `changes` for names and pronouns, `introduces` and the notes that go with them.
    /// Marks the unit as not pickable where a pronoun stays dark.
    void name(Unit &unit, const Block &block, const Opener &opener) const;

private:
    /// A place where the text speaks of an entity.
    struct Reference {
        TextRange range;
        int entity = -1;
        bool isFull = false;
        bool isFirst = false; ///< outside quotations
    };

    void collect(int entity);
    [[nodiscard]] std::vector<Reference> referencesIn(TextRange range) const;
    [[nodiscard]] QString firstName(int entity) const; ///< as an edition first names it
    [[nodiscard]] QString laterName(int entity) const;
    [[nodiscard]] bool isCompletable(const Reference &reference) const;
    [[nodiscard]] std::optional<Change> forPronoun(TextRange pronoun, const Block &block) const;
    [[nodiscard]] static bool isNamedBefore(const std::vector<Reference> &references, qsizetype at,
                                            int entity);
    void addPronoun(Unit &unit, TextRange pronoun, const Block &block,
                    const std::vector<Reference> &references) const;
    void addPronouns(Unit &unit, const Block &block,
                     const std::vector<Reference> &references) const;

    const analysis::Snapshot &m_snapshot;
    const analysis::Analysis &m_analysis;
    const Body &m_body;
    QHash<QString, int> m_bearers; ///< how many persons have a surname
    std::vector<Reference> m_references; ///< to persons, outside quotations, ascending
};

} // namespace nutgraf::summary
