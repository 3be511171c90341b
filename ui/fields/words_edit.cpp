// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/words_edit.h"

#include "ui/body/command_keys.h"
#include "ui/body/dropped_files.h"
#include "ui/body/mark_painter.h"
#include "ui/look/tokens.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

namespace nutgraf::fields {

namespace {

QString oneLine(QString text)
{
    for (QChar &unit : text) {
        if (unit == u'\n' || unit == u'\r' || unit == QChar::ParagraphSeparator
            || unit == QChar::LineSeparator) {
            unit = u' ';
        }
    }
    return text;
}

} // namespace

WordsEdit::WordsEdit(Lines lines, const QString &name, QWidget *parent)
    : QPlainTextEdit(parent), m_lines(lines)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false); // the story's stack does it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(lines == Lines::One ? NoWrap : WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_MacShowFocusRect, false);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isShowing) {
            m_marks.clear(); // they were for other words; new ones come with the next reading
            Q_EMIT typed(words());
            offerChoices();
        }
    });
}

QString WordsEdit::words() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

void WordsEdit::setWords(const QString &words)
{
    if (words == this->words()) {
        return;
    }
    const int caret = textCursor().position();
    m_isShowing = true;
    m_marks.clear();
    setPlainText(words);
    m_isShowing = false;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(caret, static_cast<int>(words.size())));
    setTextCursor(cursor);
}

void WordsEdit::setMarks(std::vector<body::Mark> marks)
{
    if (marks != m_marks) {
        m_marks = std::move(marks);
        viewport()->update();
    }
}

void WordsEdit::setFocusUnit(int unit)
{
    m_focusUnit = unit;
    viewport()->update();
}

int WordsEdit::wantedWidth() const
{
    const QString shown = document()->isEmpty() ? placeholderText() : words();
    return qCeil(QFontMetricsF(font()).horizontalAdvance(shown)) + CaretRoom;
}

int WordsEdit::heightFor(int width) const
{
    // The document's layout is as wide as the viewport, which a field out of sight has not yet.
    double height = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextLayout layout(block.text(), font());
        layout.setTextOption(document()->defaultTextOption());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLeadingIncluded(true);
            line.setLineWidth(width);
            height += line.height();
        }
        layout.endLayout();
    }
    return qCeil(height) + lineRoom();
}

int WordsEdit::baseline() const
{
    return qRound(QFontMetricsF(font()).ascent());
}

bool WordsEdit::isAtEdge(QTextCursor::MoveOperation move) const
{
    QTextCursor probe = textCursor();
    return !probe.hasSelection() && !probe.movePosition(move);
}

bool WordsEdit::event(QEvent *event)
{
    if (body::leaveToWindow(*event)) {
        return true;
    }
    // Undo and redo go to the story's stack even where the window has no such action.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void WordsEdit::keyPressEvent(QKeyEvent *event)
{
    if (handleChoiceKey(event)) {
        return;
    }
    const bool isBare = event->modifiers() == Qt::NoModifier;
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isDown = event->key() == Qt::Key_Down && isBare && isAtEdge(QTextCursor::Down);
    const bool isUp = event->key() == Qt::Key_Up && isBare && isAtEdge(QTextCursor::Up);
    if (event->matches(QKeySequence::Undo)) {
        Q_EMIT undoRequested();
    } else if (event->matches(QKeySequence::Redo)) {
        Q_EMIT redoRequested();
    } else if (isReturn || isDown) {
        Q_EMIT leaveForward();
    } else if (isUp) {
        Q_EMIT leaveBackward();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

bool WordsEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText()
        && body::droppedFiles(*source).isEmpty(); // dropped files are the window's
}

void WordsEdit::insertFromMimeData(const QMimeData *source)
{
    textCursor().insertText(oneLine(source->text()));
}

void WordsEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    const bool isByKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    if (isByKey && m_lines == Lines::One) {
        selectAll(); // a sentence is too much to lose to the next letter
    }
    Q_EMIT entered();
}

void WordsEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        QTextCursor cursor = textCursor();
        cursor.clearSelection();
        setTextCursor(cursor);
        Q_EMIT left();
    }
}

void WordsEdit::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const qsizetype at = cursorForPosition(event->position().toPoint()).position();
    for (const body::Mark &mark : m_marks) {
        if (mark.unit >= 0 && mark.range.contains(at)) {
            Q_EMIT markClicked(mark.unit);
            return;
        }
    }
}

void WordsEdit::contextMenuEvent(QContextMenuEvent *event)
{
    // The ready menu's undo is the document's own, which is off.
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QAction *> actions = menu->actions();
    for (qsizetype at = 0; at < std::min<qsizetype>(actions.size(), 3) && !isReadOnly(); ++at) {
        menu->removeAction(actions[at]);
    }
    menu->popup(event->globalPos());
}

void WordsEdit::paintEvent(QPaintEvent *event)
{
    const QFontMetricsF metrics(font());
    const body::MarkPainter::Style style{.colours = &look::colours(palette()),
                                         .line = lineRoom(),
                                         .textHeight = metrics.ascent() + metrics.descent(),
                                         .focusUnit = m_focusUnit};
    std::vector<body::MarkPainter> blocks;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QPointF origin = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
        blocks.emplace_back(style, block, origin, m_marks);
    }
    {
        QPainter under(viewport());
        for (const body::MarkPainter &block : blocks) {
            block.paintUnder(under);
        }
    }
    QPlainTextEdit::paintEvent(event);
    QPainter over(viewport());
    for (const body::MarkPainter &block : blocks) {
        block.paintOver(over);
    }
}

int WordsEdit::lineRoom() const
{
    return look::units(QFontMetricsF(parentWidget()->font()), 0.5);
}

} // namespace nutgraf::fields
