// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/row_model.h"

#include <QSet>

#include <algorithm>

namespace nutgraf::panels {

struct RowModel::Node {
    Row row;
    Node *parent = nullptr;
    int at = 0; ///< own place among the siblings
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] int count() const
    {
        return static_cast<int>(children.size());
    }
    [[nodiscard]] Node &child(int i) const
    {
        return *children[static_cast<std::size_t>(i)];
    }
    void renumber(int from) const
    {
        for (int i = from; i < count(); ++i) {
            child(i).at = i;
        }
    }
};

/// Turns the children of one node into `fresh` in one walk over both.
class RowModel::Merge {
public:
    Merge(RowModel &model, Node &parent, std::vector<RowTree> &fresh)
        : m_model(model), m_parent(parent), m_fresh(fresh)
    {
    }

    void run()
    {
        for (RowTree &tree : m_fresh) {
            while (m_newKeys.contains(tree.row.key)) {
                tree.row.key += u'+'; // keys must be unique: the walk trusts them
            }
            m_newKeys.insert(tree.row.key);
        }
        for (const auto &child : m_parent.children) {
            m_oldKeys.insert(child->row.key);
        }
        for (m_at = 0; m_at < freshCount() || m_at < m_parent.count();) {
            step();
        }
    }

private:
    [[nodiscard]] int freshCount() const
    {
        return static_cast<int>(m_fresh.size());
    }
    [[nodiscard]] RowTree &fresh(int i) const
    {
        return m_fresh[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] bool isGone(int i) const
    {
        return i < m_parent.count() && !m_newKeys.contains(m_parent.child(i).row.key);
    }
    [[nodiscard]] bool isNew(int i) const
    {
        return i < freshCount() && !m_oldKeys.contains(fresh(i).row.key);
    }

    void step()
    {
        const bool isSame = m_at < freshCount() && m_at < m_parent.count()
            && fresh(m_at).row.key == m_parent.child(m_at).row.key;
        if (isSame || (isGone(m_at) && isNew(m_at))) {
            update(m_parent.child(m_at), fresh(m_at));
            ++m_at;
        } else if (isGone(m_at) || m_at >= freshCount()) {
            removeRun();
        } else if (isNew(m_at)) {
            insertRun();
        } else {
            moveHere();
        }
    }

    void update(Node &node, RowTree &tree)
    {
        const bool isChanged = !node.row.looksLike(tree.row);
        node.row = std::move(tree.row);
        if (isChanged) {
            const QModelIndex index = m_model.indexOf(node);
            Q_EMIT m_model.dataChanged(index, index);
        }
        Merge(m_model, node, tree.children).run();
    }

    void removeRun()
    {
        int end = m_at + 1;
        while (end < m_parent.count() && (isGone(end) || m_at >= freshCount())) {
            ++end;
        }
        m_model.beginRemoveRows(m_model.indexOf(m_parent), m_at, end - 1);
        const auto first = m_parent.children.begin();
        m_parent.children.erase(first + m_at, first + end);
        m_parent.renumber(m_at);
        m_model.endRemoveRows();
    }

    void insertRun()
    {
        int end = m_at + 1;
        while (isNew(end)) {
            ++end;
        }
        m_model.beginInsertRows(m_model.indexOf(m_parent), m_at, end - 1);
        std::vector<std::unique_ptr<Node>> added;
        for (int i = m_at; i < end; ++i) {
            added.push_back(build(fresh(i), m_parent));
        }
        m_parent.children.insert(m_parent.children.begin() + m_at,
                                 std::make_move_iterator(added.begin()),
                                 std::make_move_iterator(added.end()));
        m_parent.renumber(m_at);
        m_model.endInsertRows();
        m_at = end;
    }

    static std::unique_ptr<Node> build(RowTree &tree, Node &parent)
    {
        auto node = std::make_unique<Node>();
        node->row = std::move(tree.row);
        node->parent = &parent;
        for (RowTree &below : tree.children) {
            node->children.push_back(build(below, *node));
        }
        node->renumber(0);
        return node;
    }

    void moveHere()
    {
        const auto first = m_parent.children.begin() + m_at;
        const auto found =
            std::ranges::find_if(first, m_parent.children.end(), [this](const auto &child) {
                return child->row.key == fresh(m_at).row.key;
            });
        Q_ASSERT(found != m_parent.children.end()); // keys are unique among siblings
        const int from = (*found)->at;
        const QModelIndex parent = m_model.indexOf(m_parent);
        m_model.beginMoveRows(parent, from, from, parent, m_at);
        std::rotate(first, found, found + 1);
        m_parent.renumber(m_at);
        m_model.endMoveRows();
    }

    RowModel &m_model;
    Node &m_parent;
    std::vector<RowTree> &m_fresh;
    QSet<QString> m_newKeys;
    QSet<QString> m_oldKeys;
    int m_at = 0;
};

RowModel::RowModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
}

RowModel::~RowModel() = default;

void RowModel::setRows(std::vector<RowTree> rows)
{
    Merge(*this, *m_root, rows).run();
}

RowModel::Node &RowModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<Node *>(index.internalPointer()) : *m_root;
}

QModelIndex RowModel::indexOf(const Node &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.at, 0, &node);
}

const Row &RowModel::rowAt(const QModelIndex &index) const
{
    return nodeAt(index).row;
}

QModelIndex RowModel::find(RowKind kind, int id) const
{
    for (QModelIndex at = index(0, 0); at.isValid(); at = next(at)) {
        if (rowAt(at).kind == kind && rowAt(at).id == id) {
            return at;
        }
    }
    return {};
}

QModelIndex RowModel::next(const QModelIndex &index) const
{
    const Node *node = &nodeAt(index);
    if (node->count() > 0) {
        return indexOf(node->child(0));
    }
    for (; node->parent != nullptr; node = node->parent) {
        if (node->at + 1 < node->parent->count()) {
            return indexOf(node->parent->child(node->at + 1));
        }
    }
    return {};
}

QModelIndex RowModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node &node = nodeAt(parent);
    if (column != 0 || row < 0 || row >= node.count()) {
        return {};
    }
    return indexOf(node.child(row));
}

QModelIndex RowModel::parent(const QModelIndex &child) const
{
    const Node *above = child.isValid() ? nodeAt(child).parent : nullptr;
    return above == nullptr ? QModelIndex() : indexOf(*above);
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    return nodeAt(parent).count();
}

int RowModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.toolTip.isEmpty() ? QVariant() : QVariant(row.toolTip);
    case Qt::AccessibleTextRole:
        return row.spoken.isEmpty() ? row.title : row.spoken;
    default:
        return {};
    }
}

Qt::ItemFlags RowModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace nutgraf::panels
