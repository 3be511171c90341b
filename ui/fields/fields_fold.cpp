// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/fields_fold.h"

#include "ui/fields/date_words.h"

#include <algorithm>

namespace nutgraf::fields {

FieldsFold::FieldsFold(session::StorySession &session, QWidget *pane)
    : QObject(pane),
      m_session(session),
      m_arrow(new QToolButton(pane)),
      m_summary(new QToolButton(pane))
{
    m_arrow->setAutoRaise(true);
    m_arrow->setAccessibleName(tr("All fields"));
    connect(m_arrow, &QToolButton::clicked, this, [this] { Q_EMIT requested(!m_isFolded); });
    m_summary->setAutoRaise(true);
    m_summary->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_summary->setToolTip(tr("Show all fields"));
    connect(m_summary, &QToolButton::clicked, this, [this] { Q_EMIT requested(false); });
    connect(&session, &session::StorySession::fieldChanged, this, &FieldsFold::showSummary);
    setFolded(false);
    showSummary();
}

void FieldsFold::setFolded(bool folded)
{
    m_isFolded = folded;
    m_arrow->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    m_arrow->setToolTip(folded ? tr("Show all fields") : tr("Show only the headline"));
    m_arrow->setVisible(folded);
    m_summary->setVisible(folded);
}

void FieldsFold::showSummary()
{
    const story::Story &story = m_session.fields();
    QStringList parts{story.slug, story.byline, story.dateline.place};
    parts.removeAll(QString());
    QString line = parts.join(QStringLiteral(" · "));
    if (story.dateline.date.isValid()) {
        line += (story.dateline.place.isEmpty() ? QStringLiteral(" · ") : QStringLiteral(", "))
            + dateWords(story.dateline.date, DateLength::Short);
    }
    if (story.embargo) {
        line += tr(" · embargo until %1").arg(timeWords(*story.embargo));
    }
    m_summary->setText(line.isEmpty() ? tr("No slug, byline or dateline") : line);
    m_summary->setAccessibleName(tr("Fields: %1").arg(m_summary->text()));
}

void FieldsFold::setFonts()
{
    makeQuiet(*m_summary);
}

int FieldsFold::lay(const FieldPlacer &placer)
{
    const int left = placer.textLeft();
    const int height = QFontMetrics(m_summary->font()).height() + placer.u(1);
    m_summary->setGeometry(left - placer.u(1.75), placer.y(),
                           std::min(m_summary->sizeHint().width(), placer.textRight() - left),
                           height);
    m_arrow->setGeometry(left - placer.u(3) - height, placer.y(), height, height);
    return height;
}

QList<QWidget *> FieldsFold::buttons() const
{
    return {m_arrow, m_summary};
}

} // namespace nutgraf::fields
