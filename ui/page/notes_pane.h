// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "ui/session/story_mirror.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace nutgraf::page {

/// The reporter's notes beside a story, kept in a file of their own: written whole within a second
/// of the last key, on a worker, and never over a file that somebody else changed.
class NotesPane final : public QPlainTextEdit {
    Q_OBJECT
public:
    NotesPane(QString path, QWidget *parent);
    ~NotesPane() override;

    [[nodiscard]] QString notes() const;
    void setBodyFont(const QFont &font);
    void saveNow();
    /// The story was moved, and its notes with it; or it got its first place.
    void setPath(const QString &path);

Q_SIGNALS:
    void failed(const nutgraf::Error &error);
    void saved();

protected:
    bool event(QEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void load();

    QString m_path;
    std::shared_ptr<QString> m_hash = std::make_shared<QString>(); ///< the worker's, once loaded
    QTimer m_due;
    session::StoryMirror m_worker;
};

} // namespace nutgraf::page
