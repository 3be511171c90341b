// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/marks.h"

#include <QCompleter>
#include <QPlainTextEdit>

namespace nutgraf::fields {

/// A story field of words without a frame: one line, or wrapping and as high as its words. Its undo
/// is the story's; Enter and the arrow keys at its ends lead to its neighbours.
class WordsEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    static constexpr int CaretRoom = 3; ///< behind the last letter, pixels

    enum class Lines { One, Wrapping };

    WordsEdit(Lines lines, const QString &name, QWidget *parent);

    [[nodiscard]] QString words() const;
    /// Shows `words` without telling anyone; the caret stays where it can.
    void setWords(const QString &words);
    /// Painted as in the body; ranges in the words, valid until they change.
    void setMarks(std::vector<body::Mark> marks);
    void setFocusUnit(int unit);
    /// Offers `choices` while one types (Alt+Down: all of them), for the whole text or for the part
    /// of a list around the caret.
    enum class Completes { Everything, ListPart };
    void setChoices(const QStringList &choices, Completes completes);

    /// Width that shows all words on one line.
    [[nodiscard]] int wantedWidth() const;
    /// Height at a width.
    [[nodiscard]] int heightFor(int width) const;
    /// The first line's baseline, from the top.
    [[nodiscard]] int baseline() const;

Q_SIGNALS:
    void typed(const QString &words);
    void undoRequested();
    void redoRequested();
    void leaveForward();
    void leaveBackward();
    void entered();
    void left();
    void markClicked(int unit);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] TextRange completedPart() const;
    [[nodiscard]] bool handleChoiceKey(QKeyEvent *event);
    void offerChoices();
    void showChoices(const QString &beginning);
    void takeChoice(const QString &choice);
    [[nodiscard]] bool isAtEdge(QTextCursor::MoveOperation move) const;
    [[nodiscard]] int lineRoom() const; ///< below the last line, for its mark

    Lines m_lines;
    QCompleter *m_completer = nullptr; ///< none: nothing is offered
    Completes m_completes = Completes::Everything;
    std::vector<body::Mark> m_marks;
    int m_focusUnit = -1;
    bool m_isShowing = false; ///< setWords at work
};

} // namespace nutgraf::fields
