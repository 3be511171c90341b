// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace nutgraf::panels {
class ReasonCard;
} // namespace nutgraf::panels

namespace nutgraf::publish {

/// What the dialog shows while there is nothing to decide yet: the story is being read, or why it
/// could not be.
class ReadingPane final : public QWidget {
    Q_OBJECT
public:
    explicit ReadingPane(QWidget *parent);

    void showReading();
    void showError(const Error &error);
    /// Whether the story can be withdrawn without being read.
    void offerKill(bool canKill);

Q_SIGNALS:
    void readAgainRequested();
    void killRequested();
    void cancelRequested();

private:
    panels::ReasonCard *m_card;
    QProgressBar *m_progress;
    QPushButton *m_again;
    QPushButton *m_kill;
    QPushButton *m_cancel;
};

} // namespace nutgraf::publish
