// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/more_fields.h"

#include "ui/fields/date_words.h"
#include "ui/fields/language_words.h"
#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/session/field_access.h"
#include "ui/session/list_words.h"

#include <QFontInfo>

namespace nutgraf::fields {

using story::Field;

QString moreFieldsSummary(const story::Story &story)
{
    QStringList parts;
    if (story.embargo) {
        parts.append(MoreFields::tr("embargo until %1").arg(timeWords(*story.embargo)));
    }
    if (story.language != story::Story().language) {
        parts.append(languageName(story.language));
    }
    if (!story.keywords.isEmpty()) {
        parts.append(
            MoreFields::tr("keywords %1").arg(session::listWords(Field::Keywords, story.keywords)));
    }
    if (!story.editorsNote.isEmpty()) {
        parts.append(MoreFields::tr("note “%1”").arg(story.editorsNote.simplified()));
    }
    if (!story.notice.isEmpty()) {
        parts.append(MoreFields::tr("own notice"));
    }
    QString line = parts.join(QStringLiteral(" · "));
    if (!line.isEmpty()) {
        line[0] = line.at(0).toUpper();
    }
    return line;
}

MoreFields::MoreFields(session::StorySession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_embargo{makeFieldRow(session, this, Field::Embargo, WordsEdit::Lines::One, tr("none")), {}},
      m_language{makeFieldRow(session, this, Field::Language, WordsEdit::Lines::One, tr("none")),
                 {}},
      m_keywords(makeFieldRow(session, this, Field::Keywords, WordsEdit::Lines::One, tr("none"))),
      m_note(makeFieldRow(session, this, Field::EditorsNote, WordsEdit::Lines::Wrapping,
                          tr("for editors, never for readers"))),
      m_notice(makeFieldRow(session, this, Field::Notice, WordsEdit::Lines::Wrapping,
                            tr("the desk’s own"))),
      m_remark(new QLabel(this))
{
    m_note.label->setText(tr("Note")); // its whole name does not fit the gutter
    m_remark->setWordWrap(true);
    m_remark->setForegroundRole(QPalette::WindowText); // not the Text that goes with Base
    m_remark->hide();
    m_language.row.edit->setChoices(commonLanguages(), WordsEdit::Completes::Everything);
    setToolTips();
    for (const FieldRow *row : everyRow()) {
        connectRow(*row);
        fill(row->field);
    }
    connect(&session, &session::StorySession::finishingEdits, this, &MoreFields::finishEditing);
}

void MoreFields::setToolTips() const
{
    m_embargo.row.edit->setToolTip(
        tr("Nothing is public before this time, like 14 May 2026, 18:00 or tomorrow 9:30"));
    m_language.row.edit->setToolTip(
        tr("The story’s language, like English (GB) or en-GB; Alt+Down lists some"));
    m_keywords.edit->setToolTip(tr("Words to find the story by, parted by commas"));
    m_note.edit->setToolTip(tr("A note to the editors who receive the story, never for readers"));
    m_notice.edit->setToolTip(
        tr("Closes the web edition in place of the notice in the desk’s settings"));
}

void MoreFields::connectRow(const FieldRow &row)
{
    const bool isTakenWhenLeft = row.field == Field::Embargo || row.field == Field::Language;
    connect(row.edit, &WordsEdit::typed, this,
            [this, field = row.field, isTakenWhenLeft](const QString &words) {
                if (isTakenWhenLeft) {
                    say(field, {});
                } else {
                    m_session.setField(field, session::typedValue(field, words));
                }
                Q_EMIT heightChanged();
            });
    connect(row.edit, &WordsEdit::leaveForward, this, [this, edit = row.edit] {
        if (edit == m_notice.edit) {
            Q_EMIT leftForward();
        } else {
            focusNextChild();
            writeOn(focusWidget());
        }
    });
    connect(row.edit, &WordsEdit::leaveBackward, this, [this, edit = row.edit] {
        if (edit == m_embargo.row.edit) {
            Q_EMIT leftBackward();
        } else {
            focusPreviousChild();
            writeOn(focusWidget());
        }
    });
    connect(row.edit, &WordsEdit::entered, parentWidget(), qOverload<>(&QWidget::update));
    connect(row.edit, &WordsEdit::left, this, [this, field = row.field] {
        finishEditing();
        fill(field);
        parentWidget()->update();
    });
}

std::array<const FieldRow *, 5> MoreFields::everyRow() const
{
    return {&m_embargo.row, &m_language.row, &m_keywords, &m_note, &m_notice};
}

const FieldRow *MoreFields::rowOf(Field field) const
{
    for (const FieldRow *row : everyRow()) {
        if (row->field == field) {
            return row;
        }
    }
    return nullptr;
}

QList<WordsEdit *> MoreFields::edits() const
{
    return {m_embargo.row.edit, m_language.row.edit, m_keywords.edit, m_note.edit, m_notice.edit};
}

void MoreFields::fill(Field field)
{
    const story::Story &story = m_session.fields();
    const FieldRow *row = rowOf(field);
    if (row == nullptr) {
        return;
    }
    if (field == Field::Embargo) {
        show(m_embargo, timeWords(story.embargo.value_or(QDateTime())));
        notePastEmbargo();
    } else if (field == Field::Language) {
        show(m_language, languageName(story.language));
    } else {
        showField(*row, story);
    }
    Q_EMIT heightChanged();
}

/// What is being typed, or was not understood, stays until it is put right.
void MoreFields::show(Taken &taken, const QString &words)
{
    const bool isTyped = taken.row.edit->words() != taken.shown;
    taken.shown = words;
    if (!isTyped) {
        taken.row.edit->setWords(words);
    }
}

void MoreFields::finishEditing()
{
    if (m_embargo.row.edit->words() != m_embargo.shown) {
        takeEmbargo();
    }
    if (m_language.row.edit->words() != m_language.shown) {
        takeLanguage();
    }
}

void MoreFields::takeEmbargo()
{
    const auto time = timeFrom(m_embargo.row.edit->words(), m_session.services().clock());
    if (!time) {
        const QString holds = m_embargo.shown.isEmpty()
            ? tr("there is no embargo")
            : tr("the embargo stays %1").arg(m_embargo.shown);
        say(Field::Embargo,
            tr("Not a time: %1. Write a day and an hour, like 14 May 2026, 18:00.").arg(holds));
        return;
    }
    m_embargo.shown = m_embargo.row.edit->words(); // so that the story's spelling replaces it
    say(Field::Embargo, {});
    m_session.setField(Field::Embargo, *time);
    fill(Field::Embargo);
}

void MoreFields::takeLanguage()
{
    const auto tag = languageFrom(m_language.row.edit->words());
    if (!tag) {
        say(Field::Language,
            tr("Not a language: the story stays %1. Write its name or its code, like en-GB.")
                .arg(m_language.shown));
        return;
    }
    m_language.shown = m_language.row.edit->words();
    say(Field::Language, {});
    m_session.setField(Field::Language, *tag);
    fill(Field::Language);
}

void MoreFields::say(Field field, const QString &fault)
{
    m_faults.at(field == Field::Embargo ? 0 : 1) = fault;
    const FieldRow &row = field == Field::Embargo ? m_embargo.row : m_language.row;
    row.edit->setAccessibleDescription(fault);
    showRemark();
}

void MoreFields::notePastEmbargo()
{
    const std::optional<QDateTime> &embargo = m_session.fields().embargo;
    const bool isPast = embargo && *embargo <= m_session.services().clock();
    m_past = isPast ? tr("This embargo has ended: it holds nothing back.") : QString();
    showRemark();
}

void MoreFields::showRemark()
{
    QStringList lines(m_faults.begin(), m_faults.end());
    lines.removeAll(QString());
    const bool isFault = !lines.isEmpty();
    if (!isFault && !m_past.isEmpty()) {
        lines.append(m_past);
    }
    const QString remark = lines.join(u' ');
    const look::Colours &colours = look::colours(palette());
    QPalette own = palette();
    own.setColor(QPalette::WindowText, isFault ? colours.danger : colours.warn);
    m_remark->setPalette(own);
    if (remark != m_remark->text()) {
        m_remark->setText(remark);
        m_remark->setVisible(!remark.isEmpty());
        Q_EMIT heightChanged();
    }
}

void MoreFields::setFonts(const QFont &interfaceFont, const QFont &bodyFont)
{
    const QFont small = look::smallFont(interfaceFont);
    for (const FieldRow *row : everyRow()) {
        row->label->setFont(small);
    }
    m_remark->setFont(small);
    QFont words = look::quoteFont(interfaceFont);
    words.setFamilies(bodyFont.families());
    m_notice.edit->setFont(words); // readers see it, in the story's own letters
    showRemark(); // its colour follows the scheme
}

int MoreFields::layRows(int width, int em)
{
    const QFontMetricsF metrics(font());
    FieldPlacer placer(metrics, body::bodyColumn(width, em, metrics), 0);
    const int baseline = m_embargo.row.edit->baseline();
    placer.hang(*m_embargo.row.label, baseline);
    const int x = placer.words(*m_embargo.row.edit, placer.textLeft()) + placer.u(7);
    const int right = placer.inLine(*m_language.row.label, x, baseline);
    placer.words(*m_language.row.edit, right);
    placer.down(m_embargo.row.edit->height() + placer.u(0.5));
    if (!m_remark->text().isEmpty()) {
        const int columnWidth = placer.textRight() - placer.textLeft();
        const int height = m_remark->heightForWidth(columnWidth);
        m_remark->setGeometry(placer.textLeft(), placer.y(), columnWidth, height);
        placer.down(height + placer.u(1));
    }
    placer.hang(*m_keywords.label, baseline);
    placer.words(*m_keywords.edit, placer.textLeft());
    placer.down(m_keywords.edit->height() + placer.u(0.5));
    for (const FieldRow *row : {&m_note, &m_notice}) {
        placer.down(placer.wrapped(*row) + placer.u(0.5));
    }
    return placer.y();
}

} // namespace nutgraf::fields
