// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/review.h"
#include "story/fields.h"
#include "ui/session/review_keeper.h"

#include <QPlainTextEdit>
#include <QUndoCommand>

#include <functional>

namespace nutgraf::session {

/// One step of the body document's own history, as one step of the story's. The document has done
/// it already when the command is made.
class BodyCommand final : public QUndoCommand {
public:
    explicit BodyCommand(QPlainTextEdit &editor);
    void undo() override;
    void redo() override;

private:
    QPlainTextEdit &m_editor; ///< for its caret
    bool m_isDone = true;
};

/// One field's change. Typing on in the same field is one step.
class FieldCommand final : public QUndoCommand {
public:
    using Apply = std::function<void(story::Field, const story::FieldValue &)>;
    struct Change {
        story::Field field;
        story::FieldValue before;
        story::FieldValue after;
    };

    FieldCommand(Change change, Apply apply);
    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    [[nodiscard]] bool mergeWith(const QUndoCommand *other) override;

private:
    Change m_change;
    Apply m_apply;
    bool m_isTyping;
};

/// A decision made or withdrawn.
class ReviewCommand final : public QUndoCommand {
public:
    /// Takes what leads from one to the other into the decisions of now; says what that did. Redo
    /// makes again what undo unmade, and no more: others may have decided in between.
    using Apply =
        std::function<ReviewKeeper::Change(const review::Review &from, const review::Review &to)>;

    ReviewCommand(review::Review before, review::Review after, Apply apply);
    void undo() override;
    void redo() override;

private:
    review::Review m_before;
    review::Review m_after;
    Apply m_apply;
};

} // namespace nutgraf::session
