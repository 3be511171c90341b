// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/folders.h"
#include "delivery/outbox.h"
#include "delivery/rules.h"
#include "publish/publish.h"
#include "story/folders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

/// One story on its way through the rules.
struct Looked {
    QString deskFolder;
    Consignment consignment;
    const std::vector<Outlet> *outlets;
    QDateTime now;
};

bool isQueued(const StoryBox &box, const DeliveryKey &key)
{
    return std::ranges::contains(box.deliveries, key, &Delivery::key)
        || std::ranges::contains(box.unreadable, key);
}

/// The version's own words, checked against its manifest.
Result<Facts> factsOf(const QString &storyFolder, const publish::Manifest &manifest)
{
    const QString name = u"wire.newshub.ninjs.json"_s;
    const bool isKilled = manifest.kind == format::PublicationKind::Kill;
    const auto listed = std::ranges::find(manifest.files, name, &publish::ManifestFile::name);
    if (listed == manifest.files.end())
        return Facts{.isWithdrawn = isKilled}; // published before there was such a file
    const QString path = publish::versionFolder(storyFolder, manifest.version) + u'/' + name;
    const Result<QByteArray> bytes = readOwnFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (sha256Hex(*bytes) != listed->sha256)
        return fail(ErrorCode::HashMismatch, path);
    Facts facts = factsIn(*bytes);
    facts.isWithdrawn = facts.isWithdrawn || isKilled;
    return facts;
}

/// Outlets that may want the version, by id: those of the desk, and those that took an earlier one
/// and are no outlets any more, which a withdrawal must not forget.
QStringList outletsAsked(const Looked &looked, int version)
{
    QStringList ids;
    for (const Outlet &outlet : *looked.outlets)
        ids.append(outlet.id);
    for (const Delivery &delivery : looked.consignment.box.deliveries) {
        if (delivery.key.version < version && delivery.mayHaveArrived)
            ids.append(delivery.key.outlet);
    }
    ids.removeDuplicates();
    ids.removeIf([&](const QString &id) {
        return isQueued(looked.consignment.box, {looked.consignment.guid, version, id});
    });
    return ids;
}

bool isWanted(const Looked &looked, const QString &id, const publish::Manifest &manifest,
              const Facts &facts)
{
    const Outlet *outlet = findOutlet(*looked.outlets, id);
    return outlet == nullptr ? facts.isWithdrawn
                             : isFor(*outlet, manifest, facts, looked.consignment.box);
}

Delivery made(const Looked &looked, const QString &id, const publish::Manifest &manifest,
              const Facts &facts)
{
    const Outlet *outlet = findOutlet(*looked.outlets, id);
    Delivery delivery;
    delivery.key = {looked.consignment.guid, manifest.version, id};
    delivery.isWithdrawal = facts.isWithdrawn;
    delivery.queued = looked.now.toUTC();
    const bool waits = outlet != nullptr && outlet->embargoes == Embargoes::Wait
        && !facts.isWithdrawn && manifest.embargo && looked.now < *manifest.embargo;
    if (waits)
        delivery.embargo = manifest.embargo;
    return delivery;
}

/// A look at the version's files is spared where nobody can want it.
bool canBeWanted(const Looked &looked, const QStringList &ids, const publish::Manifest &manifest)
{
    return std::ranges::any_of(ids, [&](const QString &id) {
        const Outlet *outlet = findOutlet(*looked.outlets, id);
        return (outlet != nullptr && manifest.published >= outlet->since)
            || mayReceive(looked.consignment.box, id, manifest.version);
    });
}

Result<void> queueVersion(Looked &looked, const publish::Manifest &manifest)
{
    const QStringList ids = outletsAsked(looked, manifest.version);
    if (!canBeWanted(looked, ids, manifest))
        return {};
    const Result<Facts> facts = factsOf(looked.consignment.storyFolder, manifest);
    if (!facts)
        return std::unexpected(facts.error());
    for (const QString &id : ids) {
        if (!isWanted(looked, id, manifest, *facts))
            continue;
        const Delivery delivery = made(looked, id, manifest, *facts);
        if (const Result<void> stored = store(looked.deskFolder, delivery); !stored)
            return stored;
        std::vector<Delivery> &all = looked.consignment.box.deliveries;
        all.insert(std::ranges::upper_bound(all, delivery.key, {}, &Delivery::key), delivery);
    }
    return {};
}

void queueFolder(const QString &folder, const Looked &start, const Clock &clock, Outbox &outbox)
{
    const Result<std::vector<FolderEntry>> entries = listFolder(folder);
    if (!entries && entries.error().code != ErrorCode::FileNotFound)
        outbox.faults.push_back(entries.error());
    if (!entries)
        return;
    for (const FolderEntry &entry : *entries) {
        if (entry.kind != EntryKind::Folder || entry.name.startsWith(u'.'))
            continue;
        Result<Consignment> story =
            queueStory(start.deskFolder, folder + u'/' + entry.name, *start.outlets, clock);
        if (!story) {
            outbox.faults.push_back(story.error());
        } else if (!story->guid.isEmpty()) {
            std::ranges::copy(story->box.faults, std::back_inserter(outbox.faults));
            outbox.stories.push_back(*std::move(story));
        }
    }
}

} // namespace

Result<Consignment> queueStory(const QString &deskFolder, const QString &storyFolder,
                               const std::vector<Outlet> &outlets, const Clock &clock)
{
    const Result<std::vector<publish::Manifest>> versions = publish::history(storyFolder);
    if (!versions)
        return std::unexpected(versions.error());
    Looked looked{deskFolder, {storyFolder, {}, {}}, &outlets, clock()};
    if (versions->empty())
        return looked.consignment;
    looked.consignment.guid = versions->front().guid;
    Result<StoryBox> box = readBox(deskFolder, looked.consignment.guid);
    if (!box)
        return std::unexpected(box.error());
    looked.consignment.box = *std::move(box);
    for (const publish::Manifest &manifest : *versions) {
        if (const Result<void> queued = queueVersion(looked, manifest); !queued)
            return std::unexpected(queued.error());
    }
    return looked.consignment;
}

Result<int> queuePublished(const QString &deskFolder, const QString &storyFolder,
                           const Clock &clock)
{
    return outletsOf(deskFolder)
        .and_then([&](const std::vector<Outlet> &outlets) {
            return queueStory(deskFolder, storyFolder, outlets, clock);
        })
        .transform([](const Consignment &story) {
            return static_cast<int>(
                std::ranges::count(story.box.deliveries, State::Waiting, &Delivery::state));
        });
}

Outbox queueAll(const QString &deskFolder, const std::vector<Outlet> &outlets, const Clock &clock)
{
    Outbox outbox;
    const story::DeskFolder desk(deskFolder);
    const Looked start{deskFolder, {}, &outlets, {}};
    queueFolder(desk.stories(), start, clock, outbox);
    queueFolder(desk.spiked(), start, clock, outbox);
    return outbox;
}

} // namespace nutgraf::delivery
