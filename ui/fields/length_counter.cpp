// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/length_counter.h"

#include "ui/look/tokens.h"

namespace nutgraf::fields {

LengthCounter::LengthCounter(const WordsEdit &edit, int most, QWidget *parent)
    : QLabel(parent), m_edit(edit), m_most(most)
{
    connect(&edit, &QPlainTextEdit::textChanged, this, &LengthCounter::count);
    count();
}

void LengthCounter::count()
{
    const qsizetype length = m_edit.words().size();
    setText(QStringLiteral("%1 / %2").arg(length).arg(m_most));
    if (length > m_most) {
        QPalette colours = parentWidget()->palette();
        colours.setColor(QPalette::WindowText, look::colours(colours).warn);
        setPalette(colours);
        setForegroundRole(QPalette::WindowText);
    } else {
        setForegroundRole(QPalette::PlaceholderText);
    }
    setToolTip(
        length > m_most
            ? tr("Longer than most outlets take: %1 of %2 characters").arg(length).arg(m_most)
            : tr("%1 of %2 characters").arg(length).arg(m_most));
}

void LengthCounter::place(const FieldPlacer &placer, int paneWidth)
{
    const int left = placer.textRight() + placer.u(3);
    setVisible(sizeHint().width() <= paneWidth - left);
    const QFontMetricsF metrics(m_edit.font());
    placer.inLine(*this, left, m_edit.height() - placer.u(0.5) - qRound(metrics.descent()));
}

} // namespace nutgraf::fields
