// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/notes_pane.h"

#include "ui/body/command_keys.h"
#include "ui/body/dropped_files.h"

#include "base/files.h"
#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/waiting/patience.h"

namespace nutgraf::page {

NotesPane::NotesPane(QString path, QWidget *parent)
    : QPlainTextEdit(parent), m_path(std::move(path)), m_worker(this)
{
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(
        look::units(QFontMetricsF(look::interfaceFont()), look::size::PanePadding));
    setTabChangesFocus(true);
    setAccessibleName(tr("Notes"));
    setPlaceholderText(tr("Notes to this story. They are never published."));
    setBodyFont(look::bodyFont());
    m_due.setSingleShot(true);
    m_due.setInterval(700);
    connect(&m_due, &QTimer::timeout, this, &NotesPane::saveNow);
    load();
    connect(this, &QPlainTextEdit::textChanged, this, [this] { m_due.start(); });
}

NotesPane::~NotesPane()
{
    if (m_due.isActive()) {
        saveNow();
    }
}

bool NotesPane::event(QEvent *event)
{
    return body::leaveToWindow(*event) || QPlainTextEdit::event(event);
}

void NotesPane::setBodyFont(const QFont &font)
{
    QFont smaller = font; // notes are read beside the story, not instead of it
    smaller.setPointSizeF(font.pointSizeF() * 0.94);
    setFont(smaller);
}

bool NotesPane::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() && body::droppedFiles(*source).isEmpty();
}

void NotesPane::load()
{
    const Result<QByteArray> bytes =
        waiting::patiently(tr("Reading the notes…"), waiting::Ending::Stoppable,
                           [path = m_path] { return readFile(path); });
    if (bytes) {
        *m_hash = sha256Hex(*bytes);
        setPlainText(QString::fromUtf8(*bytes));
    } else if (bytes.error().code != ErrorCode::FileNotFound) {
        setReadOnly(true);
        setPlaceholderText(tr("The notes cannot be read: %1").arg(bytes.error().detail));
    }
}

QString NotesPane::notes() const
{
    QString text = document()->toRawText(); // toPlainText() would lose no-break spaces
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

void NotesPane::saveNow()
{
    m_due.stop();
    if (isReadOnly() || m_path.isEmpty()) {
        return;
    }
    m_worker.post([this, path = m_path, hash = m_hash,
                   bytes = notes().toUtf8()](const QString &) -> session::StoryMirror::Reply {
        const Result<void> written = replaceFile(path, bytes, *hash);
        if (written) {
            *hash = sha256Hex(bytes);
            return [this] {
                Q_EMIT saved();
            };
        }
        return [this, error = written.error()] {
            Q_EMIT failed(error);
        };
    });
}

void NotesPane::setPath(const QString &path)
{
    if (path != m_path) {
        m_path = path;
        m_due.start();
    }
}

void NotesPane::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (m_due.isActive()) {
        saveNow();
    }
}

} // namespace nutgraf::page
