// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/attribution_list.h"

#include "jobs/off_thread.h"
#include "review/anchors.h"
#include "review/corrections.h"
#include "text/carried.h"

#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace nutgraf::panels {

using review::UnitState;

namespace {

/// From so many attributions on, making their rows would be felt by who is typing.
constexpr std::size_t ManyUnits = 64;

} // namespace

AttributionList::AttributionList(QWidget *section)
    : QObject(section),
      m_section(*section),
      m_view(*new RowView(RowDelegate::Density::Panel, section))
{
    m_view.setAccessibleName(tr("Attributions"));
    m_view.setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(&m_view, &RowView::currentRowChanged, this, &AttributionList::followCurrent);
}

RowView &AttributionList::view() const
{
    return m_view;
}

void AttributionList::setReading(const session::Reading &reading, const review::Review &review)
{
    m_newest = reading;
    m_review = review;
    if (m_section.isVisible()) {
        follow();
    }
}

void AttributionList::setOrder(AttributionOrder order)
{
    m_order = order;
    fill();
}

void AttributionList::setFilter(AttributionFilter filter)
{
    m_filter = filter;
    fill();
}

void AttributionList::follow()
{
    if (!m_newest.analysis || m_newest.analysis->attributions.size() < ManyUnits) {
        fill();
        return;
    }
    const int ticket = ++m_ticket;
    jobs::offThread(
        this,
        [reading = m_newest, review = m_review, order = m_order, filter = m_filter] {
            return attributionRows(reading, review, order, filter);
        },
        [this, ticket, reading = m_newest](std::vector<RowTree> rows) {
            if (ticket == m_ticket) {
                showRows(reading, std::move(rows));
            }
        });
}

void AttributionList::fill()
{
    showRows(m_newest, attributionRows(m_newest, m_review, m_order, m_filter));
}

void AttributionList::catchUp()
{
    if (m_listed.analysis != m_newest.analysis) {
        fill();
    }
}

const session::Reading &AttributionList::newest() const
{
    return m_newest;
}

const session::Reading &AttributionList::listed() const
{
    return m_listed;
}

bool AttributionList::hasUnits() const
{
    return m_listed.analysis && !m_listed.analysis->attributions.empty();
}

void AttributionList::showRows(const session::Reading &reading, std::vector<RowTree> rows)
{
    ++m_ticket; // rows still being made are of the past now
    const session::Reading seenIn = std::exchange(m_listed, reading);
    m_view.setEmptyText(hasUnits() ? tr("Every unit is decided.")
                                   : tr("Nobody is quoted in this story yet."));
    const Row *row = m_view.currentRow();
    const std::optional<Row> before = row != nullptr ? std::optional(*row) : std::nullopt;
    {
        const QSignalBlocker quiet(&m_view); // a neighbour may be current for a moment
        m_view.setRows(std::move(rows));
        if (const std::optional<int> selected = indexOf(m_selected)) {
            if (*selected != current()) {
                makeCurrent(*selected); // else a row half in sight would be scrolled
            }
        } else if (before && before->kind == RowKind::Unit) {
            keepUnit(*before, seenIn);
        }
    }
    followCurrent();
}

/// Words that changed are another row. Who decides from the text must not decide about the
/// neighbour of a row that went.
void AttributionList::keepUnit(const Row &before, const session::Reading &seenIn)
{
    const Row *now = m_view.currentRow();
    if (now != nullptr && now->kind == before.kind && now->key == before.key) {
        return;
    }
    const bool isBoth = seenIn.snapshot && m_listed.snapshot && m_listed.analysis;
    const int same = isBoth
        ? unitIn(text::carried(before.range, seenIn.snapshot->text, m_listed.snapshot->text))
        : -1;
    if (same >= 0 || !m_view.hasFocus()) {
        makeCurrent(same);
    }
}

/// The attribution that begins where `range` does, else one that has some of it; -1: none.
int AttributionList::unitIn(TextRange range) const
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

void AttributionList::select(const std::optional<review::UnitRef> &unit)
{
    m_selected = unit;
    const int attribution = indexOf(unit).value_or(-1);
    if (attribution != current() && (attribution >= 0 || !unit)) {
        makeCurrent(attribution);
    } // else its row is still being made, and becomes current then
}

void AttributionList::makeCurrent(int attribution)
{
    m_view.makeCurrent(attribution < 0 ? QModelIndex()
                                       : m_view.rows().find(RowKind::Unit, attribution));
}

int AttributionList::current() const
{
    const Row *row = m_view.currentRow();
    return row != nullptr && row->kind == RowKind::Unit ? row->id : -1;
}

int AttributionList::nextOpen() const
{
    const RowModel &model = m_view.rows();
    const QModelIndex current = m_view.currentIndex();
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

UnitState AttributionList::stateOf(int attribution) const
{
    const auto index = static_cast<std::size_t>(attribution);
    return index < m_listed.bound.units.size() ? m_listed.bound.units[index].state
                                               : UnitState::Open;
}

int AttributionList::saying(TextRange content) const
{
    const auto &all = m_listed.analysis->attributions;
    const TextRange words = review::wholeWords(content, m_listed.snapshot->text);
    const auto found = std::ranges::find(all, words, review::contentSpan);
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

std::optional<review::UnitRef> AttributionList::refOf(int attribution) const
{
    return m_listed.analysis ? review::refTo(*m_listed.snapshot, *m_listed.analysis, attribution)
                             : std::nullopt;
}

std::optional<int> AttributionList::indexOf(const std::optional<review::UnitRef> &unit) const
{
    return unit && m_listed.analysis
        ? review::resolve(*unit, *m_listed.snapshot, *m_listed.analysis)
        : std::nullopt;
}

void AttributionList::followCurrent()
{
    Q_EMIT changed();
    const int unit = this->current();
    const std::optional<review::UnitRef> now = refOf(unit);
    const bool isAwaited =
        m_selected && !indexOf(m_selected) && m_listed.analysis != m_newest.analysis;
    if (now == m_selected || isAwaited) {
        return;
    }
    const bool isSame = unit >= 0 && indexOf(m_selected) == unit;
    m_selected = now;
    if (!isSame) {
        Q_EMIT unitSelected(now);
    }
}

} // namespace nutgraf::panels
