// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/row.h"

#include <QAbstractItemModel>

#include <memory>

namespace nutgraf::panels {

/// A tree of rows that takes whole new states and announces only what differs, so that selection,
/// scrolling and unfolded rows survive. A row is the same if its key is; a row whose key is gone
/// gives way to a new one at its place.
class RowModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit RowModel(QObject *parent = nullptr);
    ~RowModel() override;

    void setRows(std::vector<RowTree> rows);

    /// The row at a valid index of this model; stays valid until the next setRows().
    [[nodiscard]] const Row &rowAt(const QModelIndex &index) const;
    /// The first row, in reading order, that is of `kind` and has `id`.
    [[nodiscard]] QModelIndex find(RowKind kind, int id) const;
    /// The row after `index` in reading order, parents before children; invalid at the end.
    [[nodiscard]] QModelIndex next(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node;
    class Merge;

    [[nodiscard]] Node &nodeAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node &node) const;

    std::unique_ptr<Node> m_root;
};

} // namespace nutgraf::panels
