// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/entity_section.h"

#include "messages/messages.h"
#include "ui/panels/entity_rows.h"
#include "ui/panels/places.h"
#include "ui/panels/reason_card.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace nutgraf::panels {

EntitySection::EntitySection(QWidget *parent)
    : QWidget(parent),
      m_filter(new QLineEdit(this)),
      m_list(new RowView(RowDelegate::Density::Panel, this)),
      m_card(new ReasonCard(this, ReasonCard::Height::Fixed)),
      m_confirm(m_card->addButton(tr("Confirm"), tr("Confirm who said it"))),
      m_showQuote(m_card->addButton(tr("Show quote"), tr("Show what was said, in Attribution")))
{
    m_filter->setPlaceholderText(tr("Filter entities"));
    m_filter->setAccessibleName(tr("Filter entities"));
    m_filter->setToolTip(tr("Names, roles and words of mentions"));
    m_filter->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Entities"));
    const int u = look::units(QFontMetricsF(font()), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(u);
    auto *field = new QVBoxLayout;
    field->setContentsMargins(2 * u, 0, 2 * u, u);
    field->addWidget(m_filter);
    layout->addLayout(field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_card);
    m_card->hide();
    connect(m_filter, &QLineEdit::textChanged, this, &EntitySection::fill);
    connect(m_list, &RowView::currentRowChanged, this, &EntitySection::followCurrent);
    connect(m_list, &RowView::chosen, this,
            [this](const Row &row) { Q_EMIT revealRequested(row.range); });
    connect(m_confirm, &QPushButton::clicked, this,
            [this] { ask(&EntitySection::confirmRequested); });
    connect(m_showQuote, &QPushButton::clicked, this,
            [this] { ask(&EntitySection::attributionRequested); });
}

RowView &EntitySection::list() const
{
    return *m_list;
}

void EntitySection::setReading(const session::Reading &reading)
{
    m_reading = reading;
    if (isVisible()) {
        fill();
    }
}

void EntitySection::showEvent(QShowEvent *event)
{
    fill();
    QWidget::showEvent(event);
}

void EntitySection::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_list->makeCurrent({});
}

void EntitySection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_card->fitInto(height());
}

void EntitySection::fill()
{
    const QString filter = m_filter->text().trimmed();
    m_list->setEmptyText(filter.isEmpty() ? tr("No names or dates in this story yet.")
                                          : tr("Nothing is called “%1” here.").arg(filter));
    m_listed = m_reading;
    m_list->setRows(entityRows(m_listed, filter));
}

void EntitySection::followCurrent()
{
    const Row *row = m_list->currentRow();
    std::vector<TextRange> chosen;
    if (row != nullptr && row->kind != RowKind::Heading) {
        chosen = placesOf(m_listed.analysis->entities[static_cast<std::size_t>(row->id)]);
        explain(*row);
    } else {
        m_card->setHint(tr("Choose a name to see where it stands in the text, and who is meant."));
        m_confirm->hide();
        m_showQuote->hide();
    }
    m_card->setVisible(m_list->rows().rowCount() > 0); // else rows would move under the mouse
    if (chosen != m_chosen) {
        m_chosen = std::move(chosen);
        Q_EMIT mentionsChosen(m_chosen);
    }
}

void EntitySection::explain(const Row &row)
{
    const analysis::Analysis &analysis = *m_listed.analysis;
    const analysis::Entity &entity = analysis.entities[static_cast<std::size_t>(row.id)];
    const int said = row.kind == RowKind::Mention ? attributionOfSource(analysis, row.range) : -1;
    m_unit = review::refTo(*m_listed.snapshot, analysis, said);
    m_confirm->setVisible(said >= 0);
    m_showQuote->setVisible(said >= 0);
    if (said >= 0) {
        explainSource(row, said);
        return;
    }
    const QString type = messages::name(entity.type);
    const QString named = tr("named %n times", nullptr, static_cast<int>(entity.mentions.size()));
    const QString pronouns = entity.pronouns.empty()
        ? QString()
        : tr(", meant by %n pronouns", nullptr, static_cast<int>(entity.pronouns.size()));
    m_card->setContent(look::Shape::Note, oneLine(entity.name),
                       QStringLiteral("%1, %2%3.").arg(type, named, pronouns));
}

void EntitySection::ask(void (EntitySection::*wish)(const review::UnitRef &))
{
    if (m_unit) {
        Q_EMIT(this->*wish)(*m_unit);
    }
}

void EntitySection::explainSource(const Row &row, int attribution)
{
    const analysis::Entity &entity = m_listed.analysis->entities[static_cast<std::size_t>(row.id)];
    const QString place = Places(*m_listed.snapshot).mark(row.range.begin);
    m_confirm->setEnabled(m_listed.bound.units.size() <= static_cast<std::size_t>(attribution)
                          || m_listed.bound.units[static_cast<std::size_t>(attribution)].state
                              != review::UnitState::Confirmed);
    m_card->setContent(look::Shape::Note,
                       tr("“%1” in %2 is %3").arg(row.title, place, oneLine(entity.name)),
                       ReasonCard::why(m_listed, attribution));
}

} // namespace nutgraf::panels
