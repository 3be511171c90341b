// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/status_cells.h"

#include "ui/fields/language_words.h"
#include "ui/look/fonts.h"
#include "ui/look/shapes.h"
#include "ui/look/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <cmath>
#include <functional>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

constexpr double WordsAMinute = 230; ///< silent reading of news English

} // namespace

/// Text with a shape or icon before it and a line after it.
class StatusCells::Cell final : public QWidget {
public:
    explicit Cell(const QString &name) : m_name(name)
    {
        setFont(look::smallFont(font()));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    }
    void setText(const QString &text)
    {
        if (text == m_text && isVisibleTo(parentWidget()) == !text.isEmpty()) {
            return;
        }
        m_text = text;
        setAccessibleName(text.isEmpty() ? m_name : m_name + u": "_s + text);
        setVisible(!text.isEmpty());
        updateGeometry();
        update();
    }
    void setShape(look::Shape shape)
    {
        m_shape = shape;
    }
    void setIsAlarm(bool isAlarm)
    {
        m_isAlarm = isAlarm;
        update();
    }
    void setIsLast(bool isLast)
    {
        m_isLast = isLast;
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int text = fontMetrics().horizontalAdvance(m_text);
        return {text + sign() + 2 * u(2.5), u(look::size::StatusBar)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return sizeHint();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const look::Colours &c = look::colours(palette());
        QPainter painter(this);
        QRect box = rect().adjusted(u(2.5), 0, -u(2.5), 0);
        if (m_shape) {
            const int side = u(3.5);
            look::paintShape(painter, QRectF(box.left(), (height() - side) / 2.0, side, side),
                             *m_shape, c);
        }
        painter.setPen(m_isAlarm ? c.danger : c.ink);
        painter.drawText(box.adjusted(sign(), 0, u(2), 0), Qt::AlignVCenter | Qt::AlignLeft,
                         m_text);
        if (!m_isLast) {
            painter.fillRect(QRect(width() - 1, (height() - u(3.75)) / 2, 1, u(3.75)), c.line);
        }
    }

private:
    [[nodiscard]] int u(double times) const
    {
        return look::units(QFontMetricsF(parentWidget()->font()), times);
    }
    [[nodiscard]] int sign() const
    {
        return m_shape ? u(5) : 0;
    }

    QString m_name;
    QString m_text;
    std::optional<look::Shape> m_shape;
    bool m_isAlarm = false;
    bool m_isLast = false;
};

StatusCells::StatusCells(QWidget *parent) : QStatusBar(parent)
{
    setSizeGripEnabled(false);
    m_words = addCell(tr("Length"), false);
    m_minutes = addCell(tr("Reading time"), false);
    m_quotes = addCell(tr("Quotes"), false);
    m_confirmed = addCell(tr("Confirmed"), false);
    m_confirmed->setShape(look::Shape::Confirmed);
    m_unsourced = addCell(tr("Without a source"), false);
    m_unsourced->setShape(look::Shape::NoSource);
    m_reading = addCell(tr("Analysis"), false);
    m_outbox = addCell(tr("Outbox"), true);
    m_language = addCell(tr("Language"), true);
    m_zoom = addCell(tr("Zoom"), true);
    m_saved = addCell(tr("Saved"), true);
    m_saved->setIsLast(true);
    setZoom(1.0);
    showOutbox(0, 0);
    show(std::nullopt);
}

void StatusCells::paintEvent(QPaintEvent *)
{
    const look::Colours &c = look::colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), palette().window());
    painter.fillRect(QRect(0, 0, width(), 1), c.line);
}

StatusCells::Cell *StatusCells::addCell(const QString &name, bool isRight)
{
    auto *cell = new Cell(name);
    if (isRight) {
        addPermanentWidget(cell);
    } else {
        addWidget(cell);
    }
    return cell;
}

void StatusCells::showQuotes(const StatusFacts &facts)
{
    m_quotes->setText(
        facts.quotes == 0
            ? tr("No quotes")
            : tr("%1 of %n quotes attributed", nullptr, facts.quotes).arg(facts.attributed));
    m_confirmed->setText(facts.quotes == 0 ? QString() : tr("%1 confirmed").arg(facts.confirmed));
    m_unsourced->setText(facts.unsourced == 0 || m_isNarrow
                             ? QString()
                             : tr("%1 without a source").arg(facts.unsourced));
}

void StatusCells::show(const std::optional<StatusFacts> &facts, const QString &otherwise)
{
    if (!facts) {
        m_words->setText(otherwise);
        for (Cell *cell :
             {m_minutes, m_quotes, m_confirmed, m_unsourced, m_reading, m_language, m_saved}) {
            cell->setText({});
        }
        return;
    }
    m_words->setText(tr("%Ln words", nullptr, static_cast<int>(facts->words)));
    const int minutes = std::max(
        1, static_cast<int>(std::lround(static_cast<double>(facts->words) / WordsAMinute)));
    m_minutes->setText(m_isNarrow ? QString() : tr("%1 min").arg(minutes));
    showQuotes(*facts);
    m_reading->setText(facts->isReading ? tr("Reading…") : QString());
    m_language->setText(m_isNarrow ? QString() : fields::languageName(facts->language));
    m_saved->setIsAlarm(!facts->failure.isEmpty());
    m_saved->setText(facts->failure.isEmpty() ? facts->saved : facts->failure);
}

void StatusCells::setZoom(double factor)
{
    m_zoom->setText(tr("%1 %").arg(std::lround(factor * 100)));
}

void StatusCells::showOutbox(int waiting, int failed)
{
    m_outbox->setIsAlarm(failed > 0);
    m_outbox->setText(failed > 0        ? tr("%1 not delivered").arg(failed)
                          : waiting > 0 ? tr("%1 to be sent").arg(waiting)
                                        : QString());
}

void StatusCells::setWidth(Width width)
{
    m_isNarrow = width == Width::Narrow;
}

} // namespace nutgraf::window
