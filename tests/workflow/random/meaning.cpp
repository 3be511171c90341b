// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "meaning.h"

#include "ui/publish/publish_dialog.h"
#include "ui/window/commands.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>

#include <algorithm>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

QString plain(QString words)
{
    return words.remove(u'&');
}

QStringList wordsOf(const QAbstractButton &button)
{
    return {plain(button.text()), button.toolTip()};
}

QStringList wordsOfRow(const QModelIndex &row)
{
    return row.isValid() ? QStringList{plain(row.data().toString())} : QStringList();
}

/// The keys of commands and of the actions of a widget (a list's letters).
QStringList wordsOfShortcut(const QWidget &keyboard, const QKeySequence &keys)
{
    QStringList words;
    for (const window::CommandSpec &spec : window::commandTable()) {
        if (spec.keys.contains(keys)) {
            words.append(plain(QString::fromUtf8(spec.text)));
        }
    }
    for (const QWidget *at = &keyboard; at != nullptr; at = at->parentWidget()) {
        for (const QAction *action : at->actions()) {
            if (action->shortcuts().contains(keys)) {
                words.append(plain(action->text()));
            }
        }
    }
    return words;
}

/// What has this letter underlined; in a message also without Alt.
QStringList wordsUnderlined(const QWidget &window, const QKeySequence &keys, Qt::Key key)
{
    QStringList words;
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        const QKeySequence mnemonic = button->shortcut();
        const bool isBare = qobject_cast<const QMessageBox *>(&window) != nullptr
            && !mnemonic.isEmpty() && mnemonic[0].key() == key;
        if (isBare || (!mnemonic.isEmpty() && mnemonic == keys)) {
            words += wordsOf(*button);
        }
    }
    return words;
}

QStringList wordsOfReturn(const QWidget &keyboard)
{
    const QWidget &window = *keyboard.window();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&keyboard)) {
        return wordsOf(*button);
    }
    if (const auto *list = qobject_cast<const QAbstractItemView *>(&keyboard)) {
        if (list->isEnabled()) {
            return wordsOfRow(list->currentIndex());
        }
    }
    // a popup with a field above its list
    const auto *list = window.findChild<QAbstractItemView *>();
    QStringList words = window.windowType() == Qt::Popup && list != nullptr
        ? wordsOfRow(list->currentIndex())
        : QStringList();
    if (qobject_cast<const publish::PublishDialog *>(&window) != nullptr) {
        return words; // what cannot be taken back has no key in passing
    }
    for (const QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->isDefault() && button->isVisible()) {
            words += wordsOf(*button);
        }
    }
    return words;
}

/// A menu's key may run any of its lines: by a letter, or the chosen one.
QStringList wordsOfMenu(const QMenu &menu)
{
    QStringList words;
    for (const QAction *action : menu.actions()) {
        words.append(plain(action->text()));
    }
    return words;
}

struct Rule {
    Meant meant;
    QStringList begins;
};

const QList<Rule> &rules()
{
    static const QList<Rule> all{
        {Meant::Publish, {u"Publish version"_s, u"Kill the story"_s}},
        {Meant::Decide,
         {u"Confirm"_s, u"Correct"_s, u"Needs source"_s, u"Needs Source"_s, u"Reject"_s, u"Undo"_s,
          u"Redo"_s, u"This attribution"_s, u"Withdraw"_s, u"Apply"_s, u"Mark"_s}},
        {Meant::Save,
         {u"Save"_s, u"Publish…"_s, u"Publish"_s, u"Summarize"_s, u"Web edition"_s, u"File story"_s,
          u"Duplicate"_s, u"Spike"_s, u"Rename"_s, u"Overwrite"_s}},
        {Meant::Overwrite, {u"Overwrite"_s, u"Save anew"_s}},
        {Meant::Spike, {u"Spike"_s}},
        {Meant::Restore, {u"Restore"_s, u"Undo"_s}},
        {Meant::AddStory,
         {u"Create"_s, u"Duplicate"_s, u"Import"_s, u"File story"_s, u"File into"_s, u"Save"_s,
          u"Restore"_s}},
        {Meant::Rename, {u"OK"_s, u"Rename"_s}},
    };
    return all;
}

} // namespace

QStringList wordsAt(QWidget &window, QPoint at)
{
    if (const auto *menu = qobject_cast<const QMenu *>(&window)) {
        const QAction *action = menu->actionAt(at);
        return action != nullptr ? QStringList{plain(action->text())} : QStringList();
    }
    QWidget *hit = window.childAt(at);
    for (QWidget *part = hit; part != nullptr; part = part->parentWidget()) {
        if (const auto *button = qobject_cast<const QAbstractButton *>(part)) {
            return wordsOf(*button);
        }
        if (const auto *list = qobject_cast<const QAbstractItemView *>(part)) {
            return wordsOfRow(list->indexAt(list->viewport()->mapFrom(&window, at)));
        }
    }
    return {};
}

QStringList wordsOfKey(QWidget &keyboard, Qt::Key key, const QString &letter,
                       Qt::KeyboardModifiers modifiers)
{
    if (const auto *menu = qobject_cast<const QMenu *>(&keyboard)) {
        return wordsOfMenu(*menu);
    }
    const Qt::Key pressed = letter.isEmpty() ? key : Qt::Key(letter.at(0).toUpper().unicode());
    const QKeySequence keys(QKeyCombination(modifiers, pressed));
    QStringList words = wordsOfShortcut(keyboard, keys);
    words += wordsUnderlined(*keyboard.window(), keys, pressed);
    const bool isReturn = pressed == Qt::Key_Return || pressed == Qt::Key_Enter;
    if (isReturn && !(modifiers & ~Qt::KeypadModifier)) {
        words += wordsOfReturn(keyboard);
    }
    const auto *button = qobject_cast<const QAbstractButton *>(&keyboard);
    if (pressed == Qt::Key_Space && button != nullptr) {
        words += wordsOf(*button);
    }
    return words;
}

QSet<Meant> meantBy(const QStringList &words)
{
    QSet<Meant> meant;
    for (const Rule &rule : rules()) {
        const auto says = [&rule](const QString &one) {
            return std::ranges::any_of(
                rule.begins, [&one](const QString &begin) { return one.startsWith(begin); });
        };
        if (std::ranges::any_of(words, says)) {
            meant.insert(rule.meant);
        }
    }
    return meant;
}

} // namespace nutgraf::workflow
