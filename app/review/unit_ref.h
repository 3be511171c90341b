// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "review/review.h"

#include <optional>

namespace nutgraf::review {

/// Names one attribution beyond the reading it was seen in: its words with what stands around them
/// (W3C Web Annotation, TextQuoteSelector), and who was seen to say them. An index into
/// Analysis::attributions is true for one reading only; this may be kept.
struct UnitRef {
    TextQuoteSelector words; ///< from the first word said to the last
    TextRange place; ///< of these words, in the snapshot they were seen in
    QString speaker; ///< name; empty: nobody
    analysis::AttributionKind kind = analysis::AttributionKind::Direct;

    friend bool operator==(const UnitRef &, const UnitRef &) = default;
};

/// The reference to an attribution; nothing where `attribution` is no index of `analysis`.
[[nodiscard]] std::optional<UnitRef> refTo(const analysis::Snapshot &snapshot,
                                           const analysis::Analysis &analysis, int attribution);

/// The attribution with the same words in the likest surroundings: an index into
/// `analysis.attributions`, for at once. Nothing where no words are the same, or where twins stand
/// in equally like surroundings and neither at the old place.
[[nodiscard]] std::optional<int> resolve(const UnitRef &unit, const analysis::Snapshot &snapshot,
                                         const analysis::Analysis &analysis);

/// As resolve(), but only while the same speaker is said to have said it, in the same kind of
/// speech: what an editor saw when he signed.
[[nodiscard]] std::optional<int> resolveForSigning(const UnitRef &unit,
                                                   const analysis::Snapshot &snapshot,
                                                   const analysis::Analysis &analysis);

} // namespace nutgraf::review
