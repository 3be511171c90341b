// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/story_fields.h"
#include "ui/look/tokens.h"

#include <algorithm>
#include <utility>

namespace nutgraf::fields {

void StoryFields::makeMore()
{
    m_moreFold = new QToolButton(this);
    m_moreSummary = new QToolButton(this);
    for (QToolButton *button : {m_moreFold, m_moreSummary}) {
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this] {
            setMore(m_moreState == More::Shown ? More::Folded : More::Shown);
            if (m_moreState == More::Shown) {
                m_more->edits().front()->setFocus(Qt::TabFocusReason);
            }
        });
    }
    m_moreFold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreSummary->setToolButtonStyle(Qt::ToolButtonTextOnly);
}

MoreFields &StoryFields::more()
{
    if (m_more == nullptr) {
        m_more = new MoreFields(m_session, this);
        m_more->setFonts(font(), m_bodyFont);
        connect(m_more, &MoreFields::heightChanged, this, &StoryFields::relayout);
        connect(m_more, &MoreFields::leftForward, this, &StoryFields::leftForBody);
        connect(m_more, &MoreFields::leftBackward, this, [this] { m_date->setFocus(); });
        setTabOrders();
    }
    return *m_more;
}

void StoryFields::setMore(More state)
{
    if (m_moreState == state) {
        return;
    }
    m_moreState = state;
    if (state == More::Shown) {
        more();
    } else {
        m_session.finishEdits();
    }
    setAllVisible();
    relayout();
}

void StoryFields::showMore()
{
    const bool isShown = m_moreState == More::Shown;
    m_moreFold->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_moreFold->setText(isShown ? tr("Fewer fields") : tr("More fields"));
    m_moreFold->setToolTip(isShown ? tr("Fold embargo, language, keywords, note and notice away")
                                   : tr("Embargo, language, keywords, note to editors, notice"));
    m_moreFold->setAccessibleName(m_moreFold->text());
    m_moreFold->setVisible(!m_isFolded);
    const QString summary = isShown ? QString() : moreFieldsSummary(m_session.fields());
    m_moreSummary->setProperty("whole", summary);
    m_moreSummary->setToolTip(summary);
    m_moreSummary->setAccessibleName(tr("More fields: %1").arg(summary));
    m_moreSummary->setVisible(!m_isFolded && !summary.isEmpty());
    if (m_more != nullptr) {
        m_more->setVisible(!m_isFolded && isShown);
    }
}

void StoryFields::setFound(std::optional<story::Field> field)
{
    if (field == m_found) {
        return;
    }
    const std::optional<story::Field> before = std::exchange(m_found, field);
    if (const Row *row = before ? unfolded(*before) : nullptr) {
        row->edit->setPalette(QPalette());
        QTextCursor cursor = row->edit->textCursor();
        cursor.clearSelection();
        row->edit->setTextCursor(cursor);
    }
    if (const Row *row = field ? unfolded(*field) : nullptr) {
        QPalette strong;
        strong.setColor(QPalette::Highlight, look::colours(palette()).accent);
        strong.setColor(QPalette::HighlightedText, look::colours(palette()).onAccent);
        row->edit->setPalette(strong);
    }
}

const StoryFields::Row *StoryFields::unfolded(story::Field field)
{
    if (const Row *row = rowOf(field)) {
        return row;
    }
    const bool isMore = field == story::Field::Embargo || field == story::Field::Language
        || field == story::Field::Keywords || field == story::Field::EditorsNote
        || field == story::Field::Notice;
    if (!isMore) {
        return nullptr;
    }
    setMore(More::Shown);
    return more().rowOf(field);
}

/// The button that unfolds stands in the right margin beside the byline, so that the fields take
/// no more room than before; a narrow pane has it on a line of its own.
void StoryFields::layMore(FieldPlacer &placer, int width)
{
    const int rowHeight = m_byline.edit->height();
    const QSize fold = m_moreFold->sizeHint();
    const int height = QFontMetrics(m_moreFold->font()).height() + u(1);
    const bool isBeside = placer.textRight() + u(1.5) + fold.width() <= width;
    if (isBeside) {
        m_moreFold->setGeometry(placer.textRight() + u(1.5), placer.y() + (rowHeight - height) / 2,
                                fold.width(), height);
    }
    placer.down(rowHeight);
    if (m_moreState == More::Shown) {
        placer.down(u(0.5));
        const int taken = more().layRows(width, QFontInfo(m_bodyFont).pixelSize());
        more().setGeometry(0, placer.y(), width, taken);
        placer.down(taken);
    }
    const QString summary = m_moreSummary->property("whole").toString();
    const int columnWidth = placer.textRight() - placer.textLeft();
    int left = placer.textLeft() - u(1.75);
    if (!isBeside) {
        m_moreFold->setGeometry(left, placer.y(), fold.width(), height);
        left += fold.width() + u(2);
    }
    if (!summary.isEmpty()) {
        const QFontMetrics metrics(m_moreSummary->font());
        const int room = columnWidth - (left - placer.textLeft());
        m_moreSummary->setText(metrics.elidedText(summary, Qt::ElideRight, room - u(3)));
        m_moreSummary->setGeometry(left, placer.y(),
                                   std::min(m_moreSummary->sizeHint().width(), room), height);
    }
    if (!isBeside || !summary.isEmpty()) {
        placer.down(height);
    }
}

} // namespace nutgraf::fields
