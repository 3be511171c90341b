// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/unit_ref.h"
#include "ui/panels/attribution_rows.h"
#include "ui/panels/row_view.h"

#include <QObject>

#include <optional>

namespace nutgraf::panels {

/// The rows of who said what, and which attribution is chosen among them. The rows of a long story
/// are made on a worker thread and follow a moment later: indexes here are of the reading that the
/// rows are of, listed(), and a reference says which attribution is meant beyond it.
class AttributionList final : public QObject {
    Q_OBJECT
public:
    /// `section` shows the rows; while it is out of sight they stay as they are.
    explicit AttributionList(QWidget *section);

    [[nodiscard]] RowView &view() const;
    void setReading(const session::Reading &reading, const review::Review &review);
    void setOrder(AttributionOrder order);
    void setFilter(AttributionFilter filter);
    /// Rows of the newest reading, at once.
    void fill();
    /// fill(), if the rows are of an older reading.
    void catchUp();

    [[nodiscard]] const session::Reading &newest() const;
    [[nodiscard]] const session::Reading &listed() const;
    /// True if there is an attribution to be chosen.
    [[nodiscard]] bool hasUnits() const;

    /// Chooses an attribution, now or when its row comes; nothing: none. Sends no unitSelected.
    void select(const std::optional<review::UnitRef> &unit);
    /// Chooses by an index of listed(), -1: none, and tells.
    void makeCurrent(int attribution);
    /// The chosen one; -1: none.
    [[nodiscard]] int current() const;
    /// The next one that waits for a decision, once round; -1: none.
    [[nodiscard]] int nextOpen() const;
    [[nodiscard]] review::UnitState stateOf(int attribution) const;
    /// The attribution with this content; -1: none, or not yet.
    [[nodiscard]] int saying(TextRange content) const;
    [[nodiscard]] std::optional<review::UnitRef> refOf(int attribution) const;
    [[nodiscard]] std::optional<int> indexOf(const std::optional<review::UnitRef> &unit) const;

Q_SIGNALS:
    /// Another row is current, or new rows came.
    void changed();
    /// The user chose an attribution, or the chosen one is gone.
    void unitSelected(const std::optional<nutgraf::review::UnitRef> &unit);

private:
    void follow();
    void showRows(const session::Reading &reading, std::vector<RowTree> rows);
    void keepUnit(const Row &before, const session::Reading &seenIn);
    [[nodiscard]] int unitIn(TextRange range) const;
    void followCurrent();

    QWidget &m_section;
    RowView &m_view;
    session::Reading m_newest;
    session::Reading m_listed; ///< the one that the rows are of
    review::Review m_review;
    AttributionOrder m_order = AttributionOrder::BySpeaker;
    AttributionFilter m_filter = AttributionFilter::All;
    std::optional<review::UnitRef> m_selected; ///< as told to the outside
    int m_ticket = 0; ///< of the rows being made
};

} // namespace nutgraf::panels
