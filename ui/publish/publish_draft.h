// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/proposal.h"
#include "ui/session/reading.h"

#include <vector>

namespace nutgraf::publish {

/// All that the dialog's pages put together; one publication when nothing is missing. It has no
/// rule of its own: what is possible and what is missing says the proposal.
struct PublishDraft {
    Proposal proposal;
    session::Reading reading; ///< the proposal's, as lists show it
    Clock clock;

    Choice wanted; ///< picks and reason are filled in by choice()
    bool isOverridden = false;
    QString overrideReason;
    summary::Selection selection; ///< of the proposal's units
    bool isSuggested = true; ///< nobody has picked anything by hand

    [[nodiscard]] const story::Story &story() const;
    [[nodiscard]] int blocking() const;
    [[nodiscard]] int toConfirm() const;
    [[nodiscard]] int notes() const;
    [[nodiscard]] bool isKill() const;
    /// False for a kill that was begun without a reading.
    [[nodiscard]] bool isRead() const;
    /// Words of the web edition above its target.
    [[nodiscard]] int wordsOver() const;
    /// What the editor wants, as the gate takes it.
    [[nodiscard]] Choice choice() const;
    [[nodiscard]] std::vector<Need> needs() const;
    /// Nothing blocks, or somebody took it upon them and wrote why.
    [[nodiscard]] bool isGateOpen() const;
    [[nodiscard]] bool isKindReady() const;
    [[nodiscard]] bool isWebReady() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] summary::Summary summary() const;
};

/// Where the dialog begins.
[[nodiscard]] PublishDraft draftOf(Proposal proposal, const QString &initials, const Clock &clock);
/// The same after the story was read anew: kind, note and sentences stay as far as they can; a
/// reason against findings was given for others, and goes.
[[nodiscard]] PublishDraft carriedOver(const PublishDraft &before, PublishDraft draft);

} // namespace nutgraf::publish
