// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/draft_reader.h"

#include "base/files.h"
#include "desk/desk.h"
#include "format/story_file.h"
#include "jobs/off_thread.h"
#include "reading/fingerprint.h"
#include "reading/reader.h"
#include "story/folders.h"
#include "ui/session/disk_guard.h"
#include "ui/session/story_session.h"

#include <QPointer>

namespace nutgraf::publish {

namespace {

/// What the worker needs to know; values only.
struct Task {
    QString folder;
    QString savedHash;
    story::Agency agency;
    reading::ReadingPtr read; ///< the session's
    reading::Analyse analyse;
    QDateTime now;
};

/// The session's reading if it is of this very state, else one of its own: what a file says and
/// what was typed may differ in a line end.
Result<reading::ReadingPtr> readingOf(const Task &task, const story::Story &story,
                                      const review::Review &review)
{
    if (task.read && task.read->fingerprint == reading::fingerprint(story, review)) {
        return task.read;
    }
    reading::Reader reader = task.analyse ? reading::Reader(task.analyse) : reading::Reader();
    return reader.read({.story = story, .review = review, .now = task.now});
}

Result<Proposal> proposalFor(const Task &task)
{
    const story::StoryFolder folder(task.folder);
    const Result<QByteArray> bytes = readFile(folder.draft());
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    if (sha256Hex(*bytes) != task.savedHash) {
        return fail(ErrorCode::FileChangedOnDisk, folder.draft());
    }
    const Result<format::StoryFile> file = format::decodeStory(*bytes, folder.draft());
    if (!file) {
        return std::unexpected(file.error());
    }
    return review::readDecisions(folder.review())
        .and_then(
            [&](const review::Review &review) { return readingOf(task, file->story, review); })
        .and_then([&](const reading::ReadingPtr &reading) {
            return proposal({.storyFolder = task.folder,
                             .reading = reading,
                             .agency = task.agency,
                             .created = desk::createdTime(task.folder, *file)},
                            task.now);
        });
}

} // namespace

DraftReader::DraftReader(session::StorySession &session, story::Agency agency, QObject *parent)
    : QObject(parent), m_session(session), m_agency(std::move(agency))
{
    connect(&session, &session::StorySession::idleChanged, this, &DraftReader::readWhenIdle);
}

void DraftReader::setSigning(const Signing &signing)
{
    m_signing = signing;
}

void DraftReader::read(Purpose purpose)
{
    const int ticket = ++m_ticket;
    m_isWaiting = false;
    if (purpose == Purpose::Kill) {
        propose([folder = m_session.storyFolder(), agency = m_agency,
                 now = m_session.services().clock()] { return killProposal(folder, agency, now); });
        return;
    }
    m_session.disk().afterWrites([reader = QPointer(this), ticket] {
        if (DraftReader *const self = reader.data()) {
            self->readAfterWrites(ticket);
        }
    });
}

void DraftReader::readAfterWrites(int ticket)
{
    if (ticket == m_ticket) {
        m_isWaiting = true;
        readWhenIdle();
    }
}

void DraftReader::stop()
{
    ++m_ticket;
    m_isWaiting = false;
}

void DraftReader::readWhenIdle()
{
    if (m_isWaiting && m_session.isIdle()) {
        m_isWaiting = false;
        readDisk();
    }
}

void DraftReader::readDisk()
{
    if (m_session.storyFolder().isEmpty()) {
        Q_EMIT failed({ErrorCode::StoryNotFound, m_session.path(), 0, 0, {}});
        return;
    }
    const Task task{.folder = m_session.storyFolder(),
                    .savedHash = m_session.disk().savedHash(),
                    .agency = m_agency,
                    .read = m_session.reading().read,
                    .analyse = m_session.services().analyse,
                    .now = m_session.services().clock()};
    propose([task] { return proposalFor(task); });
}

void DraftReader::propose(std::function<Result<Proposal>()> work)
{
    jobs::offThread(this, std::move(work),
                    [this, ticket = m_ticket](const Result<Proposal> &proposal) {
                        if (ticket != m_ticket) {
                            return; // it was begun anew
                        }
                        if (proposal) {
                            Proposal signedSo = *proposal;
                            signedSo.subject.signing = m_signing;
                            Q_EMIT ready(signedSo);
                        } else {
                            Q_EMIT failed(proposal.error());
                        }
                    });
}

} // namespace nutgraf::publish
