// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/notice_strip.h"

#include "ui/look/fonts.h"
#include "ui/look/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

QColor levelColour(look::Shape shape, const look::Colours &c)
{
    switch (shape) {
    case look::Shape::Blocks:
        return c.danger;
    case look::Shape::ToConfirm:
        return c.warn;
    default:
        return c.accent;
    }
}

} // namespace

NoticeStrip::NoticeStrip(QWidget *parent)
    : QWidget(parent),
      m_what(new QLabel),
      m_where(new QLabel),
      m_button(new QPushButton),
      m_close(new QToolButton)
{
    const auto u = [this](double times) {
        return look::units(QFontMetricsF(font()), times);
    };
    for (QLabel *label : {m_what, m_where}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_where->setFont(look::smallFont(font()));
    m_close->setIcon(look::icon(u"tab-close"_s));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_what);
    words->addWidget(m_where);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(u(9), u(1.5), u(2), u(1.5));
    layout->setSpacing(u(2));
    layout->addLayout(words, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (m_notice.act) {
            m_notice.act();
        }
    });
    hide();
}

void NoticeStrip::show(Notice notice)
{
    m_notice = std::move(notice);
    m_what->setText(m_notice.what);
    m_where->setText(m_notice.where);
    m_where->setVisible(!m_notice.where.isEmpty());
    m_button->setText(m_notice.button);
    m_button->setVisible(!m_notice.button.isEmpty());
    setAccessibleName(m_notice.what);
    setVisible(true);
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeStrip::paintEvent(QPaintEvent *)
{
    const look::Colours &c = look::colours(palette());
    const QColor level = levelColour(m_notice.shape, c);
    const auto u = [this](double times) {
        return look::units(QFontMetricsF(font()), times);
    };
    QPainter painter(this);
    painter.fillRect(rect(), look::mixed(level, c.panel, 10));
    painter.fillRect(QRect(0, 0, u(0.75), height()), level);
    const int side = u(3.5);
    look::paintShape(painter, QRectF(u(3), (height() - side) / 2.0, side, side), m_notice.shape, c);
}

void NoticeStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace nutgraf::window
