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
#include <QScrollArea>

#include <algorithm>

namespace nutgraf::panels {

namespace {

constexpr double FixedHeight = 52; // units: title, four lines of words, reasons, two of buttons
constexpr double LeastHeight = 30;

} // namespace

ReasonCard::ReasonCard(QWidget *parent, Height height)
    : QFrame(parent),
      m_text(new QWidget(this)),
      m_icon(new QLabel(m_text)),
      m_title(addText()),
      m_words(addText()),
      m_reasons(addText()),
      m_buttons(new WrappingRow)
{
    setAccessibleName(tr("Why"));
    setFocusPolicy(Qt::NoFocus);
    const int u = look::units(QFontMetricsF(font()), 1);
    auto *text = new QGridLayout(m_text);
    text->setContentsMargins(0, 0, 0, 0);
    text->setHorizontalSpacing(qRound(1.5 * u));
    text->setVerticalSpacing(u);
    text->addWidget(m_icon, 0, 0, Qt::AlignTop);
    text->addWidget(m_title, 0, 1);
    text->addWidget(m_words, 1, 1);
    text->addWidget(m_reasons, 2, 1);
    text->setColumnStretch(1, 1);
    text->setRowStretch(3, 1);
    lay(height == Height::Fixed ? scrolled(m_text) : m_text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    applyLook();
}

QLabel *ReasonCard::addText()
{
    auto *label = new QLabel(m_text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QWidget *ReasonCard::scrolled(QWidget *text)
{
    auto *area = new QScrollArea(this);
    area->setWidget(text);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::TabFocus); // arrow keys scroll long words
    area->setAccessibleName(tr("What was said, and why"));
    area->viewport()->setAutoFillBackground(false);
    text->setAutoFillBackground(false);
    return area;
}

void ReasonCard::lay(QWidget *text)
{
    const int u = look::units(QFontMetricsF(font()), 1);
    auto *foot = new QHBoxLayout; // the buttons begin where the words do
    foot->addSpacing(u * 5);
    foot->addLayout(m_buttons, 1);
    m_buttons->setSpacing(qRound(1.5 * u));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * u, 3 * u, 3 * u, 3 * u);
    layout->setSpacing(u);
    layout->addWidget(text, 1);
    layout->addLayout(foot);
}

void ReasonCard::setContent(const Content &content)
{
    m_shape = content.shape;
    m_title->setText(content.title);
    m_words->setText(content.words);
    m_words->setVisible(!content.words.isEmpty());
    m_reasons->setText(content.reasons);
    m_reasons->setVisible(!content.reasons.isEmpty());
    m_icon->setVisible(!content.title.isEmpty());
    m_title->setVisible(!content.title.isEmpty());
    setAccessibleDescription(QStringList{content.title, content.words, content.reasons}.join(u' '));
    applyLook();
}

void ReasonCard::setContent(look::Shape shape, const QString &title, const QString &reasons)
{
    setContent({.shape = shape, .title = title, .words = {}, .reasons = reasons});
}

void ReasonCard::setHint(const QString &hint)
{
    setContent({.shape = look::Shape::Note, .title = {}, .words = {}, .reasons = hint});
}

void ReasonCard::fitInto(int sectionHeight)
{
    const QFontMetricsF metrics(font());
    setFixedHeight(std::clamp(sectionHeight * 2 / 5, look::units(metrics, LeastHeight),
                              look::units(metrics, FixedHeight)));
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

QString ReasonCard::words() const
{
    return m_words->text();
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
    m_words->setFont(look::quoteFont(font()));
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
