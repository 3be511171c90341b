// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"
#include "ui/look/row_painter.h"

#include <QAbstractListModel>

#include <vector>

namespace nutgraf::desk {

/// Which stories are shown. States follow what the row says: a published story is no draft.
enum class StateFilter { All, Draft, InReview, Approved, Embargoed, Published, Killed, Trouble };
enum class Sorting { Newest, Slug, State };

struct Query {
    QString words; ///< all must occur in slug or headline, case and accents aside
    StateFilter state = StateFilter::All;
    Sorting sorting = Sorting::Newest;

    friend bool operator==(const Query &, const Query &) = default;
};

/// What the row of `entry` says at `now` (UTC): shape and words of its state, and its time.
[[nodiscard]] look::TwoLineRow rowOf(const desk::StoryEntry &entry, const QDateTime &now);
/// The state by which the filter sorts `entry`.
[[nodiscard]] StateFilter stateOf(const desk::StoryEntry &entry, const QDateTime &now);

/// The stories that match a query, in its order.
class DeskModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { EntryRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<desk::StoryEntry> entries);
    void setQuery(Query query);

    [[nodiscard]] const std::vector<desk::StoryEntry> &entries() const
    {
        return m_entries;
    }
    [[nodiscard]] const desk::StoryEntry &entryAt(int row) const;
    /// The row of a story folder, -1: not shown.
    [[nodiscard]] int rowOfFolder(const QString &storyFolder) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: the row's words, for screen readers; ToolTip: the full headline, or what is wrong.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void filter();

    std::vector<desk::StoryEntry> m_entries;
    std::vector<std::size_t> m_shown; ///< indexes into m_entries
    Query m_query;
};

} // namespace nutgraf::desk
