// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/command_work.h"

#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/look/icons.h"
#include "ui/outbox/outbox_dialog.h"
#include "ui/page/second_pane.h"
#include "ui/page/story_page.h"
#include "ui/palette/picker.h"
#include "ui/panels/side_panel.h"
#include "ui/settings/settings_dialog.h"
#include "ui/window/commands.h"
#include "ui/window/desk_work.h"
#include "ui/window/pane_work.h"
#include "ui/window/session_work.h"
#include "ui/window/story_tabs.h"
#include "ui/window/story_work.h"
#include "ui/window/unit_work.h"

#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QMainWindow>
#include <QMessageBox>

#include <algorithm>

namespace nutgraf::window {

using namespace Qt::StringLiterals;
using settings::Scheme;
using settings::Settings;

CommandWork::CommandWork(const Parts &parts, const Works &works, settings::Settings &settings,
                         QObject *parent)
    : QObject(parent), m_parts(parts), m_works(works), m_settings(settings)
{
    connectFiles();
    connectView();
    connectStory();
    connectReview();
    connectPublishing();
    connectScheme();
    const Commands &c = *m_parts.commands;
    c.on(Command::Palette, this, [this] { openPalette(); });
    c.on(Command::Keys, this, [this] { openPalette(); });
    c.on(Command::About, this, [this] { showAbout(); });
    c.on(Command::Settings, this,
         [this] { settings::SettingsDialog(m_settings, m_parts.window).exec(); });
}

/// Commands that need a story are enabled only while one is in front.
page::StoryPage &CommandWork::front() const
{
    return *m_parts.tabs->currentStory();
}

bool CommandWork::isChecked(Command command) const
{
    return m_parts.commands->action(command)->isChecked();
}

void CommandWork::connectFiles()
{
    const Commands &c = *m_parts.commands;
    c.on(Command::NewStory, this, [this] {
        if (m_works.desk->desk()) {
            m_works.desk->newStory();
        } else {
            m_works.stories->startNew({})->body().setFocus();
        }
    });
    c.on(Command::OpenFile, this, [this] {
        m_works.session->open(
            QFileDialog::getOpenFileNames(m_parts.window, tr("Open file"), QDir::homePath(),
                                          tr("Stories (*.md *.txt);;All files (*)")));
    });
    c.on(Command::ImportFiles, m_works.desk, [this] { m_works.desk->chooseImports(); });
    c.on(Command::OpenDesk, m_works.desk, [this] { m_works.desk->chooseDesk(); });
    c.on(Command::NewDesk, m_works.desk, [this] { m_works.desk->newDesk(); });
    c.on(Command::DeskSettings, m_works.desk, [this] { m_works.desk->editSettings(); });
    c.on(Command::SampleDesk, m_works.desk, [this] { m_works.desk->openSample(); });
    c.on(Command::Save, this, [this] { m_works.stories->save(front()); });
    c.on(Command::SaveAs, this, [this] { m_works.stories->saveAs(front()); });
    c.on(Command::SaveAll, this, [this] { m_works.stories->saveAll(); });
    c.on(Command::FileIntoDesk, this,
         [this] { m_works.desk->fileStory(front().session().story()); });
    c.on(Command::CloseStory, this, [this] { m_works.stories->close(m_parts.tabs->current()); });
    c.on(Command::Quit, this, [this] { m_parts.window->close(); });
    c.on(Command::Undo, this, [this] { front().session().undo(); });
    c.on(Command::Redo, this, [this] { front().session().redo(); });
    c.on(Command::Find, this, [this] { front().openFind(page::StoryPage::FindMode::Find); });
    c.on(Command::Replace, this, [this] { front().openFind(page::StoryPage::FindMode::Replace); });
}

void CommandWork::connectView()
{
    const Commands &c = *m_parts.commands;
    c.on(Command::DeskList, this,
         [this] { m_works.panes->show(Settings::Pane::DeskList, isChecked(Command::DeskList)); });
    c.on(Command::SidePanel, this,
         [this] { m_works.panes->show(Settings::Pane::SidePanel, isChecked(Command::SidePanel)); });
    c.on(Command::SecondPane, this, [this] {
        if (front().secondPane().isOpen()) {
            front().secondPane().close();
        } else {
            front().secondPane().showNotes();
        }
    });
    c.on(Command::FoldFields, this,
         [this] { front().setFieldsFolded(isChecked(Command::FoldFields)); });
    c.on(Command::FocusMode, this,
         [this] { m_works.panes->setFocusMode(isChecked(Command::FocusMode)); });
    c.on(Command::FullScreen, this, [this] {
        m_parts.window->setWindowState(m_parts.window->windowState() ^ Qt::WindowFullScreen);
    });
    c.on(Command::ZoomIn, this, [this] { zoomTo(front().zoom() + 0.1); });
    c.on(Command::ZoomOut, this, [this] { zoomTo(front().zoom() - 0.1); });
    c.on(Command::ZoomReset, this, [this] { zoomTo(1.0); });
    c.on(Command::NextPane, this, [this] { m_works.panes->step(1); });
    c.on(Command::PreviousPane, this, [this] { m_works.panes->step(-1); });
    c.on(Command::NextStory, this, [this] { m_parts.tabs->step(1); });
    c.on(Command::PreviousStory, this, [this] { m_parts.tabs->step(-1); });
}

void CommandWork::connectStory()
{
    const Commands &c = *m_parts.commands;
    const auto mark = [this](story::Status status) {
        return [this, status] {
            front().session().setField(story::Field::Status, status);
        };
    };
    c.on(Command::GoToStory, this, [this] { openGoTo(); });
    c.on(Command::SearchDesk, this, [this] {
        m_works.panes->show(Settings::Pane::DeskList, true);
        m_parts.desk->focusSearch();
    });
    c.on(Command::MarkDraft, this, mark(story::Status::Draft));
    c.on(Command::MarkInReview, this, mark(story::Status::InReview));
    c.on(Command::MarkApproved, this, mark(story::Status::Approved));
    c.on(Command::RenameStory, this, [this] { m_works.desk->rename(storyInQuestion()); });
    c.on(Command::DuplicateStory, this, [this] { m_works.desk->duplicate(storyInQuestion()); });
    c.on(Command::SpikeStory, this, [this] { m_works.desk->spike(storyInQuestion()); });
    c.on(Command::Bin, this, [this] { m_works.desk->showBin(); });
}

void CommandWork::connectReview()
{
    const Commands &c = *m_parts.commands;
    const auto section = [this](panels::SidePanel::Section which) {
        return [this, which] {
            m_works.panes->show(Settings::Pane::SidePanel, true);
            m_parts.panel->show(which);
        };
    };
    const auto decide = [this](review::Verdict verdict) {
        return [this, verdict] {
            m_works.units->decide(verdict);
        };
    };
    const auto goToOpen = [this](UnitWork::Direction direction) {
        return [this, direction] {
            m_works.units->goToOpen(direction);
        };
    };
    using enum panels::SidePanel::Section;
    c.on(Command::Check, this, section(Checks));
    c.on(Command::Review, this, section(Attribution));
    c.on(Command::Entities, this, section(Entities));
    c.on(Command::Versions, this, section(Versions));
    c.on(Command::ConfirmUnit, this, decide(review::Verdict::Confirmed));
    c.on(Command::FlagUnit, this, decide(review::Verdict::NeedsSource));
    c.on(Command::RejectUnit, this, decide(review::Verdict::Rejected));
    c.on(Command::WithdrawUnit, this, [this] { m_works.units->withdraw(); });
    c.on(Command::CorrectUnit, this, [this] {
        m_works.panes->show(Settings::Pane::SidePanel, true);
        m_works.units->correct();
    });
    c.on(Command::NextOpenUnit, this, goToOpen(UnitWork::Direction::Next));
    c.on(Command::PreviousOpenUnit, this, goToOpen(UnitWork::Direction::Previous));
}

/// The open desk's, with the key of who sits here.
House CommandWork::house() const
{
    const auto &desk = m_works.desk->desk();
    if (!desk) {
        return {};
    }
    return {.agency = desk->settings().agency,
            .signing = {.policy = desk->settings().signing,
                        .keyFile = m_settings.signingKey(),
                        .tool = {}}};
}

void CommandWork::connectPublishing()
{
    const Commands &c = *m_parts.commands;
    const auto publish = [this](PublishWork::Step step) {
        return [this, step] {
            m_works.publish->openDialog(front(), house(), step);
        };
    };
    c.on(Command::Summarize, this, publish(PublishWork::Step::WebEdition));
    c.on(Command::Publish, this, publish(PublishWork::Step::Checks));
    c.on(Command::Kill, this, publish(PublishWork::Step::Kill));
    c.on(Command::CompareWithDraft, this,
         [this] { m_works.publish->compareDraftWithLast(front()); });
    c.on(Command::Verify, this, [this] { m_works.publish->verify(front()); });
    c.on(Command::Outbox, this,
         [this] { outbox::OutboxDialog(*m_works.outbox, m_parts.window).exec(); });
    c.on(Command::Website, this,
         [this] { m_works.publish->makeWebsite(m_works.desk->desk()->folder()); });
}

void CommandWork::connectScheme()
{
    auto *group = new QActionGroup(this);
    const auto add = [&](Command command, Scheme scheme) {
        QAction *action = m_parts.commands->action(command);
        group->addAction(action);
        action->setChecked(m_settings.scheme() == scheme);
        m_parts.commands->on(command, this, [this, scheme] { m_settings.setScheme(scheme); });
        connect(&m_settings, &Settings::changed, action,
                [this, action, scheme] { action->setChecked(m_settings.scheme() == scheme); });
    };
    add(Command::SchemeSystem, Scheme::System);
    add(Command::SchemeLight, Scheme::Light);
    add(Command::SchemeDark, Scheme::Dark);
}

QString CommandWork::storyInQuestion() const
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus != nullptr && m_parts.desk->isAncestorOf(focus)) {
        return m_parts.desk->currentFolder();
    }
    page::StoryPage *page = m_parts.tabs->currentStory();
    return page != nullptr ? page->session().storyFolder() : QString();
}

void CommandWork::zoomTo(double factor)
{
    const double bounded = std::clamp(factor, 1.0, 3.0);
    for (page::StoryPage *page : m_parts.tabs->stories()) {
        page->setZoom(bounded);
    }
}

void CommandWork::openPalette()
{
    std::vector<palette::Picker::Item> items;
    for (const CommandSpec &spec : commandTable()) {
        QAction *action = m_parts.commands->action(spec.command);
        QString menu = menuTitle(spec.menu);
        items.push_back({.text = QString(action->text()).remove(u'&'),
                         .note = menu.remove(u'&'),
                         .keys = Commands::keysOf(action),
                         .icon = action->icon(),
                         .isEnabled = action->isEnabled(),
                         .run = [action] {
                             action->trigger();
                         }});
    }
    (new palette::Picker(tr("Commands"), std::move(items), m_parts.window))->show();
}

void CommandWork::openGoTo()
{
    std::vector<palette::Picker::Item> items;
    for (const desk::StoryEntry &entry : m_parts.desk->entries()) {
        items.push_back({.text = entry.slug,
                         .note = entry.headline,
                         .keys = {},
                         .icon = {},
                         .isEnabled = true,
                         .run = [this, folder = entry.folder] {
                             Q_EMIT m_parts.desk->openRequested(folder);
                         }});
    }
    (new palette::Picker(tr("Go to story"), std::move(items), m_parts.window))->show();
}

void CommandWork::showAbout()
{
    QMessageBox::about(
        m_parts.window, tr("About Nutgraf"),
        tr("Nutgraf %1, an editorial workstation for the news desk.\n\nFree software "
           "under the GNU General Public License, version 3 or later. Icons: Breeze, "
           "© KDE, LGPL-3.0-or-later.")
            .arg(QCoreApplication::applicationVersion()));
}

} // namespace nutgraf::window
