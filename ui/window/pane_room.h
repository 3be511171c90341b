// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QSplitter;
class QWidget;

namespace nutgraf::window {

/// Closes side panes for which a window has become too narrow: QSplitter would lay them over each
/// other, as none is made smaller than its least width. The pane that was shown last stays.
class PaneRoom final : public QObject {
    Q_OBJECT
public:
    /// `story` is the pane that never closes. Each pane has a minimum width.
    PaneRoom(QSplitter &splitter, QWidget &story);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void closed(QWidget *pane);

private:
    void makeRoom(const QWidget *keep);
    [[nodiscard]] int wanted() const;

    QSplitter &m_splitter;
    QWidget &m_story;
};

} // namespace nutgraf::window
