// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

class QPlainTextEdit;

namespace nutgraf::body {

class BodyLayout;

/// Brings a large text into an editor without keeping its user waiting: the first piece at once,
/// the rest in slices behind the first paint, each short enough not to be felt between two keys.
class SliceLoader final : public QObject {
    Q_OBJECT
public:
    SliceLoader(QPlainTextEdit &editor, BodyLayout &layout);

    /// Puts `text` into the editor, or its first piece. Undo is off until everything is there.
    void start(const QString &text);
    [[nodiscard]] bool isLoading() const;
    /// Whether the loader itself is changing the document.
    [[nodiscard]] bool isAppending() const;
    /// Call it when the editor was painted: the slices begin.
    void goOn();
    void finish();

Q_SIGNALS:
    void finished();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    [[nodiscard]] qsizetype cut(qsizetype most) const;
    void append(qsizetype end);
    void end();
    void keepTyping();

    QPlainTextEdit &m_editor;
    BodyLayout &m_layout;
    QString m_text;
    qsizetype m_done = 0;
    int m_timer = 0;
    QElapsedTimer m_sinceAnnounced;
    bool m_isAppending = false;
    bool m_isTypedInto = false;
};

} // namespace nutgraf::body
