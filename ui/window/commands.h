// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace nutgraf::window {

/// Everything the program can be asked to do: each is one QAction, in one menu and in the palette.
enum class Command {
    NewStory,
    OpenFile,
    ImportFiles,
    OpenDesk,
    NewDesk,
    SampleDesk,
    Save,
    SaveAs,
    SaveAll,
    FileIntoDesk,
    CloseStory,
    Quit,
    Undo,
    Redo,
    Find,
    Replace,
    DeskList,
    SidePanel,
    SecondPane,
    FoldFields,
    FocusMode,
    FullScreen,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    NextPane,
    PreviousPane,
    NextStory,
    PreviousStory,
    GoToStory,
    SearchDesk,
    RenameStory,
    DuplicateStory,
    SpikeStory,
    Bin,
    MarkDraft,
    MarkInReview,
    MarkApproved,
    Check,
    Review,
    Entities,
    ConfirmUnit,
    FlagUnit,
    CorrectUnit,
    RejectUnit,
    WithdrawUnit,
    NextOpenUnit,
    PreviousOpenUnit,
    Summarize,
    Publish,
    Kill,
    Versions,
    CompareWithDraft,
    Verify,
    Website,
    Outbox,
    Palette,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    Settings,
    DeskSettings,
    Keys,
    About,
};

enum class Menu { File, Edit, View, Story, Review, Publish, Tools, Settings, Help };

/// One line of the table of commands.
struct CommandSpec {
    Command command = Command::About;
    Menu menu = Menu::Help;
    const char *text = nullptr; ///< source text with mnemonic
    const char *iconName = nullptr; ///< freedesktop name; may be null
    std::vector<QKeySequence> keys;
    const char *tip = nullptr; ///< what it does, where the text alone does not say it
    enum class Needs { Nothing, Desk, Story, SavedStory } needs = Needs::Nothing;
    enum class Kind { Plain, Toggle } kind = Kind::Plain;
    /// BeginsGroup: a separator before it in its menu.
    enum class Group { Follows, BeginsGroup } group = Group::Follows;
};

[[nodiscard]] const std::vector<CommandSpec> &commandTable();
[[nodiscard]] QString menuTitle(Menu menu);

/// The QActions of the table, owned by the window they act in.
class Commands final : public QObject {
    Q_OBJECT
public:
    explicit Commands(QWidget *window);

    [[nodiscard]] QAction *action(Command command) const;
    /// Runs `handler` when the command is triggered, as long as `context` lives.
    void on(Command command, QObject *context, std::function<void()> handler) const;
    /// Enables the commands whose needs are met.
    struct Available {
        bool hasDesk = false;
        bool hasStory = false;
        bool isFiled = false; ///< the story lies in a desk
    };
    void setAvailable(Available available) const;
    /// "Ctrl+Shift+P", as the user's language writes it; empty: none.
    [[nodiscard]] static QString keysOf(const QAction *action);

private:
    std::vector<QAction *> m_actions; ///< by Command
};

} // namespace nutgraf::window
