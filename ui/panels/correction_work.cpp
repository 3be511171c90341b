// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/correction_work.h"

#include "ui/panels/attribution_list.h"
#include "ui/panels/correction_form.h"

#include <QApplication>

namespace nutgraf::panels {

using review::UnitState;

CorrectionWork::CorrectionWork(AttributionList &list, CorrectionForm &form)
    : QObject(&form), m_list(list), m_form(form)
{
    connect(&form, &CorrectionForm::applied, this, &CorrectionWork::apply);
    connect(&form, &CorrectionForm::cancelled, this, &CorrectionWork::end);
}

bool CorrectionWork::isUnderWay() const
{
    return !m_form.isHidden();
}

void CorrectionWork::begin(const std::optional<review::UnitRef> &unit, TextRange words)
{
    m_list.catchUp(); // `words` are of the newest reading, and the form is opened on it
    const int attribution = m_list.indexOf(unit).value_or(-1);
    const bool isGone = unit && attribution < 0;
    if (m_list.listed().analysis == nullptr || isGone || (!unit && words.isEmpty())) {
        return;
    }
    m_form.hide(); // another unit's
    m_list.select(unit);
    const Row *row = m_list.view().currentRow();
    m_key = row != nullptr && attribution >= 0 ? row->key : QString();
    m_keyboard = QApplication::focusWidget();
    m_form.open(m_list.listed(), startFor(attribution, words));
    m_form.takeWords(words);
    Q_EMIT changed();
}

/// What the form begins with; a correction that was reopened is offered again.
review::Amendment CorrectionWork::startFor(int attribution, TextRange words) const
{
    const session::Reading &reading = m_list.listed();
    if (attribution < 0) {
        return review::asMarked(words, reading.snapshot->text);
    }
    const auto earlier = reading.corrections.find(attribution);
    const bool isReopened = m_list.stateOf(attribution) == UnitState::Reopened;
    return isReopened && earlier != reading.corrections.end()
        ? review::asCorrected(*reading.analysis, attribution, earlier->second)
        : review::asIs(*reading.analysis, attribution);
}

/// A newer reading gave the attribution another number, or it is gone; or another row was chosen.
void CorrectionWork::follow()
{
    if (!isUnderWay()) {
        return;
    }
    const Row *row = m_list.view().currentRow();
    const int unit = m_list.current();
    const bool isSameRow = unit >= 0 && row->key == m_key;
    const bool isMarking = m_form.amendment().attribution < 0;
    if (isMarking ? m_form.isOf(m_list.listed()) : isSameRow) {
        m_form.follow(m_list.listed(), isMarking ? -1 : unit);
    } else {
        m_form.close();
        Q_EMIT changed();
    }
}

void CorrectionWork::apply()
{
    m_list.catchUp();
    if (!isUnderWay()) {
        return; // its words went meanwhile
    }
    const review::Amendment amendment = m_form.amendment();
    const QWidget *section = m_list.view().parentWidget();
    const bool isFromList = m_keyboard != nullptr && section->isAncestorOf(m_keyboard);
    end();
    Q_EMIT applied(amendment, isFromList ? Origin::List : Origin::Elsewhere);
}

void CorrectionWork::end()
{
    m_form.close();
    Q_EMIT changed();
    QWidget *before = m_keyboard.data();
    if (before == nullptr || m_form.isAncestorOf(before) || !before->isVisible()) {
        before = &m_list.view();
    }
    before->setFocus(Qt::OtherFocusReason);
}

} // namespace nutgraf::panels
