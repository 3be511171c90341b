// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/rules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

QStringList codesIn(const QJsonValue &list, QLatin1StringView prefix)
{
    QStringList codes;
    const QJsonArray array = list.toArray();
    for (const auto &one : array) {
        const QString code = one[u"code"_s].toString();
        if (code.startsWith(prefix))
            codes.append(code);
    }
    return codes;
}

bool hasCommon(const QStringList &wanted, const QStringList &there)
{
    return wanted.isEmpty()
        || std::ranges::any_of(wanted, [&](const QString &one) { return there.contains(one); });
}

/// The suffixes that an outlet of that kind takes; empty: all.
QStringList suffixesFor(const Outlet &outlet)
{
    switch (outlet.kind) {
    case OutletKind::Newshub:
        return {u"newshub.ninjs.json"_s};
    case OutletKind::WordPress:
    case OutletKind::Ghost:
        return {u"atom.xml"_s};
    case OutletKind::Rsync:
        return {u"html"_s}; // the site has a page for it
    case OutletKind::Folder:
    case OutletKind::Put:
    case OutletKind::Sftp:
        break;
    }
    return outlet.formats;
}

enum class Queued { Counts, DoesNotCount };

bool hasGone(const Delivery &delivery, Queued queued)
{
    return delivery.mayHaveArrived
        || (queued == Queued::Counts && delivery.state == State::Waiting);
}

bool anyBefore(const StoryBox &box, const QString &outlet, int version, Queued queued)
{
    const auto isBefore = [&](const DeliveryKey &key) {
        return key.outlet == outlet && key.version < version;
    };
    return std::ranges::any_of(box.unreadable, isBefore)
        || std::ranges::any_of(box.deliveries, [&](const Delivery &delivery) {
               return isBefore(delivery.key) && hasGone(delivery, queued);
           });
}

/// The newest version of a kind at an outlet; 0: none.
template <class Is>
int newest(const StoryBox &box, const QString &outlet, Is is)
{
    int version = 0;
    for (const Delivery &delivery : box.deliveries) {
        if (delivery.key.outlet == outlet && is(delivery))
            version = std::max(version, delivery.key.version);
    }
    return version;
}

Reason whyDropped(const StoryBox &box, const Delivery &delivery)
{
    const QString &outlet = delivery.key.outlet;
    const int version = delivery.key.version;
    if (delivery.isWithdrawal && !mayHaveReceived(box, outlet, version))
        return Reason::NeverArrived;
    const int withdrawn = newest(box, outlet, [](const Delivery &one) { return one.isWithdrawal; });
    if (version < withdrawn)
        return Reason::Withdrawn;
    const int arrived = newest(box, outlet, [](const Delivery &one) { return one.mayHaveArrived; });
    return version < arrived ? Reason::Overtaken : Reason::None;
}

void settle(Delivery &delivery, State state, const QDateTime &now)
{
    delivery.state = state;
    delivery.settled = now.toUTC();
    delivery.notBefore.reset();
}

} // namespace

Facts factsIn(const QByteArray &newshubNinjs)
{
    const QJsonObject item = QJsonDocument::fromJson(newshubNinjs).object();
    Facts facts;
    facts.subjects = codesIn(item[u"subject"_s], "medtop:"_L1);
    facts.services = codesIn(item[u"service"_s], {});
    facts.urgency = item[u"urgency"_s].toInt(facts.urgency);
    const QString status = item[u"pubstatus"_s].toString();
    facts.isWithdrawn = !status.isEmpty() && status != "usable"_L1;
    return facts;
}

bool matches(const Filter &filter, const Facts &facts)
{
    return hasCommon(filter.subjects, facts.subjects) && hasCommon(filter.services, facts.services)
        && facts.urgency <= filter.leastUrgent;
}

QStringList filesFor(const Outlet &outlet, const publish::Manifest &manifest)
{
    const QString edition = outlet.edition == format::EditionKind::Web ? u"web."_s : u"wire."_s;
    const QStringList suffixes = suffixesFor(outlet);
    QStringList names;
    for (const publish::ManifestFile &file : manifest.files) {
        const bool isOfEdition = file.name.startsWith(edition);
        if (isOfEdition
            && (suffixes.isEmpty() || suffixes.contains(file.name.sliced(edition.size()))))
            names.append(file.name);
    }
    return names;
}

bool mayHaveReceived(const StoryBox &box, const QString &outlet, int version)
{
    return anyBefore(box, outlet, version, Queued::DoesNotCount);
}

bool mayReceive(const StoryBox &box, const QString &outlet, int version)
{
    return anyBefore(box, outlet, version, Queued::Counts);
}

QStringList receivedFiles(const StoryBox &box, const QString &outlet, int version)
{
    QStringList names;
    for (const Delivery &delivery : box.deliveries) {
        if (delivery.key.outlet == outlet && delivery.key.version < version
            && delivery.mayHaveArrived)
            names += delivery.files;
    }
    names.removeDuplicates();
    return names;
}

bool isFor(const Outlet &outlet, const publish::Manifest &manifest, const Facts &facts,
           const StoryBox &box)
{
    if (mayReceive(box, outlet.id, manifest.version))
        return true;
    return !facts.isWithdrawn && manifest.published >= outlet.since
        && !filesFor(outlet, manifest).isEmpty() && matches(outlet.filter, facts);
}

std::vector<Delivery> dropOvertaken(StoryBox &box, const QString &outlet, const QDateTime &now)
{
    std::vector<Delivery> dropped;
    for (Delivery &delivery : box.deliveries) {
        if (delivery.key.outlet != outlet || delivery.state != State::Waiting)
            continue;
        const Reason reason = whyDropped(box, delivery);
        if (reason == Reason::None)
            continue;
        settle(delivery, State::Dropped, now);
        delivery.reason = reason;
        delivery.code = 0;
        dropped.push_back(delivery);
    }
    return dropped;
}

const Delivery *turnOf(const StoryBox &box, const QString &outlet)
{
    const auto found = std::ranges::find_if(box.deliveries, [&](const Delivery &delivery) {
        return delivery.key.outlet == outlet && delivery.state == State::Waiting;
    });
    return found == box.deliveries.end() ? nullptr : &*found;
}

std::chrono::seconds pauseAfter(int tries, const Delivery &delivery)
{
    using namespace std::chrono_literals;
    constexpr std::chrono::seconds First = 15s;
    const std::chrono::seconds most = delivery.isWithdrawal ? 5min : 1h;
    constexpr int Doublings = 10; // beyond the longest wait
    return std::min(First * (1 << std::clamp(tries - 1, 0, Doublings)), most);
}

Delivery answered(const Delivery &before, const Answer &answer, const QDateTime &now)
{
    Delivery after = before;
    ++after.attempts;
    after.reason = answer.reason;
    after.code = answer.code;
    after.mayHaveArrived =
        before.mayHaveArrived || answer.mayHaveArrived || answer.verdict == Verdict::Arrived;
    if (!answer.remote.isEmpty())
        after.remote = answer.remote;
    if (answer.reason == Reason::Stopped) {
        after.notBefore.reset(); // nobody said that it should wait
    } else if (answer.verdict == Verdict::Again) {
        const std::chrono::seconds most = std::chrono::hours(1);
        const std::chrono::seconds pause =
            std::max(pauseAfter(after.attempts, after), std::min(answer.wait, most));
        after.notBefore = now.toUTC().addSecs(pause.count());
    } else {
        settle(after, answer.verdict == Verdict::Arrived ? State::Sent : State::Failed, now);
    }
    return after;
}

Result<Delivery> cancelled(const Delivery &delivery, const QDateTime &now)
{
    if (delivery.state != State::Waiting && delivery.state != State::Failed)
        return fail(ErrorCode::ArgumentInvalid, delivery.key.outlet, key(delivery.state));
    Delivery after = delivery;
    settle(after, State::Cancelled, now);
    return after;
}

Result<Delivery> retried(const StoryBox &box, const Delivery &delivery)
{
    Delivery after = delivery;
    after.state = State::Waiting;
    const bool isOpen = delivery.state == State::Waiting || delivery.state == State::Failed
        || delivery.state == State::Cancelled;
    if (!isOpen)
        return fail(ErrorCode::ArgumentInvalid, delivery.key.outlet, key(delivery.state));
    if (const Reason reason = whyDropped(box, after); reason != Reason::None)
        return fail(ErrorCode::ArgumentInvalid, delivery.key.outlet, key(reason));
    after.notBefore.reset();
    after.settled.reset();
    return after;
}

} // namespace nutgraf::delivery
