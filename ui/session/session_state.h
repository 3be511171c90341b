// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/disk_guard.h"
#include "ui/session/journal_keeper.h"
#include "ui/session/reading_feed.h"
#include "ui/session/review_keeper.h"
#include "ui/session/story_session.h"
#include "ui/session/story_store.h"
#include "ui/session/unit_decisions.h"

#include <QPointer>

namespace nutgraf::body {
class BodyEditor;
} // namespace nutgraf::body

namespace nutgraf::session {

/// A StorySession's inside; its functions are spread over story_session.cpp (what others ask for),
/// session_edits.cpp (changes and their history); DiskGuard and UnitDecisions work on it too.
struct StorySession::Private {
    Private(StorySession *session, SessionServices given);

    // session_edits.cpp
    void followBody(body::BodyEditor &editor);
    void bodyEdited(qsizetype position, qsizetype removed, qsizetype added);
    void checkLoaded();
    void textChanged();
    void pushBodyStep();
    void applyField(story::Field field, const story::FieldValue &value);
    void replaceInBody(const std::vector<Replacement> &replacements) const;
    void replaceBody(const QString &body);
    [[nodiscard]] qsizetype bodySize() const;

    void begin();
    [[nodiscard]] QString bodyNow();

    // story_session.cpp
    [[nodiscard]] ReadingRequest readingRequest() const;
    [[nodiscard]] JournalKeeper::Draft journalDraft() const;
    [[nodiscard]] QString journalKey() const;

    StorySession *q;
    SessionServices services;
    story::Story fields; ///< body left empty
    QString loadedBody; ///< the body until an editor was attached and changed it
    quint64 loadedRevision = 0; ///< the editor's, at which it still shows loadedBody
    QPointer<body::BodyEditor> editor;
    QString cachedBody; ///< the editor's text at cachedRevision
    std::optional<quint64> cachedRevision;
    bool isPushingBodyStep = false;
    quint64 revision = 0; ///< of fields and body together
    int names = 0; ///< how often a rename has changed the slug

    QString path;
    QString freshId; ///< the journal's key of a story without a file
    bool isReadOnly = false;
    std::optional<Error> openError;

    QUndoStack stack;
    StoryMirror mirror;
    ReviewKeeper decisions;
    DiskGuard disk;
    UnitDecisions signing;
    JournalKeeper journal;
    ReadingFeed feed;
};

} // namespace nutgraf::session
