// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "review/review.h"

#include <QHash>
#include <QStringView>

#include <utility>
#include <vector>

namespace nutgraf::review {

/// Makes attributions say what corrections say. New speakers and pronouns that mean somebody else
/// now are written into the analysis.
class Amender {
public:
    /// Both must outlive it.
    Amender(analysis::Analysis &analysis, QStringView text);

    /// `found` (empty: the analysis missed it) as `decision` has it, whose words stand in `words`.
    [[nodiscard]] analysis::Attribution amended(const analysis::Attribution &found,
                                                const Decision &decision, TextRange words);

    /// To be called after the last one: letters that two speakers share now get a third.
    void letterSpeakers();

private:
    [[nodiscard]] int speakerNamed(const QString &name);
    void nameSource(analysis::Attribution &attribution, int entity);
    void movePronouns(const std::vector<TextRange> &source, int from, int to);
    [[nodiscard]] std::vector<int> namedIn(const std::vector<TextRange> &ranges);
    [[nodiscard]] int entityOf(int speaker) const;
    [[nodiscard]] TextRange mentionNear(int entity, TextRange content) const;

    analysis::Analysis &m_analysis;
    QStringView m_text;
    QHash<QString, int> m_speakers; ///< by name
    QHash<QString, int> m_entities; ///< by name
    std::vector<std::pair<TextRange, int>> m_mentions; ///< of all entities, once they are needed
};

} // namespace nutgraf::review
