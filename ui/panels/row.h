// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"
#include "ui/look/row_painter.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nutgraf::panels {

/// How a row is drawn.
enum class RowKind {
    Heading, ///< bold, a chip before it if there is a speaker, a count at the right
    Unit, ///< two lines: quoted words, then cue, kind and place
    Remark, ///< two lines in the interface font: a finding
    Name, ///< one line: a name, a secondary word, a count
    Mention, ///< one indented line: place, words, a note
    Step, ///< two roomy lines, the title bold if `isStrong`
    Version, ///< bold title, time at the right, wrapped secondary lines below
};

/// Nobody's chip and no chip at all; other values are indexes of speakers.
inline constexpr int NobodysChip = -1;
inline constexpr int NoChip = -2;

/// One row of a list: values only, ready to be drawn and to be read aloud.
struct Row {
    QString key; ///< unique among its siblings; what stays the same row across updates
    RowKind kind = RowKind::Name;
    std::optional<look::Shape> shape;
    int chip = NoChip;
    QString initials;
    QString title;
    QString secondary; ///< second line, or the words after a heading or name; Version: with \n
    QString alert; ///< ends the second line, in the colour of its level
    look::Alert alertLevel = look::Alert::None;
    QString right; ///< count, place or time
    QString action; ///< words of the button at the right; empty: none
    QString toolTip;
    QString spoken; ///< the whole row for a screen reader
    bool isQuoted = false; ///< title in the story's font
    bool isStrong = false; ///< Step: the one in front
    int id = -1; ///< what the row stands for, in its owner's terms
    TextRange range; ///< its place in the snapshot's text

    /// True if `other` is drawn and read the same.
    [[nodiscard]] bool looksLike(const Row &other) const;
};

/// A list shows no more rows than anybody reads; longer ones end with a row that says so.
inline constexpr int MostRows = 1000;

/// A row with the rows below it.
struct RowTree {
    Row row;
    std::vector<RowTree> children;
};

/// `text` on one line, white space simplified.
[[nodiscard]] QString oneLine(QStringView text);

/// Reasons as one sentence: "Named before the verb; far from it."
[[nodiscard]] QString sentence(const QStringList &reasons);
/// The last row of a list that leaves `left` rows out.
[[nodiscard]] RowTree notListed(qsizetype left);

} // namespace nutgraf::panels
