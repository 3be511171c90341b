// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/journal_keeper.h"
#include "ui/session/reading_feed.h"
#include "ui/session/review_keeper.h"
#include "ui/session/story_session.h"
#include "ui/session/story_store.h"

#include <QFileSystemWatcher>
#include <QPointer>

#include <future>

namespace nutgraf::body {
class BodyEditor;
} // namespace nutgraf::body

namespace nutgraf::session {

/// A StorySession's inside; its functions are spread over story_session.cpp (what others ask for),
/// session_files.cpp (disk) and session_edits.cpp (changes and their history).
struct StorySession::Private {
    Private(StorySession *session, SessionServices given);

    // session_edits.cpp
    void followBody(body::BodyEditor &editor);
    void bodyEdited(qsizetype position, qsizetype removed, qsizetype added);
    void checkLoaded();
    void textChanged();
    void pushBodyStep();
    void applyField(story::Field field, const QVariant &value);
    void replaceFieldWords(story::Field field, std::vector<TextRange> ranges,
                           const std::vector<QString> &with);
    void replaceInBody(const std::vector<Replacement> &replacements) const;
    void replaceBody(const QString &body);
    [[nodiscard]] qsizetype bodySize() const;

    // story_session.cpp
    void changeReview(review::Review next);
    [[nodiscard]] std::optional<int> toSign(const review::UnitRef &unit) const;

    // session_files.cpp
    void take(const QString &newPath, const StoredStory &stored);
    void takeUnreadable(const QString &newPath, const Error &error);
    void begin();
    void takeSlug();
    [[nodiscard]] static std::shared_future<QString> knownHash(const QString &hash);
    void watch();
    void checkDisk();
    [[nodiscard]] QString bodyNow();
    [[nodiscard]] QString bodyForDisk();
    [[nodiscard]] QByteArray bytesNow();
    enum class Guard { OnlyOurFile, Whatever };
    [[nodiscard]] Result<void> writeTo(const QString &target, Guard guard);
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

    QString path;
    QString freshId; ///< the journal's key of a story without a file
    StoryFilePtr original;
    std::shared_future<QString> diskHash = knownHash({}); ///< of the bytes that are ours
    bool isReadOnly = false;
    std::optional<Error> openError;
    std::optional<QDateTime> savedAt;

    QUndoStack stack;
    QFileSystemWatcher watcher;
    StoryMirror mirror;
    ReviewKeeper decisions;
    JournalKeeper journal;
    ReadingFeed feed;
};

} // namespace nutgraf::session
