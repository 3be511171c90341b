// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QStyledItemDelegate>

#include <memory>

namespace nutgraf::panels {

struct RowFonts;

/// Draws the rows of a RowModel: no widgets, sizes in units of the view's font.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Panel: dense, on the panel's ground. Sheet: roomy, lines between rows, room for chips and
    /// for the button at the right.
    enum class Density { Panel, Sheet };

    explicit RowDelegate(Density density, QObject *parent = nullptr);
    ~RowDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

Q_SIGNALS:
    /// The button at the right of a row was clicked.
    void actionTriggered(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    [[nodiscard]] const RowFonts &fontsFor(const QFont &font) const;

    Density m_density;
    mutable std::unique_ptr<RowFonts> m_fonts; ///< of the font last asked for
    QPersistentModelIndex m_pressed; ///< the row whose button is held down
};

} // namespace nutgraf::panels
