// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/step_page.h"

#include "ui/look/fonts.h"
#include "ui/look/labels.h"
#include "ui/look/tokens.h"

#include <QVBoxLayout>

namespace nutgraf::publish {

StepPage::StepPage(PublishDraft &draft, const QString &title, QWidget *parent)
    : QWidget(parent),
      m_draft(draft),
      m_title(title),
      m_content(new QVBoxLayout(this)),
      m_explanation(new look::SecondaryLabel(this))
{
    setAccessibleName(title);
    QLabel *heading = look::boldLabel(title, this);
    QFont font = heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    heading->setFont(font);
    m_explanation->setWordWrap(true);
    m_content->setContentsMargins(u(5), u(4), u(5), u(3));
    m_content->setSpacing(u(1));
    m_content->addWidget(heading);
    m_content->addWidget(m_explanation);
    m_content->addSpacing(u(2));
}

QWidget *StepPage::footer()
{
    return nullptr;
}

QString StepPage::title() const
{
    return m_title;
}

PublishDraft &StepPage::draft() const
{
    return m_draft;
}

QVBoxLayout &StepPage::content() const
{
    return *m_content;
}

void StepPage::setExplanation(const QString &sentence)
{
    m_explanation->setText(sentence);
}

int StepPage::u(double times) const
{
    return look::units(QFontMetricsF(font()), times);
}

} // namespace nutgraf::publish
