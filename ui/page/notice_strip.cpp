// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/notice_strip.h"

#include "ui/look/fonts.h"

#include <QAccessible>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace nutgraf::page {

NoticeStrip::NoticeStrip(Content content, QWidget *parent)
    : QWidget(parent), m_content(std::move(content)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(u(3.75) + u(4.5), u(1.5), u(3), u(1.5));
    m_row->setSpacing(u(2));
    setMinimumHeight(u(9.5));
    setAccessibleName(m_content.what);
    setAccessibleDescription(m_content.where);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch();
    auto *what = new QLabel(m_content.what, this);
    what->setWordWrap(true);
    texts->addWidget(what);
    if (!m_content.where.isEmpty()) {
        auto *where = new QLabel(m_content.where, this);
        where->setFont(look::smallFont(font()));
        where->setWordWrap(true);
        where->setTextInteractionFlags(Qt::TextSelectableByMouse);
        texts->addWidget(where);
    }
    texts->addStretch();
    m_row->addLayout(texts, 1);
}

int NoticeStrip::u(double times) const
{
    return look::units(QFontMetricsF(font()), times);
}

QPushButton *NoticeStrip::addButton(const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void NoticeStrip::addCloseButton()
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(QIcon::fromTheme(QStringLiteral("tab-close"),
                                     QIcon::fromTheme(QStringLiteral("window-close"))));
    button->setToolTip(tr("Dismiss"));
    button->setAccessibleName(tr("Dismiss"));
    connect(button, &QToolButton::clicked, this, &QObject::deleteLater);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
}

QColor NoticeStrip::toneColour() const
{
    const look::Colours &colours = look::colours(palette());
    switch (m_content.tone) {
    case Tone::Danger:
        return colours.danger;
    case Tone::Warn:
        return colours.warn;
    case Tone::Neutral:
        return colours.ink2;
    case Tone::Info:
        return colours.accent;
    }
    return colours.ink2;
}

void NoticeStrip::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), look::mixed(toneColour(), colours.panel, 10));
    painter.fillRect(0, 0, u(0.75), height(), toneColour());
    const double size = 0.78 * QFontMetricsF(font()).height();
    const QRectF box(u(3.75), (height() - size) / 2, size, size);
    if (m_content.shape) {
        look::paintShape(painter, box, *m_content.shape, colours);
    } else {
        QIcon::fromTheme(m_content.iconName).paint(&painter, box.toAlignedRect());
    }
}

void NoticeStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace nutgraf::page
