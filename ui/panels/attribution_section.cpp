// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/attribution_section.h"

#include "jobs/off_thread.h"
#include "review/anchors.h"
#include "text/carried.h"
#include "ui/look/tokens.h"
#include "ui/panels/correction_form.h"
#include "ui/panels/reason_card.h"
#include "ui/session/reading_marks.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nutgraf::panels {

using review::UnitState;
using review::Verdict;

namespace {

/// From so many attributions on, making their rows would be felt by who is typing.
constexpr std::size_t ManyUnits = 64;

} // namespace

AttributionSection::AttributionSection(QWidget *parent)
    : QWidget(parent),
      m_list(new RowView(RowDelegate::Density::Panel, this)),
      m_card(new ReasonCard(this)),
      m_form(new CorrectionForm(this)),
      m_confirm(m_card->addButton(tr("Confirm"), tr("The speaker said this (C)"))),
      m_correct(m_card->addButton(tr("Correct…"), tr("Put speaker, kind or words right (E)"))),
      m_needsSource(m_card->addButton(tr("Needs source"), tr("The source must be found (S)"))),
      m_reject(m_card->addButton(tr("Reject"), tr("The attribution is wrong (R)"))),
      m_undo(m_card->addButton(tr("Undo decision"), tr("Open the unit again (U)")))
{
    m_list->setAccessibleName(tr("Attributions"));
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_card);
    layout->addWidget(m_form);
    m_card->hide();
    m_undo->hide();
    m_list->installEventFilter(this);
    buildActions();
    connectForm();
    connect(m_list, &RowView::currentRowChanged, this, &AttributionSection::followCurrent);
    connect(m_list, &RowView::chosen, this, &AttributionSection::reveal);
}

void AttributionSection::buildActions()
{
    const QAction *confirm = addDecision(tr("Confirm"), Qt::Key_C);
    const QAction *correct = addDecision(tr("Correct…"), Qt::Key_E);
    const QAction *needsSource = addDecision(tr("Needs Source"), Qt::Key_S);
    const QAction *reject = addDecision(tr("Reject"), Qt::Key_R);
    const QAction *undo = addDecision(tr("Undo Decision"), Qt::Key_U);
    connect(confirm, &QAction::triggered, this, [this] { decide(Verdict::Confirmed); });
    const auto beginHere = [this] {
        if (const auto unit = refOf(currentUnit())) {
            beginCorrection(unit, {});
        }
    };
    connect(correct, &QAction::triggered, this, beginHere);
    connect(m_correct, &QPushButton::clicked, this, beginHere);
    connect(needsSource, &QAction::triggered, this, [this] { decide(Verdict::NeedsSource); });
    connect(reject, &QAction::triggered, this, [this] { decide(Verdict::Rejected); });
    connect(undo, &QAction::triggered, this, &AttributionSection::withdraw);
    connect(m_confirm, &QPushButton::clicked, this, [this] { decide(Verdict::Confirmed); });
    connect(m_needsSource, &QPushButton::clicked, this, [this] { decide(Verdict::NeedsSource); });
    connect(m_reject, &QPushButton::clicked, this, [this] { decide(Verdict::Rejected); });
    connect(m_undo, &QPushButton::clicked, this, &AttributionSection::withdraw);
}

QAction *AttributionSection::addDecision(const QString &words, Qt::Key key)
{
    auto *action = new QAction(words, m_list);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut); // letters count only while the list has focus
    m_list->addAction(action);
    return action;
}

bool AttributionSection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<const QKeyEvent *>(event);
        for (QAction *action : m_list->actions()) {
            if (action->shortcut() == QKeySequence(press->keyCombination())) {
                action->trigger(); // also where no window is active, as on a bare screen
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AttributionSection::setReading(const session::Reading &reading, const review::Review &review)
{
    m_reading = reading;
    m_review = review;
    if (isVisible()) {
        follow();
    }
}

void AttributionSection::setOrder(AttributionOrder order)
{
    m_order = order;
    fill();
}

void AttributionSection::setFilter(AttributionFilter filter)
{
    m_filter = filter;
    fill();
}

void AttributionSection::showEvent(QShowEvent *event)
{
    fill();
    QWidget::showEvent(event);
}

void AttributionSection::follow()
{
    if (!m_reading.analysis || m_reading.analysis->attributions.size() < ManyUnits) {
        fill();
        return;
    }
    const int ticket = ++m_ticket;
    jobs::offThread(
        this,
        [reading = m_reading, review = m_review, order = m_order, filter = m_filter] {
            return attributionRows(reading, review, order, filter);
        },
        [this, ticket, reading = m_reading](std::vector<RowTree> rows) {
            if (ticket == m_ticket) {
                showRows(reading, std::move(rows));
            }
        });
}

void AttributionSection::fill()
{
    showRows(m_reading, attributionRows(m_reading, m_review, m_order, m_filter));
}

void AttributionSection::showRows(const session::Reading &reading, std::vector<RowTree> rows)
{
    ++m_ticket; // rows still being made are of the past now
    const session::Reading seenIn = std::exchange(m_listed, reading);
    const bool hasAny = m_listed.analysis && !m_listed.analysis->attributions.empty();
    m_list->setEmptyText(hasAny ? tr("Every unit is decided.")
                                : tr("Nobody is quoted in this story yet."));
    const Row *row = m_list->currentRow();
    const std::optional<Row> before = row != nullptr ? std::optional(*row) : std::nullopt;
    {
        const QSignalBlocker quiet(m_list); // a neighbour may be current for a moment
        m_list->setRows(std::move(rows));
        if (const std::optional<int> selected = listed(m_selected)) {
            makeCurrent(*selected);
        } else if (before && before->kind == RowKind::Unit) {
            keepUnit(*before, seenIn);
        }
    }
    followCurrent();
}

/// Words that changed are another row. Who decides from the text must not decide about the
/// neighbour of a row that went.
void AttributionSection::keepUnit(const Row &before, const session::Reading &seenIn)
{
    const Row *now = m_list->currentRow();
    if (now != nullptr && now->kind == before.kind && now->key == before.key) {
        return;
    }
    const bool isBoth = seenIn.snapshot && m_listed.snapshot && m_listed.analysis;
    const int same = isBoth
        ? unitIn(text::carried(before.range, seenIn.snapshot->text, m_listed.snapshot->text))
        : -1;
    if (same >= 0 || !m_list->hasFocus()) {
        makeCurrent(same);
    }
}

/// The attribution that begins where `range` does, else one that has some of it; -1: none.
int AttributionSection::unitIn(TextRange range) const
{
    int overlapping = -1;
    const int count = static_cast<int>(m_listed.analysis->attributions.size());
    for (int i = 0; i < count; ++i) {
        const auto &said = m_listed.analysis->attributions[static_cast<std::size_t>(i)];
        const TextRange span = review::contentSpan(said);
        if (span.begin == range.begin) {
            return i;
        }
        overlapping = overlapping < 0 && span.overlaps(range) ? i : overlapping;
    }
    return overlapping;
}

RowView &AttributionSection::list() const
{
    return *m_list;
}

void AttributionSection::select(const std::optional<review::UnitRef> &unit)
{
    if (isCorrecting()) {
        return; // the caret looks for words; the form stays where it is
    }
    m_selected = unit;
    const int attribution = listed(unit).value_or(-1);
    if (attribution != currentUnit() && (attribution >= 0 || !unit)) {
        makeCurrent(attribution);
    } // else its row is still being made, and becomes current then
}

/// Words of the rows as they stand in the newest reading.
void AttributionSection::reveal(const Row &row)
{
    const auto unit = row.kind == RowKind::Unit ? refOf(row.id) : std::nullopt;
    const auto at = unit && m_reading.analysis
        ? review::resolve(*unit, *m_reading.snapshot, *m_reading.analysis)
        : std::nullopt;
    if (at) {
        Q_EMIT revealRequested(
            rangeOf(m_reading.analysis->attributions.at(static_cast<std::size_t>(*at))));
    }
}

/// A reference to an attribution of the rows' reading.
std::optional<review::UnitRef> AttributionSection::refOf(int attribution) const
{
    return m_listed.analysis ? review::refTo(*m_listed.snapshot, *m_listed.analysis, attribution)
                             : std::nullopt;
}

/// Where it stands in the rows' reading.
std::optional<int> AttributionSection::listed(const std::optional<review::UnitRef> &unit) const
{
    return unit && m_listed.analysis
        ? review::resolve(*unit, *m_listed.snapshot, *m_listed.analysis)
        : std::nullopt;
}

int AttributionSection::currentUnit() const
{
    const Row *row = m_list->currentRow();
    return row != nullptr && row->kind == RowKind::Unit ? row->id : -1;
}

UnitState AttributionSection::stateOf(int attribution) const
{
    const auto index = static_cast<std::size_t>(attribution);
    return index < m_listed.bound.units.size() ? m_listed.bound.units[index].state
                                               : UnitState::Open;
}

void AttributionSection::followCurrent()
{
    const int unit = currentUnit();
    followForm();
    m_card->setVisible(unit >= 0 && !isCorrecting());
    if (unit >= 0) {
        explain(unit);
    }
    const std::optional<review::UnitRef> current = refOf(unit);
    const bool isAwaited =
        m_selected && !listed(m_selected) && m_listed.analysis != m_reading.analysis;
    if (current == m_selected || isAwaited) {
        return;
    }
    const bool isSame = unit >= 0 && listed(m_selected) == unit;
    m_selected = current;
    if (!isSame) {
        Q_EMIT unitSelected(current);
    }
}

void AttributionSection::explain(int attribution)
{
    const auto &said = m_listed.analysis->attributions[static_cast<std::size_t>(attribution)];
    const UnitState state = stateOf(attribution);
    const QString title = said.speaker < 0
        ? tr("Nobody is named for this quote")
        : tr("Said by %1")
              .arg(m_listed.analysis->speakers[static_cast<std::size_t>(said.speaker)].name);
    m_card->setContent(session::shapeOf(state), title, ReasonCard::why(m_listed, attribution));
    showButtons(state);
}

void AttributionSection::showButtons(UnitState state)
{
    const bool isDecided = state == UnitState::Confirmed || state == UnitState::NeedsSource
        || state == UnitState::Rejected;
    for (QPushButton *button : {m_confirm, m_needsSource, m_reject}) {
        button->setVisible(!isDecided);
    }
    m_undo->setVisible(isDecided);
}

int AttributionSection::nextOpen() const
{
    const RowModel &model = m_list->rows();
    const QModelIndex current = m_list->currentIndex();
    const QModelIndex from = current.isValid() ? current : model.index(0, 0);
    if (!from.isValid()) {
        return -1;
    }
    QModelIndex at = from;
    do {
        at = model.next(at);
        if (!at.isValid()) {
            at = model.index(0, 0); // once round
        }
        const Row &row = model.rowAt(at);
        if (at != from && row.kind == RowKind::Unit && row.id >= 0 && isOpen(stateOf(row.id))) {
            return row.id;
        }
    } while (at != from);
    return -1;
}

void AttributionSection::beginReview()
{
    if (const int unit = nextOpen(); currentUnit() < 0 && unit >= 0) {
        makeCurrent(unit);
    }
}

void AttributionSection::decide(Verdict verdict)
{
    const std::optional<review::UnitRef> unit = refOf(currentUnit());
    if (!unit) {
        return;
    }
    const std::optional<review::UnitRef> next = refOf(nextOpen());
    Q_EMIT decideRequested(*unit, verdict); // new rows may have come
    if (const std::optional<int> there = listed(next)) {
        makeCurrent(*there);
    }
}

void AttributionSection::withdraw()
{
    if (const std::optional<review::UnitRef> unit = refOf(currentUnit())) {
        Q_EMIT withdrawRequested(*unit);
    }
}

void AttributionSection::connectForm()
{
    connect(m_form, &CorrectionForm::applied, this, &AttributionSection::applyCorrection);
    connect(m_form, &CorrectionForm::cancelled, this, &AttributionSection::endCorrection);
    connect(m_form, &CorrectionForm::wordsProposed, this, &AttributionSection::wordsProposed);
    connect(m_form, &CorrectionForm::selectionRequested, this,
            &AttributionSection::selectionRequested);
}

bool AttributionSection::isCorrecting() const
{
    return !m_form->isHidden();
}

void AttributionSection::takeWords(TextRange snapshotRange)
{
    m_form->takeWords(snapshotRange);
}

void AttributionSection::beginCorrection(const std::optional<review::UnitRef> &unit,
                                         TextRange words)
{
    if (m_listed.analysis != m_reading.analysis) {
        fill(); // `words` are of the newest reading, and the form is opened on it
    }
    const int attribution = listed(unit).value_or(-1);
    const bool isGone = unit && attribution < 0;
    if (m_listed.analysis == nullptr || isGone || (!unit && words.isEmpty())) {
        return;
    }
    m_form->hide(); // another unit's
    select(unit);
    const Row *row = m_list->currentRow();
    m_correctedKey = row != nullptr && attribution >= 0 ? row->key : QString();
    const auto earlier = m_listed.corrections.find(attribution);
    const bool isReopened = attribution >= 0 && stateOf(attribution) == UnitState::Reopened;
    review::Amendment amendment = attribution < 0 ? review::asMarked(words, m_listed.snapshot->text)
                                                  : review::asIs(*m_listed.analysis, attribution);
    if (isReopened && earlier != m_listed.corrections.end()) {
        amendment = review::asCorrected(*m_listed.analysis, attribution, earlier->second);
    }
    m_keyboard = QApplication::focusWidget();
    m_card->hide();
    m_form->open(m_listed, amendment);
    m_form->takeWords(words);
    makeRoom();
}

/// Where the panel is low the form stands alone: a list of half a row tells nothing.
void AttributionSection::makeRoom()
{
    if (isCorrecting()) {
        const int form = m_form->heightForWidth(width());
        const int row = look::units(QFontMetricsF(font()), look::size::TwoLineRow);
        m_list->setVisible(height() - form >= row);
        layout()->activate();
        m_list->scrollTo(m_list->currentIndex());
    } else {
        m_list->show();
    }
}

void AttributionSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

/// A newer reading gave the attribution another number, or it is gone; or another row was chosen.
void AttributionSection::followForm()
{
    if (!isCorrecting()) {
        return;
    }
    const Row *row = m_list->currentRow();
    const int unit = currentUnit();
    const bool isSameRow = unit >= 0 && row->key == m_correctedKey;
    const bool isMarking = m_form->amendment().attribution < 0;
    if (isMarking ? m_form->isOf(m_listed) : isSameRow) {
        m_form->follow(m_listed, isMarking ? -1 : unit);
    } else {
        m_form->close();
        makeRoom();
    }
}

void AttributionSection::applyCorrection()
{
    if (m_listed.analysis != m_reading.analysis) {
        fill();
    }
    if (!isCorrecting()) {
        return; // its words went meanwhile
    }
    const review::Amendment amendment = m_form->amendment();
    const bool isFromList = m_keyboard != nullptr && isAncestorOf(m_keyboard);
    endCorrection();
    Q_EMIT correctRequested(amendment, m_listed.snapshot->revision);
    const int corrected = unitSaying(amendment.content);
    if (corrected >= 0) {
        makeCurrent(corrected);
    }
    if (const int next = nextOpen(); isFromList && next >= 0) {
        makeCurrent(next);
    }
}

void AttributionSection::makeCurrent(int attribution)
{
    m_list->makeCurrent(attribution < 0 ? QModelIndex()
                                        : m_list->rows().find(RowKind::Unit, attribution));
}

/// The attribution with this content, -1: none, or not yet.
int AttributionSection::unitSaying(TextRange content) const
{
    const auto &all = m_listed.analysis->attributions;
    const TextRange words = review::wholeWords(content, m_listed.snapshot->text);
    const auto found = std::ranges::find(all, words, review::contentSpan);
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

void AttributionSection::endCorrection()
{
    m_form->close();
    makeRoom();
    followCurrent();
    QWidget *before = m_keyboard.data();
    if (before == nullptr || m_form->isAncestorOf(before) || !before->isVisible()) {
        before = m_list;
    }
    before->setFocus(Qt::OtherFocusReason);
}

} // namespace nutgraf::panels
