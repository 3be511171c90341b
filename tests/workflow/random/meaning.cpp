// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "meaning.h"

#include "ui/palette/picker.h"
#include "ui/panels/correction_form.h"
#include "ui/publish/publish_dialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

/// Without mnemonic and keys.
QString plain(QString words)
{
    return words.remove(u'&').section(u'\t', 0, 0);
}

/// “OK” alone says nothing: its dialog does. A button that is an icon says its name.
QStringList wordsOfButton(const QAbstractButton &button)
{
    const QString text = plain(button.text());
    return {text == u"OK"        ? button.window()->windowTitle() + u": OK"_s
                : text.isEmpty() ? plain(button.accessibleName())
                                 : text};
}

/// The line of a picker; rows of other lists do nothing that needs to be meant.
QStringList wordsOfRow(const QWidget &window, const QModelIndex &row)
{
    const bool isPicker = qobject_cast<const palette::Picker *>(&window) != nullptr;
    return isPicker && row.isValid() ? QStringList{row.data().toString().section(u", "_s, 0, 0)}
                                     : QStringList();
}

template <class T>
const T *around(const QWidget &widget)
{
    for (const QWidget *at = &widget; at != nullptr; at = at->parentWidget()) {
        if (const auto *found = qobject_cast<const T *>(at)) {
            return found;
        }
    }
    return nullptr;
}

/// The actions that a key runs where the keyboard is.
QStringList wordsOfShortcut(const QWidget &keyboard, const QKeySequence &keys)
{
    QStringList words;
    for (const QWidget *at = &keyboard; at != nullptr; at = at->parentWidget()) {
        for (const QAction *action : at->actions()) {
            const bool isHeard = at == &keyboard || action->shortcutContext() != Qt::WidgetShortcut;
            // the letters of a list are no shortcuts
            const bool isLetter = at == &keyboard && keys == QKeySequence(action->data().toInt());
            const bool isMeant = isLetter || (isHeard && action->shortcuts().contains(keys));
            if (isMeant && action->isEnabled()) {
                words += wordsOf(*action);
            }
        }
        if (at->isWindow()) {
            break;
        }
    }
    // a text has its own keys for these, more than the commands have
    for (const auto &[standard, word] :
         {std::pair(QKeySequence::Undo, u"Undo"_s), std::pair(QKeySequence::Redo, u"Redo"_s)}) {
        if (QKeySequence::keyBindings(standard).contains(keys)) {
            words.append(word);
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
        if (button->isVisible() && (isBare || (!mnemonic.isEmpty() && mnemonic == keys))) {
            words += wordsOfButton(*button);
        }
    }
    return words;
}

/// A dialog's button that Return presses wherever the keyboard is.
QStringList wordsOfDefault(const QWidget &window)
{
    if (qobject_cast<const publish::PublishDialog *>(&window) != nullptr) {
        return {}; // what cannot be taken back has no key in passing
    }
    QStringList words;
    for (const QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->isDefault() && button->isVisible() && button->isEnabled()) {
            words += wordsOfButton(*button);
        }
    }
    return words;
}

QStringList wordsOfReturn(const QWidget &keyboard)
{
    const QWidget &window = *keyboard.window();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&keyboard)) {
        return wordsOfButton(*button);
    }
    if (const auto *list = window.findChild<QAbstractItemView *>();
        list != nullptr && qobject_cast<const palette::Picker *>(&window) != nullptr) {
        return wordsOfRow(window, list->currentIndex());
    }
    // a list of suggestions is a window of its own over the field
    const QWidget *field = QApplication::focusWidget();
    if (field != nullptr && around<panels::CorrectionForm>(*field) != nullptr) {
        return {u"Apply"_s};
    }
    return wordsOfDefault(window);
}

/// The line that a key of a menu runs: the chosen one, or those with this letter underlined.
QStringList wordsOfMenu(const QMenu &menu, Qt::Key key, const QString &letter)
{
    if (letter.isEmpty() || key == Qt::Key_Space) {
        const QAction *chosen = menu.activeAction();
        return chosen != nullptr ? wordsOf(*chosen) : QStringList();
    }
    QStringList words;
    for (const QAction *action : menu.actions()) {
        const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
        if (!mnemonic.isEmpty() && mnemonic[0].key() == key) {
            words += wordsOf(*action);
        }
    }
    return words;
}

/// One that ends with a star means all that begins so.
struct Rule {
    Meant meant;
    QStringList says;
};

const QList<Rule> &rules()
{
    static const QList<Rule> all{
        {Meant::Publish, {u"Publish version*"_s, u"Kill the story"_s}},
        {Meant::Decide,
         {u"Confirm*"_s, u"Needs source"_s, u"Needs Source"_s, u"This attribution needs*"_s,
          u"Reject*"_s, u"Withdraw*"_s, u"Undo*"_s, u"Redo*"_s, u"Apply"_s}},
        {Meant::Save,
         {u"Save"_s, u"Save all"_s, u"Save as…"_s, u"Publish…"_s, u"Publish"_s, u"Summarize…"_s,
          u"Summarize"_s, u"Read again"_s, u"Spike"_s, u"Rename story: OK"_s, u"Overwrite"_s,
          u"Save anew"_s}},
        {Meant::Overwrite, {u"Overwrite"_s, u"Save anew"_s}},
        {Meant::Spike, {u"Spike"_s}},
        {Meant::Restore, {u"Restore"_s, u"Undo"_s}},
        {Meant::AddStory, {u"Create"_s, u"Duplicate"_s, u"File story into desk…"_s}},
        {Meant::Rename, {u"Rename story: OK"_s}},
    };
    return all;
}

bool says(const QString &words, const QString &rule)
{
    return rule.endsWith(u'*') ? words.startsWith(rule.chopped(1)) : words == rule;
}

} // namespace

QStringList wordsOf(const QAction &action)
{
    return action.isEnabled() ? QStringList{plain(action.text())} : QStringList();
}

QStringList wordsAt(QWidget &window, QPoint at)
{
    if (const auto *menu = qobject_cast<const QMenu *>(&window)) {
        const QAction *action = menu->actionAt(at);
        return action != nullptr ? wordsOf(*action) : QStringList();
    }
    for (QWidget *part = window.childAt(at); part != nullptr; part = part->parentWidget()) {
        if (const auto *button = qobject_cast<const QAbstractButton *>(part)) {
            return wordsOfButton(*button);
        }
        if (const auto *list = qobject_cast<const QAbstractItemView *>(part)) {
            return wordsOfRow(window, list->indexAt(list->viewport()->mapFrom(&window, at)));
        }
    }
    return {};
}

QStringList wordsOfKey(QWidget &keyboard, Qt::Key key, const QString &letter,
                       Qt::KeyboardModifiers modifiers)
{
    const Qt::Key pressed = letter.isEmpty() ? key : Qt::Key(letter.at(0).toUpper().unicode());
    const bool isReturn = pressed == Qt::Key_Return || pressed == Qt::Key_Enter;
    if (const auto *menu = qobject_cast<const QMenu *>(&keyboard)) {
        const bool isLetter = !isReturn && pressed < Qt::Key_Escape;
        QStringList words =
            wordsOfMenu(*menu, pressed, isLetter ? QString(QChar(pressed)) : QString());
        // the window below hears its commands' keys also while a menu is open
        if (const QWidget *below = menu->parentWidget(); below != nullptr && modifiers != 0) {
            words += wordsOfShortcut(*below, QKeySequence(QKeyCombination(modifiers, pressed)));
        }
        return words;
    }
    const QKeySequence keys(QKeyCombination(modifiers, pressed));
    QStringList words = wordsOfShortcut(keyboard, keys);
    // so does the window below a list of suggestions
    if (const QWidget *field = QApplication::focusWidget();
        field != nullptr && field->window() != keyboard.window() && modifiers != 0) {
        words += wordsOfShortcut(*field, keys);
    }
    words += wordsUnderlined(*keyboard.window(), keys, pressed);
    // a button takes Return whatever is held with it, a dialog's default Return alone
    const bool isPlain = (modifiers & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isOnButton = qobject_cast<const QAbstractButton *>(&keyboard) != nullptr;
    const bool isInForm = around<panels::CorrectionForm>(keyboard) != nullptr;
    if (isReturn && (isPlain || isOnButton || isInForm)) {
        words += wordsOfReturn(keyboard);
    }
    const auto *button = qobject_cast<const QAbstractButton *>(&keyboard);
    if (pressed == Qt::Key_Space && button != nullptr) {
        words += wordsOfButton(*button);
    }
    return words;
}

QSet<Meant> meantBy(const QStringList &words)
{
    QSet<Meant> meant;
    for (const Rule &rule : rules()) {
        const bool isSaid = std::ranges::any_of(words, [&rule](const QString &one) {
            return std::ranges::any_of(
                rule.says, [&one](const QString &pattern) { return says(one, pattern); });
        });
        if (isSaid) {
            meant.insert(rule.meant);
        }
    }
    return meant;
}

} // namespace nutgraf::workflow
