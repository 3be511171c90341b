// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/slice_loader.h"

#include "ui/body/body_layout.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTimerEvent>

#include <algorithm>

namespace nutgraf::body {

namespace {

constexpr qsizetype FirstPiece = 16LL * 1024; // units, 32 KB
constexpr qsizetype Slice = 64LL * 1024; // 128 KB
constexpr qint64 AnnounceEvery = 100; // ms: a scroll bar need not follow each slice
constexpr int UnpaintedDelay = 200; // ms until a text that nobody looks at is loaded

// The part of two texts that differs: from the first to the last difference.
struct Difference {
    qsizetype begin = 0;
    qsizetype oldEnd = 0;
    qsizetype newEnd = 0;
};

Difference difference(QStringView before, QStringView after)
{
    const auto [a, b] = std::ranges::mismatch(before, after);
    const qsizetype begin = a - before.begin();
    Difference found{begin, before.size(), after.size()};
    while (found.oldEnd > begin && found.newEnd > begin
           && before[found.oldEnd - 1] == after[found.newEnd - 1]) {
        --found.oldEnd;
        --found.newEnd;
    }
    return found;
}

void replace(QTextCursor &cursor, qsizetype begin, qsizetype end, QStringView with)
{
    cursor.setPosition(static_cast<int>(begin));
    cursor.setPosition(static_cast<int>(end), QTextCursor::KeepAnchor);
    cursor.insertText(with.toString());
}

} // namespace

SliceLoader::SliceLoader(QPlainTextEdit &editor, BodyLayout &layout)
    : QObject(&editor), m_editor(editor), m_layout(layout)
{
    connect(editor.document(), &QTextDocument::contentsChange, this, [this] {
        if (!m_isAppending)
            m_isTypedInto = true;
    });
}

void SliceLoader::start(const QString &text)
{
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    m_text = text;
    m_done = 0;
    m_done = text.size() <= FirstPiece ? text.size() : cut(FirstPiece);
    m_isAppending = true;
    m_editor.setPlainText(text.first(m_done));
    m_isAppending = false;
    m_isTypedInto = false;
    m_editor.document()->setModified(false);
    if (!isLoading()) {
        m_editor.document()->setUndoRedoEnabled(true);
        m_text.clear();
        m_done = 0;
        return;
    }
    m_editor.document()->setUndoRedoEnabled(false);
    m_sinceAnnounced.start();
    m_timer = startTimer(UnpaintedDelay);
}

bool SliceLoader::isLoading() const
{
    return m_done < m_text.size();
}

bool SliceLoader::isAppending() const
{
    return m_isAppending;
}

void SliceLoader::goOn()
{
    if (!isLoading())
        return;
    killTimer(m_timer);
    m_timer = startTimer(0);
}

void SliceLoader::finish()
{
    if (!isLoading())
        return;
    append(m_text.size());
    end();
}

void SliceLoader::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return;
    append(cut(Slice));
    if (isLoading()) {
        goOn();
    } else {
        end();
    }
}

// Slices end with a line end: a paragraph that grows is laid out again each time.
qsizetype SliceLoader::cut(qsizetype most) const
{
    if (m_text.size() - m_done <= most)
        return m_text.size();
    const qsizetype last = m_text.lastIndexOf(u'\n', m_done + most - 1);
    if (last >= m_done)
        return last + 1;
    if (m_done == 0)
        return m_text.at(most).isLowSurrogate() ? most - 1 : most; // something to see at once
    const qsizetype next = m_text.indexOf(u'\n', m_done + most);
    return next < 0 ? m_text.size() : next + 1;
}

void SliceLoader::append(qsizetype end)
{
    QTextCursor at(m_editor.document());
    at.movePosition(QTextCursor::End);
    const int anchor = m_editor.textCursor().anchor();
    const int position = m_editor.textCursor().position();
    const bool caretAtEnd = position == at.position();

    m_isAppending = true;
    m_layout.beginAppending();
    at.insertText(m_text.sliced(m_done, end - m_done));
    m_layout.endAppending();
    m_isAppending = false;
    m_done = end;
    if (!isLoading() || m_sinceAnnounced.elapsed() > AnnounceEvery) {
        m_layout.announceSize();
        m_sinceAnnounced.start();
    }
    if (caretAtEnd) { // text put in where the caret stands takes it along
        at.setPosition(anchor);
        at.setPosition(position, QTextCursor::KeepAnchor);
        m_editor.setTextCursor(at);
    }
}

void SliceLoader::end()
{
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    QTextDocument &document = *m_editor.document();
    if (m_isTypedInto) {
        keepTyping();
    } else {
        document.setUndoRedoEnabled(true);
    }
    document.setModified(m_isTypedInto); // without undo every change counts as one of the user's
    m_text.clear();
    m_done = 0;
    m_editor.viewport()->update();
    Q_EMIT finished();
}

// What was typed while the text came in is taken back and done again with undo on, so that it
// enters the undo stack like any other typing and the story counts as changed.
void SliceLoader::keepTyping()
{
    QTextDocument &document = *m_editor.document();
    QString now = document.toRawText();
    std::ranges::replace(now, QChar::ParagraphSeparator, QChar(u'\n'));
    const Difference typed = difference(m_text, now);
    const QTextCursor caret = m_editor.textCursor();
    const int anchor = caret.anchor();
    const int position = caret.position();

    QTextCursor cursor(&document);
    const QStringView before = QStringView(m_text).sliced(typed.begin, typed.oldEnd - typed.begin);
    replace(cursor, typed.begin, typed.newEnd, before);
    document.setUndoRedoEnabled(true);
    document.setModified(false);
    cursor.beginEditBlock();
    replace(cursor, typed.begin, typed.oldEnd,
            QStringView(now).sliced(typed.begin, typed.newEnd - typed.begin));
    cursor.endEditBlock();

    cursor.setPosition(anchor);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    m_editor.setTextCursor(cursor);
}

} // namespace nutgraf::body
