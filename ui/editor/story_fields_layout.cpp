// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/body_column.h"
#include "ui/editor/story_fields.h"
#include "ui/look/tokens.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

namespace nutgraf::editor {

/// Puts labels, edits and counters on the body's column, row by row.
struct StoryFields::Placer {
    StoryFields &fields;
    BodyColumn column;
    int y;

    [[nodiscard]] int textRight() const
    {
        return column.textLeft + column.textWidth;
    }

    void hang(QLabel &label, int baseline) const
    {
        const QSize size = label.sizeHint();
        const int ascent = qRound(QFontMetricsF(label.font()).ascent());
        label.setGeometry(column.textLeft - fields.u(4) - size.width(), y + baseline - ascent,
                          size.width(), size.height());
    }
    void inLine(QLabel &label, int x, int baseline) const
    {
        hang(label, baseline);
        label.move(x, label.y());
    }
    void wrapped(const Row &row, QLabel &counter)
    {
        const int height = row.edit->heightFor(column.textWidth);
        row.edit->setGeometry(column.textLeft, y, column.textWidth, height);
        hang(*row.label, row.edit->baseline());
        const int room = fields.width() - textRight() - fields.u(3);
        counter.setVisible(counter.sizeHint().width() <= room && !fields.isFolded());
        const QFontMetricsF metrics(row.edit->font());
        const int lastBaseline = height - fields.u(0.5) - qRound(metrics.descent());
        inLine(counter, textRight() + fields.u(3), lastBaseline);
        y += height + fields.u(0.5);
    }
    /// A one-line edit at `x`, as wide as its words, at most to the column's right edge.
    int words(WordsEdit &edit, int x) const
    {
        const int wanted = std::max(edit.wantedWidth(), fields.u(6));
        const int room = std::max(textRight() - x, fields.u(6));
        edit.setGeometry(x, y, std::min(wanted, room), edit.heightFor(std::min(wanted, room)));
        return x + edit.width();
    }
    [[nodiscard]] bool hasRoom(int x, const QLabel &label, const WordsEdit &edit) const
    {
        return x + label.sizeHint().width() + fields.u(2) + edit.wantedWidth() <= textRight();
    }
};

void StoryFields::relayout()
{
    const int height = layRows(width());
    if (height != m_lastHeight) {
        m_lastHeight = height;
        setFixedHeight(height);
        Q_EMIT heightChanged();
    }
    update();
}

int StoryFields::heightFor(int width)
{
    return layRows(width);
}

int StoryFields::layRows(int width)
{
    const int em = QFontInfo(m_bodyFont).pixelSize();
    Placer placer{*this, bodyColumn(width, em, QFontMetricsF(font())), u(m_isFolded ? 2 : 3)};
    const int left = placer.column.textLeft;
    const int baseline = m_slug.edit->baseline();
    if (!m_isFolded) {
        placer.hang(*m_slug.label, baseline);
        int x = placer.words(*m_slug.edit, left) + u(7);
        placer.inLine(*m_urgencyLabel, x, baseline);
        x = m_urgencyLabel->geometry().right() + u(2);
        m_urgency->setGeometry(x, placer.y, u(5), m_slug.edit->height() - u(0.5));
        x += u(5) + u(4);
        placer.inLine(*m_subjects.label, x, baseline);
        placer.words(*m_subjects.edit, m_subjects.label->geometry().right() + u(2));
        placer.y += m_slug.edit->height() + u(0.5);
    }
    placer.wrapped(m_headline, *m_headlineCount);
    if (m_isFolded) {
        const int height = QFontMetrics(m_summary->font()).height() + u(1);
        m_summary->setGeometry(left - u(1.75), placer.y,
                               std::min(m_summary->sizeHint().width(), placer.column.textWidth),
                               height);
        m_fold->setGeometry(left - u(3) - height, placer.y, height, height);
        m_ruleY = placer.y + height + u(1.5);
        return m_ruleY + 1;
    }
    placer.wrapped(m_deck, *m_deckCount);
    placer.hang(*m_byline.label, baseline);
    int x = placer.words(*m_byline.edit, left) + u(7);
    placer.inLine(*m_place.label, x, baseline);
    x = placer.words(*m_place.edit, m_place.label->geometry().right() + u(2)) + u(1.5);
    placer.words(*m_date, x);
    m_ruleY = placer.y + m_byline.edit->height() + u(2.25);
    return m_ruleY + 1 + u(1);
}

QSize StoryFields::sizeHint() const
{
    return {u(150), m_lastHeight};
}

void StoryFields::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Colours &colours = look::colours(palette());
    const BodyColumn column =
        bodyColumn(width(), QFontInfo(m_bodyFont).pixelSize(), QFontMetricsF(font()));
    painter.fillRect(column.textLeft, m_ruleY, column.textWidth, 1, colours.line);
    const QWidget *focused = focusWidget();
    if (focused != nullptr && focused->hasFocus() && isAncestorOf(focused)
        && qobject_cast<const WordsEdit *>(focused) != nullptr) {
        const int ring = u(0.5);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.accent, ring));
        painter.drawRoundedRect(QRectF(focused->geometry()).adjusted(-u(1), 0, u(1), 0), u(0.75),
                                u(0.75));
    }
}

void StoryFields::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        showDate();
        relayout();
    }
}

void StoryFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_isBuilt) {
        return;
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        setFonts();
        updateCounters();
        relayout();
    }
}

} // namespace nutgraf::editor
