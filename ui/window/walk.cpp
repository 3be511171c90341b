// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/walk.h"

#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/look/tokens.h"
#include "ui/page/story_page.h"
#include "ui/palette/picker.h"
#include "ui/publish/publish_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/publish_work.h"
#include "ui/window/story_tabs.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTextStream>

#include <algorithm>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

constexpr int StepMilliseconds = 60;
constexpr int MostWaits = 200; ///< 12 s for an analysis

/// The dialog in front, if there is one.
QWidget *topDialog()
{
    if (QWidget *popup = QApplication::activePopupWidget()) {
        return popup;
    }
    return QApplication::activeModalWidget();
}

} // namespace

Walk::Walk(MainWindow &window, settings::Settings &settings, QString folder)
    : m_window(window), m_settings(settings), m_folder(std::move(folder))
{
    m_timer.setInterval(StepMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Walk::next);
}

void Walk::begin()
{
    QDir().mkpath(m_folder);
    m_settings.setScheme(settings::Scheme::Light);
    m_window.resize(1440, 872); // as the pictures of the design, without a title bar
    plan();
    connect(&m_window, &MainWindow::ready, this, [this] { m_timer.start(); });
}

void Walk::openFirstStory()
{
    const std::vector<desk::StoryEntry> entries = m_window.findChild<desk::DeskList *>()->entries();
    QString folder;
    for (const desk::StoryEntry &entry : entries) {
        if (folder.isEmpty() || entry.slug == "harbour-levy"_L1) {
            folder = entry.folder;
        }
    }
    if (!folder.isEmpty()) {
        m_window.openPaths({folder});
    }
}

void Walk::showTranscript()
{
    if (page::StoryPage *page = m_window.currentStory()) {
        QMenu menu;
        m_window.publishing().fillPaneMenu(menu, *page);
        if (menu.actions().size() > 1) {
            menu.actions().at(1)->trigger(); // after the notes
        }
    }
}

void Walk::plan()
{
    const auto trigger = [this](Command command) {
        return [this, command] {
            m_window.commands().action(command)->trigger();
        };
    };
    const auto scheme = [this](settings::Scheme wanted) {
        return [this, wanted] {
            m_settings.setScheme(wanted);
        };
    };
    const auto nothing = [] {
    };
    m_steps = {
        {{}, nothing},
        {u"no-story"_s,
         [this] {
             openFirstStory();
         }},
        {{}, nothing}, // a moment more: the words are counted beside the reading
        {u"window-light"_s, scheme(settings::Scheme::Dark)},
        {u"window-dark"_s, trigger(Command::SecondPane)},
        {u"second-pane-dark"_s, scheme(settings::Scheme::Light)},
        {u"second-pane-light"_s,
         [this] {
             showTranscript();
         }},
        {{}, nothing},
        {u"transcript-light"_s, trigger(Command::SecondPane)},
    };
    planPanels();
    planDialogs();
}

void Walk::planPanels()
{
    const auto trigger = [this](Command command) {
        return [this, command] {
            m_window.commands().action(command)->trigger();
        };
    };
    const std::vector<Step> panels{
        {{}, trigger(Command::Entities)},
        {u"entities-light"_s, trigger(Command::Check)},
        {u"checks-light"_s, trigger(Command::Review)},
        {{},
         [this] {
             m_window.resize(1024, 612);
         }},
        {u"small-window"_s,
         [this] {
             m_window.resize(720, 450);
         }},
        {u"tiny-window"_s,
         [this] {
             m_window.resize(1440, 872);
         }},
        {{}, trigger(Command::FocusMode)},
        {u"focus-mode"_s, trigger(Command::FocusMode)},
        {{}, trigger(Command::Find)},
        {u"find"_s,
         [] {
             QKeyEvent leave(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
             QApplication::sendEvent(QApplication::focusWidget(), &leave);
         }},
        {{}, trigger(Command::Palette)},
        {u"palette"_s,
         [] {
             topDialog()->close();
         }},
        {{}, trigger(Command::GoToStory)},
        {u"go-to-story"_s,
         [] {
             topDialog()->close();
         }},
    };
    m_steps.insert(m_steps.end(), panels.begin(), panels.end());
}

void Walk::planDialogs()
{
    const auto trigger = [this](Command command) {
        return [this, command] {
            m_window.commands().action(command)->trigger();
        };
    };
    const auto close = [] {
        if (QWidget *dialog = topDialog()) {
            dialog->close();
        }
    };
    const auto advance = [] {
        if (const QWidget *dialog = topDialog()) {
            const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
            const auto filled = std::ranges::find_if(buttons, &QPushButton::isDefault);
            if (filled != buttons.end()) {
                (*filled)->click();
            }
        }
    };
    const std::vector<Step> dialogs{
        {{}, trigger(Command::Summarize)},
        {u"summarize-light"_s, advance},
        {u"publish-kind-light"_s, advance},
        {u"publish-preview-light"_s, advance},
        {u"publish-plan-light"_s, close},
        {{}, trigger(Command::Publish)},
        {u"publish-light"_s, close},
        {{},
         [this] {
             m_settings.setScheme(settings::Scheme::Dark);
         }},
        {{}, trigger(Command::Publish)},
        {u"publish-dark"_s, close},
        {{},
         [] {
         }},
    };
    m_steps.insert(m_steps.end(), dialogs.begin(), dialogs.end());
}

bool Walk::isCalm() const
{
    page::StoryPage *page = m_window.currentStory();
    const bool isRead = page == nullptr
        || (page->session().isIdle() && page->session().reading().analysis != nullptr);
    const auto *dialog = qobject_cast<publish::PublishDialog *>(topDialog());
    const bool isShown = dialog == nullptr || dialog->isReady();
    return isRead && isShown && !m_window.findChild<desk::DeskList *>()->entries().empty();
}

void Walk::take(const QString &name)
{
    QPixmap picture = m_window.grab();
    if (QWidget *dialog = topDialog()) {
        // a screen that is only made up puts dialogs anywhere: in the picture they are centred
        QPainter painter(&picture);
        if (!dialog->windowFlags().testFlag(Qt::Popup)) {
            dialog->resize(dialog->size().expandedTo(QSize(1100, 740)));
            QColor shade = look::colours(m_window.palette()).ink3;
            shade.setAlpha(90);
            painter.fillRect(QRect(QPoint(), m_window.size()), shade);
        }
        const QPoint at((m_window.width() - dialog->width()) / 2,
                        (m_window.height() - dialog->height()) / 2);
        painter.drawPixmap(at, dialog->grab());
    }
    const QString path = m_folder + u'/' + name + ".png"_L1;
    if (!picture.save(path)) {
        QTextStream(stderr) << path << ": cannot be written\n";
        m_code = 1;
    }
}

/// A step's picture shows what the step before did; its act prepares the next.
void Walk::next()
{
    if (!isCalm() && m_patience++ < MostWaits) {
        return;
    }
    m_patience = 0;
    if (m_at == m_steps.size()) {
        m_timer.stop();
        Q_EMIT finished(m_code);
        return;
    }
    const Step &step = m_steps.at(m_at++);
    if (!step.picture.isEmpty()) {
        take(step.picture);
    }
    step.act();
}

} // namespace nutgraf::window
