// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/unit_model.h"

#include "messages/messages.h"
#include "ui/panels/row.h"

#include <algorithm>

namespace nutgraf::publish {

using summary::UnitNote;

UnitModel::UnitModel(PublishDraft &draft, QObject *parent)
    : QAbstractListModel(parent), m_draft(draft)
{
    refresh();
}

void UnitModel::refresh()
{
    const int count = static_cast<int>(m_draft.proposal.units.size());
    if (count != m_count) {
        beginResetModel();
        m_count = count;
        endResetModel();
    } else if (count > 0) {
        Q_EMIT dataChanged(index(0), index(count - 1), {Qt::CheckStateRole});
    }
}

const summary::Unit &UnitModel::unit(int row) const
{
    return m_draft.proposal.units[static_cast<std::size_t>(row)];
}

bool UnitModel::isPicked(int row) const
{
    return std::ranges::binary_search(m_draft.selection, row);
}

bool UnitModel::isChanged(int row) const
{
    return std::ranges::binary_search(m_draft.proposal.changed, row);
}

bool UnitModel::isClarification(int row) const
{
    return std::ranges::find(unit(row).notes, UnitNote::Clarification) != unit(row).notes.end();
}

QString UnitModel::words(int row) const
{
    return panels::oneLine(unit(row).range.in(m_draft.reading.snapshot->text));
}

QString UnitModel::initials(int row) const
{
    const int speaker = unit(row).speaker;
    return speaker < 0
        ? QString()
        : m_draft.reading.analysis->speakers[static_cast<std::size_t>(speaker)].initials;
}

QString UnitModel::noteWords(int row, UnitNote note) const
{
    const summary::Unit &unit = this->unit(row);
    QString detail;
    if (unit.needs >= 0 && (note == UnitNote::NeedsUnit || note == UnitNote::Clarification)) {
        detail =
            QString::number(m_draft.proposal.units[static_cast<std::size_t>(unit.needs)].paragraph);
    }
    return messages::describe(note, detail,
                              isPicked(row) ? messages::Picked::Yes : messages::Picked::No);
}

QString UnitModel::note(int row) const
{
    const summary::Unit &unit = this->unit(row);
    QStringList parts;
    if (isChanged(row)) {
        parts.append(tr("changed since version %1").arg(m_draft.proposal.picksFrom));
    }
    for (const UnitNote note : unit.notes) {
        if (const QString words = noteWords(row, note); !words.isEmpty()) {
            parts.append(words);
        }
    }
    const QString place = QStringLiteral("¶ %1").arg(unit.paragraph);
    return parts.isEmpty() ? place
                           : QStringLiteral("%1 · %2").arg(place, parts.join(QStringLiteral(", ")));
}

int UnitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant UnitModel::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return words(index.row());
    case Qt::CheckStateRole:
        return isPicked(index.row()) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(words(index.row()), note(index.row()));
    default:
        return {};
    }
}

bool UnitModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !unit(index.row()).isPickable) {
        return false;
    }
    const bool isOn = value.value<Qt::CheckState>() == Qt::Checked;
    m_draft.selection = isOn
        ? summary::pick(m_draft.proposal.units, m_draft.selection, index.row())
        : summary::unpick(m_draft.proposal.units, m_draft.selection, index.row());
    m_draft.isSuggested = false;
    refresh();
    Q_EMIT picked();
    return true;
}

Qt::ItemFlags UnitModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return unit(index.row()).isPickable ? always | Qt::ItemIsUserCheckable : always;
}

} // namespace nutgraf::publish
