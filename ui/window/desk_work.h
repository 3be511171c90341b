// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"
#include "ui/window/services.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace nutgraf::window {

class NoticeStrip;

/// The desk that is open, and what can be done to its stories. Whether a story is open in a tab is
/// the window's to know: it is told before a folder moves.
class DeskWork final : public QObject {
    Q_OBJECT
public:
    DeskWork(QWidget &window, NoticeStrip &strip, Services services, QObject *parent);

    [[nodiscard]] const std::optional<desk::Desk> &desk() const
    {
        return m_desk;
    }
    [[nodiscard]] static bool isDesk(const QString &folder);
    /// Errors are shown in the strip; the desk before stays open.
    void open(const QString &folder);
    void chooseDesk();
    void newDesk();
    /// The sample desk's copy in the user's data folder, made at the first time.
    void openSample();

    /// Asks for the desk's settings and writes them; others' are never set back unseen.
    void editSettings();

    void newStory();
    void chooseImports();
    void importFiles(const QStringList &paths);
    /// Files a story that lies outside into the desk; gives its folder.
    void fileStory(const story::Story &story);
    void rename(const QString &storyFolder);
    void duplicate(const QString &storyFolder);
    void spike(const QString &storyFolder);
    void showBin();

    /// Asked before a story's folder moves: saves and closes the story. Stay: it could not be
    /// saved.
    enum class Leave { Stay, GoClosed, GoOpen };
    using BeforeMove = std::function<Leave(const QString &storyFolder)>;
    void setBeforeMove(BeforeMove beforeMove);
    /// Asked before a story is renamed, which it may be while it is open: No, it could not be
    /// saved.
    enum class Ready { No, Yes };
    using BeforeRename = std::function<Ready(const QString &storyFolder)>;
    void setBeforeRename(BeforeRename beforeRename);
    /// Renames without asking for a name; an error is shown.
    void renameTo(const QString &storyFolder, const QString &slug);

Q_SIGNALS:
    void deskChanged();
    /// A story was made or put back: show it.
    void openRequested(const QString &storyFolder);
    void storiesChanged();
    void renamed(const QString &from, const QString &to);

private:
    void report(const Error &error);
    void add(const story::Story &story);
    void showAdded(const Result<QString> &folder);
    void adopt(Result<desk::Desk> desk);

    QWidget &m_window;
    NoticeStrip &m_strip;
    Services m_services;
    std::optional<desk::Desk> m_desk;
    BeforeMove m_beforeMove;
    BeforeRename m_beforeRename;
};

} // namespace nutgraf::window
