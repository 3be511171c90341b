// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"
#include "desk/journal.h"

#include <QDialog>

#include <optional>

class QListWidget;
class QPushButton;
class QTextEdit;

namespace nutgraf::window {

/// What a new story begins with.
struct NewStory {
    QString templateName; ///< empty: blank
    QString slug;
    QString headline;
};
/// nullopt: the user left.
[[nodiscard]] std::optional<NewStory> askNewStory(const QStringList &templates, QWidget *parent);

struct NewDesk {
    QString folder;
    desk::Settings settings;
};
[[nodiscard]] std::optional<NewDesk> askNewDesk(QWidget *parent);

/// The spiked stories; Restore puts the chosen one back.
class BinDialog final : public QDialog {
    Q_OBJECT
public:
    BinDialog(const desk::Desk &desk, QWidget *parent);

Q_SIGNALS:
    void restored(const QString &storyFolder);
    void failed(const nutgraf::Error &error);

private:
    enum class Choose { First, None };
    void fill(Choose choose);
    void showEntries(const std::vector<desk::SpikedEntry> &entries);
    void showWords(const QString &words);
    void restoreChosen();

    desk::Desk m_desk;
    QListWidget *m_list;
    QPushButton *m_restore;
};

/// Unsaved text that an ended program left behind: each with its difference to the file, to be
/// restored or discarded.
class RecoveryDialog final : public QDialog {
    Q_OBJECT
public:
    struct Item {
        desk::JournalEntry entry;
        QString journalFolder;
        QString onDisk; ///< what its file holds; empty: it has none
    };
    RecoveryDialog(std::vector<Item> items, QWidget *parent);

Q_SIGNALS:
    void restoreRequested(const nutgraf::desk::JournalEntry &entry);

private:
    [[nodiscard]] std::optional<Item> current() const; ///< nullopt: no row is chosen
    void showDifference();
    void takeCurrent();
    void restoreCurrent();
    void discardCurrent();

    std::vector<Item> m_items;
    QListWidget *m_list;
    QTextEdit *m_difference;
};

/// All that ended programs left in these journal folders; for a worker.
[[nodiscard]] std::vector<RecoveryDialog::Item> leftBehind(const QStringList &journalFolders);

} // namespace nutgraf::window
