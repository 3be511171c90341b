// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/length_bar.h"

#include "ui/look/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace nutgraf::publish {

LengthBar::LengthBar(QWidget *parent) : QProgressBar(parent)
{
    setTextVisible(false);
    setAccessibleName(tr("Length of the web edition"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LengthBar::setWords(qsizetype words, int target)
{
    m_isOver = words > target;
    setRange(0, std::max(target, 1));
    setValue(static_cast<int>(std::min<qsizetype>(words, target)));
    setToolTip(tr("%1 of at most %2 words").arg(words).arg(target));
    update();
}

QSize LengthBar::sizeHint() const
{
    const QFontMetricsF metrics(font());
    return {look::units(metrics, 30), look::units(metrics, 1.5)};
}

QSize LengthBar::minimumSizeHint() const
{
    const QFontMetricsF metrics(font());
    return {look::units(metrics, 10), look::units(metrics, 1.5)};
}

void LengthBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const look::Colours &colours = look::colours(palette());
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.fillPath(outline, colours.selectIdle);
    painter.save();
    painter.setClipPath(outline);
    const double share = maximum() > 0 ? static_cast<double>(value()) / maximum() : 0;
    painter.fillRect(QRectF(box.topLeft(), QSizeF(box.width() * share, box.height())),
                     m_isOver ? colours.warn : colours.accent);
    painter.restore();
    painter.setPen(colours.control);
    painter.drawPath(outline);
}

} // namespace nutgraf::publish
