// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/commands.h"

namespace nutgraf::window {

using enum CommandSpec::Needs;
using enum CommandSpec::Kind;
using enum CommandSpec::Group;

namespace {

// clang-format off: a table is read line by line
#define T(text) QT_TRANSLATE_NOOP("Commands", text)

constexpr auto Ctrl = Qt::CTRL;
constexpr auto CtrlShift = Qt::CTRL | Qt::SHIFT;

using Table = std::vector<CommandSpec>;

Table fileCommands()
{
    return {
        {Command::NewStory, Menu::File, T("&New story…"), "document-new",
         {Ctrl | Qt::Key_N}, nullptr},
        {Command::OpenFile, Menu::File, T("&Open file…"), "document-open",
         {Ctrl | Qt::Key_O}, T("Open a Markdown or text file without filing it")},
        {Command::ImportFiles, Menu::File, T("&Import files…"), "document-import",
         {Ctrl | Qt::Key_I}, T("Make a story of each plain-text wire file"), Desk},
        {Command::OpenDesk, Menu::File, T("Open &desk…"), "document-open-folder",
         {CtrlShift | Qt::Key_O}, T("Open any folder with a desk.json"), Nothing, Plain,
         BeginsGroup},
        {Command::NewDesk, Menu::File, T("New des&k…"), "folder-new", {}, nullptr},
        {Command::SampleDesk, Menu::File, T("&Look around in the sample desk"),
         "document-multiple", {}, T("Five stories to try things on")},
        {Command::Save, Menu::File, T("&Save"), "document-save", {Ctrl | Qt::Key_S},
         nullptr, Story, Plain, BeginsGroup},
        {Command::SaveAs, Menu::File, T("Save &as…"), "document-save-as",
         {CtrlShift | Qt::Key_S}, nullptr, Story},
        {Command::SaveAll, Menu::File, T("Sav&e all"), "document-save-all",
         {Ctrl | Qt::ALT | Qt::Key_S}, nullptr, Story},
        {Command::FileIntoDesk, Menu::File, T("&File story into desk…"), nullptr, {},
         T("Copy a single file's story into the open desk"), Story},
        {Command::CloseStory, Menu::File, T("&Close story"), "tab-close",
         {Ctrl | Qt::Key_W}, nullptr, Story, Plain, BeginsGroup},
        {Command::Quit, Menu::File, T("&Quit"), "application-exit", {Ctrl | Qt::Key_Q},
         nullptr},
    };
}

Table editCommands()
{
    return {
        {Command::Undo, Menu::Edit, T("&Undo"), "edit-undo", {Ctrl | Qt::Key_Z}, nullptr,
         Story},
        {Command::Redo, Menu::Edit, T("&Redo"), "edit-redo", {CtrlShift | Qt::Key_Z},
         nullptr, Story},
        {Command::Find, Menu::Edit, T("&Find…"), "edit-find", {Ctrl | Qt::Key_F}, nullptr,
         Story, Plain, BeginsGroup},
        {Command::Replace, Menu::Edit, T("Re&place…"), "edit-find-replace",
         {Ctrl | Qt::Key_R, Ctrl | Qt::Key_H}, T("Over fields and body, with a preview"), Story},
    };
}

Table viewCommands()
{
    return {
        {Command::DeskList, Menu::View, T("&Desk list"), "sidebar-show-symbolic",
         {Qt::Key_F9}, nullptr, Nothing, Toggle},
        {Command::SidePanel, Menu::View, T("&Side panel"), nullptr,
         {Qt::SHIFT | Qt::Key_F9}, nullptr, Nothing, Toggle},
        {Command::SecondPane, Menu::View, T("Second &pane"), "view-split-left-right",
         {CtrlShift | Qt::Key_L}, T("Notes, a transcript or a version beside the draft"), Story,
         Toggle},
        {Command::FoldFields, Menu::View, T("F&old fields"), nullptr, {},
         T("Show the headline and one line of fields"), Story, Toggle},
        {Command::FocusMode, Menu::View, T("Fo&cus mode"), nullptr,
         {Qt::SHIFT | Qt::Key_F11}, T("Only the story's text"), Story, Toggle, BeginsGroup},
        {Command::FullScreen, Menu::View, T("&Full screen"), "view-fullscreen",
         {Qt::Key_F11}, nullptr, Nothing, Toggle},
        {Command::ZoomIn, Menu::View, T("Zoom &in"), "zoom-in",
         {Ctrl | Qt::Key_Plus, Ctrl | Qt::Key_Equal}, nullptr, Story, Plain, BeginsGroup},
        {Command::ZoomOut, Menu::View, T("Zoom o&ut"), "zoom-out", {Ctrl | Qt::Key_Minus},
         nullptr, Story},
        {Command::ZoomReset, Menu::View, T("&Normal size"), "zoom-original",
         {Ctrl | Qt::Key_0}, nullptr, Story},
        {Command::NextPane, Menu::View, T("Ne&xt pane"), nullptr, {Qt::Key_F6},
         T("Move the keyboard to the next pane"), Nothing, Plain, BeginsGroup},
        {Command::PreviousPane, Menu::View, T("Pre&vious pane"), nullptr,
         {Qt::SHIFT | Qt::Key_F6}, nullptr},
    };
}

Table storyCommands()
{
    return {
        {Command::GoToStory, Menu::Story, T("&Go to story…"), "go-jump",
         {Ctrl | Qt::Key_P, Ctrl | Qt::Key_K}, nullptr, Desk},
        {Command::SearchDesk, Menu::Story, T("Searc&h the desk list"), "edit-find",
         {CtrlShift | Qt::Key_F}, nullptr, Desk},
        {Command::NextStory, Menu::Story, T("&Next open story"), nullptr,
         {Ctrl | Qt::Key_PageDown, Ctrl | Qt::Key_Tab}, nullptr, Story},
        {Command::PreviousStory, Menu::Story, T("&Previous open story"), nullptr,
         {Ctrl | Qt::Key_PageUp, CtrlShift | Qt::Key_Tab}, nullptr, Story},
        {Command::MarkDraft, Menu::Story, T("State: dra&ft"), nullptr, {}, nullptr, Story,
         Plain, BeginsGroup},
        {Command::MarkInReview, Menu::Story, T("State: in re&view"), nullptr, {}, nullptr,
         Story},
        {Command::MarkApproved, Menu::Story, T("State: &approved"), nullptr, {}, nullptr,
         Story},
        {Command::RenameStory, Menu::Story, T("&Rename…"), "edit-rename", {},
         T("Change the slug and the folder's name"), SavedStory, Plain, BeginsGroup},
        {Command::DuplicateStory, Menu::Story, T("&Duplicate"), "edit-copy", {}, nullptr,
         SavedStory},
        {Command::SpikeStory, Menu::Story, T("&Spike"), "user-trash", {},
         T("Move to the desk's bin; it can be restored"), SavedStory},
        {Command::Bin, Menu::Story, T("Spi&ked stories…"), nullptr, {}, nullptr, Desk},
    };
}

Table reviewCommands()
{
    return {
        {Command::Check, Menu::Review, T("&Check"), "tools-check-spelling", {Qt::Key_F7},
         T("What stands against publication"), Story},
        {Command::Review, Menu::Review, T("&Review"), "format-text-blockquote",
         {Qt::Key_F8}, T("Who says what: decide with C, E, S, R and U"), Story},
        {Command::Entities, Menu::Review, T("&Entities"), nullptr,
         {Qt::SHIFT | Qt::Key_F7}, T("People, bodies, places and days in the story"), Story},
        {Command::NextOpenUnit, Menu::Review, T("&Next undecided attribution"), "go-down",
         {Qt::ALT | Qt::Key_PageDown}, nullptr, Story, Plain, BeginsGroup},
        {Command::PreviousOpenUnit, Menu::Review, T("&Previous undecided attribution"),
         "go-up", {Qt::ALT | Qt::Key_PageUp}, nullptr, Story},
        {Command::ConfirmUnit, Menu::Review, T("Con&firm this attribution"), nullptr,
         {Ctrl | Qt::Key_Return}, T("The attribution under the caret, or the chosen one"), Story},
        {Command::CorrectUnit, Menu::Review, T("C&orrect this attribution…"), nullptr,
         {Ctrl | Qt::Key_E}, T("Put its speaker, its kind or its words right"), Story},
        {Command::FlagUnit, Menu::Review, T("This attribution needs a &source"), nullptr,
         {Ctrl | Qt::ALT | Qt::Key_N}, nullptr, Story},
        {Command::RejectUnit, Menu::Review, T("Re&ject this attribution"), nullptr, {},
         nullptr, Story},
        {Command::WithdrawUnit, Menu::Review, T("&Withdraw the decision"), nullptr, {},
         nullptr, Story},
    };
}

Table publishCommands()
{
    return {
        {Command::Summarize, Menu::Publish, T("&Summarize…"), "view-list-text",
         {CtrlShift | Qt::Key_U}, T("Pick the sentences of the web edition"), SavedStory},
        {Command::Publish, Menu::Publish, T("&Publish…"), "document-send",
         {CtrlShift | Qt::Key_Return}, nullptr, SavedStory},
        {Command::Kill, Menu::Publish, T("&Kill the story…"), nullptr, {},
         T("Withdraw what was published; nothing holds that up"), SavedStory},
        {Command::Versions, Menu::Publish, T("&Versions"), "view-history",
         {Ctrl | Qt::Key_F8}, nullptr, SavedStory, Plain, BeginsGroup},
        {Command::CompareWithDraft, Menu::Publish,
         T("&Compare draft with the last version"), "vcs-diff", {Ctrl | Qt::Key_D}, nullptr,
         SavedStory},
        {Command::Verify, Menu::Publish, T("Verif&y this story's versions"), nullptr, {},
         T("Recompute every hash and the chain of versions"), SavedStory},
        {Command::Website, Menu::Publish, T("Make the &website"), "internet-services", {},
         T("The public pages of all that was published to the web, in the desk’s folder site"),
         Desk, Plain, BeginsGroup},
        {Command::Outbox, Menu::Publish, T("&Outbox…"), "mail-folder-outbox", {},
         T("What is on its way to the desk’s outlets, what was sent and what failed"), Desk},
    };
}

Table otherCommands()
{
    return {
        {Command::Palette, Menu::Tools, T("&Commands…"), "edit-find",
         {CtrlShift | Qt::Key_P}, T("Find any command by its name")},
        {Command::SchemeSystem, Menu::Settings, T("Colours as the des&ktop"), nullptr, {},
         nullptr, Nothing, Toggle},
        {Command::SchemeLight, Menu::Settings, T("&Light"), nullptr, {}, nullptr, Nothing,
         Toggle},
        {Command::SchemeDark, Menu::Settings, T("&Dark"), nullptr, {}, nullptr, Nothing,
         Toggle},
        {Command::Settings, Menu::Settings, T("&Settings…"), "configure",
         {Ctrl | Qt::Key_Comma}, nullptr, Nothing, Plain, BeginsGroup},
        {Command::DeskSettings, Menu::Settings, T("D&esk settings…"), nullptr, {},
         T("The agency, the wording of editions and the website, for all who work here"), Desk},
        {Command::Keys, Menu::Help, T("&Keys and commands"), nullptr, {Qt::Key_F1},
         T("Every command with its keys")},
        {Command::About, Menu::Help, T("&About Nutgraf"), "help-about", {}, nullptr},
    };
}

// clang-format on
#undef T

} // namespace

const std::vector<CommandSpec> &commandTable()
{
    static const Table table = [] {
        Table all;
        for (const Table &part : {fileCommands(), editCommands(), viewCommands(), storyCommands(),
                                  reviewCommands(), publishCommands(), otherCommands()}) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }();
    return table;
}

} // namespace nutgraf::window
