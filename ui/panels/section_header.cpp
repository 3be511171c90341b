// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/section_header.h"

#include <QHBoxLayout>
#include <QPainter>

namespace nutgraf::panels {

namespace {

QString spoken(look::Shape shape, int count)
{
    switch (shape) {
    case look::Shape::Blocks:
        return SectionHeader::tr("%1 blocking").arg(count);
    case look::Shape::ToConfirm:
        return SectionHeader::tr("%1 to confirm").arg(count);
    default:
        return SectionHeader::tr("%n notes", nullptr, count);
    }
}

} // namespace

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : QAbstractButton(parent), m_corner(new QHBoxLayout(this))
{
    m_header.title = title;
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Unfold or fold; Ctrl+click keeps the other sections open"));
    const int u = look::units(QFontMetricsF(font()), 1);
    m_corner->setContentsMargins(0, 0, u, 0);
    m_corner->addStretch();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    name();
}

void SectionHeader::setCount(const QString &count)
{
    m_header.count = count;
    name();
}

void SectionHeader::setWords(const QString &words)
{
    m_header.right = words;
    name();
}

void SectionHeader::setCounts(std::vector<look::ShapeCount> counts)
{
    m_header.counts = std::move(counts);
    name();
}

void SectionHeader::setTopLine(bool hasLine)
{
    m_header.hasTopLine = hasLine;
    update();
}

void SectionHeader::setCorner(QWidget *control)
{
    m_corner->addWidget(control);
}

QSize SectionHeader::sizeHint() const
{
    const QFontMetricsF metrics(font());
    return {look::units(metrics, look::size::SidePanelNarrow),
            look::units(metrics, look::size::SectionHeader)};
}

void SectionHeader::name()
{
    QStringList parts{m_header.title};
    for (const QString &part : {m_header.count, m_header.right}) {
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    for (const look::ShapeCount &count : m_header.counts) {
        parts.append(spoken(count.shape, count.count));
    }
    setAccessibleName(parts.join(QStringLiteral(", ")));
    update();
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_header.isOpen = isChecked();
    m_header.hasFocus = hasFocus();
    const look::Colours &colours = look::colours(palette());
    if (underMouse()) {
        painter.fillRect(rect(), colours.hover);
    }
    look::paintSectionHeader(painter, rect(), m_header, colours, font());
}

} // namespace nutgraf::panels
