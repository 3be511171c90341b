// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPoint>
#include <QSet>
#include <QStringList>
#include <Qt>

class QAction;
class QWidget;

namespace nutgraf::workflow {

/// What cannot happen unless somebody meant it.
enum class Meant {
    Publish,
    Decide, ///< any decision about an attribution, undoing it included
    Save,
    Overwrite, ///< over a file that another program changed
    Spike,
    Restore,
    AddStory,
    Rename,
};

/// What a person who sees the window means with a click or a key: the words of what is there or has
/// the keyboard, before it is pressed.
[[nodiscard]] QStringList wordsAt(QWidget &window, QPoint at);
/// `letter`: what the key types, empty: nothing.
[[nodiscard]] QStringList wordsOfKey(QWidget &keyboard, Qt::Key key, const QString &letter,
                                     Qt::KeyboardModifiers modifiers);
[[nodiscard]] QStringList wordsOf(const QAction &action);

[[nodiscard]] QSet<Meant> meantBy(const QStringList &words);

} // namespace nutgraf::workflow
