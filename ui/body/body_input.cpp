// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor_p.h"
#include "ui/body/command_keys.h"
#include "ui/body/dropped_files.h"
#include "ui/body/story_clip.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QTextBlock>

#include <algorithm>

namespace nutgraf::body {

namespace {

constexpr auto PasteMarkdown = Qt::CTRL | Qt::SHIFT | Qt::Key_V;

bool isMouse(QEvent::Type type)
{
    return type == QEvent::MouseButtonPress || type == QEvent::MouseButtonRelease
        || type == QEvent::MouseButtonDblClick || type == QEvent::MouseMove;
}

} // namespace

bool BodyEditor::event(QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        const bool taken = QPlainTextEdit::event(event);
        d->applyColumn();
        return taken;
    }
    // Handed over, not sent: what the text refuses would be sent up to here again, without end.
    if (event->type() == QEvent::Wheel)
        return viewportEvent(event);
    if (leaveToWindow(*event))
        return true;
    return isMouse(event->type()) ? d->mouseBesideText(static_cast<QMouseEvent &>(*event))
                                  : QPlainTextEdit::event(event);
}

// In the margins the mouse works on the line beside it.
bool BodyEditor::Private::mouseBesideText(QMouseEvent &event) const
{
    const QPointF at = q.viewport()->mapFrom(&q, event.position());
    if (q.viewport()->rect().contains(at.toPoint())) {
        event.ignore(); // the text was asked already
        return false;
    }
    QMouseEvent moved(event.type(), at, event.globalPosition(), event.button(), event.buttons(),
                      event.modifiers(), event.pointingDevice());
    const bool isTaken = q.viewportEvent(&moved);
    event.setAccepted(moved.isAccepted());
    return isTaken;
}

void BodyEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    d->applyColumn(); // the scroll bar may have come or gone
    d->showRibbonLines();
}

void BodyEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        d->syntax.setColours(look::colours(palette()));
        d->ribbon.update();
    } else if (event->type() == QEvent::ReadOnlyChange && isReadOnly()) {
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
}

void BodyEditor::mousePressEvent(QMouseEvent *event)
{
    QMouseEvent inside(event->type(), d->sight.inText(event->position()), event->globalPosition(),
                       event->button(), event->buttons(), event->modifiers(),
                       event->pointingDevice());
    QPlainTextEdit::mousePressEvent(&inside);
    event->setAccepted(inside.isAccepted());
}

void BodyEditor::mouseMoveEvent(QMouseEvent *event)
{
    // Past the upper and lower edge Qt scrolls by the distance: leave those as they are.
    const bool isInside =
        event->position().y() >= 0 && event->position().y() < viewport()->height();
    const QPointF at = isInside && event->buttons() != Qt::NoButton
        ? d->sight.inText(event->position())
        : event->position();
    QMouseEvent inside(event->type(), at, event->globalPosition(), event->button(),
                       event->buttons(), event->modifiers(), event->pointingDevice());
    QPlainTextEdit::mouseMoveEvent(&inside);
    event->setAccepted(inside.isAccepted());
}

void BodyEditor::Private::pasteMarkdown() const
{
    if (const QMimeData *clip = QGuiApplication::clipboard()->mimeData()) {
        paste(clippedText(*clip));
    }
}

void BodyEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo)) {
        finishLoading();
        Q_EMIT undoRequested();
    } else if (event->matches(QKeySequence::Redo)) {
        finishLoading();
        Q_EMIT redoRequested();
    } else if (event->keyCombination() == PasteMarkdown) {
        d->pasteMarkdown();
    } else {
        if (event->matches(QKeySequence::MoveToEndOfDocument)
            || event->matches(QKeySequence::SelectEndOfDocument)
            || event->matches(QKeySequence::SelectAll))
            finishLoading();
        QPlainTextEdit::keyPressEvent(event);
    }
}

void BodyEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    const auto add = [&](const char *icon, const QString &name, QKeySequence::StandardKey key,
                         auto what, bool isPossible) {
        QAction *action =
            menu.addAction(QIcon::fromTheme(QLatin1StringView(icon)), name, this, what);
        action->setShortcut(key);
        action->setEnabled(isPossible);
    };
    const bool isEditable = !isReadOnly();
    const bool hasSelection = textCursor().hasSelection();
    add("edit-undo", tr("&Undo"), QKeySequence::Undo, &BodyEditor::undoRequested, isEditable);
    add("edit-redo", tr("&Redo"), QKeySequence::Redo, &BodyEditor::redoRequested, isEditable);
    menu.addSeparator();
    add("edit-cut", tr("Cu&t"), QKeySequence::Cut, &QPlainTextEdit::cut,
        isEditable && hasSelection);
    add("edit-copy", tr("&Copy"), QKeySequence::Copy, &QPlainTextEdit::copy, hasSelection);
    add("edit-paste", tr("&Paste"), QKeySequence::Paste, &QPlainTextEdit::paste,
        isEditable && canPaste());
    QAction *markdown =
        menu.addAction(tr("Paste as &Markdown"), this, [this] { d->pasteMarkdown(); });
    markdown->setShortcut(PasteMarkdown);
    markdown->setEnabled(isEditable && canPaste());
    add(
        "edit-delete", tr("&Delete"), QKeySequence::Delete,
        [this] { textCursor().removeSelectedText(); }, isEditable && hasSelection);
    menu.addSeparator();
    add("edit-select-all", tr("Select &All"), QKeySequence::SelectAll, &QPlainTextEdit::selectAll,
        !document()->isEmpty());
    menu.exec(event->globalPos());
}

QMimeData *BodyEditor::createMimeDataFromSelection() const
{
    return clipOf(textCursor()).release(); // the clipboard takes it
}

bool BodyEditor::canInsertFromMimeData(const QMimeData *source) const
{
    // a file dropped on the text is the window's to open, not an address to be typed
    return source->hasText() && droppedFiles(*source).isEmpty();
}

void BodyEditor::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        d->paste(pastedText(*source, textCursor()));
}

// One step of undo: not one with what was typed before, nor with what is typed after.
void BodyEditor::Private::paste(const QString &text) const
{
    if (q.isReadOnly())
        return;
    q.finishLoading();
    document.setModified(false);
    q.textCursor().insertText(text);
    document.setModified(false);
    q.ensureCursorVisible();
}

} // namespace nutgraf::body
