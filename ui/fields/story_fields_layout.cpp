// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_column.h"
#include "ui/fields/story_fields.h"
#include "ui/look/tokens.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

namespace nutgraf::fields {

namespace {

/// The counter in the right margin, on the last line of what it counts; hidden where the margin is
/// too narrow.
void placeCounter(const FieldPlacer &placer, QLabel &counter, const WordsEdit &edit, int paneWidth)
{
    const int room = paneWidth - placer.textRight() - placer.u(3);
    counter.setVisible(counter.sizeHint().width() <= room);
    const QFontMetricsF metrics(edit.font());
    const int lastBaseline = edit.height() - placer.u(0.5) - qRound(metrics.descent());
    placer.inLine(counter, placer.textRight() + placer.u(3), lastBaseline);
}

} // namespace

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

int StoryFields::layRows(int width)
{
    const QFontMetricsF metrics(font());
    const body::BodyColumn column =
        body::bodyColumn(width, QFontInfo(m_bodyFont).pixelSize(), metrics);
    FieldPlacer placer(metrics, column, u(m_isFolded ? 2 : 3));
    const int baseline = m_slug.edit->baseline();
    if (!m_isFolded) {
        placer.hang(*m_slug.label, baseline);
        int x = placer.words(*m_slug.edit, placer.textLeft(), u(75)) + u(7);
        x = placer.inLine(*m_urgencyLabel, x, baseline);
        m_urgency->setGeometry(x, placer.y(), u(5), m_slug.edit->height() - u(0.5));
        x = placer.inLine(*m_subjects.label, x + u(9), baseline);
        placer.words(*m_subjects.edit, x);
        placer.down(m_slug.edit->height() + u(0.5));
    }
    const int headline = placer.wrapped(m_headline);
    placeCounter(placer, *m_headlineCount, *m_headline.edit, width);
    m_headlineCount->setVisible(m_headlineCount->isVisibleTo(this) && !m_isFolded);
    placer.down(headline + u(0.5));
    if (m_isFolded) {
        return layFolded(placer);
    }
    const int deck = placer.wrapped(m_deck);
    placeCounter(placer, *m_deckCount, *m_deck.edit, width);
    placer.down(deck + u(0.5));
    placer.hang(*m_byline.label, baseline);
    int x = placer.words(*m_byline.edit, placer.textLeft()) + u(7);
    x = placer.inLine(*m_place.label, x, baseline);
    x = placer.words(*m_place.edit, x);
    m_comma = QPointF(x - WordsEdit::CaretRoom - 1, placer.y() + baseline);
    placer.words(*m_date, x + u(1));
    layMore(placer, width);
    m_ruleY = placer.y() + u(2.25);
    return m_ruleY + 1 + u(1);
}

int StoryFields::layFolded(const FieldPlacer &placer)
{
    const int left = placer.textLeft();
    const int height = QFontMetrics(m_summary->font()).height() + u(1);
    m_deckCount->hide();
    m_summary->setGeometry(left - u(1.75), placer.y(),
                           std::min(m_summary->sizeHint().width(), placer.textRight() - left),
                           height);
    m_fold->setGeometry(left - u(3) - height, placer.y(), height, height);
    m_ruleY = placer.y() + height + u(1.5);
    return m_ruleY + 1;
}

QSize StoryFields::sizeHint() const
{
    return {u(150), m_lastHeight};
}

void StoryFields::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Colours &colours = look::colours(palette());
    const body::BodyColumn column =
        body::bodyColumn(width(), QFontInfo(m_bodyFont).pixelSize(), QFontMetricsF(font()));
    painter.fillRect(column.textLeft, m_ruleY, column.textWidth, 1, colours.line);
    if (!m_isFolded && !m_place.edit->words().isEmpty() && !m_date->words().isEmpty()) {
        painter.setFont(m_place.edit->font());
        painter.setPen(colours.ink);
        painter.drawText(m_comma, QStringLiteral(","));
    }
    const QWidget *focused = focusWidget();
    if (focused != nullptr && focused->hasFocus() && isAncestorOf(focused)
        && qobject_cast<const WordsEdit *>(focused) != nullptr) {
        const int ring = u(0.5);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.accent, ring));
        const QRectF box(focused->mapTo(this, QPoint(0, 0)), QSizeF(focused->size()));
        painter.drawRoundedRect(box.adjusted(-u(1), 0, u(1), 0), u(0.75), u(0.75));
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

} // namespace nutgraf::fields
