// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/entities.h"

namespace nutgraf::analysis {

/// Whom a source means.
struct Voice {
    int entity = -1;
    QString role; ///< without an entity: the words of the source
    std::vector<Reason> reasons;
    double factor = 1; ///< of the confidence
};

/// Finds whom sources mean, paragraph by paragraph: it remembers who spoke.
class VoiceFinder {
public:
    VoiceFinder(QStringView text, const EntityIndex &index) : m_text(text), m_index(index) { }

    void enter(const PlacedReading &paragraph);
    [[nodiscard]] Voice voiceOf(SourceKind kind, TextRange source) const;
    /// `voice` spoke at `at`.
    void remember(qsizetype at, const Voice &voice);

private:
    [[nodiscard]] Voice named(TextRange source) const;
    [[nodiscard]] int namesake(const PlacedMention &mention, const QString &surname) const;
    [[nodiscard]] bool isNamedHere(const PlacedMention &mention, const QString &surname) const;
    [[nodiscard]] Voice relative(TextRange source) const;
    [[nodiscard]] Voice pronoun(TextRange source) const;
    [[nodiscard]] Voice roleVoice(TextRange source) const;
    [[nodiscard]] Voice describedAs(TextRange source) const;
    [[nodiscard]] qsizetype headEnd(TextRange source) const;
    [[nodiscard]] int personWithRole(const QString &words) const;
    [[nodiscard]] int bodyCalled(const QString &words, qsizetype at) const;
    [[nodiscard]] double closeness(const PlacedMention &mention) const;
    [[nodiscard]] Voice personFor(TextRange source, Gender gender) const;
    [[nodiscard]] Voice bodyFor(TextRange source) const;
    [[nodiscard]] bool isHeadline() const
    {
        return m_role == SegmentRole::Headline || m_role == SegmentRole::Deck;
    }
    [[nodiscard]] const Entity &entity(int i) const
    {
        return m_index.entities[static_cast<size_t>(i)];
    }

    struct Spoken {
        qsizetype at = 0;
        int entity = -1;
    };

    QStringView m_text;
    const EntityIndex &m_index;
    std::vector<Spoken> m_spoken; ///< who spoke, in order
    QHash<QString, QString> m_roles; ///< noun → the last voice called by it
    SegmentRole m_role = SegmentRole::Headline; ///< of the paragraph being read
    qsizetype m_begin = 0; ///< of the paragraph being read
};

} // namespace nutgraf::analysis
