// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "random_user.h"

#include "ui/body/body_editor.h"
#include "ui/page/story_page.h"
#include "ui/window/commands.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMetaEnum>
#include <QPointer>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

constexpr int StepsToARest = 250;

const QList<Qt::Key> Keys{
    Qt::Key_Tab,   Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter,    Qt::Key_Escape,
    Qt::Key_Up,    Qt::Key_Down,    Qt::Key_Left,   Qt::Key_Right,    Qt::Key_Home,
    Qt::Key_End,   Qt::Key_PageUp,  Qt::Key_Delete, Qt::Key_PageDown, Qt::Key_Backspace,
    Qt::Key_Space, Qt::Key_F1,      Qt::Key_F2,     Qt::Key_F3,       Qt::Key_F6,
    Qt::Key_F7,    Qt::Key_F8,      Qt::Key_F9,     Qt::Key_F11,      Qt::Key_Menu,
    Qt::Key_A,     Qt::Key_B,       Qt::Key_C,      Qt::Key_D,        Qt::Key_E,
    Qt::Key_F,     Qt::Key_K,       Qt::Key_S,      Qt::Key_R,        Qt::Key_U,
    Qt::Key_V,     Qt::Key_X,       Qt::Key_Z,      Qt::Key_1,        Qt::Key_Insert};
const QList<Qt::KeyboardModifiers> Modifiers{Qt::NoModifier,
                                             Qt::NoModifier,
                                             Qt::NoModifier,
                                             Qt::ControlModifier,
                                             Qt::AltModifier,
                                             Qt::ShiftModifier,
                                             Qt::ControlModifier | Qt::ShiftModifier,
                                             Qt::ControlModifier | Qt::AltModifier};
const QList<QString> Letters{
    u"a"_s, u"c"_s, u"e"_s, u"s"_s,  u"r"_s,  u"u"_s,      u"m"_s,      u"n"_s,      u" "_s,
    u" "_s, u"."_s, u","_s, u"1"_s,  u"8"_s,  u"\""_s,     u"“"_s,      u"”"_s,      u"’"_s,
    u"—"_s, u"é"_s, u"ß"_s, u"日"_s, u"😀"_s, u"\u00a0"_s, u"\u2028"_s, u"\u200f"_s, u"A"_s,
    u"H"_s, u"*"_s, u"_"_s, u"<"_s,  u"&"_s,  u"\n"_s};
const QList<QString> Sayings{u"“The quay will open,” Ada Holt said."_s,
                             u"The mayor, Bo Varga, said it would rain today."_s,
                             u"“Nobody asked us.”"_s,
                             u"He said “never” and left."_s,
                             u"Water rose by 3 metres."_s,
                             u"“It is not over, and it will"_s,
                             u"According to the harbour board, nine boats sank."_s};

QString nameOf(Qt::Key key)
{
    return QString::fromLatin1(QMetaEnum::fromType<Qt::Key>().valueToKey(key));
}

QString nameOf(QPoint at)
{
    return u"%1,%2"_s.arg(at.x()).arg(at.y());
}

} // namespace

RandomUser::RandomUser(quint64 seed, Program &program, DeskWitness &witness)
    : m_dice(seed), m_program(program), m_witness(witness)
{
}

RandomUser::Act RandomUser::leave()
{
    return {u"Escape, to leave"_s, {}, [] {
                if (const QPointer<QWidget> front = Hands::front()) {
                    Hands().press(Qt::Key_Escape);
                    if (qobject_cast<QMenu *>(front.data()) != nullptr) {
                        front->close();
                    }
                }
            }};
}

RandomUser::Act RandomUser::next()
{
    QWidget *front = Hands::front();
    if (front == nullptr) {
        return {u"nothing is in front"_s, {}, [this] {
                    m_program.windows().front()->activateWindow();
                }};
    }
    if (qobject_cast<QFileDialog *>(front) != nullptr) {
        return leave(); // it would write anywhere
    }
    if (m_dice.oneIn(StepsToARest)) {
        return rest();
    }
    return (this->*choose())();
}

RandomUser::Choose RandomUser::choose()
{
    struct Chance {
        int weight;
        Choose choose;
    };
    static const QList<Chance> chances{
        {14, &RandomUser::clickAnywhere}, {24, &RandomUser::clickSomething},
        {4, &RandomUser::doubleClick},    {4, &RandomUser::drag},
        {6, &RandomUser::wheel},          {22, &RandomUser::typeWord},
        {24, &RandomUser::pressKey},      {12, &RandomUser::command},
        {3, &RandomUser::composeWord},    {3, &RandomUser::pasteAbove},
        {6, &RandomUser::review},         {2, &RandomUser::resize},
        {2, &RandomUser::anotherProgram}, {3, &RandomUser::changeReadings},
        {1, &RandomUser::changeWindow},   {1, &RandomUser::changeScheme}};
    int all = 0;
    for (const Chance &one : chances) {
        all += one.weight;
    }
    int at = m_dice.below(all);
    for (const Chance &one : chances) {
        at -= one.weight;
        if (at < 0) {
            return one.choose;
        }
    }
    return &RandomUser::clickAnywhere;
}

QPoint RandomUser::anyPoint()
{
    const QWidget *front = Hands::front();
    return {m_dice.below(std::max(1, front->width())), m_dice.below(std::max(1, front->height()))};
}

RandomUser::Act RandomUser::mouseAct(const QString &what, QPoint at,
                                     std::function<void(QWidget &, QPoint)> act)
{
    QPointer<QWidget> front = Hands::front();
    return {u"%1 at %2 of %3"_s.arg(what, nameOf(at),
                                    QString::fromLatin1(front->metaObject()->className())),
            wordsAt(*front, at), [front, at, act = std::move(act)] {
                if (front) {
                    act(*front, at);
                }
            }};
}

RandomUser::Act RandomUser::clickAnywhere()
{
    const Qt::MouseButton button =
        m_dice.of(QList{Qt::LeftButton, Qt::LeftButton, Qt::LeftButton, Qt::RightButton,
                        Qt::MiddleButton, Qt::BackButton});
    return mouseAct(
        u"click with button %1"_s.arg(int(button)), anyPoint(),
        [this, button](QWidget &front, QPoint at) { m_hands.click(front, at, button); });
}

/// A button, a row or a field that can be seen: few of them are met by chance.
RandomUser::Act RandomUser::clickSomething()
{
    const QWidget *front = Hands::front();
    QList<QWidget *> things = front->findChildren<QWidget *>();
    things.removeIf([front](const QWidget *one) {
        return !one->isVisible() || one->window() != front || one->focusPolicy() == Qt::NoFocus;
    });
    if (things.isEmpty()) {
        return clickAnywhere();
    }
    const QWidget *thing = m_dice.of(things);
    QPoint at = thing->rect().center();
    if (!qobject_cast<const QAbstractButton *>(thing)) {
        at = {m_dice.below(std::max(1, thing->width())),
              m_dice.below(std::max(1, thing->height()))};
    }
    const Qt::MouseButton button = m_dice.oneIn(8) ? Qt::RightButton : Qt::LeftButton;
    const QString what =
        u"click with button %1 on %2 “%3”"_s.arg(int(button))
            .arg(QString::fromLatin1(thing->metaObject()->className()), thing->accessibleName());
    return mouseAct(what, thing->mapTo(front, at), [this, button](QWidget &in, QPoint point) {
        m_hands.click(in, point, button);
    });
}

RandomUser::Act RandomUser::doubleClick()
{
    return mouseAct(u"double click"_s, anyPoint(),
                    [this](QWidget &front, QPoint at) { m_hands.doubleClick(front, at); });
}

RandomUser::Act RandomUser::drag()
{
    const QPoint to = anyPoint();
    return mouseAct(u"drag to %1"_s.arg(nameOf(to)), anyPoint(),
                    [this, to](QWidget &front, QPoint from) { m_hands.drag(front, from, to); });
}

RandomUser::Act RandomUser::wheel()
{
    const QPoint angle =
        m_dice.of(QList{QPoint(0, 120), QPoint(0, -120), QPoint(0, -720), QPoint(120, 0)});
    return mouseAct(u"wheel %1"_s.arg(nameOf(angle)), anyPoint(),
                    [this, angle](QWidget &front, QPoint at) { m_hands.wheel(front, at, angle); });
}

RandomUser::Act RandomUser::keyAct(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    return {
        u"key %1+%2 in %3"_s.arg(int(modifiers), 0, 16)
            .arg(nameOf(key), QString::fromLatin1(Hands::keyboard()->metaObject()->className())),
        wordsOfKey(*Hands::keyboard(), key, {}, modifiers), [this, key, modifiers] {
            m_hands.press(key, modifiers);
        }};
}

RandomUser::Act RandomUser::pressKey()
{
    const Qt::KeyboardModifiers modifiers = m_dice.of(Modifiers);
    return keyAct(m_dice.of(Keys), modifiers);
}

/// One letter of a step may open a dialog that takes the next: each is one act.
RandomUser::Act RandomUser::typeWord()
{
    const QString letter = m_dice.of(Letters);
    if (letter == u"\n") {
        return keyAct(Qt::Key_Return, Qt::NoModifier);
    }
    return {u"type “%1” in %2"_s.arg(
                letter, QString::fromLatin1(Hands::keyboard()->metaObject()->className())),
            wordsOfKey(*Hands::keyboard(), {}, letter, Qt::NoModifier), [this, letter] {
                m_hands.type(letter);
            }};
}

/// By its keys or from its menu. What opens a file dialog leads away from the desk.
RandomUser::Act RandomUser::command()
{
    using window::Command;
    const auto &table = window::commandTable();
    const window::CommandSpec &spec =
        table.at(static_cast<std::size_t>(m_dice.below(static_cast<int>(table.size()))));
    const bool isLeaving = spec.command == Command::Quit && !m_dice.oneIn(6);
    if (isLeaving) {
        return pressKey();
    }
    if (spec.keys.empty() || m_dice.oneIn(3)) {
        return menuAct(spec.command);
    }
    const QKeyCombination keys = m_dice.of(QList(spec.keys.begin(), spec.keys.end()))[0];
    return keyAct(keys.key(), keys.keyboardModifiers());
}

RandomUser::Act RandomUser::menuAct(window::Command command) const
{
    auto *front = qobject_cast<window::MainWindow *>(Hands::front());
    if (front == nullptr) {
        return leave(); // no menu can be reached
    }
    const QPointer<QAction> action = front->commands().action(command);
    return {u"from the menu: "_s + action->text(), wordsOf(*action), [action] {
                if (action) {
                    action->trigger();
                }
            }};
}

RandomUser::Act RandomUser::composeWord()
{
    const QString shown = m_dice.of(QList<QString>{u"に"_s, u"にほ"_s, u"e"_s, {}});
    const QString committed = m_dice.oneIn(2) ? u"日本"_s : QString();
    return {u"compose “%1”, commit “%2”"_s.arg(shown, committed), {}, [this, shown, committed] {
                m_hands.compose(shown, committed);
            }};
}

RandomUser::Act RandomUser::pasteAbove()
{
    QString words;
    for (int i = m_dice.below(4); i >= 0; --i) {
        words += m_dice.of(Sayings) + (m_dice.oneIn(4) ? u"\n"_s : u"\n\n"_s);
    }
    const bool isAbove = m_dice.oneIn(2);
    return {u"paste “%1”%2"_s.arg(words.simplified(), isAbove ? u" above"_s : QString()),
            wordsOfKey(*Hands::keyboard(), Qt::Key_V, {}, Qt::ControlModifier),
            [this, words, isAbove] {
                QApplication::clipboard()->setText(words);
                if (isAbove) {
                    m_hands.press(Qt::Key_Home, Qt::ControlModifier);
                }
                m_hands.press(Qt::Key_V, Qt::ControlModifier);
            }};
}

/// Where decisions are made is where most can go wrong.
RandomUser::Act RandomUser::review()
{
    const Qt::Key key = m_dice.of(QList{Qt::Key_F8, Qt::Key_F8, Qt::Key_C, Qt::Key_S, Qt::Key_R,
                                        Qt::Key_U, Qt::Key_E, Qt::Key_Down, Qt::Key_Return});
    return keyAct(key, Qt::NoModifier);
}

RandomUser::Act RandomUser::resize()
{
    QWidget *window = QApplication::activeWindow();
    const QSize size(500 + m_dice.below(1100), 320 + m_dice.below(700));
    return {u"resize to %1×%2"_s.arg(size.width()).arg(size.height()), {}, [window, size] {
                if (window != nullptr && window->isWindow()) {
                    window->resize(size);
                }
            }};
}

RandomUser::Act RandomUser::anotherProgram()
{
    const QStringList names = m_witness.facts().stories.keys();
    if (names.isEmpty()) {
        return wheel();
    }
    const QString name = m_dice.of(QList<QString>(names));
    if (m_dice.oneIn(4)) {
        return {u"another program removes the draft of "_s + name, {}, [this, name] {
                    m_witness.removeFromOutside(name);
                }};
    }
    return {u"another program writes the draft of "_s + name, {}, [this, name] {
                QFile file(m_witness.draftPath(name));
                const QByteArray before =
                    file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("---\n---\n");
                m_witness.writeFromOutside(
                    name, before + "\nFrom outside, " + QByteArray::number(++m_number) + ".\n");
            }};
}

RandomUser::Act RandomUser::changeReadings()
{
    using Readings = Program::Readings;
    const bool isAwake = m_program.readings() == Readings::Awake;
    return {isAwake ? u"readings fall asleep"_s : u"readings wake"_s, {}, [this, isAwake] {
                m_program.setReadings(isAwake ? Readings::Asleep : Readings::Awake);
            }};
}

RandomUser::Act RandomUser::changeWindow()
{
    const auto windows = m_program.windows();
    if (Hands::front() != QApplication::activeWindow() || windows.size() > 2) {
        return pressKey();
    }
    if (windows.size() == 1) {
        return {u"a second window"_s, {}, [this] {
                    m_program.openWindow();
                }};
    }
    if (m_dice.oneIn(4)) {
        const QPointer<QWidget> window = QApplication::activeWindow();
        return {u"the window is closed"_s, {}, [window] {
                    if (window) {
                        window->close();
                    }
                }};
    }
    return {u"to the other window"_s, {}, [windows] {
                const bool isFirst = windows.front()->isActiveWindow();
                (isFirst ? windows.back() : windows.front())->activateWindow();
            }};
}

RandomUser::Act RandomUser::changeScheme()
{
    using window::Command;
    return menuAct(
        m_dice.of(QList{Command::SchemeDark, Command::SchemeLight, Command::SchemeSystem}));
}

/// Long enough for what waits for a pause: journal, desk list.
RandomUser::Act RandomUser::rest()
{
    return {u"rest"_s, {}, [] { }, std::chrono::milliseconds(800)};
}

} // namespace nutgraf::workflow
