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

int units(const QWidget &widget, double times)
{
    return look::units(QFontMetricsF(widget.font()), times);
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
    FieldPlacer placer(metrics, column, units(*this, m_isFolded ? 2 : 3));
    if (!m_isFolded) {
        m_rows.layFirstLine(placer);
    }
    const int headline = placer.wrapped(m_rows.headline);
    m_headlineCount->place(placer, width);
    placer.down(headline + placer.u(0.5));
    if (m_isFolded) {
        m_headlineCount->hide();
        m_deckCount->hide();
        m_ruleY = placer.y() + m_fold->lay(placer) + placer.u(1.5);
        return m_ruleY + 1;
    }
    const int deck = placer.wrapped(m_rows.deck);
    m_deckCount->place(placer, width);
    placer.down(deck + placer.u(0.5));
    m_comma = m_rows.layLastLine(placer);
    m_more->lay(placer, width, m_rows.byline.edit->height());
    m_ruleY = placer.y() + placer.u(2.25);
    return m_ruleY + 1 + placer.u(1);
}

QSize StoryFields::sizeHint() const
{
    return {units(*this, 150), m_lastHeight};
}

void StoryFields::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Colours &colours = look::colours(palette());
    const body::BodyColumn column =
        body::bodyColumn(width(), QFontInfo(m_bodyFont).pixelSize(), QFontMetricsF(font()));
    painter.fillRect(column.textLeft, m_ruleY, column.textWidth, 1, colours.line);
    if (!m_isFolded && !m_rows.place.edit->words().isEmpty()
        && !m_rows.date->edit()->words().isEmpty()) {
        painter.setFont(m_rows.place.edit->font());
        painter.setPen(colours.ink);
        painter.drawText(m_comma, QStringLiteral(","));
    }
    const QWidget *focused = focusWidget();
    if (focused != nullptr && focused->hasFocus() && isAncestorOf(focused)
        && qobject_cast<const WordsEdit *>(focused) != nullptr) {
        const int ring = units(*this, 0.5);
        const int corner = units(*this, 0.75);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.accent, ring));
        const QRectF box(focused->mapTo(this, QPoint(0, 0)), QSizeF(focused->size()));
        painter.drawRoundedRect(box.adjusted(-units(*this, 1), 0, units(*this, 1), 0), corner,
                                corner);
    }
}

void StoryFields::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        m_rows.date->show();
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
        relayout();
    }
}

} // namespace nutgraf::fields
