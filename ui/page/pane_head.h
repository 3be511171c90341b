// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace nutgraf::page {

/// A pane's header: title, a note (why it is read-only), a lock, a cross.
class PaneHead final : public QWidget {
    Q_OBJECT
public:
    enum class Closable { No, Yes };

    PaneHead(const QString &title, Closable closable, QWidget *parent);

    void setTitle(const QString &title);
    void setNote(const QString &note);
    void setLocked(bool locked);

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_note;
    QLabel *m_lock;
    QToolButton *m_close;
};

} // namespace nutgraf::page
