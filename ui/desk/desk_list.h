// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace nutgraf::desk {

/// The desk's stories at the left: name, search, filters, two-line rows with the state's shape.
/// Reads the folder on a worker and watches it.
class DeskList final : public QWidget {
    Q_OBJECT
public:
    explicit DeskList(QWidget *parent = nullptr);
    ~DeskList() override;

    void setDesk(std::optional<desk::Desk> desk);
    void reload();
    void setCurrentFolder(const QString &storyFolder);
    void setOpenCount(int stories);
    [[nodiscard]] std::vector<desk::StoryEntry> entries() const;
    /// The story whose row is chosen; empty: none.
    [[nodiscard]] QString currentFolder() const;
    /// Gives the list, or its search field, the keyboard.
    void focusList();
    void focusSearch();

Q_SIGNALS:
    void openRequested(const QString &storyFolder);
    void renameRequested(const QString &storyFolder);
    void duplicateRequested(const QString &storyFolder);
    void spikeRequested(const QString &storyFolder);
    void newStoryRequested();
    void importRequested();
    void openDeskRequested();
    void newDeskRequested();
    void binRequested();
    void entriesChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::desk
