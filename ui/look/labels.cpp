// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/labels.h"

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"

#include <QApplication>
#include <QEvent>

namespace nutgraf::look {

SecondaryLabel::SecondaryLabel(QWidget *parent, const QString &words) : QLabel(words, parent)
{
    setTextFormat(Qt::PlainText);
    applyLook();
}

void SecondaryLabel::applyLook()
{
    setFont(look::smallFont(QApplication::font()));
    QPalette secondary = QApplication::palette();
    secondary.setColor(QPalette::WindowText, look::colours(secondary).ink2);
    setPalette(secondary);
}

void SecondaryLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange
        || event->type() == QEvent::ApplicationFontChange) {
        applyLook();
    }
}

QLabel *boldLabel(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(look::boldFont(label->font()));
    return label;
}

} // namespace nutgraf::look
