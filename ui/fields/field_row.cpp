// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/field_row.h"

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/session/field_access.h"
#include "ui/session/list_words.h"

#include <algorithm>

namespace nutgraf::fields {

FieldRow makeFieldRow(session::StorySession &session, QWidget *parent, story::Field field,
                      WordsEdit::Lines lines, const QString &empty)
{
    const QString name = session::fieldName(field);
    const FieldRow row{field, new QLabel(name, parent), new WordsEdit(lines, name, parent)};
    row.label->setForegroundRole(QPalette::PlaceholderText);
    row.label->setBuddy(row.edit);
    row.edit->setPlaceholderText(empty);
    row.edit->setReadOnly(session.isReadOnly());
    QObject::connect(row.edit, &WordsEdit::undoRequested, &session, &session::StorySession::undo);
    QObject::connect(row.edit, &WordsEdit::redoRequested, &session, &session::StorySession::redo);
    return row;
}

void showField(const FieldRow &row, const story::Story &story)
{
    const bool isBeingTyped = session::isList(row.field) && row.edit->hasFocus()
        && session::typedValue(row.field, row.edit->words()) == story::fieldValue(story, row.field);
    if (!isBeingTyped) {
        row.edit->setWords(session::findableWords(story, row.field));
    }
}

void makeQuiet(QToolButton &button)
{
    const QWidget &parent = *button.parentWidget();
    button.setFont(look::smallFont(parent.font()));
    QPalette quiet; // a tool button's words have the role of a button's, whatever it is told
    quiet.setColor(QPalette::ButtonText, look::colours(parent.palette()).ink2);
    button.setPalette(quiet);
}

void writeOn(QWidget *field)
{
    if (auto *edit = qobject_cast<WordsEdit *>(field)) {
        edit->moveCursor(QTextCursor::End);
    }
}

FieldPlacer::FieldPlacer(const QFontMetricsF &interfaceFont, const body::BodyColumn &column,
                         int top)
    : m_font(interfaceFont), m_column(column), m_y(top)
{
}

int FieldPlacer::u(double times) const
{
    return look::units(m_font, times);
}

int FieldPlacer::textLeft() const
{
    return m_column.textLeft;
}

int FieldPlacer::textRight() const
{
    return m_column.textLeft + m_column.textWidth;
}

int FieldPlacer::y() const
{
    return m_y;
}

void FieldPlacer::down(int by)
{
    m_y += by;
}

void FieldPlacer::hang(QLabel &label, int baseline) const
{
    inLine(label, m_column.textLeft - u(4) - label.sizeHint().width(), baseline);
}

int FieldPlacer::inLine(QLabel &label, int x, int baseline) const
{
    const QSize size = label.sizeHint();
    const int ascent = qRound(QFontMetricsF(label.font()).ascent());
    label.setGeometry(x, m_y + baseline - ascent, size.width(), size.height());
    return label.geometry().right() + u(2);
}

int FieldPlacer::wrapped(const FieldRow &row) const
{
    const int height = row.edit->heightFor(m_column.textWidth);
    row.edit->setGeometry(m_column.textLeft, m_y, m_column.textWidth, height);
    hang(*row.label, row.edit->baseline());
    return height;
}

int FieldPlacer::words(WordsEdit &edit, int x, int free) const
{
    const int wanted = std::max(edit.wantedWidth(), u(6));
    const int width = std::min(wanted, std::max(textRight() - free - x, u(6)));
    edit.setGeometry(x, m_y, width, edit.heightFor(width));
    return x + width;
}

} // namespace nutgraf::fields
