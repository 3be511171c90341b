// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/second_pane.h"

#include "story/folders.h"
#include "ui/body/body_editor.h"
#include "ui/look/fonts.h"
#include "ui/page/notes_pane.h"
#include "ui/page/pane_head.h"

#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace nutgraf::page {

SecondPane::SecondPane(const session::StorySession &session, QSplitter *splitter, QObject *parent)
    : QObject(parent), m_session(session), m_splitter(splitter), m_zoomedFont(look::bodyFont())
{
    connect(&session, &session::StorySession::pathChanged, this, [this] {
        if (auto *notes = qobject_cast<NotesPane *>(m_content)) {
            notes->setPath(notesPath());
        }
    });
}

void SecondPane::show(const QString &title, QWidget *content)
{
    close();
    if (content == nullptr) {
        return;
    }
    m_pane = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(m_pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new PaneHead(title, PaneHead::Closable::Yes, m_pane);
    connect(head, &PaneHead::closeRequested, this, &SecondPane::close);
    column->addWidget(head);
    column->addWidget(content, 1);
    m_content = content;
    m_splitter->addWidget(m_pane);
    const int half = std::max(m_splitter->width(), 2) / 2;
    m_splitter->setSizes({half, half});
    m_pane->show();
    Q_EMIT changed(true);
}

bool SecondPane::isOpen() const
{
    return m_pane != nullptr;
}

void SecondPane::setHidden(bool hidden)
{
    if (m_pane != nullptr) {
        m_pane->setVisible(!hidden);
    }
}

void SecondPane::setBodyFont(const QFont &font, const QFont &zoomed)
{
    m_zoomedFont = zoomed;
    if (auto *notes = qobject_cast<NotesPane *>(m_content)) {
        notes->setBodyFont(zoomed);
    } else if (auto *other = qobject_cast<body::BodyEditor *>(m_content)) {
        other->setBodyFont(font); // it zooms by itself
    }
}

QString SecondPane::notesPath() const
{
    if (const QString folder = m_session.storyFolder(); !folder.isEmpty()) {
        return story::StoryFolder(folder).notes();
    }
    return m_session.path().isEmpty() ? QString() : m_session.path() + QStringLiteral(".notes");
}

void SecondPane::showNotes()
{
    const QString path = notesPath();
    auto *notes = new NotesPane(path, m_splitter->parentWidget());
    if (path.isEmpty()) {
        notes->setReadOnly(true);
        notes->setPlaceholderText(tr("Save the story first: notes are kept beside it."));
    }
    notes->setBodyFont(m_zoomedFont);
    connect(notes, &NotesPane::failed, this, &SecondPane::failed);
    show(tr("Notes"), notes);
    notes->setFocus();
}

void SecondPane::close()
{
    if (m_pane == nullptr) {
        return;
    }
    // At once: who hears of it counts the panes and gives the keyboard to another.
    std::unique_ptr<QWidget>(std::exchange(m_pane, nullptr)).reset();
    Q_EMIT changed(false);
}

} // namespace nutgraf::page
