// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/row_delegate.h"
#include "ui/panels/row_model.h"

#include <QTreeView>

namespace nutgraf::panels {

/// A list of rows: flat to look at, a tree to keyboard and screen reader. Left and Right fold and
/// unfold; Enter and a click choose.
class RowView final : public QTreeView {
    Q_OBJECT
public:
    explicit RowView(RowDelegate::Density density, QWidget *parent = nullptr);

    [[nodiscard]] RowModel &rows() const;
    /// Replaces the rows; selection, scrolling and folding stay. New headings are unfolded.
    void setRows(std::vector<RowTree> rows);
    /// The secondary line that stands in for an empty list.
    void setEmptyText(const QString &text);
    /// The current row, or nullptr.
    [[nodiscard]] const Row *currentRow() const;
    /// Makes `index` current and scrolls it into view, without asking for the keyboard.
    void makeCurrent(const QModelIndex &index);

    [[nodiscard]] QSize sizeHint() const override;
    /// Letters decide; they do not search.
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// Enter or a click on a row, or its button.
    void chosen(const nutgraf::panels::Row &row);
    /// The current row changed, or new rows were set; nullptr: none is current.
    void currentRowChanged(const nutgraf::panels::Row *row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void choose(const QModelIndex &index);
    void unfoldNewHeadings();
    void followMoved(const Row &current);

    RowModel *m_rows = nullptr;
    QString m_emptyText;
    int m_laidOutWidth = 0;
    bool m_isUpdating = false;
};

} // namespace nutgraf::panels
