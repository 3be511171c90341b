// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lexicon/entity_type.h"

#include <QHash>
#include <QStringView>

#include <optional>

namespace nutgraf::lexicon {

/// What a word may be, as bits; a word can be several.
namespace word {
enum Class : quint32 {
    Determiner = 1U << 0U,
    Possessive = 1U << 1U, ///< his, her, their …
    Pronoun = 1U << 2U, ///< may be a subject: he, she, they, it, we, I, you
    Relative = 1U << 3U, ///< who, which
    Preposition = 1U << 4U,
    Conjunction = 1U << 5U, ///< and, or, but
    Subordinator = 1U << 6U, ///< because, while, after …
    Auxiliary = 1U << 7U, ///< is, has, will, did …
    Adverb = 1U << 8U, ///< also, not, later …
    Title = 1U << 9U, ///< President, Mr., Sen. …
    Month = 1U << 10U,
    Weekday = 1U << 11U,
    GivenName = 1U << 12U,
    OrgHead = 1U << 13U, ///< Ministry, Council, Inc. …
    MiscHead = 1U << 14U, ///< Treaty, Cup, Act …
    PlaceHead = 1U << 15U, ///< River, County, Street …
    Verb = 1U << 16U, ///< a common verb that is no cue
    Masculine = 1U << 17U,
    Feminine = 1U << 18U,
    Starter = 1U << 19U, ///< a common word that begins sentences: no name by its capital alone
    RoleNoun = 1U << 20U, ///< spokesman, officials, minister …
    Inverts = 1U << 21U, ///< a cue that stands before its source: "…," said Ms. Vale
    Noun = 1U << 22U, ///< a cue form that is as often a noun: report, support, plan …
    TimeWord = 1U << 23U, ///< week, month, year, yesterday …
};
} // namespace word

/// How likely a verb form is the head of a cue, in per cent.
struct CueRates {
    int plain = 0;
    int beforeThat = 0;
    int beforeTo = 0;
    int afterTo = 0;
};

/// The language's closed classes, cues and known names. Read-only once built, safe to share.
class Lexicon {
public:
    [[nodiscard]] static const Lexicon &english();

    [[nodiscard]] quint32 classes(const QString &lower) const
    {
        return m_classes.value(lower);
    }
    [[nodiscard]] std::optional<CueRates> cue(const QString &lower) const;
    /// The type of a name in its usual spelling, one or more words joined by a blank.
    [[nodiscard]] std::optional<EntityType> knownName(const QString &name) const;
    /// The name's usual spelling for one in capitals: "WASHINGTON" → "Washington".
    [[nodiscard]] QString usualSpelling(const QString &name) const;
    /// The most words a known name has that begins with `first`; 0: none.
    [[nodiscard]] int longestFrom(const QString &first) const
    {
        return m_longest.value(first);
    }

private:
    Lexicon();
    void addWords(QStringView words, quint32 classes);

    QHash<QString, quint32> m_classes;
    QHash<QString, CueRates> m_cues;
    QHash<QString, EntityType> m_names;
    QHash<QString, QString> m_capitals;
    QHash<QString, int> m_longest;
};

[[nodiscard]] QStringView cueTable();
[[nodiscard]] QStringView knownNames();
[[nodiscard]] QStringView givenNames();

} // namespace nutgraf::lexicon
