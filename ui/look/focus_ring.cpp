// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/focus_ring.h"

#include <QApplication>
#include <QPushButton>

namespace nutgraf::look {

FocusRing::FocusRing(QObject *parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusRing::follow(QWidget *widget)
{
    auto *button = qobject_cast<QPushButton *>(widget);
    if (button == nullptr || button->isFlat()) {
        if (m_frame) {
            m_frame->setWidget(nullptr);
        }
        return;
    }
    if (!m_frame) {
        m_frame = new QFocusFrame(button);
    }
    m_frame->setWidget(button);
}

} // namespace nutgraf::look
