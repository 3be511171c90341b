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

/// Bodies above this size are read in two steps.
constexpr qsizetype LongBody = 64LL * 1024;

/// Has the rest of a long text loaded before something asks for the whole of it; keys need not wait
/// for that (see SliceLoader).
class LoadsFirst final : public QObject {
public:
    explicit LoadsFirst(body::BodyEditor &body) : QObject(&body), m_body(body) { }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const QEvent::Type type = event->type();
        if (type == QEvent::ContextMenu || type == QEvent::DragEnter || type == QEvent::Drop) {
            m_body.finishLoading();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    body::BodyEditor &m_body;
};

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

void StorySession::Private::begin()
{
    ++revision;
    mirror.reset(loadedBody);
    if (!openError) {
        if (editor && loadedBody.size() > LongBody) {
            feed.readBeginning();
        }
        feed.readFirst(loadedBody.size());
    }
}

QString StorySession::Private::bodyNow()
{
    if (!editor || editor->isLoading() || editor->revision() == loadedRevision) {
        return loadedBody;
    }
    if (cachedRevision != editor->revision()) {
        cachedBody = editor->text();
        cachedRevision = editor->revision();
    }
    return cachedBody;
}

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
    auto *loading = new LoadsFirst(body);
    body.installEventFilter(loading);
    body.viewport()->installEventFilter(loading);
    begin();
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

void StorySession::setField(Field field, const story::FieldValue &value)
{
    if (d->isReadOnly) {
        return;
    }
    if (field == Field::Body) {
        d->replaceBody(std::get<QString>(value));
        return;
    }
    story::Story changed = d->fields;
    const bool isSet = story::setField(changed, field, value);
    Q_ASSERT(isSet);
    if (!isSet || changed == d->fields || isPlainTextFile(d->path)) {
        return;
    }
    d->stack.push(new FieldCommand(
        {field, story::fieldValue(d->fields, field), story::fieldValue(changed, field)},
        [this, names = d->names](Field which, const story::FieldValue &what) {
            // A rename settles the slug: what was typed before it is neither undone nor redone.
            if (which != Field::Slug || names == d->names) {
                d->applyField(which, what);
            }
        }));
}

void StorySession::Private::applyField(Field field, const story::FieldValue &value)
{
    if (!story::setField(fields, field, value)) {
        return;
    }
    textChanged();
    Q_EMIT q->fieldChanged(field);
}

void StorySession::finishEdits()
{
    Q_EMIT finishingEdits();
}

void StorySession::replaceStory(const story::Story &story, const QString &commandText)
{
    d->stack.beginMacro(commandText);
    for (const Field field : story::fields()) {
        if (field != Field::Body) {
            setField(field, story::fieldValue(story, field));
        }
    }
    d->replaceBody(story.body);
    d->stack.endMacro();
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
            setField(field, typedValue(field, words));
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
