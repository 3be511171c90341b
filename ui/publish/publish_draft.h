// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "publish/publish.h"
#include "summary/summary.h"
#include "ui/session/story_session.h"

#include <vector>

namespace nutgraf::publish {

/// All that the dialog's pages put together; one publication when it is ready.
struct PublishDraft {
    session::Reading reading;
    story::Story story;
    QByteArray storyBytes; ///< the saved file
    QString storyFolder;
    story::Agency agency;
    QDateTime created;
    QString signedBy;
    Clock clock;

    std::vector<publish::Manifest> versions; ///< already published, oldest first
    std::vector<format::PublicationKind> kinds; ///< possible now; empty: none
    format::PublicationKind kind = format::PublicationKind::First;
    QString note;
    QString killWord; ///< what was typed to confirm a kill: must be the slug

    bool isOverridden = false;
    QString overrideReason;

    std::vector<summary::Unit> units;
    summary::Selection selection;
    bool isSuggested = true; ///< nobody has picked anything by hand
    bool hasWebEdition = true;

    [[nodiscard]] int blocking() const;
    [[nodiscard]] int toConfirm() const;
    [[nodiscard]] int notes() const;
    /// Nothing blocks, or somebody took it upon them and wrote why.
    [[nodiscard]] bool isGateOpen() const;
    [[nodiscard]] bool needsNote() const;
    [[nodiscard]] bool isKindReady() const;
    [[nodiscard]] bool isWebReady() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] int nextVersion() const;
    [[nodiscard]] summary::Summary summary() const;
    [[nodiscard]] publish::Request request() const;
};

/// Takes the session's saved state; reads the story's folder.
[[nodiscard]] PublishDraft draftOf(const session::StorySession &session,
                                   const story::Agency &agency);

} // namespace nutgraf::publish
