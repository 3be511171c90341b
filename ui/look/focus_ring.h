// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFocusFrame>
#include <QPointer>

namespace nutgraf::look {

/// Puts the accent ring around the push button that has the keyboard: outside the button, where its
/// own painting cannot reach. One for the whole program, made after QApplication.
class FocusRing final : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent = nullptr);

private:
    void follow(QWidget *widget);

    QPointer<QFocusFrame> m_frame; ///< dies with the dialog it was shown in
};

} // namespace nutgraf::look
