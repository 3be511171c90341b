// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "base/error.h"
#include "reading/fingerprint.h"
#include "review/checks.h"
#include "review/review.h"
#include "story/story.h"

#include <QDateTime>

#include <memory>
#include <optional>
#include <vector>

namespace nutgraf::reading {

struct Reading;
/// Shared between threads, never changed.
using ReadingPtr = std::shared_ptr<const Reading>;

/// What the text is made of.
enum class Layout {
    Story, ///< headline, deck and body; what may be published
    PlainText, ///< a .txt file: all body, laid out like a wire story
    File, ///< a whole file, with its parts at their places in it
};

/// A story at one revision, with all that is known of it. Only a Reader makes one (README.md).
/// Ranges are UTF-16 units in `snapshot->text`.
struct Reading {
    /// Held by Reader alone.
    class Key {
        friend class Reader;
        Key() = default;
    };
    explicit Reading(Key) { }
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

    /// A reading of nothing: no snapshot, and a fingerprint that fits no story.
    [[nodiscard]] static ReadingPtr unread();
    [[nodiscard]] bool isUnread() const
    {
        return snapshot == nullptr;
    }
    /// Where the body begins in the text.
    [[nodiscard]] qsizetype bodyBegin() const;
    /// What an editor put right about an attribution, nullptr: nothing. Of a reopened one it is
    /// what was corrected once.
    [[nodiscard]] const review::Correction *correctionOf(int attribution) const;
    /// The findings of one level.
    [[nodiscard]] int count(review::FindingLevel level) const;

    quint64 revision = 0;
    Layout layout = Layout::Story;
    story::Story story; ///< with its body; of a plain text the body alone
    review::Review review; ///< the decisions that were laid on
    QDateTime now; ///< when it was checked, for embargoes
    std::shared_ptr<const analysis::Snapshot> snapshot;
    std::shared_ptr<const analysis::Analysis> found; ///< what the analysis says by itself
    std::shared_ptr<const analysis::Analysis> analysis; ///< with the editors' corrections
    review::BoundReview bound;
    std::vector<review::Finding> findings;
    std::optional<Error> fault; ///< why the text could not be analysed as it should
    Fingerprint fingerprint; ///< empty unless the layout is Story
};

} // namespace nutgraf::reading
