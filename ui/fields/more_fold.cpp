// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/more_fold.h"

#include "ui/look/fonts.h"

#include <QFontInfo>

#include <algorithm>

namespace nutgraf::fields {

MoreFold::MoreFold(session::StorySession &session, QWidget *pane)
    : QObject(pane),
      m_session(session),
      m_pane(pane),
      m_button(new QToolButton(pane)),
      m_summary(new QToolButton(pane)),
      m_bodyFont(look::bodyFont())
{
    for (QToolButton *button : {m_button, m_summary}) {
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, &MoreFold::toggle);
    }
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_summary->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(&session, &session::StorySession::fieldChanged, this, [this](story::Field field) {
        if (m_fields != nullptr) {
            m_fields->fill(field);
        }
        showState();
    });
    showState();
}

void MoreFold::makeFields()
{
    m_fields = new MoreFields(m_session, m_pane);
    m_fields->setFonts(m_pane->font(), m_bodyFont);
    connect(m_fields, &MoreFields::heightChanged, this, &MoreFold::heightChanged);
    connect(m_fields, &MoreFields::leftForward, this, &MoreFold::leftForward);
    connect(m_fields, &MoreFields::leftBackward, this, &MoreFold::leftBackward);
    Q_EMIT made();
}

void MoreFold::toggle()
{
    set(m_state == State::Shown ? State::Folded : State::Shown);
    if (m_state == State::Shown) {
        m_fields->edits().front()->setFocus(Qt::TabFocusReason);
    }
}

void MoreFold::set(State state)
{
    if (m_state == state) {
        return;
    }
    m_state = state;
    if (state == State::Folded) {
        m_session.finishEdits();
    } else if (m_fields == nullptr) {
        makeFields();
    }
    showState();
    Q_EMIT heightChanged();
}

MoreFold::State MoreFold::state() const
{
    return m_state;
}

void MoreFold::setHidden(bool hidden)
{
    m_isHidden = hidden;
    showState();
}

const FieldRow *MoreFold::unfolded(story::Field field)
{
    const bool isOne = field == story::Field::Embargo || field == story::Field::Language
        || field == story::Field::Keywords || field == story::Field::EditorsNote
        || field == story::Field::Notice;
    if (!isOne) {
        return nullptr;
    }
    set(State::Shown);
    return m_fields->rowOf(field);
}

void MoreFold::focusFirst() const
{
    if (m_state == State::Shown) {
        m_fields->edits().front()->setFocus();
    }
}

void MoreFold::focusLast() const
{
    if (m_state == State::Shown) {
        m_fields->edits().back()->setFocus();
    }
}

void MoreFold::showState()
{
    const bool isShown = m_state == State::Shown;
    m_button->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_button->setText(isShown ? tr("Fewer fields") : tr("More fields"));
    m_button->setToolTip(isShown ? tr("Fold embargo, language, keywords, note and notice away")
                                 : tr("Embargo, language, keywords, note to editors, notice"));
    m_button->setAccessibleName(m_button->text());
    m_button->setVisible(!m_isHidden);
    m_summaryWords = isShown ? QString() : moreFieldsSummary(m_session.fields());
    m_summary->setToolTip(m_summaryWords);
    m_summary->setAccessibleName(tr("More fields: %1").arg(m_summaryWords));
    m_summary->setVisible(!m_isHidden && !m_summaryWords.isEmpty());
    if (m_fields != nullptr) {
        m_fields->setVisible(!m_isHidden && isShown);
    }
}

void MoreFold::setFonts(const QFont &bodyFont)
{
    m_bodyFont = bodyFont;
    makeQuiet(*m_button);
    makeQuiet(*m_summary);
    if (m_fields != nullptr) {
        m_fields->setFonts(m_pane->font(), bodyFont);
    }
}

/// The button that unfolds stands in the right margin beside the row, so that the fields take no
/// more room than before; a narrow pane has it on a line of its own.
void MoreFold::lay(FieldPlacer &placer, int width, int rowHeight)
{
    const int button = m_button->sizeHint().width();
    const int height = QFontMetrics(m_button->font()).height() + placer.u(1);
    const int beside = placer.textRight() + placer.u(1.5);
    const bool isBeside = beside + button <= width;
    if (isBeside) {
        m_button->setGeometry(beside, placer.y() + (rowHeight - height) / 2, button, height);
    }
    placer.down(rowHeight);
    if (m_state == State::Shown) {
        placer.down(placer.u(0.5));
        const int taken = m_fields->layRows(width, QFontInfo(m_bodyFont).pixelSize());
        m_fields->setGeometry(0, placer.y(), width, taken);
        placer.down(taken);
    }
    int left = placer.textLeft() - placer.u(1.75);
    if (!isBeside) {
        m_button->setGeometry(left, placer.y(), button, height);
        left += button + placer.u(2);
    }
    laySummary(placer, left, height);
    if (!isBeside || !m_summaryWords.isEmpty()) {
        placer.down(height);
    }
}

void MoreFold::laySummary(FieldPlacer &placer, int left, int height)
{
    if (m_summaryWords.isEmpty()) {
        return;
    }
    const QFontMetrics metrics(m_summary->font());
    const int room = placer.textRight() - left;
    m_summary->setText(metrics.elidedText(m_summaryWords, Qt::ElideRight, room - placer.u(3)));
    m_summary->setGeometry(left, placer.y(), std::min(m_summary->sizeHint().width(), room), height);
}

QList<QWidget *> MoreFold::inTabOrder() const
{
    QList<QWidget *> order{m_button, m_summary};
    if (m_fields != nullptr) {
        for (WordsEdit *edit : m_fields->edits()) {
            order.append(edit);
        }
    }
    return order;
}

} // namespace nutgraf::fields
