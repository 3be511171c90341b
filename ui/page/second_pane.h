// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/story_session.h"

#include <QFont>
#include <QPointer>
#include <QSplitter>

namespace nutgraf::page {

/// What stands beside (or, when narrow, below) a story's draft: any widget, with a header. The
/// story's notes (notes.md beside story.md), when no other is asked for.
class SecondPane final : public QObject {
    Q_OBJECT
public:
    /// Opens in `splitter`, behind the draft.
    SecondPane(const session::StorySession &session, QSplitter *splitter, QObject *parent);

    /// In place of what stands there; nullptr closes. Takes ownership.
    void show(const QString &title, QWidget *content);
    void showNotes();
    void close();
    [[nodiscard]] bool isOpen() const;
    /// Out of sight while only the text column is shown, but still open.
    void setHidden(bool hidden);
    /// The story's font as it is chosen, and as it is zoomed.
    void setBodyFont(const QFont &font, const QFont &zoomed);

Q_SIGNALS:
    void changed(bool isOpen);
    void failed(const nutgraf::Error &error);

private:
    [[nodiscard]] QString notesPath() const; ///< empty: the story has no place yet

    const session::StorySession &m_session;
    QSplitter *m_splitter;
    QWidget *m_pane = nullptr; ///< header and content
    QPointer<QWidget> m_content;
    QFont m_zoomedFont;
};

} // namespace nutgraf::page
