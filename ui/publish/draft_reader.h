// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "publish/proposal.h"

#include <QObject>

#include <functional>

namespace nutgraf::session {
class StorySession;
} // namespace nutgraf::session

namespace nutgraf::publish {

/// What a proposal is wanted for.
enum class Purpose { Publish, Kill };

/// Brings the proposal for exactly the bytes that a session has saved: waits until all is written
/// and the newest text is read, then reads the folder on a worker. A proposal to kill waits for
/// neither, and looks at no draft. Nothing waits for it.
class DraftReader final : public QObject {
    Q_OBJECT
public:
    DraftReader(session::StorySession &session, story::Agency agency, QObject *parent);

    /// What the version is to be signed with; without it, nothing. Before read().
    void setSigning(const Signing &signing);
    /// Begins, or begins anew.
    void read(Purpose purpose);
    /// Nobody wants the answer any more.
    void stop();

Q_SIGNALS:
    void ready(const nutgraf::publish::Proposal &proposal);
    /// Errors: FileChangedOnDisk (the file is not the one that the session saved), StoryNotFound
    /// (it has no folder), and what reading or killProposal() gives.
    void failed(const nutgraf::Error &error);

private:
    void readAfterWrites(int ticket);
    void readWhenIdle();
    void readDisk();
    void propose(std::function<Result<Proposal>()> work);

    session::StorySession &m_session;
    story::Agency m_agency;
    Signing m_signing;
    int m_ticket = 0; ///< of the newest read()
    bool m_isWaiting = false; ///< for the session's reading
};

} // namespace nutgraf::publish
