// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/look/icons.h"
#include "ui/page/notice_strip.h"
#include "ui/page/story_page.h"
#include "ui/panels/side_panel.h"
#include "ui/settings/settings_dialog.h"
#include "ui/window/desk_work.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_strip.h"
#include "ui/window/picker.h"
#include "ui/window/publish_work.h"
#include "ui/window/story_tabs.h"
#include "ui/window/story_work.h"
#include "ui/window/unit_work.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QSplitter>

#include <algorithm>

namespace nutgraf::window {

using namespace Qt::StringLiterals;
using settings::Scheme;
using settings::Settings;

void MainWindow::connectCommands()
{
    connectFileCommands();
    connectViewCommands();
    connectStoryCommands();
    const Commands &c = *m_commands;
    c.on(Command::Palette, this, [this] { openPalette(); });
    c.on(Command::Keys, this, [this] { openPalette(); });
    c.on(Command::About, this, [this] { showAbout(); });
    c.on(Command::Settings, this,
         [this] { settings::SettingsDialog(*m_services.settings, this).exec(); });
}

void MainWindow::connectFileCommands()
{
    const Commands &c = *m_commands;
    c.on(Command::NewStory, this, [this] {
        if (m_deskWork->desk()) {
            m_deskWork->newStory();
        } else {
            m_stories->startNew({})->body().setFocus();
        }
    });
    c.on(Command::OpenFile, this, [this] {
        openPaths(QFileDialog::getOpenFileNames(this, tr("Open file"), QDir::homePath(),
                                                tr("Stories (*.md *.txt);;All files (*)")));
    });
    c.on(Command::ImportFiles, m_deskWork, [this] { m_deskWork->chooseImports(); });
    c.on(Command::OpenDesk, m_deskWork, [this] { m_deskWork->chooseDesk(); });
    c.on(Command::NewDesk, m_deskWork, [this] { m_deskWork->newDesk(); });
    c.on(Command::SampleDesk, m_deskWork, [this] { m_deskWork->openSample(); });
    c.on(Command::Save, this, [this] { m_stories->save(*currentStory()); });
    c.on(Command::SaveAs, this, [this] { m_stories->saveAs(*currentStory()); });
    c.on(Command::SaveAll, this, [this] { m_stories->saveAll(); });
    c.on(Command::FileIntoDesk, this,
         [this] { m_deskWork->fileStory(currentStory()->session().story()); });
    c.on(Command::CloseStory, this, [this] { m_stories->close(m_tabs->current()); });
    c.on(Command::Quit, this, [this] { close(); });
    c.on(Command::Undo, this, [this] { currentStory()->session().undo(); });
    c.on(Command::Redo, this, [this] { currentStory()->session().redo(); });
    c.on(Command::Find, this,
         [this] { currentStory()->openFind(page::StoryPage::FindMode::Find); });
    c.on(Command::Replace, this,
         [this] { currentStory()->openFind(page::StoryPage::FindMode::Replace); });
}

void MainWindow::connectViewCommands()
{
    const Commands &c = *m_commands;
    c.on(Command::DeskList, this, [this] {
        showPane(Settings::Pane::DeskList, m_commands->action(Command::DeskList)->isChecked());
    });
    c.on(Command::SidePanel, this, [this] {
        showPane(Settings::Pane::SidePanel, m_commands->action(Command::SidePanel)->isChecked());
    });
    c.on(Command::SecondPane, this, [this] {
        page::StoryPage *page = currentStory();
        if (page->hasSecondPane()) {
            page->closeSecondPane();
        } else {
            page->showNotes();
        }
    });
    c.on(Command::FoldFields, this, [this] {
        currentStory()->setFieldsFolded(m_commands->action(Command::FoldFields)->isChecked());
    });
    c.on(Command::FocusMode, this,
         [this] { setFocusMode(m_commands->action(Command::FocusMode)->isChecked()); });
    c.on(Command::FullScreen, this,
         [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    c.on(Command::ZoomIn, this, [this] { zoomTo(currentStory()->zoom() + 0.1); });
    c.on(Command::ZoomOut, this, [this] { zoomTo(currentStory()->zoom() - 0.1); });
    c.on(Command::ZoomReset, this, [this] { zoomTo(1.0); });
    c.on(Command::NextPane, this, [this] { stepPane(1); });
    c.on(Command::PreviousPane, this, [this] { stepPane(-1); });
    c.on(Command::NextStory, this, [this] { m_tabs->step(1); });
    c.on(Command::PreviousStory, this, [this] { m_tabs->step(-1); });
}

void MainWindow::connectStoryCommands()
{
    const Commands &c = *m_commands;
    const auto mark = [this](story::Status status) {
        return [this, status] {
            currentStory()->session().setField(story::Field::Status,
                                               QVariant::fromValue(int(status)));
        };
    };
    const auto section = [this](panels::SidePanel::Section which) {
        return [this, which] {
            showPane(Settings::Pane::SidePanel, true);
            m_panel->show(which);
        };
    };
    const auto publish = [this](PublishWork::Step step) {
        return [this, step] {
            const auto &desk = m_deskWork->desk();
            m_publish->openDialog(*currentStory(), desk ? desk->settings().agency : story::Agency{},
                                  step);
        };
    };
    using enum panels::SidePanel::Section;
    c.on(Command::GoToStory, this, [this] { openGoTo(); });
    c.on(Command::SearchDesk, this, [this] {
        showPane(Settings::Pane::DeskList, true);
        m_desk->focusSearch();
    });
    c.on(Command::MarkDraft, this, mark(story::Status::Draft));
    c.on(Command::MarkInReview, this, mark(story::Status::InReview));
    c.on(Command::MarkApproved, this, mark(story::Status::Approved));
    c.on(Command::RenameStory, this, [this] { m_deskWork->rename(storyInQuestion()); });
    c.on(Command::DuplicateStory, this, [this] { m_deskWork->duplicate(storyInQuestion()); });
    c.on(Command::SpikeStory, this, [this] { m_deskWork->spike(storyInQuestion()); });
    c.on(Command::Bin, this, [this] { m_deskWork->showBin(); });
    c.on(Command::Check, this, section(Checks));
    c.on(Command::Review, this, section(Attribution));
    c.on(Command::Entities, this, section(Entities));
    c.on(Command::Versions, this, section(Versions));
    c.on(Command::ConfirmUnit, this, [this] { m_units->decide(review::Verdict::Confirmed); });
    c.on(Command::CorrectUnit, this, [this] {
        showPane(Settings::Pane::SidePanel, true);
        m_units->correct();
    });
    c.on(Command::FlagUnit, this, [this] { m_units->decide(review::Verdict::NeedsSource); });
    c.on(Command::RejectUnit, this, [this] { m_units->decide(review::Verdict::Rejected); });
    c.on(Command::WithdrawUnit, this, [this] { m_units->withdraw(); });
    c.on(Command::NextOpenUnit, this, [this] { m_units->goToOpen(UnitWork::Direction::Next); });
    c.on(Command::PreviousOpenUnit, this,
         [this] { m_units->goToOpen(UnitWork::Direction::Previous); });
    c.on(Command::Summarize, this, publish(PublishWork::Step::WebEdition));
    c.on(Command::Publish, this, publish(PublishWork::Step::Checks));
    c.on(Command::Kill, this, publish(PublishWork::Step::Kill));
    c.on(Command::CompareWithDraft, this,
         [this] { m_publish->compareDraftWithLast(*currentStory()); });
    c.on(Command::Verify, this, [this] { m_publish->verify(*currentStory()); });
}

void MainWindow::connectScheme()
{
    auto *group = new QActionGroup(this);
    const auto add = [&](Command command, Scheme scheme) {
        QAction *action = m_commands->action(command);
        group->addAction(action);
        action->setChecked(m_services.settings->scheme() == scheme);
        m_commands->on(command, this, [this, scheme] { m_services.settings->setScheme(scheme); });
        connect(m_services.settings, &Settings::changed, action, [this, action, scheme] {
            action->setChecked(m_services.settings->scheme() == scheme);
        });
    };
    add(Command::SchemeSystem, Scheme::System);
    add(Command::SchemeLight, Scheme::Light);
    add(Command::SchemeDark, Scheme::Dark);
}

/// The row chosen in the desk list while it has the keyboard, else the story in front.
QString MainWindow::storyInQuestion() const
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus != nullptr && m_desk->isAncestorOf(focus)) {
        return m_desk->currentFolder();
    }
    const page::StoryPage *page = currentStory();
    return page != nullptr ? const_cast<page::StoryPage *>(page)->session().storyFolder()
                           : QString();
}

void MainWindow::zoomTo(double factor)
{
    const double bounded = std::clamp(factor, 1.0, 3.0);
    for (page::StoryPage *page : m_tabs->stories()) {
        page->setZoom(bounded);
    }
}

void MainWindow::openPalette()
{
    std::vector<Picker::Item> items;
    for (const CommandSpec &spec : commandTable()) {
        QAction *action = m_commands->action(spec.command);
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
    (new Picker(tr("Commands"), std::move(items), this))->show();
}

void MainWindow::openGoTo()
{
    std::vector<Picker::Item> items;
    for (const desk::StoryEntry &entry : m_desk->entries()) {
        items.push_back({.text = entry.slug,
                         .note = entry.headline,
                         .keys = {},
                         .icon = {},
                         .isEnabled = true,
                         .run = [this, folder = entry.folder] {
                             Q_EMIT m_desk->openRequested(folder);
                         }});
    }
    (new Picker(tr("Go to story"), std::move(items), this))->show();
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Nutgraf"),
        tr("Nutgraf %1, an editorial workstation for the news desk.\n\nFree software "
           "under the GNU General Public License, version 3 or later. Icons: Breeze, "
           "© KDE, LGPL-3.0-or-later.")
            .arg(QCoreApplication::applicationVersion()));
}

/// What F6 walks: strip, desk list, story, second pane, side panel, as far as they are shown.
std::vector<QWidget *> MainWindow::panes() const
{
    std::vector<QWidget *> panes;
    const auto addIfShown = [&panes](QWidget *pane) {
        if (pane->isVisible()) {
            panes.push_back(pane);
        }
    };
    addIfShown(m_desk);
    addIfShown(m_strip);
    page::StoryPage *page = currentStory();
    if (page != nullptr) {
        std::ranges::for_each(page->findChildren<page::NoticeStrip *>(), addIfShown);
    }
    panes.push_back(page != nullptr ? static_cast<QWidget *>(&page->body()) : m_tabs);
    if (page != nullptr && page->hasSecondPane()) {
        if (auto *halves = page->findChild<QSplitter *>();
            halves != nullptr && halves->count() > 1) {
            addIfShown(halves->widget(halves->count() - 1));
        }
    }
    addIfShown(m_panel);
    return panes;
}

/// Each pane takes the keyboard in its text or list, if it has one, not on a button beside it.
void MainWindow::stepPane(int by)
{
    const std::vector<QWidget *> all = panes();
    const QWidget *focus = QApplication::focusWidget();
    const auto here = std::ranges::find_if(all, [focus](const QWidget *pane) {
        return focus != nullptr && (pane == focus || pane->isAncestorOf(focus));
    });
    const auto count = static_cast<int>(all.size());
    const int at = here == all.end() ? 0 : static_cast<int>(here - all.begin());
    QWidget *next = all.at(static_cast<std::size_t>((at + by + count) % count));
    if (next->focusPolicy() == Qt::NoFocus && next->focusProxy() == nullptr) {
        QList<QWidget *> children = next->findChildren<QWidget *>();
        children.removeIf([](const QWidget *child) {
            return !child->isVisible() || !child->isEnabled()
                || (child->focusPolicy() & Qt::TabFocus) == 0;
        });
        const auto inside = std::ranges::find_if(children, [](const QWidget *child) {
            return qobject_cast<const QAbstractButton *>(child) == nullptr;
        });
        if (!children.isEmpty()) {
            next = inside != children.end() ? *inside : children.front();
        }
    }
    next->setFocus(Qt::ShortcutFocusReason);
}

} // namespace nutgraf::window
