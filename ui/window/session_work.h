// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/parts.h"
#include "ui/window/services.h"

#include <QObject>
#include <QStringList>

namespace nutgraf::window {

class DeskWork;
class PaneWork;
class StoryWork;

/// How the window begins and ends: what was open comes back, and what a crash left is offered.
class SessionWork final : public QObject {
    Q_OBJECT
public:
    SessionWork(const Parts &parts, StoryWork &stories, DeskWork &desk, PaneWork &panes,
                const Services &services, QObject *parent);

    /// Opens a desk's folder, or stories and files. The first file is read at once; the desk's
    /// list, other stories and what a crash left follow after the first paint.
    void start(const QStringList &paths);
    /// Desks, stories and files.
    void open(const QStringList &paths);
    void save();

Q_SIGNALS:
    /// The desk's list is asked for, the session restored, what a crash left offered.
    void ready();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finishStart();
    void openDesk();
    [[nodiscard]] bool goesOn() const;
    void restore();
    void offerRecovery();

    Parts m_parts;
    StoryWork &m_stories;
    DeskWork &m_desk;
    PaneWork &m_panes;
    Services m_services;
    QStringList m_paths; ///< asked for at the start
    bool m_isStarted = false;
};

} // namespace nutgraf::window
