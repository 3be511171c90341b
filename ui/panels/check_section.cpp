// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/check_section.h"

#include "ui/panels/finding_rows.h"

#include <QVBoxLayout>

namespace nutgraf::panels {

CheckSection::CheckSection(QWidget *parent)
    : QWidget(parent), m_list(new RowView(RowDelegate::Density::Panel, this))
{
    m_list->setAccessibleName(tr("Checks"));
    m_list->setEmptyText(tr("No remarks on this story."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    connect(m_list, &RowView::chosen, this, &CheckSection::reveal);
}

RowView &CheckSection::list() const
{
    return *m_list;
}

void CheckSection::setReading(const session::Reading &reading)
{
    m_reading = reading;
    if (isVisible()) {
        fill();
    }
}

void CheckSection::showEvent(QShowEvent *event)
{
    fill();
    QWidget::showEvent(event);
}

void CheckSection::fill()
{
    m_listed = m_reading;
    m_list->setRows(findingRows(m_listed));
}

void CheckSection::reveal(const Row &row)
{
    if (row.kind != RowKind::Remark || row.id < 0) {
        return; // a heading
    }
    const review::Finding &finding = m_listed.findings.at(static_cast<std::size_t>(row.id));
    if (!row.range.isEmpty()) {
        Q_EMIT revealRequested(row.range);
    } else if (finding.field) {
        Q_EMIT fieldRequested(*finding.field);
    }
}

} // namespace nutgraf::panels
