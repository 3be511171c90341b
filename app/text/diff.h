// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

#include <vector>

namespace nutgraf::text {

enum class DiffKind { Same, Removed, Inserted };

/// A run that both texts share, or only one has. Ranges are UTF-16 units: `before` in the old text,
/// `after` in the new; the one that has nothing is empty at its place.
struct DiffPiece {
    DiffKind kind = DiffKind::Same;
    TextRange before;
    TextRange after;

    friend bool operator==(const DiffPiece &, const DiffPiece &) = default;
};

/// Differences word by word (Myers 1986), white space carried along; pieces cover both texts in
/// order.
[[nodiscard]] std::vector<DiffPiece> diffWords(QStringView before, QStringView after);

/// A pair of paragraphs: equal, changed (both there), removed (no after) or inserted (no before).
struct ParagraphPair {
    TextRange before; ///< empty: inserted
    TextRange after; ///< empty: removed
    bool isSame = false;

    friend bool operator==(const ParagraphPair &, const ParagraphPair &) = default;
};

/// Aligns the paragraphs of two texts; a removed and an inserted one that share most words become
/// one changed pair.
[[nodiscard]] std::vector<ParagraphPair> diffParagraphs(QStringView before, QStringView after);

} // namespace nutgraf::text
