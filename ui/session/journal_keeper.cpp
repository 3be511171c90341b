// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/journal_keeper.h"

namespace nutgraf::session {

namespace {

/// The first unsaved key must be on disk within a second, the disk's own time included.
constexpr int DueAfter = 600;

} // namespace

JournalKeeper::JournalKeeper(StoryMirror &mirror, QString folder, AskDraft ask, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_folder(std::move(folder)), m_ask(std::move(ask))
{
    m_due.setSingleShot(true);
    m_due.setInterval(DueAfter);
    connect(&m_due, &QTimer::timeout, this, &JournalKeeper::keepNow);
}

void JournalKeeper::followText()
{
    if (!m_due.isActive() && !m_folder.isEmpty()) {
        m_due.start();
    }
}

void JournalKeeper::keepNow()
{
    m_due.stop();
    Draft draft = m_ask();
    if (m_folder.isEmpty() || !draft.isUnsaved) {
        return;
    }
    m_mirror.post([this, folder = m_folder,
                   draft = std::move(draft)](const QString &body) -> StoryMirror::Reply {
        story::Story story = draft.story;
        story.body = body;
        desk::JournalEntry entry = draft.entry;
        entry.bytes = format::encodeStory(story, draft.original.get());
        const Result<void> kept = desk::Journal(folder).keep(entry);
        return [this, error = kept ? std::nullopt : std::optional(kept.error())] {
            // Said once, not with every key.
            if (error && error != m_lastError) {
                Q_EMIT failed(*error);
            }
            m_lastError = error;
        };
    });
}

void JournalKeeper::discard(const QString &key)
{
    m_due.stop();
    if (m_folder.isEmpty()) {
        return;
    }
    m_mirror.post([folder = m_folder, key](const QString &) {
        desk::Journal(folder).discard(key);
        return StoryMirror::Reply();
    });
}

} // namespace nutgraf::session
