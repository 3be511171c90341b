// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/reading_pane.h"

#include "messages/messages.h"
#include "ui/look/shapes.h"
#include "ui/look/tokens.h"
#include "ui/panels/reason_card.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace nutgraf::publish {

ReadingPane::ReadingPane(QWidget *parent)
    : QWidget(parent),
      m_card(new panels::ReasonCard(this)),
      m_progress(new QProgressBar(this)),
      m_again(new QPushButton(tr("Read again"), this)),
      m_kill(new QPushButton(tr("Kill the story…"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Reading…"));
    m_again->setObjectName(QStringLiteral("readAgain"));
    m_again->setToolTip(tr("Save the story if it has changed, and read it as it is now"));
    m_kill->setObjectName(QStringLiteral("killInstead"));
    m_kill->setToolTip(tr("Withdraw what was published; that waits for no reading"));
    m_cancel->setToolTip(tr("Close without publishing"));
    for (QPushButton *button : {m_again, m_kill, m_cancel}) {
        button->setAutoDefault(false);
    }
    m_kill->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_kill);
    buttons->addStretch();
    buttons->addWidget(m_again);
    buttons->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    const int margin = look::units(QFontMetricsF(font()), 4);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(m_card);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addLayout(buttons);
    connect(m_again, &QPushButton::clicked, this, &ReadingPane::readAgainRequested);
    connect(m_kill, &QPushButton::clicked, this, &ReadingPane::killRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ReadingPane::cancelRequested);
}

void ReadingPane::showReading()
{
    m_card->setContent(look::Shape::InReview, tr("Reading…"),
                       tr("The story is read as it lies on disk. Nothing can be published before "
                          "that is done."));
    m_progress->show();
    m_again->hide();
    m_cancel->setFocus();
}

void ReadingPane::offerKill(bool canKill)
{
    m_kill->setVisible(canKill);
}

void ReadingPane::showError(const Error &error)
{
    const messages::Message message = messages::describe(error);
    m_card->setContent(look::Shape::Blocks, message.what,
                       QStringList({message.where, message.remedy}).join(u'\n').trimmed());
    m_progress->hide();
    m_again->show();
    m_again->setFocus();
}

} // namespace nutgraf::publish
