// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "desk/journal.h"
#include "ui/session/story_mirror.h"
#include "ui/session/story_store.h"

#include <QTimer>

namespace nutgraf::session {

/// Brings unsaved text into the autosave journal within a second of the key, encoding and syncing
/// on the mirror's worker.
class JournalKeeper final : public QObject {
    Q_OBJECT
public:
    /// What to keep, besides the body.
    struct Draft {
        desk::JournalEntry entry; ///< bytes left empty
        story::Story story; ///< body left empty
        StoryFilePtr original;
        bool isUnsaved = false;
    };
    using AskDraft = std::function<Draft()>;

    /// An empty `folder` keeps nothing.
    JournalKeeper(StoryMirror &mirror, QString folder, AskDraft ask, QObject *parent);

    void followText();
    /// Keeps unsaved text now rather than within a second.
    void keepNow();
    void discard(const QString &key);

Q_SIGNALS:
    void failed(const nutgraf::Error &error);

private:
    StoryMirror &m_mirror;
    QString m_folder;
    AskDraft m_ask;
    QTimer m_due;
    std::optional<Error> m_lastError;
};

} // namespace nutgraf::session
