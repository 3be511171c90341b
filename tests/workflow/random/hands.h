// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPoint>
#include <QString>
#include <Qt>

class QWidget;

namespace nutgraf::workflow {

/// A person's hands: what they do goes to the program as from the window system, to whatever is at
/// that place or has the keyboard then: popups, modal dialogs and grabs count.
class Hands {
public:
    /// What a person sees in front: a popup, a modal dialog, else the active window; may be
    /// nullptr.
    [[nodiscard]] static QWidget *front();
    /// Where a key goes; may be nullptr.
    [[nodiscard]] static QWidget *keyboard();

    void click(QWidget &window, QPoint at, Qt::MouseButton button);
    void doubleClick(QWidget &window, QPoint at);
    void drag(QWidget &window, QPoint from, QPoint to);
    void wheel(QWidget &window, QPoint at, QPoint angle);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// One character, or one of a pair of surrogates.
    void type(const QString &letter);
    /// An input method's: shown while it is composed, or committed.
    void compose(const QString &shown, const QString &committed);
};

} // namespace nutgraf::workflow
