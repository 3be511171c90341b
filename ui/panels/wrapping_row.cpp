// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/wrapping_row.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace nutgraf::panels {

WrappingRow::WrappingRow() = default;
WrappingRow::~WrappingRow() = default;

void WrappingRow::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item); // a layout owns its items
}

int WrappingRow::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *WrappingRow::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *WrappingRow::takeAt(int index)
{
    if (itemAt(index) == nullptr) {
        return nullptr;
    }
    const auto at = m_items.begin() + index;
    QLayoutItem *item = at->release();
    m_items.erase(at);
    return item;
}

bool WrappingRow::hasHeightForWidth() const
{
    return true;
}

int WrappingRow::heightForWidth(int width) const
{
    return lay({0, 0, width, 0}, Placing::Measure);
}

QSize WrappingRow::sizeHint() const
{
    return minimumSize();
}

QSize WrappingRow::minimumSize() const
{
    QSize least;
    for (const auto &item : m_items) {
        if (!item->isEmpty()) {
            least = least.expandedTo(item->minimumSize());
        }
    }
    return least;
}

void WrappingRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    lay(rect, Placing::Place);
}

/// The height that was taken.
int WrappingRow::lay(const QRect &rect, Placing placing) const
{
    const int gap = std::max(spacing(), 0);
    QPoint at = rect.topLeft();
    int lineHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty()) {
            continue; // hidden
        }
        const QSize size = item->sizeHint().expandedTo(item->minimumSize());
        if (at.x() > rect.x() && at.x() + size.width() > rect.x() + rect.width()) {
            at = {rect.x(), at.y() + lineHeight + gap};
            lineHeight = 0;
        }
        if (placing == Placing::Place) {
            const QSize fitting(std::min(size.width(), rect.width()), size.height());
            item->setGeometry(
                QStyle::visualRect(parentWidget()->layoutDirection(), rect, QRect(at, fitting)));
        }
        at.rx() += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return at.y() + lineHeight - rect.y();
}

} // namespace nutgraf::panels
