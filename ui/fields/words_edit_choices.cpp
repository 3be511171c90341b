// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/words_edit.h"
#include "ui/session/list_words.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace nutgraf::fields {

namespace {

constexpr int MostChoicesSeen = 10;

/// The choice that Enter takes: the very word, else the first that begins so, else the first.
QModelIndex likeliest(const QAbstractItemModel &model, const QString &beginning)
{
    QModelIndex begins;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const QString choice = index.data().toString();
        if (choice.compare(beginning, Qt::CaseInsensitive) == 0) {
            return index;
        }
        if (!begins.isValid() && choice.startsWith(beginning, Qt::CaseInsensitive)) {
            begins = index;
        }
    }
    return begins.isValid() ? begins : model.index(0, 0);
}

} // namespace

void WordsEdit::setChoices(const QStringList &choices, Completes completes)
{
    QStringList sorted = choices;
    std::ranges::sort(sorted, [](const QString &a, const QString &b) {
        return a.compare(b, Qt::CaseInsensitive) < 0;
    });
    m_completes = completes;
    m_completer = new QCompleter(sorted, this);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(MostChoicesSeen);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &WordsEdit::takeChoice);
}

TextRange WordsEdit::completedPart() const
{
    const QString all = words();
    return m_completes == Completes::ListPart ? session::listPart(all, textCursor().position())
                                              : TextRange{0, all.size()};
}

void WordsEdit::offerChoices()
{
    if (m_completer == nullptr || !hasFocus()) {
        return;
    }
    const QString beginning = completedPart().in(words()).toString();
    if (beginning.isEmpty()) {
        m_completer->popup()->hide();
    } else {
        showChoices(beginning);
    }
}

void WordsEdit::showChoices(const QString &beginning)
{
    m_completer->setCompletionPrefix(beginning);
    const QAbstractItemModel &found = *m_completer->completionModel();
    const bool isWritten = found.rowCount() == 1
        && found.index(0, 0).data().toString().compare(beginning, Qt::CaseInsensitive) == 0;
    QAbstractItemView *list = m_completer->popup();
    if (found.rowCount() == 0 || isWritten) {
        list->hide();
        return;
    }
    list->setAccessibleName(tr("%1: choices").arg(accessibleName()));
    QTextCursor start = textCursor();
    start.setPosition(static_cast<int>(completedPart().begin));
    QRect place = cursorRect(start);
    place.setWidth(list->sizeHintForColumn(0) + list->verticalScrollBar()->sizeHint().width()
                   + 2 * CaretRoom);
    m_completer->complete(place);
    list->setCurrentIndex(likeliest(found, beginning));
}

void WordsEdit::takeChoice(const QString &choice)
{
    const TextRange part = completedPart();
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(part.begin));
    cursor.setPosition(static_cast<int>(part.end), QTextCursor::KeepAnchor);
    cursor.insertText(choice);
    setTextCursor(cursor);
    m_completer->popup()->hide(); // what was put in is offered again otherwise
}

bool WordsEdit::handleChoiceKey(QKeyEvent *event)
{
    if (m_completer == nullptr || isReadOnly()) {
        return false;
    }
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            event->ignore(); // the list's
            return true;
        default:
            return false;
        }
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) {
        showChoices({});
        return true;
    }
    return false;
}

} // namespace nutgraf::fields
