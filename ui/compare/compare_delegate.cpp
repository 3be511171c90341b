// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/compare_delegate.h"

#include "ui/compare/compare_rows.h"
#include "ui/look/fonts.h"
#include "ui/look/tokens.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace nutgraf::compare {

namespace {

const CompareRows &rowsOf(const QModelIndex &index)
{
    return *qobject_cast<const CompareRows *>(index.model());
}

QFont fontOf(PairRole role)
{
    QFont font = role == PairRole::Headline ? look::headlineFont()
        : role == PairRole::Deck            ? look::deckFont()
                                            : look::bodyFont();
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

/// One side of a pair, laid out.
class Paragraph {
public:
    Paragraph(const QString &words, PairRole role, int width)
        : m_layout(QString(words).replace(u'\n', QChar::LineSeparator), fontOf(role))
    {
        const qreal line = QFontMetricsF(m_layout.font()).height() * 1.08;
        m_layout.beginLayout();
        for (QTextLine l = m_layout.createLine(); l.isValid(); l = m_layout.createLine()) {
            l.setLineWidth(width);
            l.setPosition(QPointF(0, m_height + (line - l.height()) / 2));
            m_height += line;
        }
        m_layout.endLayout();
    }

    [[nodiscard]] qreal height() const
    {
        return m_height;
    }

    /// Whose words: under the text and under what changed.
    void tint(QPainter &painter, QPointF at, const std::vector<SpokenRange> &said,
              const look::Colours &colours)
    {
        for (const SpokenRange &quote : said) {
            const QColor tint = look::speakerTint(colours, quote.speaker, colours.paper);
            forRuns({quote.range}, [&](const QTextLine &line, qreal from, qreal to) {
                painter.fillRect(QRectF(at.x() + from, at.y() + line.y(), to - from, line.height()),
                                 tint);
            });
        }
    }

    enum class Mark { Removed, Inserted };

    void draw(QPainter &painter, QPointF at, const std::vector<TextRange> &changes, Mark mark,
              const look::Colours &colours)
    {
        const bool isRemoved = mark == Mark::Removed;
        forRuns(changes, [&](const QTextLine &line, qreal from, qreal to) {
            const QRectF run(at.x() + from, at.y() + line.y(), to - from, line.height());
            QPainterPath box;
            box.addRoundedRect(run.adjusted(-1, 0, 1, 0), 2, 2);
            painter.fillPath(box, isRemoved ? colours.del : colours.ins);
        });
        painter.setPen(colours.ink);
        m_layout.draw(&painter, at);
        forRuns(changes, [&](const QTextLine &line, qreal from, qreal to) {
            const qreal base = at.y() + line.y() + line.ascent();
            const qreal y = isRemoved ? base - line.ascent() * 0.3 : base + line.descent() * 0.8;
            painter.fillRect(QRectF(at.x() + from, y, to - from, isRemoved ? 1.2 : 2),
                             isRemoved ? colours.delLine : colours.insLine);
        });
    }

private:
    template <class Each>
    void forRuns(const std::vector<TextRange> &ranges, Each each) const
    {
        for (const TextRange range : ranges) {
            for (int i = 0; i < m_layout.lineCount(); ++i) {
                const QTextLine line = m_layout.lineAt(i);
                const int begin = std::max(line.textStart(), static_cast<int>(range.begin));
                const int end =
                    std::min(line.textStart() + line.textLength(), static_cast<int>(range.end));
                if (begin < end) {
                    each(line, line.cursorToX(begin), line.cursorToX(end));
                }
            }
        }
    }

    QTextLayout m_layout;
    qreal m_height = 0;
};

/// Sizes of a row at a width.
struct Geometry {
    int half;
    int text; ///< width of a side's text
    int padding;
    int gap;

    Geometry(const QFont &interfaceFont, int width)
    {
        const QFontMetricsF metrics(interfaceFont);
        padding = look::units(metrics, 4.5);
        gap = look::units(metrics, 2);
        half = width / 2;
        text = std::max(half - 2 * padding, 20);
    }
};

void paintHatching(QPainter &painter, const QRect &box, const look::Colours &colours)
{
    painter.save();
    painter.setClipRect(box);
    painter.setPen(QPen(colours.line, 1));
    for (int x = box.left() - box.height(); x < box.right(); x += 8) {
        painter.drawLine(x, box.bottom(), x + box.height(), box.top());
    }
    painter.restore();
}

void paintFold(QPainter &painter, const QStyleOptionViewItem &option, const QString &words,
               const look::Colours &colours)
{
    const QFontMetricsF metrics(option.font);
    const int padding = look::units(metrics, 4.5);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(option.rect, isSelected ? colours.select : colours.panel);
    painter.fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)), colours.line);
    painter.fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), colours.line);
    const qreal s = look::units(metrics, 1);
    const QPointF at(option.rect.left() + padding + s, option.rect.center().y());
    QPainterPath arrow(at + QPointF(-s / 2, -s));
    arrow.lineTo(at + QPointF(s / 2, 0));
    arrow.lineTo(at + QPointF(-s / 2, s));
    painter.strokePath(arrow, QPen(colours.ink2, 1.4));
    painter.setFont(look::smallFont(option.font));
    painter.setPen(isSelected ? colours.ink : colours.ink2);
    painter.drawText(option.rect.adjusted(padding + look::units(metrics, 5), 0, -padding, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, words);
}

void paintPair(QPainter &painter, const QStyleOptionViewItem &option, const ComparePair &pair,
               const look::Colours &colours)
{
    const Geometry size(option.font, option.rect.width());
    const QRect left(option.rect.topLeft(), QSize(size.half, option.rect.height()));
    const QRect right = option.rect.adjusted(size.half, 0, 0, 0);
    const QPoint inset(size.padding, size.gap);
    if (pair.hasBefore) {
        Paragraph words(pair.before, pair.role, size.text);
        words.tint(painter, left.topLeft() + inset, pair.saidBefore, colours);
        words.draw(painter, left.topLeft() + inset, pair.removed, Paragraph::Mark::Removed,
                   colours);
    } else {
        paintHatching(painter, left, colours);
    }
    if (pair.hasAfter) {
        Paragraph words(pair.after, pair.role, size.text);
        words.tint(painter, right.topLeft() + inset, pair.saidAfter, colours);
        words.draw(painter, right.topLeft() + inset, pair.inserted, Paragraph::Mark::Inserted,
                   colours);
    } else {
        paintHatching(painter, right, colours);
    }
    painter.fillRect(QRect(right.topLeft(), QSize(1, right.height())), colours.line);
    if (!pair.isSame()) {
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        const int bar = look::units(QFontMetricsF(option.font), isCurrent ? 1.5 : 0.75);
        const QSize size2(bar, option.rect.height() - size.gap);
        const QPoint down(0, size.gap / 2);
        painter.fillRect(QRect(left.topLeft() + down, size2), colours.accent);
        painter.fillRect(QRect(right.topLeft() + down, size2), colours.accent);
    }
}

} // namespace

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const look::Colours &colours = look::colours(option.palette);
    const ComparePair *pair = rowsOf(index).pair(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (pair == nullptr) {
        paintFold(*painter, option, rowsOf(index).foldWords(index.row()), colours);
    } else {
        paintPair(*painter, option, *pair, colours);
    }
    painter->restore();
}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ComparePair *pair = rowsOf(index).pair(index.row());
    if (pair == nullptr) {
        return {0, look::units(QFontMetricsF(option.font), 7.5)};
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const Geometry size(option.font,
                        view != nullptr ? view->viewport()->width() : option.rect.width());
    const qreal height = std::max(Paragraph(pair->before, pair->role, size.text).height(),
                                  Paragraph(pair->after, pair->role, size.text).height());
    return {0, qRound(height) + 2 * size.gap};
}

} // namespace nutgraf::compare
