// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/dateline_date.h"

#include "ui/fields/date_words.h"
#include "ui/look/tokens.h"

namespace nutgraf::fields {

namespace {

constexpr int WideFrom = 190; // units: there is room for the weekday

} // namespace

DatelineDate::DatelineDate(session::StorySession &session, QWidget *pane)
    : QObject(pane),
      m_session(session),
      m_edit(new WordsEdit(WordsEdit::Lines::One, tr("Dateline date"), pane))
{
    m_edit->setPlaceholderText(tr("date"));
    m_edit->setToolTip(tr("A day, like 12 May 2026, 2026-05-12 or today"));
    m_edit->setReadOnly(session.isReadOnly());
    connect(m_edit, &WordsEdit::left, this, &DatelineDate::take);
    connect(m_edit, &WordsEdit::leaveForward, this, &DatelineDate::take);
    connect(m_edit, &WordsEdit::undoRequested, &session, &session::StorySession::undo);
    connect(m_edit, &WordsEdit::redoRequested, &session, &session::StorySession::redo);
    connect(&session, &session::StorySession::finishingEdits, this, &DatelineDate::take);
}

WordsEdit *DatelineDate::edit() const
{
    return m_edit;
}

void DatelineDate::show()
{
    if (!m_edit->hasFocus()) {
        const QWidget &pane = *m_edit->parentWidget();
        const bool isNarrow = pane.width() < look::units(QFontMetricsF(pane.font()), WideFrom);
        m_edit->setWords(dateWords(m_session.fields().dateline.date,
                                   isNarrow ? DateLength::Short : DateLength::Long));
    }
}

void DatelineDate::take()
{
    if (const auto date = dateFrom(m_edit->words(), QDate::currentDate())) {
        m_session.setField(story::Field::DatelineDate, *date);
    }
    show();
    Q_EMIT taken();
}

} // namespace nutgraf::fields
