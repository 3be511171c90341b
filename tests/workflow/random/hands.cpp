// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hands.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QMouseEvent>
#include <QPointer>
#include <QTest>
#include <QWidget>
#include <QWindow>

namespace nutgraf::workflow {

namespace {

/// As from outside: what the program sends itself goes other ways (wheels to no parent).
void deliver(QWindow &window, QEvent &event)
{
    QSpontaneKeyEvent::setSpontaneous(&event);
    qApp->notify(&window, &event);
}

/// Qt hands what a window gets to the widget there, or to the popup or grab that has the mouse.
void send(QWidget &window, QEvent::Type type, QPoint at, Qt::MouseButton button,
          Qt::MouseButtons held)
{
    if (QWindow *handle = window.windowHandle()) {
        QMouseEvent event(type, QPointF(at), QPointF(at), QPointF(window.mapToGlobal(at)), button,
                          held, Qt::NoModifier);
        deliver(*handle, event);
    }
}

} // namespace

QWidget *Hands::front()
{
    if (QWidget *popup = QApplication::activePopupWidget()) {
        return popup;
    }
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        return dialog;
    }
    return QApplication::activeWindow();
}

QWidget *Hands::keyboard()
{
    QWidget *window = front();
    QWidget *focus = window != nullptr ? window->focusWidget() : nullptr;
    return focus != nullptr ? focus : window;
}

void Hands::click(QWidget &window, QPoint at, Qt::MouseButton button)
{
    const QPointer<QWidget> here(&window);
    send(window, QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton);
    send(window, QEvent::MouseButtonPress, at, button, button);
    if (here) {
        send(window, QEvent::MouseButtonRelease, at, button, Qt::NoButton);
    }
}

void Hands::doubleClick(QWidget &window, QPoint at)
{
    const QPointer<QWidget> here(&window);
    const QPointer<QWidget> below = window.childAt(at);
    click(window, at, Qt::LeftButton);
    // what came under the mouse meanwhile is not meant
    if (here && here == front() && below == here->childAt(at)) {
        send(window, QEvent::MouseButtonDblClick, at, Qt::LeftButton, Qt::LeftButton);
        if (here) {
            send(window, QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
        }
    }
}

void Hands::drag(QWidget &window, QPoint from, QPoint to)
{
    const QPointer<QWidget> here(&window);
    send(window, QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    for (int i = 1; i <= 4 && here; ++i) {
        send(window, QEvent::MouseMove, from + (to - from) * i / 4, Qt::NoButton, Qt::LeftButton);
    }
    if (here) {
        send(window, QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
    }
}

void Hands::wheel(QWidget &window, QPoint at, QPoint angle)
{
    if (QWindow *handle = window.windowHandle()) {
        QWheelEvent event(QPointF(at), QPointF(window.mapToGlobal(at)), {}, angle, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        deliver(*handle, event);
    }
}

void Hands::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (QWidget *focus = keyboard()) {
        QTest::keyPress(focus, key, modifiers); // where it was pressed, it need not be released
    }
}

void Hands::type(const QString &letter)
{
    if (QWidget *focus = keyboard()) {
        const QChar first = letter.at(0).toUpper();
        const bool isPlain = first.unicode() < 0x80;
        QTest::sendKeyEvent(QTest::Press, focus,
                            isPlain ? Qt::Key(first.unicode()) : Qt::Key_unknown, letter,
                            Qt::NoModifier);
    }
}

void Hands::compose(const QString &shown, const QString &committed)
{
    QWidget *focus = keyboard();
    if (focus != nullptr && focus->testAttribute(Qt::WA_InputMethodEnabled)) {
        QInputMethodEvent event(shown, {});
        event.setCommitString(committed);
        QCoreApplication::sendEvent(focus, &event);
    }
}

} // namespace nutgraf::workflow
