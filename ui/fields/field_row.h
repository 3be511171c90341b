// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/body_column.h"
#include "ui/fields/words_edit.h"
#include "ui/session/story_session.h"

#include <QLabel>
#include <QToolButton>

namespace nutgraf::fields {

/// A story field with its label.
struct FieldRow {
    story::Field field;
    QLabel *label;
    WordsEdit *edit;
};

/// A row whose undo is the session's; `empty` is shown while nothing is written.
[[nodiscard]] FieldRow makeFieldRow(session::StorySession &session, QWidget *parent,
                                    story::Field field, WordsEdit::Lines lines,
                                    const QString &empty);

/// The story's words in the row, unless just they are being typed there.
void showField(const FieldRow &row, const story::Story &story);

/// A small button in the quiet ink of its parent's colours of now.
void makeQuiet(QToolButton &button);

/// After Enter or an arrow key led to `field`: the next letters are added to what stands there.
/// Tab, which selects it, is for who wants to replace it.
void writeOn(QWidget *field);

/// Puts labels and edits on the body's column, row by row: labels hang in its gutter.
class FieldPlacer {
public:
    FieldPlacer(const QFontMetricsF &interfaceFont, const body::BodyColumn &column, int top);

    [[nodiscard]] int u(double times) const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] int textRight() const;
    [[nodiscard]] int y() const;
    void down(int by);

    /// The label in the gutter, its text on `baseline` below y().
    void hang(QLabel &label, int baseline) const;
    /// The label at `x`; gives the place right of it.
    int inLine(QLabel &label, int x, int baseline) const;
    /// An edit as wide as the column; gives its height.
    [[nodiscard]] int wrapped(const FieldRow &row) const;
    /// A one-line edit at `x`, as wide as its words, at most to the column's right edge, before
    /// which `free` pixels are left to others; gives the place right of it.
    int words(WordsEdit &edit, int x, int free = 0) const;

private:
    QFontMetricsF m_font;
    body::BodyColumn m_column;
    int m_y;
};

} // namespace nutgraf::fields
