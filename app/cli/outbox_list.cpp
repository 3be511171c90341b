// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/outbox_list.h"

#include "cli/story_input.h"
#include "cli/table.h"
#include "delivery/by_hand.h"
#include "messages/messages.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

Style styleOf(delivery::State state)
{
    switch (state) {
    case delivery::State::Sent:
        return Style::Green;
    case delivery::State::Failed:
        return Style::Red;
    case delivery::State::Waiting:
        return Style::Yellow;
    default:
        return Style::Dim;
    }
}

QByteArray jsonLine(const delivery::Delivery &delivery)
{
    QJsonObject object = QJsonDocument::fromJson(delivery::writeDelivery(delivery)).object();
    object.insert(u"delivery"_s, delivery::label(delivery.key));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

template <class Each>
void forEach(const delivery::Outbox &outbox, Each each)
{
    for (const delivery::Consignment &story : outbox.stories) {
        for (const delivery::Delivery &delivery : story.box.deliveries)
            each(delivery);
    }
}

} // namespace

ExitCode listDeliveries(const QString &deskFolder, const Call &call, Console &console)
{
    const delivery::Outbox outbox = delivery::readOutbox(deskFolder);
    for (const Error &fault : outbox.faults)
        console.error(fault);
    if (call.value(u"format"_s) == "json"_L1) {
        QByteArray lines;
        forEach(outbox, [&](const delivery::Delivery &one) { lines += jsonLine(one); });
        console.write(lines);
    } else {
        Table table({u"DELIVERY"_s, u"TRIES"_s, u"STATE"_s});
        forEach(outbox, [&](const delivery::Delivery &one) {
            table.add({{delivery::label(one.key), Style::Bold},
                       {QString::number(one.attempts), Style::Dim},
                       {messages::describe(one), styleOf(one.state)}});
        });
        console.write(table.text(console));
    }
    return outbox.faults.empty() ? ExitCode::Ok : ExitCode::Finding;
}

ExitCode changeDeliveries(const QString &deskFolder, const QString &change, const Call &call,
                          Console &console)
{
    const Result<Clock> clock = clockOf(call);
    if (!clock)
        return failed(clock.error(), console);
    const QString name = call.value(change);
    const bool isRetry = change == "retry"_L1;
    const Result<std::vector<delivery::Delivery>> changed =
        isRetry ? delivery::retry(deskFolder, name) : delivery::cancel(deskFolder, name, *clock);
    if (!changed)
        return failed(changed.error(), console);
    for (const delivery::Delivery &delivery : *changed)
        console.write(delivery::label(delivery.key) + u": "_s + messages::describe(delivery)
                      + u'\n');
    return ExitCode::Ok;
}

} // namespace nutgraf::cli
