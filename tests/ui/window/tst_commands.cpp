// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/commands.h"
#include "ui/window/widths.h"

#include <QSet>
#include <QTest>
#include <QWidget>

using namespace nutgraf::window;
using namespace Qt::StringLiterals;

class TestCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCommandHasOneLineAndItsOwnKeys();
    void noKeyBelongsToTheDesktop();
    void mnemonicsOfAMenuDiffer();
    void widthsFollowTheUnits();
};

void TestCommands::everyCommandHasOneLineAndItsOwnKeys()
{
    QSet<int> seen;
    QSet<QString> keys;
    for (const CommandSpec &spec : commandTable()) {
        QVERIFY2(!seen.contains(int(spec.command)), spec.text);
        seen.insert(int(spec.command));
        for (const QKeySequence &sequence : spec.keys) {
            QVERIFY2(!keys.contains(sequence.toString()), qPrintable(sequence.toString()));
            keys.insert(sequence.toString());
        }
    }
    QCOMPARE(seen.size(), int(Command::About) + 1);
}

/// What Plasma, GNOME, Xfce, Cinnamon and LXQt take for themselves never arrives.
void TestCommands::noKeyBelongsToTheDesktop()
{
    const QList<int> withCtrlAlt{Qt::Key_Up,     Qt::Key_Down,     Qt::Key_Left,     Qt::Key_Right,
                                 Qt::Key_T,      Qt::Key_L,        Qt::Key_D,        Qt::Key_A,
                                 Qt::Key_Escape, Qt::Key_Delete,   Qt::Key_PageDown, Qt::Key_PageUp,
                                 Qt::Key_Tab,    Qt::Key_Backspace};
    const QList<int> withAlt{Qt::Key_Tab, Qt::Key_Escape, Qt::Key_Space, Qt::Key_QuoteLeft};
    for (const CommandSpec &spec : commandTable()) {
        for (const QKeySequence &sequence : spec.keys) {
            const QKeyCombination keys = sequence[0];
            const Qt::KeyboardModifiers held = keys.keyboardModifiers();
            const bool isFunction = keys.key() >= Qt::Key_F1 && keys.key() <= Qt::Key_F12;
            const bool isTaken = held.testFlag(Qt::MetaModifier)
                || (held.testFlags(Qt::ControlModifier | Qt::AltModifier)
                    && (isFunction || withCtrlAlt.contains(keys.key())))
                || (held == Qt::AltModifier && (isFunction || withAlt.contains(keys.key())));
            QVERIFY2(!isTaken, qPrintable(sequence.toString()));
        }
    }
}

void TestCommands::mnemonicsOfAMenuDiffer()
{
    QSet<QString> seen;
    for (const CommandSpec &spec : commandTable()) {
        const QString text = QString::fromUtf8(spec.text);
        const qsizetype at = text.indexOf(u'&');
        if (at >= 0) {
            const QString key = QString::number(int(spec.menu)) + text.at(at + 1).toLower();
            QVERIFY2(!seen.contains(key), spec.text);
            seen.insert(key);
        }
    }
}

void TestCommands::widthsFollowTheUnits()
{
    QCOMPARE(widthClass(360), WidthClass::Wide);
    QCOMPARE(widthClass(319), WidthClass::Narrow);
    QCOMPARE(widthClass(239), WidthClass::Tiny);
}

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
