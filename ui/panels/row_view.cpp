// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/row_view.h"

#include "ui/look/fonts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <optional>
#include <utility>

namespace nutgraf::panels {

RowView::RowView(RowDelegate::Density density, QWidget *parent)
    : QTreeView(parent), m_rows(new RowModel(this))
{
    auto *delegate = new RowDelegate(density, this);
    setModel(m_rows);
    setItemDelegate(delegate);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setExpandsOnDoubleClick(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setUniformRowHeights(false);
    if (density == RowDelegate::Density::Panel) {
        viewport()->setBackgroundRole(QPalette::AlternateBase);
    }
    connect(this, &QTreeView::clicked, this, &RowView::choose);
    connect(delegate, &RowDelegate::actionTriggered, this, &RowView::choose);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &above) {
        if (!above.isValid()) {
            unfoldNewHeadings();
        }
    });
}

/// A row that went below another heading stays the current one.
void RowView::followMoved(const Row &current)
{
    const auto isIt = [&current](const Row *row) {
        return row != nullptr && row->kind == current.kind && row->key == current.key;
    };
    if (isIt(currentRow())) {
        return;
    }
    for (QModelIndex at = m_rows->index(0, 0); at.isValid(); at = m_rows->next(at)) {
        if (isIt(&m_rows->rowAt(at))) {
            setCurrentIndex(at);
            return;
        }
    }
}

RowModel &RowView::rows() const
{
    return *m_rows;
}

void RowView::setRows(std::vector<RowTree> rows)
{
    const int before = verticalScrollBar()->value();
    const Row *row = currentRow();
    const std::optional<Row> current = row != nullptr ? std::optional(*row) : std::nullopt;
    m_isUpdating = true; // between two states, ids of rows mean nothing
    m_rows->setRows(std::move(rows));
    if (current) {
        followMoved(*current);
    }
    m_isUpdating = false;
    if (verticalScrollBar()->value() != before) {
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(before);
    }
    Q_EMIT currentRowChanged(currentRow());
}

void RowView::unfoldNewHeadings()
{
    for (int i = 0; i < m_rows->rowCount(); ++i) {
        const QModelIndex heading = m_rows->index(i, 0);
        if (m_rows->rowAt(heading).kind == RowKind::Heading) {
            expand(heading);
        }
    }
}

void RowView::setEmptyText(const QString &text)
{
    if (std::exchange(m_emptyText, text) != text && m_rows->rowCount() == 0) {
        viewport()->update(); // it is not in sight otherwise
    }
}

const Row *RowView::currentRow() const
{
    return currentIndex().isValid() ? &m_rows->rowAt(currentIndex()) : nullptr;
}

void RowView::makeCurrent(const QModelIndex &index)
{
    setCurrentIndex(index);
    if (index.isValid()) {
        scrollTo(index);
    } else {
        clearSelection();
    }
}

QSize RowView::sizeHint() const
{
    const QFontMetricsF metrics(font());
    return {look::units(metrics, look::size::SidePanelNarrow), look::units(metrics, 20)};
}

void RowView::keyboardSearch(const QString &) { }

void RowView::choose(const QModelIndex &index)
{
    if (!index.isValid()) {
        return;
    }
    const Row row = m_rows->rowAt(index); // a copy: a slot may set new rows
    if (row.kind == RowKind::Heading) {
        setExpanded(index, !isExpanded(index));
        return;
    }
    if (row.kind == RowKind::Name) {
        setExpanded(index, true);
    }
    Q_EMIT chosen(row);
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(currentIndex());
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void RowView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (viewport()->width() != m_laidOutWidth) {
        m_laidOutWidth = viewport()->width(); // wrapped rows change their height with the width
        scheduleDelayedItemsLayout();
    }
}

void RowView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_rows->rowCount() == 0 && !m_emptyText.isEmpty()) {
        QPainter painter(viewport());
        painter.setFont(look::smallFont(font()));
        painter.setPen(look::colours(palette()).ink2);
        const int u = look::units(QFontMetricsF(font()), 1);
        painter.drawText(viewport()->rect().adjusted(3 * u, 2 * u, -3 * u, -u),
                         Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, m_emptyText);
    }
}

void RowView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    viewport()->update(); // the selected row is blue only with the keyboard
}

void RowView::focusOutEvent(QFocusEvent *event)
{
    QTreeView::focusOutEvent(event);
    viewport()->update();
}

void RowView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_isUpdating) {
        Q_EMIT currentRowChanged(current.isValid() ? &m_rows->rowAt(current) : nullptr);
    }
}

} // namespace nutgraf::panels
