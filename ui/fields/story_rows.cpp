// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/story_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace nutgraf::fields {

using story::Field;

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("nutgraf::fields::StoryRows", words);
}

} // namespace

StoryRows::StoryRows(session::StorySession &session, QWidget *pane)
    : slug(makeFieldRow(session, pane, Field::Slug, WordsEdit::Lines::One, tr("slug"))),
      subjects(makeFieldRow(session, pane, Field::Subjects, WordsEdit::Lines::One, tr("none"))),
      headline(
          makeFieldRow(session, pane, Field::Headline, WordsEdit::Lines::Wrapping, tr("Headline"))),
      deck(makeFieldRow(session, pane, Field::Deck, WordsEdit::Lines::Wrapping, tr("Deck"))),
      byline(makeFieldRow(session, pane, Field::Byline, WordsEdit::Lines::One, tr("names"))),
      place(makeFieldRow(session, pane, Field::DatelinePlace, WordsEdit::Lines::One, tr("PLACE"))),
      urgency(makeUrgencyField(session, pane)),
      date(new DatelineDate(session, pane))
{
}

std::array<const FieldRow *, 6> StoryRows::ofWords() const
{
    return {&slug, &subjects, &headline, &deck, &byline, &place};
}

const FieldRow *StoryRows::of(Field field) const
{
    const auto rows = ofWords();
    const auto at = std::ranges::find(rows, field, &FieldRow::field);
    return at != rows.end() ? *at : nullptr;
}

void StoryRows::setFolded(bool folded) const
{
    for (const FieldRow *row : {&slug, &subjects, &deck, &byline, &place}) {
        row->label->setVisible(!folded);
        row->edit->setVisible(!folded);
    }
    urgency.label->setVisible(!folded);
    urgency.box->setVisible(!folded);
    date->edit()->setVisible(!folded);
}

void StoryRows::setFonts(const QFont &small) const
{
    for (const FieldRow *row : ofWords()) {
        row->label->setFont(small);
    }
    urgency.label->setFont(small);
}

void StoryRows::layFirstLine(FieldPlacer &placer) const
{
    const int baseline = slug.edit->baseline();
    placer.hang(*slug.label, baseline);
    int x = placer.words(*slug.edit, placer.textLeft(), placer.u(75)) + placer.u(7);
    x = placer.inLine(*urgency.label, x, baseline);
    urgency.box->setGeometry(x, placer.y(), placer.u(5), slug.edit->height() - placer.u(0.5));
    x = placer.inLine(*subjects.label, x + placer.u(9), baseline);
    placer.words(*subjects.edit, x);
    placer.down(slug.edit->height() + placer.u(0.5));
}

QPoint StoryRows::layLastLine(const FieldPlacer &placer) const
{
    const int baseline = slug.edit->baseline();
    placer.hang(*byline.label, baseline);
    int x = placer.words(*byline.edit, placer.textLeft()) + placer.u(7);
    x = placer.inLine(*place.label, x, baseline);
    x = placer.words(*place.edit, x);
    placer.words(*date->edit(), x + placer.u(1));
    return {x - WordsEdit::CaretRoom - 1, placer.y() + baseline};
}

} // namespace nutgraf::fields
