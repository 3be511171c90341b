// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"

#include <QDate>
#include <QString>

#include <vector>

namespace nutgraf::summary {

/// Why a unit may need something, or cannot stand alone; app/messages words it.
enum class UnitNote {
    Plain,
    QuoteWithSpeaker, ///< holds a quotation and its speaker
    FirstReference, ///< names its speaker in full
    NeedsUnit, ///< opens with "The remark", "But", …: needs `needs`
    PronounReplaced, ///< its opening pronoun is replaced by the name, see `shown`
    PronounUnresolved, ///< opens with a pronoun nobody can resolve: cannot be picked
    Clarification, ///< goes wherever `needs` goes
    QuoteUnsourced, ///< cannot be picked
    NameCompleted, ///< a first mention by surname gets the full name
    DateMadeAbsolute, ///< "Tuesday" becomes "Tuesday, 12 May"
};

/// Words of the story for which the edition prints others, never inside a quotation.
struct Change {
    TextRange range; ///< in the snapshot's text, inside the unit
    QString first; ///< printed while the edition has not named the person yet, and for days
    QString later; ///< printed once it has; may be the story's own words
    int entity = -1; ///< index into Analysis::entities; -1: always `first`
    UnitNote why = UnitNote::Plain;

    friend bool operator==(const Change &, const Change &) = default;
};

/// The smallest piece of story that can stand alone without misleading: one sentence, or the
/// sentences of one quotation with its speaker and cue.
struct Unit {
    TextRange range; ///< in the snapshot's text
    int paragraph = 0; ///< 1 … within the body
    QString shown; ///< what the edition prints, if picked alone (pronouns and days resolved)
    std::vector<UnitNote> notes;
    int speaker = -1; ///< index into Analysis::speakers
    int needs = -1; ///< index of the unit it cannot be shown without; -1: none
    bool isPickable = true;
    double salience = 0; ///< 0 … 1, for the suggestion
    QString words; ///< the story's own words in `range`
    std::vector<Change> changes; ///< ascending
    std::vector<int> introduces; ///< entities that the unit names in full

    friend bool operator==(const Unit &, const Unit &) = default;
};

/// The body's units in order; the closing notice is none, wherever it stands. `written` is the
/// dateline's day, for relative days (may be invalid).
[[nodiscard]] std::vector<Unit> units(const analysis::Snapshot &snapshot,
                                      const analysis::Analysis &analysis, const QDate &written);

/// Indexes of picked units, ascending.
using Selection = std::vector<int>;

/// A good first selection of at most `targetWords` words (at least one unit where one is pickable).
[[nodiscard]] Selection suggest(const std::vector<Unit> &units, int targetWords);
/// `selection` with `unit` picked (and what it needs), or unpicked (and what needs it).
[[nodiscard]] Selection pick(const std::vector<Unit> &units, Selection selection, int unit);
[[nodiscard]] Selection unpick(const std::vector<Unit> &units, Selection selection, int unit);

/// What `assemble` prints for the unit alone: full names, dates.
[[nodiscard]] QString alone(const Unit &unit);

/// A finished short body.
struct Summary {
    QString body; ///< Markdown paragraphs parted by empty lines; without notice
    qsizetype words = 0;
    struct Piece {
        int unit = -1;
        TextRange inBody; ///< UTF-16 units in `body`
        TextRange inStory; ///< UTF-16 units in the snapshot's text
    };
    std::vector<Piece> pieces; ///< each sentence's place in the story
};
/// The edition's body. Whatever `selection` says, no unit comes without what it needs, and none
/// that cannot be picked; sentences of one paragraph stay together, names are full at their first
/// mention.
[[nodiscard]] Summary assemble(const std::vector<Unit> &units, const Selection &selection);

} // namespace nutgraf::summary
