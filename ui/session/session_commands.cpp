// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/session_commands.h"

#include "ui/session/field_access.h"

#include <QCoreApplication>

namespace nutgraf::session {

BodyCommand::BodyCommand(QPlainTextEdit &editor)
    : QUndoCommand(QCoreApplication::translate("nutgraf::session::StorySession", "typing")),
      m_editor(editor)
{
}

void BodyCommand::undo()
{
    m_isDone = false;
    QTextCursor caret = m_editor.textCursor();
    m_editor.document()->undo(&caret);
    m_editor.setTextCursor(caret);
}

void BodyCommand::redo()
{
    if (!m_isDone) {
        QTextCursor caret = m_editor.textCursor();
        m_editor.document()->redo(&caret);
        m_editor.setTextCursor(caret);
    }
    m_isDone = true;
}

namespace {

/// The words of a field that is typed into; nullopt: its values are chosen.
std::optional<QString> typedWords(const story::FieldValue &value)
{
    if (const auto *list = std::get_if<QStringList>(&value)) {
        return list->join(u',');
    }
    const auto *words = std::get_if<QString>(&value);
    return words != nullptr ? std::optional(*words) : std::nullopt;
}

/// A change by at most one character: a key, not a paste or a choice.
bool looksTyped(const story::FieldValue &before, const story::FieldValue &after)
{
    const std::optional<QString> old = typedWords(before);
    const std::optional<QString> now = typedWords(after);
    return old && now && qAbs(old->size() - now->size()) <= 2;
}

} // namespace

FieldCommand::FieldCommand(Change change, Apply apply)
    : QUndoCommand(QCoreApplication::translate("nutgraf::session::StorySession", "change of %1")
                       .arg(fieldName(change.field))),
      m_change(std::move(change)),
      m_apply(std::move(apply)),
      m_isTyping(looksTyped(m_change.before, m_change.after))
{
}

void FieldCommand::undo()
{
    m_apply(m_change.field, m_change.before);
}

void FieldCommand::redo()
{
    m_apply(m_change.field, m_change.after);
}

int FieldCommand::id() const
{
    return m_isTyping ? static_cast<int>(m_change.field) : -1;
}

bool FieldCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const FieldCommand *>(other);
    if (next == nullptr || !next->m_isTyping || next->m_change.field != m_change.field) {
        return false;
    }
    m_change.after = next->m_change.after;
    return true;
}

ReviewCommand::ReviewCommand(review::Review before, review::Review after, Apply apply)
    : QUndoCommand(QCoreApplication::translate("nutgraf::session::StorySession", "decision")),
      m_before(std::move(before)),
      m_after(std::move(after)),
      m_apply(std::move(apply))
{
}

void ReviewCommand::undo()
{
    ReviewKeeper::Change done = m_apply(m_after, m_before);
    m_after = std::move(done.before);
    m_before = std::move(done.after);
}

void ReviewCommand::redo()
{
    ReviewKeeper::Change done = m_apply(m_before, m_after);
    m_before = std::move(done.before);
    m_after = std::move(done.after);
}

} // namespace nutgraf::session
