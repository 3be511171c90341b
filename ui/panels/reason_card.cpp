// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/reason_card.h"

#include "messages/messages.h"
#include "ui/look/fonts.h"
#include "ui/panels/row.h"
#include "ui/panels/wrapping_row.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace nutgraf::panels {

ReasonCard::ReasonCard(QWidget *parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_reasons(new QLabel(this)),
      m_buttons(new WrappingRow)
{
    setAccessibleName(tr("Why"));
    setFocusPolicy(Qt::NoFocus);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_reasons->setWordWrap(true);
    m_reasons->setTextFormat(Qt::PlainText);
    const int u = look::units(QFontMetricsF(font()), 1);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(3 * u, 3 * u, 3 * u, 3 * u);
    layout->setHorizontalSpacing(qRound(1.5 * u));
    layout->setVerticalSpacing(u);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_title, 0, 1);
    layout->addWidget(m_reasons, 1, 1);
    layout->addLayout(m_buttons, 2, 1);
    layout->setColumnStretch(1, 1);
    m_buttons->setSpacing(qRound(1.5 * u));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    applyLook();
}

void ReasonCard::setContent(look::Shape shape, const QString &title, const QString &reasons)
{
    m_shape = shape;
    m_title->setText(title);
    m_reasons->setText(reasons);
    m_reasons->setVisible(!reasons.isEmpty());
    setAccessibleDescription(title + u' ' + reasons);
    applyLook();
}

QPushButton *ReasonCard::addButton(const QString &words, const QString &toolTip)
{
    auto *button = new QPushButton(words, this);
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    const QFontMetricsF metrics(button->font());
    button->setMinimumWidth(qRound(metrics.horizontalAdvance(words)) + look::units(metrics, 4));
    m_buttons->addWidget(button);
    return button;
}

QString ReasonCard::why(const session::Reading &reading, int attribution)
{
    const auto index = static_cast<std::size_t>(attribution);
    QStringList reasons;
    for (const analysis::Reason &reason : reading.analysis->attributions.at(index).reasons) {
        reasons.append(messages::describe(reason));
    }
    const auto found = reading.corrections.find(attribution);
    if (found != reading.corrections.end()) {
        const QString words = QStringLiteral("%1: %2").arg(messages::describe(found->second),
                                                           messages::changesOf(found->second));
        const bool isReopened = index < reading.bound.units.size()
            && reading.bound.units[index].state == review::UnitState::Reopened;
        reasons.append(isReopened ? tr("before it changed it was %1").arg(words) : words);
    }
    return sentence(reasons);
}

QString ReasonCard::title() const
{
    return m_title->text();
}

QString ReasonCard::reasons() const
{
    return m_reasons->text();
}

void ReasonCard::applyLook()
{
    const int side = look::units(QFontMetricsF(font()), 3.5);
    m_icon->setPixmap(look::shapeIcon(m_shape, look::colours(palette()))
                          .pixmap(QSize(side, side), devicePixelRatioF()));
    m_icon->setContentsMargins(0, side / 7, 0, 0);
    m_reasons->setFont(look::smallFont(font()));
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, look::colours(palette()).ink2);
    m_reasons->setPalette(secondary);
}

void ReasonCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyLook();
    }
}

void ReasonCard::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), look::colours(palette()).line);
    QFrame::paintEvent(event);
}

} // namespace nutgraf::panels
