// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/outbox_list.h"
#include "cli/stop_signal.h"
#include "cli/story_input.h"
#include "cli/verb.h"
#include "delivery/command_hooks.h"
#include "delivery/courier.h"
#include "delivery/ways.h"
#include "messages/messages.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// Everything that a round of deliveries needs.
struct Round {
    QString desk;
    std::vector<delivery::Outlet> outlets;
    Clock clock;
    bool isOnce = false;
};

QString lineOf(const delivery::Delivery &delivery)
{
    return delivery::label(delivery.key) + u": "_s + messages::describe(delivery);
}

void warn(const delivery::Outlet &outlet, Console &console)
{
    console.error(u"%1: its secret is taken from the environment, %2; every program of this user "
                  "can read it there. Use a keyring where there is one."_s.arg(
                      outlet.id, outlet.secretVariable));
}

/// Progress goes to standard error, one line a delivery.
void follow(delivery::Courier &courier, Console &console)
{
    QObject::connect(&courier, &delivery::Courier::changed, &courier,
                     [&](const delivery::Delivery &changed) { console.error(lineOf(changed)); });
    QObject::connect(&courier, &delivery::Courier::storeFailed, &courier,
                     [&](const Error &error) { console.error(error); });
    QObject::connect(&courier, &delivery::Courier::finished, qApp, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    auto warned = std::make_shared<QStringList>();
    QObject::connect(&courier, &delivery::Courier::secretExposed, &courier,
                     [&console, warned](const delivery::Outlet &outlet) {
                         if (!warned->contains(outlet.id))
                             warn(outlet, console);
                         warned->append(outlet.id);
                     });
}

ExitCode conclude(const delivery::Courier &courier, const delivery::Outbox &outbox,
                  Console &console)
{
    const delivery::Counts counts = courier.counts();
    console.write(u"%1 waiting, %2 sent, %3 failed\n"_s.arg(counts.waiting)
                      .arg(counts.sent)
                      .arg(counts.failed));
    const bool isDone = counts.waiting == 0 && counts.failed == 0 && outbox.faults.empty();
    return isDone ? ExitCode::Ok : ExitCode::Finding;
}

ExitCode deliver(const Round &round, Console &console)
{
    const Result<FileLock> lock = delivery::lockOutbox(round.desk);
    if (!lock)
        return failed(lock.error(), console);
    const delivery::Outbox outbox = delivery::queueAll(round.desk, round.outlets, round.clock);
    for (const Error &fault : outbox.faults)
        console.error(fault);
    delivery::Ways ways(round.clock);
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    delivery::KeyringSecrets secrets(environment);
    delivery::CommandHooks hooks(round.desk, environment);
    delivery::Courier courier(round.desk, round.outlets, {round.clock, ways, secrets, hooks});
    follow(courier, console);
    const StopSignal signal;
    QObject::connect(&signal, &StopSignal::asked, &courier, &delivery::Courier::stop);
    if (round.isOnce)
        QObject::connect(&courier, &delivery::Courier::waits, &courier, &delivery::Courier::stop);
    courier.take(outbox.stories);
    QMetaObject::invokeMethod(&courier, &delivery::Courier::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    return conclude(courier, outbox, console);
}

ExitCode runDeliver(const Call &call, Console &console)
{
    const Result<Clock> clock = clockOf(call);
    if (!clock)
        return failed(clock.error(), console);
    const Result<desk::Desk> desk = desk::Desk::open(call.arguments.first());
    if (!desk)
        return failed(desk.error(), console);
    Result<std::vector<delivery::Outlet>> outlets = delivery::outletsOf(desk->folder());
    if (!outlets)
        return failed(outlets.error(), console);
    const Round round{desk->folder(), *std::move(outlets), *clock, call.has(u"once"_s)};
    if (call.has(u"list"_s))
        return listDeliveries(round.desk, call, console);
    for (const QString &change : {u"retry"_s, u"cancel"_s}) {
        if (call.has(change))
            return changeDeliveries(round.desk, change, call, console);
    }
    return deliver(round, console);
}

} // namespace

Verb deliverVerb()
{
    return {
        u"deliver"_s,
        u"DESK"_s,
        u"Send what was published to the desk's outlets"_s,
        u"Goes on until nothing waits any more; stop it with Ctrl+C at any time. A delivery\n"
        "is named STORY-ID/v0001.OUTLET, as --list has it."_s,
        {{u"once"_s, {}, u"try once what is due, and do not wait for later"_s, {}},
         {u"list"_s, {}, u"show the outbox and send nothing"_s, {}},
         {u"retry"_s, u"DELIVERY"_s, u"let a failed one go out again; all: every failed one"_s, {}},
         {u"cancel"_s, u"DELIVERY"_s, u"give one up that waits or failed"_s, {}},
         {u"format"_s,
          u"FORMAT"_s,
          u"of --list: a table, or one JSON object a line"_s,
          {u"table"_s, u"json"_s}},
         nowOption()},
        1,
        1,
        {},
        runDeliver};
}

} // namespace nutgraf::cli
