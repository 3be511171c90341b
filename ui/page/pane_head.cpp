// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/pane_head.h"

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"

#include <QHBoxLayout>
#include <QPainter>

namespace nutgraf::page {

PaneHead::PaneHead(const QString &title, Closable closable, QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(title, this)),
      m_note(new QLabel(this)),
      m_lock(new QLabel(this)),
      m_close(new QToolButton(this))
{
    const QFontMetricsF metrics(font());
    setFixedHeight(look::units(metrics, look::size::Tab));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::units(metrics, look::size::PanePadding), 0,
                            look::units(metrics, 1.5), 1);
    row->setSpacing(look::units(metrics, 2));
    m_title->setFont(look::boldFont(font()));
    m_note->setFont(look::smallFont(font()));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_lock->setVisible(false);
    m_lock->setAccessibleName(tr("Read-only"));
    m_close->setAutoRaise(true);
    m_close->setIcon(QIcon::fromTheme(QStringLiteral("tab-close"),
                                      QIcon::fromTheme(QStringLiteral("window-close"))));
    m_close->setToolTip(tr("Close this pane"));
    m_close->setAccessibleName(tr("Close this pane"));
    m_close->setVisible(closable == Closable::Yes);
    connect(m_close, &QToolButton::clicked, this, &PaneHead::closeRequested);
    row->addWidget(m_title);
    row->addWidget(m_note);
    row->addStretch();
    row->addWidget(m_lock);
    row->addWidget(m_close);
}

void PaneHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHead::setNote(const QString &note)
{
    m_note->setText(note);
}

void PaneHead::setLocked(bool locked)
{
    const int size = qRound(0.78 * QFontMetricsF(font()).height());
    m_lock->setPixmap(
        QIcon::fromTheme(QStringLiteral("lock")).pixmap(QSize(size, size), devicePixelRatio()));
    m_lock->setToolTip(m_note->text());
    m_lock->setVisible(locked);
}

void PaneHead::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace nutgraf::page
