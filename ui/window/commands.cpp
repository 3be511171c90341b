// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/commands.h"

#include "ui/look/icons.h"

#include <QCoreApplication>
#include <QWidget>

namespace nutgraf::window {

using namespace Qt::StringLiterals;
using enum CommandSpec::Needs;

namespace {

QString translated(const char *text)
{
    return text == nullptr ? QString() : QCoreApplication::translate("Commands", text);
}

QString withoutMnemonic(QString text)
{
    text.remove(u'&');
    return text;
}

QAction *makeAction(const CommandSpec &spec, QWidget *window)
{
    auto *action = new QAction(translated(spec.text), window);
    if (spec.iconName != nullptr) {
        action->setIcon(look::icon(QString::fromLatin1(spec.iconName)));
    }
    action->setShortcuts(QList<QKeySequence>(spec.keys.begin(), spec.keys.end()));
    action->setCheckable(spec.kind == CommandSpec::Kind::Toggle);
    const QString tip =
        spec.tip != nullptr ? translated(spec.tip) : withoutMnemonic(action->text());
    const QString keys = Commands::keysOf(action);
    action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys));
    action->setStatusTip(spec.tip != nullptr ? tip : QString());
    action->setMenuRole(spec.command == Command::About ? QAction::AboutRole : QAction::NoRole);
    window->addAction(action);
    return action;
}

} // namespace

QString menuTitle(Menu menu)
{
    switch (menu) {
    case Menu::File:
        return Commands::tr("&File");
    case Menu::Edit:
        return Commands::tr("&Edit");
    case Menu::View:
        return Commands::tr("&View");
    case Menu::Story:
        return Commands::tr("&Story");
    case Menu::Review:
        return Commands::tr("&Review");
    case Menu::Publish:
        return Commands::tr("&Publish");
    case Menu::Tools:
        return Commands::tr("&Tools");
    case Menu::Settings:
        return Commands::tr("Se&ttings");
    case Menu::Help:
        break;
    }
    return Commands::tr("&Help");
}

Commands::Commands(QWidget *window) : QObject(window)
{
    m_actions.resize(static_cast<std::size_t>(Command::About) + 1);
    for (const CommandSpec &spec : commandTable()) {
        m_actions.at(static_cast<std::size_t>(spec.command)) = makeAction(spec, window);
    }
}

QAction *Commands::action(Command command) const
{
    return m_actions.at(static_cast<std::size_t>(command));
}

void Commands::on(Command command, QObject *context, std::function<void()> handler) const
{
    connect(action(command), &QAction::triggered, context, [run = std::move(handler)] { run(); });
}

void Commands::setAvailable(Available available) const
{
    for (const CommandSpec &spec : commandTable()) {
        const bool isMet = spec.needs == Nothing || (spec.needs == Desk && available.hasDesk)
            || (spec.needs == Story && available.hasStory)
            || (spec.needs == SavedStory && available.isFiled);
        action(spec.command)->setEnabled(isMet);
    }
}

QString Commands::keysOf(const QAction *action)
{
    return action->shortcut().toString(QKeySequence::NativeText);
}

} // namespace nutgraf::window
