// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/corrections.h"
#include "review/unit_ref.h"
#include "ui/session/story_session.h"

namespace nutgraf::session {

/// What an editor decides about a session's attributions. Each decision is written to review.json
/// and is one step of the story's undo stack.
class UnitDecisions {
public:
    explicit UnitDecisions(StorySession::Private &session);

    [[nodiscard]] const review::Review &review() const;
    /// Names an attribution of the latest reading, so that it can be kept.
    [[nodiscard]] std::optional<review::UnitRef> unit(int attribution) const;
    /// Where the latest reading has not the same words by the same speaker nothing is decided, and
    /// StorySession::failed() says UnitChanged.
    void decide(const review::UnitRef &unit, review::Verdict verdict);
    void withdraw(const review::UnitRef &unit);
    /// Puts an attribution right, or marks one that the analysis missed. Refused likewise unless
    /// the latest reading is of `revision` (Snapshot::revision), as the amendment is.
    void correct(const review::Amendment &amendment, quint64 revision);

private:
    void change(review::Review next);
    [[nodiscard]] std::optional<int> toSign(const review::UnitRef &unit) const;

    StorySession::Private &d;
};

} // namespace nutgraf::session
