// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/attribution_section.h"

#include "ui/look/tokens.h"
#include "ui/panels/correction_form.h"
#include "ui/panels/reason_card.h"
#include "ui/session/reading_marks.h"

#include <QAction>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace nutgraf::panels {

using review::UnitState;
using review::Verdict;

AttributionSection::AttributionSection(QWidget *parent)
    : QWidget(parent),
      m_list(new AttributionList(this)),
      m_card(new ReasonCard(this, ReasonCard::Height::Fixed)),
      m_form(new CorrectionForm(this)),
      m_work(new CorrectionWork(*m_list, *m_form)),
      m_confirm(m_card->addButton(tr("Confirm"), tr("The speaker said this (C)"))),
      m_correct(m_card->addButton(tr("Correct…"), tr("Put speaker, kind or words right (E)"))),
      m_needsSource(m_card->addButton(tr("Needs source"), tr("The source must be found (S)"))),
      m_reject(m_card->addButton(tr("Reject"), tr("The attribution is wrong (R)"))),
      m_undo(m_card->addButton(tr("Undo decision"), tr("Open the unit again (U)")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&m_list->view(), 1);
    layout->addWidget(m_card);
    layout->addWidget(m_form);
    m_card->hide();
    m_list->view().installEventFilter(this);
    buildActions();
    connectParts();
}

void AttributionSection::buildActions()
{
    addDecision(m_confirm, Qt::Key_C, [this] { decide(Verdict::Confirmed); });
    addDecision(m_correct, Qt::Key_E, [this] { correct(); });
    addDecision(m_needsSource, Qt::Key_S, [this] { decide(Verdict::NeedsSource); });
    addDecision(m_reject, Qt::Key_R, [this] { decide(Verdict::Rejected); });
    addDecision(m_undo, Qt::Key_U, [this] { withdraw(); });
}

/// A button of the card, and the same by a key and in the menu of the list. Letters count only
/// where the list takes the keys (eventFilter): a shortcut would be heard while a menu is open over
/// it, too. The list's own menu knows them all the same.
void AttributionSection::addDecision(QPushButton *button, Qt::Key key,
                                     const std::function<void()> &act)
{
    const QString letter = QKeySequence(key).toString();
    QString words = button->text();
    words.insert(words.indexOf(letter, 0, Qt::CaseInsensitive), u'&');
    auto *action = new QAction(words + u'\t' + letter, &m_list->view());
    action->setData(static_cast<int>(key));
    m_list->view().addAction(action);
    connect(action, &QAction::triggered, this, act);
    connect(button, &QPushButton::clicked, this, act);
}

void AttributionSection::connectParts()
{
    connect(m_list, &AttributionList::changed, this, [this] {
        m_work->follow();
        showCard();
    });
    connect(m_list, &AttributionList::unitSelected, this, &AttributionSection::unitSelected);
    connect(&m_list->view(), &RowView::chosen, this, &AttributionSection::reveal);
    connect(m_work, &CorrectionWork::applied, this, &AttributionSection::passOn);
    connect(m_work, &CorrectionWork::changed, this, [this] {
        showCard();
        makeRoom();
    });
    connect(m_form, &CorrectionForm::wordsProposed, this, &AttributionSection::wordsProposed);
    connect(m_form, &CorrectionForm::selectionRequested, this,
            &AttributionSection::selectionRequested);
}

bool AttributionSection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_list->view() && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<const QKeyEvent *>(event);
        for (QAction *action : m_list->view().actions()) {
            const bool isMeant = action->data().toInt() == press->key();
            if (isMeant && press->modifiers() == Qt::NoModifier) {
                action->trigger();
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AttributionSection::setReading(const session::Reading &reading, const review::Review &review)
{
    m_list->setReading(reading, review);
}

void AttributionSection::setOrder(AttributionOrder order)
{
    m_list->setOrder(order);
}

void AttributionSection::setFilter(AttributionFilter filter)
{
    m_list->setFilter(filter);
}

void AttributionSection::showEvent(QShowEvent *event)
{
    m_list->fill();
    QWidget::showEvent(event);
}

RowView &AttributionSection::list() const
{
    return m_list->view();
}

void AttributionSection::select(const std::optional<review::UnitRef> &unit)
{
    if (!isCorrecting()) {
        m_list->select(unit);
    } // else the caret looks for words; the form stays where it is
}

/// Words of the rows as they stand in the newest reading.
void AttributionSection::reveal(const Row &row)
{
    const session::Reading &newest = m_list->newest();
    const auto unit = row.kind == RowKind::Unit ? m_list->refOf(row.id) : std::nullopt;
    const auto at = unit && newest.analysis
        ? review::resolve(*unit, *newest.snapshot, *newest.analysis)
        : std::nullopt;
    if (at) {
        Q_EMIT revealRequested(
            rangeOf(newest.analysis->attributions.at(static_cast<std::size_t>(*at))));
    }
}

/// Card and row are of one unit: both are read from the rows' reading, at once.
void AttributionSection::showCard()
{
    const int unit = m_list->current();
    if (unit >= 0) {
        explain(unit);
    } else {
        m_card->setHint(tr("Choose a statement to see it in full, and why it is somebody’s. "
                           "C confirms it, E corrects it, S says that it needs a source, R "
                           "rejects it, U undoes that."));
    }
    const UnitState state = m_list->stateOf(unit);
    for (QPushButton *button : {m_confirm, m_needsSource, m_reject}) {
        button->setVisible(unit >= 0 && isOpen(state));
    }
    m_correct->setVisible(unit >= 0);
    m_undo->setVisible(unit >= 0 && !isOpen(state));
    m_card->setVisible(m_list->hasUnits() && !isCorrecting());
}

void AttributionSection::explain(int attribution)
{
    const session::Reading &reading = m_list->listed();
    const auto &said = reading.analysis->attributions[static_cast<std::size_t>(attribution)];
    const QString title = said.speaker < 0
        ? tr("Nobody is named for this quote")
        : tr("Said by %1")
              .arg(reading.analysis->speakers[static_cast<std::size_t>(said.speaker)].name);
    m_card->setContent({.shape = session::shapeOf(m_list->stateOf(attribution)),
                        .title = title,
                        .words = allWords(*reading.snapshot, said),
                        .reasons = ReasonCard::why(reading, attribution)});
}

void AttributionSection::beginReview()
{
    if (const int unit = m_list->nextOpen(); m_list->current() < 0 && unit >= 0) {
        m_list->makeCurrent(unit);
    }
}

void AttributionSection::correct()
{
    if (const auto unit = m_list->refOf(m_list->current())) {
        beginCorrection(unit, {});
    }
}

void AttributionSection::decide(Verdict verdict)
{
    const std::optional<review::UnitRef> unit = m_list->refOf(m_list->current());
    if (!unit) {
        return;
    }
    const std::optional<review::UnitRef> next = m_list->refOf(m_list->nextOpen());
    Q_EMIT decideRequested(*unit, verdict); // new rows may have come
    goOn(unit, next);
}

void AttributionSection::goOn(std::optional<review::UnitRef> decided,
                              std::optional<review::UnitRef> next)
{
    if (const std::optional<int> there = m_list->indexOf(next)) {
        m_list->makeCurrent(*there);
    }
    m_done.reset();
    if (decided) {
        m_done = Done{*std::move(decided), m_list->refOf(m_list->current())};
    }
}

void AttributionSection::withdraw()
{
    const int current = m_list->current();
    std::optional<review::UnitRef> unit = m_list->refOf(current);
    const bool isOpenHere = !unit || isOpen(m_list->stateOf(current));
    const bool isRightAfter = m_done && m_done->next == unit;
    if (isOpenHere && isRightAfter) {
        unit = m_done->decided;
    }
    m_done.reset();
    if (!unit) {
        return;
    }
    Q_EMIT withdrawRequested(*unit);
    if (const std::optional<int> there = m_list->indexOf(unit)) {
        m_list->makeCurrent(*there);
    }
}

bool AttributionSection::isCorrecting() const
{
    return m_work->isUnderWay();
}

void AttributionSection::takeWords(TextRange snapshotRange)
{
    m_form->takeWords(snapshotRange);
}

void AttributionSection::beginCorrection(const std::optional<review::UnitRef> &unit,
                                         TextRange words)
{
    m_work->begin(unit, words);
}

void AttributionSection::passOn(const review::Amendment &amendment, CorrectionWork::Origin origin)
{
    Q_EMIT correctRequested(amendment, m_list->listed().snapshot->revision);
    const int corrected = m_list->saying(amendment.content);
    if (corrected >= 0) {
        m_list->makeCurrent(corrected);
    }
    const int next = origin == CorrectionWork::Origin::List ? m_list->nextOpen() : -1;
    goOn(m_list->refOf(corrected), m_list->refOf(next));
}

/// Where the panel is low the form stands alone: a list of half a row tells nothing.
void AttributionSection::makeRoom()
{
    m_card->fitInto(height());
    m_form->setMinimumHeight(m_card->minimumHeight());
    RowView &list = m_list->view();
    if (isCorrecting()) {
        const int form = m_form->heightForWidth(width());
        const int row = look::units(QFontMetricsF(font()), look::size::TwoLineRow);
        list.setVisible(height() - form >= row);
        layout()->activate();
        list.scrollTo(list.currentIndex());
    } else {
        list.show();
    }
}

void AttributionSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

} // namespace nutgraf::panels
