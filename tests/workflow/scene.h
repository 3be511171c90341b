// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/page/story_page.h"
#include "ui/panels/row_view.h"
#include "ui/window/main_window.h"

#include <QSettings>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QAbstractButton;
class QLineEdit;

namespace nutgraf::workflow {

/// Types any text, one key a character; `\n` is Return.
void type(QWidget *widget, const QString &text);
/// Acts on the next modal dialog; for dialogs with an event loop of their own.
void onNextDialog(QObject *context, std::function<void(QWidget &)> act);
/// The visible button that says `words`, mnemonics left out; nullptr: none.
[[nodiscard]] QAbstractButton *buttonSaying(const QWidget &in, const QString &words);
/// The visible widget of a type with an accessible name; nullptr: none.
template <class T>
[[nodiscard]] T *named(const QWidget &in, const QString &name)
{
    for (T *widget : in.findChildren<T *>()) {
        if (widget->isVisible() && widget->accessibleName() == name) {
            return widget;
        }
    }
    return nullptr;
}
/// Where a row of a list can be clicked.
[[nodiscard]] QPoint middleOf(const panels::RowView &list, const QModelIndex &row);

/// The folders one run of the program works in.
struct Place {
    QString desk;
    QString data;
    QString state;
    QString settings;

    explicit Place(const QString &folder);
    void makeDesk() const;
    [[nodiscard]] std::unique_ptr<window::MainWindow> makeWindow(settings::Settings &settings,
                                                                 const Clock &clock) const;
};

/// A window on a new desk, as a person meets it.
class Scene {
public:
    Scene();
    explicit Scene(const QString &folder); ///< on what an earlier run left there
    ~Scene();

    void open(const QStringList &paths);
    /// A new story by way of its dialog.
    void newStory(const QString &headline);
    void waitForReading() const;

    [[nodiscard]] window::MainWindow &window() const;
    [[nodiscard]] QAction *action(window::Command command) const;
    [[nodiscard]] page::StoryPage &page() const;
    [[nodiscard]] body::BodyEditor &body() const;
    [[nodiscard]] desk::DeskList &list() const;
    [[nodiscard]] QString file(const QString &name) const; ///< a path beside the desk
    [[nodiscard]] const Place &place() const;
    [[nodiscard]] settings::Settings &settings();

private:
    QTemporaryDir m_own;
    Place m_place;
    QSettings m_store;
    settings::Settings m_settings;
    std::unique_ptr<window::MainWindow> m_window;
};

} // namespace nutgraf::workflow
