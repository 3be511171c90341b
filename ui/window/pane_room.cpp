// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/pane_room.h"

#include <QEvent>
#include <QSplitter>

namespace nutgraf::window {

PaneRoom::PaneRoom(QSplitter &splitter, QWidget &story)
    : QObject(&splitter), m_splitter(splitter), m_story(story)
{
    splitter.installEventFilter(this);
    for (int i = 0; i < splitter.count(); ++i) {
        splitter.widget(i)->installEventFilter(this);
    }
}

bool PaneRoom::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPane = watched != &m_splitter;
    if (isPane ? event->type() == QEvent::Show : event->type() == QEvent::Resize) {
        makeRoom(isPane ? qobject_cast<QWidget *>(watched) : nullptr);
    }
    return QObject::eventFilter(watched, event);
}

int PaneRoom::wanted() const
{
    int width = -m_splitter.handleWidth();
    for (int i = 0; i < m_splitter.count(); ++i) {
        const QWidget &pane = *m_splitter.widget(i);
        width += pane.isHidden() ? 0 : pane.minimumWidth() + m_splitter.handleWidth();
    }
    return width;
}

void PaneRoom::makeRoom(const QWidget *keep)
{
    for (int i = 0; i < m_splitter.count() && wanted() > m_splitter.width(); ++i) {
        QWidget *pane = m_splitter.widget(i);
        if (pane != &m_story && pane != keep && !pane->isHidden()) {
            pane->hide();
            Q_EMIT closed(pane);
        }
    }
}

} // namespace nutgraf::window
