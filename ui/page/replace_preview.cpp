// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/replace_preview.h"

#include "ui/look/fonts.h"
#include "ui/look/return_key.h"
#include "ui/look/tokens.h"
#include "ui/session/field_access.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace nutgraf::page {

namespace {

enum Role { PlaceRole = Qt::UserRole, BeforeRole, OldRole, NewRole, AfterRole };

constexpr qsizetype ContextBefore = 28;
constexpr qsizetype ContextAfter = 60;

/// Draws `… before old new after`, with the place at the right.
class ContextDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        plain.text.clear();
        const QStyle *style = plain.widget != nullptr ? plain.widget->style() : qApp->style();
        style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, plain.widget);
        QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &plain, plain.widget);
        room.setRight(option.rect.right() - look::units(QFontMetricsF(option.font), 2));
        painter->save();
        drawPlace(*painter, room, option, index);
        drawWords(*painter, room, option, index);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        const QFontMetricsF metrics(option.font);
        return {look::units(metrics, 60), look::units(metrics, look::size::SectionHeader)};
    }

private:
    static void drawPlace(QPainter &painter, QRect &room, const QStyleOptionViewItem &option,
                          const QModelIndex &index)
    {
        const QString place = index.data(PlaceRole).toString();
        painter.setFont(look::smallFont(option.font));
        painter.setPen(option.palette.color(QPalette::PlaceholderText));
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, place);
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(place)
                      - look::units(QFontMetricsF(option.font), 3));
    }

    static void drawWords(QPainter &painter, const QRect &room, const QStyleOptionViewItem &option,
                          const QModelIndex &index)
    {
        const look::Colours &colours = look::colours(option.palette);
        painter.setFont(look::quoteFont(option.font));
        painter.setClipRect(room);
        int x = room.left();
        const auto draw = [&](const QString &words, const QColor &fill, const QColor &line,
                              bool isStruck) {
            const QFontMetrics metrics = painter.fontMetrics();
            const QRect box(x, room.top() + (room.height() - metrics.height()) / 2,
                            metrics.horizontalAdvance(words), metrics.height());
            if (fill.isValid()) {
                painter.fillRect(box, fill);
                painter.fillRect(box.left(), isStruck ? box.center().y() + 1 : box.bottom(),
                                 box.width(), isStruck ? 1 : 2, line);
            }
            painter.setPen(colours.ink);
            painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, words);
            x += box.width();
        };
        draw(index.data(BeforeRole).toString(), {}, {}, false);
        draw(index.data(OldRole).toString(), colours.del, colours.delLine, true);
        draw(index.data(NewRole).toString(), colours.ins, colours.insLine, false);
        draw(index.data(AfterRole).toString(), {}, {}, false);
    }
};

QString flat(QStringView text)
{
    QString line = text.toString();
    for (QChar &unit : line) {
        if (unit == u'\n' || unit == QChar::LineSeparator || unit == u'\t') {
            unit = u' ';
        }
    }
    return line;
}

QString before(QStringView text, qsizetype at)
{
    const qsizetype from = std::max<qsizetype>(0, at - ContextBefore);
    return (from > 0 ? QStringLiteral("…") : QString()) + flat(text.sliced(from, at - from));
}

} // namespace

ReplacePreview::ReplacePreview(const story::Story &story, std::vector<Found> found, QWidget *parent)
    : QDialog(parent),
      m_found(std::move(found)),
      m_list(new QListWidget(this)),
      m_all(new QCheckBox(this))
{
    setWindowTitle(tr("Replace all"));
    new look::ReturnKey(this);
    const QFontMetricsF metrics(font());
    resize(look::units(metrics, 170), look::units(metrics, 110));
    m_all->setAccessibleName(tr("All finds"));
    m_all->setToolTip(tr("Ticks or clears all finds"));
    m_list->setAccessibleName(tr("Finds"));
    m_list->setItemDelegate(new ContextDelegate(m_list));
    m_list->setUniformItemSizes(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_replace = buttons->addButton(tr("Replace"), QDialogButtonBox::AcceptRole);
    m_replace->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_all);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    fill(story);
    updateButtons();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemChanged, this, &ReplacePreview::updateButtons);
    connect(m_all, &QCheckBox::clicked, this, [this](bool checked) {
        const QSignalBlocker quiet(m_list);
        for (int row = 0; row < m_list->count(); ++row) {
            m_list->item(row)->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
        }
        m_list->viewport()->update();
        updateButtons();
    });
}

void ReplacePreview::fill(const story::Story &story)
{
    qsizetype counted = 0; // paragraphs are counted on from the find before
    int paragraph = 1;
    for (const Found &one : m_found) {
        const QString text = session::findableWords(story, one.field);
        QString place = session::fieldName(one.field);
        if (one.field == story::Field::Body) {
            for (; counted < one.range.begin; ++counted) {
                paragraph += text[counted] == u'\n' && counted > 0 && text[counted - 1] != u'\n';
            }
            place = QStringLiteral("¶ %1").arg(paragraph);
        }
        auto *item = new QListWidgetItem(m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        const QStringView old = one.range.in(text);
        const QString after = flat(QStringView(text)
                                       .sliced(one.range.end)
                                       .first(std::min(ContextAfter, text.size() - one.range.end)));
        item->setData(PlaceRole, place);
        item->setData(BeforeRole, before(text, one.range.begin));
        item->setData(OldRole, flat(old));
        item->setData(NewRole, one.with);
        item->setData(AfterRole, after);
        item->setText(tr("%1: %2 becomes %3").arg(place, old, one.with)); // for screen readers
    }
}

void ReplacePreview::updateButtons()
{
    const qsizetype ticked = static_cast<qsizetype>(chosen().size());
    const auto all = static_cast<qsizetype>(m_found.size());
    m_replace->setText(tr("Replace %n", nullptr, static_cast<int>(ticked)));
    m_replace->setEnabled(ticked > 0);
    m_all->setText(tr("%1 of %2 finds").arg(ticked).arg(all));
    const QSignalBlocker quiet(m_all);
    m_all->setCheckState(ticked == all     ? Qt::Checked
                             : ticked == 0 ? Qt::Unchecked
                                           : Qt::PartiallyChecked);
}

std::vector<Found> ReplacePreview::chosen() const
{
    std::vector<Found> ticked;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked) {
            ticked.push_back(m_found.at(static_cast<size_t>(row)));
        }
    }
    return ticked;
}

} // namespace nutgraf::page
