// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/picker.h"

#include "ui/look/fonts.h"
#include "ui/look/row_painter.h"
#include "ui/palette/fuzzy.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace nutgraf::palette {

using namespace Qt::StringLiterals;

class Picker::Model final : public QAbstractListModel {
public:
    Model(std::vector<Item> items, QObject *parent)
        : QAbstractListModel(parent), m_items(std::move(items))
    {
        narrow({});
    }

    void narrow(const QString &typed)
    {
        beginResetModel();
        std::vector<std::pair<int, std::size_t>> found;
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const Item &item = m_items[i];
            if (const std::optional<int> score = fuzzyScore(typed, item.text, item.note)) {
                found.emplace_back(-*score, i);
            }
        }
        std::ranges::stable_sort(found, {}, &std::pair<int, std::size_t>::first);
        m_shown.clear();
        for (const auto &[score, index] : found) {
            m_shown.push_back(index);
        }
        endResetModel();
    }
    [[nodiscard]] const Item &at(int row) const
    {
        return m_items.at(m_shown.at(static_cast<std::size_t>(row)));
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
            return {};
        }
        const Item &item = at(index.row());
        QStringList words{item.text, item.note, item.keys};
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        return at(index.row()).isEnabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                         : Qt::ItemIsSelectable;
    }

private:
    std::vector<Item> m_items;
    std::vector<std::size_t> m_shown;
};

namespace {

/// Icon, text, secondary text, key caps.
class PickerDelegate final : public QStyledItemDelegate {
public:
    PickerDelegate(std::function<const Picker::Item &(int)> itemAt, QObject *parent)
        : QStyledItemDelegate(parent), m_itemAt(std::move(itemAt))
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Picker::Item &item = m_itemAt(index.row());
        const look::Colours &c = look::colours(option.palette);
        const auto u = [&](double times) {
            return look::units(QFontMetricsF(option.font), times);
        };
        painter->save();
        // the field keeps the keyboard while the list's row is the chosen one
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, c.select);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(u(0.75), option.rect.height())),
                              c.accent);
        }
        QRect box = option.rect.adjusted(u(3), 0, -u(3), 0);
        const int side = u(4);
        item.icon.paint(painter, QRect(box.left(), box.center().y() - side / 2, side, side),
                        Qt::AlignCenter, item.isEnabled ? QIcon::Normal : QIcon::Disabled);
        box.setLeft(box.left() + u(6.5));
        const QStringList keys = item.keys.split(u'+', Qt::SkipEmptyParts);
        for (const QString &key : keys | std::views::reverse) {
            const QSizeF size = look::keyCapSize(key, option.font);
            const QRectF cap(
                QPointF(box.right() - size.width(), box.center().y() + 0.5 - size.height() / 2),
                size);
            look::paintKeyCap(*painter, cap, key, c, option.font);
            box.setRight(static_cast<int>(cap.left()) - u(1));
        }
        paintWords(*painter, option, box, item);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, look::units(QFontMetricsF(option.font), 7.5)};
    }

private:
    static void paintWords(QPainter &painter, const QStyleOptionViewItem &option, QRect box,
                           const Picker::Item &item)
    {
        const look::Colours &c = look::colours(option.palette);
        const QString text = option.fontMetrics.elidedText(item.text, Qt::ElideRight, box.width());
        painter.setPen(item.isEnabled ? c.ink : c.ink3);
        painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, text);
        box.setLeft(box.left() + option.fontMetrics.horizontalAdvance(text + u"  "_s));
        painter.setFont(look::smallFont(option.font));
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        painter.setPen(!item.isEnabled ? c.ink3 : isChosen ? c.ink : c.ink2);
        painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(item.note, Qt::ElideRight, box.width()));
    }

    std::function<const Picker::Item &(int)> m_itemAt;
};

} // namespace

Picker::Picker(const QString &prompt, std::vector<Item> items, QWidget *parent)
    : QDialog(parent, Qt::Popup),
      m_model(new Model(std::move(items), this)),
      m_field(new QLineEdit),
      m_list(new QListView)
{
    const auto u = [this](double times) {
        return look::units(QFontMetricsF(font()), times);
    };
    setWindowTitle(prompt);
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setPlaceholderText(prompt);
    m_field->setAccessibleName(prompt);
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(
        new PickerDelegate([this](int row) -> const Item & { return m_model->at(row); }, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Matches"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(2), u(2), u(2), u(2));
    layout->setSpacing(u(2));
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &Picker::narrow);
    connect(m_field, &QLineEdit::returnPressed, this, &Picker::accept);
    connect(m_list, &QListView::clicked, this, &Picker::accept);
    narrow({});
    const int width = std::min(u(130), parent->width() - u(8));
    resize(width, std::min(u(95), parent->height() - u(30)));
    move(parent->mapToGlobal(QPoint((parent->width() - width) / 2, u(16))));
    m_field->setFocus();
}

Picker::~Picker() = default;

void Picker::narrow(const QString &typed)
{
    m_model->narrow(typed);
    if (m_model->rowCount() > 0) {
        m_list->setCurrentIndex(m_model->index(0));
    }
}

void Picker::accept()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_model->at(index.row()).isEnabled) {
        return;
    }
    const std::function<void()> run = m_model->at(index.row()).run;
    QDialog::accept();
    if (run) {
        run();
    }
}

void Picker::moveBy(int rows)
{
    const int count = m_model->rowCount();
    if (count > 0) {
        const int row = std::clamp(m_list->currentIndex().row() + rows, 0, count - 1);
        m_list->setCurrentIndex(m_model->index(row));
    }
}

void Picker::paintEvent(QPaintEvent *)
{
    const look::Colours &c = look::colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.raised);
    painter.setPen(c.control);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool Picker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            moveBy(1);
            return true;
        case Qt::Key_Up:
            moveBy(-1);
            return true;
        case Qt::Key_PageDown:
            moveBy(10);
            return true;
        case Qt::Key_PageUp:
            moveBy(-10);
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace nutgraf::palette
