// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor.h"
#include "ui/session/field_access.h"
#include "ui/session/list_words.h"
#include "ui/session/session_commands.h"
#include "ui/session/session_state.h"

#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

namespace nutgraf::session {

using story::Field;

namespace {

/// The raw text of a stretch of a document: no-break spaces and U+2028 as they are, `\n` between
/// blocks.
QString rawText(const QTextDocument &document, qsizetype position, qsizetype length)
{
    QString text;
    text.reserve(length);
    QTextBlock block = document.findBlock(static_cast<int>(position));
    qsizetype at = position - block.position();
    while (block.isValid() && text.size() < length) {
        text += QStringView(block.text())
                    .sliced(at)
                    .first(std::min(length - text.size(), block.length() - 1 - at));
        if (text.size() < length) {
            text += u'\n';
        }
        block = block.next();
        at = 0;
    }
    return text.first(std::min(text.size(), length));
}

qsizetype lengthOf(const QTextDocument &document)
{
    return document.characterCount() - 1;
}

} // namespace

void StorySession::attachBody(body::BodyEditor *editor)
{
    d->followBody(*editor);
}

void StorySession::Private::followBody(body::BodyEditor &body)
{
    editor = &body;
    // Signals of a text that is being loaded must find nothing to follow.
    body.loadText(loadedBody);
    body.setReadOnly(isReadOnly);
    loadedRevision = body.revision();
    cachedRevision.reset();
    QObject::connect(&body, &body::BodyEditor::edited, q,
                     [this](qsizetype position, qsizetype removed, qsizetype added) {
                         bodyEdited(position, removed, added);
                     });
    QObject::connect(&body, &body::BodyEditor::loadingFinished, q, [this] { checkLoaded(); });
    QObject::connect(&body, &body::BodyEditor::undoRequested, q, &StorySession::undo);
    QObject::connect(&body, &body::BodyEditor::redoRequested, q, &StorySession::redo);
    QObject::connect(body.document(), &QTextDocument::undoCommandAdded, q,
                     [this] { pushBodyStep(); });
    body.installEventFilter(q);
    body.viewport()->installEventFilter(q);
    begin();
}

bool StorySession::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::Drop:
        // Its entries ask for the whole text; keys need not wait for it (see SliceLoader).
        if (d->editor) {
            d->editor->finishLoading();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void StorySession::Private::pushBodyStep()
{
    isPushingBodyStep = true;
    stack.push(new BodyCommand(*editor));
    isPushingBodyStep = false;
}

void StorySession::Private::bodyEdited(qsizetype position, qsizetype removed, qsizetype added)
{
    if (editor->isLoading()) {
        return;
    }
    mirror.edit({position, removed, rawText(*editor->document(), position, added)});
    textChanged();
}

void StorySession::Private::checkLoaded()
{
    // The text came in slices; somebody may have typed meanwhile.
    if (editor->document()->isModified()) {
        mirror.reset(editor->text());
        textChanged();
        return;
    }
    loadedRevision = editor->revision();
}

void StorySession::Private::textChanged()
{
    ++revision;
    feed.followText(bodySize());
    journal.followText(); // it asks whether the text is unsaved when its time comes
}

qsizetype StorySession::Private::bodySize() const
{
    return editor ? lengthOf(*editor->document()) : loadedBody.size();
}

void StorySession::setField(Field field, const QVariant &value)
{
    if (d->isReadOnly) {
        return;
    }
    if (field == Field::Body) {
        d->replaceBody(value.toString());
        return;
    }
    const story::Story changed = withField(d->fields, field, value);
    if (changed == d->fields || isPlainText()) {
        return;
    }
    d->stack.push(new FieldCommand(
        {field, fieldValue(d->fields, field), fieldValue(changed, field)},
        [this](Field which, const QVariant &what) { d->applyField(which, what); }));
}

void StorySession::Private::applyField(Field field, const QVariant &value)
{
    fields = withField(std::move(fields), field, value);
    textChanged();
    Q_EMIT q->fieldChanged(field);
}

void StorySession::replaceAll(const std::vector<Replacement> &replacements,
                              const QString &commandText)
{
    if (d->isReadOnly || replacements.empty()) {
        return;
    }
    std::vector<Replacement> ordered = replacements;
    std::ranges::stable_sort(ordered, std::greater<>(),
                             [](const Replacement &one) { return one.range; });
    d->stack.beginMacro(commandText);
    for (const Field field : findableFields()) {
        if (field == Field::Body) {
            continue;
        }
        const QString before = findableWords(d->fields, field);
        QString words = before;
        for (const Replacement &one : ordered) {
            if (one.field == field) {
                words.replace(one.range.begin, one.range.length(), one.with);
            }
        }
        if (words != before) {
            setField(field, isList(field) ? QVariant(listFrom(field, words)) : QVariant(words));
        }
    }
    d->replaceInBody(ordered);
    d->stack.endMacro();
}

void StorySession::Private::replaceInBody(const std::vector<Replacement> &replacements) const
{
    if (!editor) {
        return;
    }
    editor->finishLoading();
    QTextCursor cursor(editor->document());
    cursor.beginEditBlock();
    for (const Replacement &one : replacements) {
        if (one.field == Field::Body) {
            cursor.setPosition(static_cast<int>(one.range.begin));
            cursor.setPosition(static_cast<int>(one.range.end), QTextCursor::KeepAnchor);
            cursor.insertText(one.with);
        }
    }
    cursor.endEditBlock();
}

void StorySession::Private::replaceBody(const QString &body)
{
    const QString before = bodyNow();
    const qsizetype shorter = std::min(before.size(), body.size());
    const auto [left, right] =
        std::mismatch(before.begin(), before.begin() + shorter, body.begin());
    const qsizetype prefix = left - before.begin();
    qsizetype suffix = 0;
    while (suffix < shorter - prefix
           && before[before.size() - 1 - suffix] == body[body.size() - 1 - suffix]) {
        ++suffix;
    }
    if (prefix + suffix == before.size() && before.size() == body.size()) {
        return;
    }
    replaceInBody({{Field::Body,
                    {prefix, before.size() - suffix},
                    body.sliced(prefix, body.size() - prefix - suffix)}});
}

} // namespace nutgraf::session
