// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "delivery/command_hooks.h"
#include "delivery/outbox.h"
#include "delivery/secrets.h"
#include "messages/messages.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// How many of an outlet's deliveries are in each state.
int counted(const delivery::Outbox &outbox, const QString &outlet, delivery::State state)
{
    int number = 0;
    for (const delivery::Consignment &story : outbox.stories) {
        for (const delivery::Delivery &one : story.box.deliveries)
            number += one.key.outlet == outlet && one.state == state ? 1 : 0;
    }
    return number;
}

QString editionOf(const delivery::Outlet &outlet)
{
    return outlet.edition == format::EditionKind::Web ? u"web"_s : u"wire"_s;
}

QByteArray jsonLine(const delivery::Outlet &outlet, const delivery::Outbox &outbox)
{
    const QJsonObject object{{u"outlet"_s, outlet.id},
                             {u"name"_s, outlet.name},
                             {u"kind"_s, delivery::key(outlet.kind)},
                             {u"edition"_s, editionOf(outlet)},
                             {u"target"_s, outlet.target},
                             {u"waiting"_s, counted(outbox, outlet.id, delivery::State::Waiting)},
                             {u"sent"_s, counted(outbox, outlet.id, delivery::State::Sent)},
                             {u"failed"_s, counted(outbox, outlet.id, delivery::State::Failed)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString table(const std::vector<delivery::Outlet> &outlets, const delivery::Outbox &outbox,
              const Console &console)
{
    Table table(
        {u"OUTLET"_s, u"KIND"_s, u"EDITION"_s, u"WAITING"_s, u"SENT"_s, u"FAILED"_s, u"WHERE"_s});
    for (const delivery::Outlet &outlet : outlets) {
        const auto number = [&](delivery::State state) {
            return QString::number(counted(outbox, outlet.id, state));
        };
        table.add({{outlet.id, Style::Bold},
                   {delivery::key(outlet.kind)},
                   {editionOf(outlet)},
                   {number(delivery::State::Waiting), Style::Yellow},
                   {number(delivery::State::Sent), Style::Green},
                   {number(delivery::State::Failed), Style::Red},
                   {outlet.target}});
    }
    return table.text(console);
}

/// What somebody should know before the first delivery.
void printRemarks(const QString &deskFolder, const delivery::Outlet &outlet, Console &console)
{
    if (outlet.signing == delivery::Signing::Unsigned) {
        console.error(
            u"%1: nothing is signed; a Newshub without a key takes stories from anybody."_s.arg(
                outlet.id));
    }
    for (const QStringList &command : {outlet.before, outlet.after}) {
        if (!command.isEmpty() && !delivery::isAllowed(deskFolder, command)) {
            console.error(u"%1: the command “%2” is not allowed on this computer; look at it, then "
                          "--allow-commands."_s.arg(outlet.id, command.join(u' ')));
        }
    }
}

ExitCode listOutlets(const QString &deskFolder, const std::vector<delivery::Outlet> &outlets,
                     const Call &call, Console &console)
{
    const delivery::Outbox outbox = delivery::readOutbox(deskFolder);
    if (call.value(u"format"_s) == "json"_L1) {
        QByteArray lines;
        for (const delivery::Outlet &outlet : outlets)
            lines += jsonLine(outlet, outbox);
        console.write(lines);
    } else {
        console.write(table(outlets, outbox, console));
    }
    for (const delivery::Outlet &outlet : outlets)
        printRemarks(deskFolder, outlet, console);
    for (const Error &fault : outbox.faults)
        console.error(fault);
    return outbox.faults.empty() ? ExitCode::Ok : ExitCode::Finding;
}

/// One line of standard input: what stands on a command line can be seen by every user.
QString readSecret()
{
    QFile input;
    constexpr qint64 MostBytes = 4096;
    return input.open(stdin, QIODevice::ReadOnly)
        ? QString::fromUtf8(input.readLine(MostBytes)).trimmed()
        : QString();
}

ExitCode storeSecret(const std::vector<delivery::Outlet> &outlets, const QString &id,
                     Console &console)
{
    const delivery::Outlet *outlet = delivery::findOutlet(outlets, id);
    const QString secret = outlet == nullptr ? QString() : readSecret();
    if (secret.isEmpty())
        return failed({ErrorCode::ArgumentInvalid, u"--store-secret"_s, 0, 0, id}, console);
    delivery::KeyringSecrets keyring(QProcessEnvironment::systemEnvironment());
    delivery::Reason answer = delivery::Reason::None;
    keyring.keep(*outlet, secret, [&](delivery::Reason reason) {
        answer = reason;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    if (answer == delivery::Reason::None)
        return ExitCode::Ok;
    console.error(id + u": "_s + messages::describe(answer));
    return ExitCode::Finding;
}

ExitCode runOutlets(const Call &call, Console &console)
{
    const Result<desk::Desk> desk = desk::Desk::open(call.arguments.first());
    if (!desk)
        return failed(desk.error(), console);
    const Result<std::vector<delivery::Outlet>> outlets = delivery::outletsOf(desk->folder());
    if (!outlets)
        return failed(outlets.error(), console);
    if (call.has(u"store-secret"_s))
        return storeSecret(*outlets, call.value(u"store-secret"_s), console);
    if (call.has(u"allow-commands"_s)) {
        const Result<void> allowed = delivery::allowCommands(desk->folder(), *outlets);
        if (!allowed)
            return failed(allowed.error(), console);
    }
    return listOutlets(desk->folder(), *outlets, call, console);
}

} // namespace

Verb outletsVerb()
{
    return {u"outlets"_s,
            u"DESK"_s,
            u"List where a desk's editions go"_s,
            u"Outlets stand in desk.json. Their keys and passwords lie in the system's keyring."_s,
            {{u"format"_s,
              u"FORMAT"_s,
              u"a table, or one JSON object a line"_s,
              {u"table"_s, u"json"_s}},
             {u"store-secret"_s,
              u"OUTLET"_s,
              u"keep the key or password that standard input has, in the keyring"_s,
              {}},
             {u"allow-commands"_s,
              {},
              u"let the outlets' commands run on this computer, as they are now"_s,
              {}}},
            1,
            1,
            {},
            runOutlets};
}

} // namespace nutgraf::cli
