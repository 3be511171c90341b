// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/outbox.h"

#include "base/files.h"
#include "base/folders.h"
#include "publish/manifest.h"
#include "story/folders.h"
#include "story/identity.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

/// A delivery has a few hundred bytes.
constexpr qint64 MaxDeliveryBytes = 64LL * 1024;

QString boxFolder(const QString &deskFolder, const QString &guid)
{
    return story::DeskFolder(deskFolder).outbox() + u'/' + story::neutralId(guid);
}

/// Version and outlet of a file in a story's box; none: it is no delivery.
std::optional<DeliveryKey> keyNamed(const QString &name)
{
    static const QRegularExpression form(u"^(v[0-9]{4,9})\\.([a-z0-9-]+)\\.json$"_s);
    const QRegularExpressionMatch match = form.match(name);
    const std::optional<int> version = publish::versionNamed(match.captured(1));
    return version ? std::optional(DeliveryKey{{}, *version, match.captured(2)}) : std::nullopt;
}

/// What lies in the file, if it is the delivery that its name says.
Result<Delivery> readFrom(const QString &path, const DeliveryKey &key)
{
    Result<Delivery> delivery =
        readOwnFile(path, MaxDeliveryBytes).and_then([&](const QByteArray &json) {
            return readDelivery(json, path);
        });
    const bool isOther = delivery
        && (delivery->key.version != key.version || delivery->key.outlet != key.outlet
            || (!key.guid.isEmpty() && delivery->key.guid != key.guid));
    return isOther ? fail(ErrorCode::FileUnreadable, path, u"guid"_s) : delivery;
}

Result<StoryBox> readFolder(const QString &folder, const QString &guid)
{
    StoryBox box;
    const Result<std::vector<FolderEntry>> entries = listFolder(folder);
    if (!entries && entries.error().code == ErrorCode::FileNotFound)
        return box;
    if (!entries)
        return std::unexpected(entries.error());
    for (const FolderEntry &entry : *entries) {
        std::optional<DeliveryKey> key = keyNamed(entry.name);
        if (!key)
            continue;
        key->guid = guid;
        Result<Delivery> delivery = readFrom(folder + u'/' + entry.name, *key);
        if (delivery) {
            box.deliveries.push_back(*std::move(delivery));
        } else {
            box.unreadable.push_back(*key);
            box.faults.push_back(delivery.error());
        }
    }
    std::ranges::sort(box.deliveries, {}, &Delivery::key);
    return box;
}

void addBox(const QString &folder, Outbox &outbox)
{
    Result<StoryBox> box = readFolder(folder, {});
    if (!box) {
        outbox.faults.push_back(box.error());
        return;
    }
    std::ranges::copy(box->faults, std::back_inserter(outbox.faults));
    const QString guid = box->deliveries.empty() ? QString() : box->deliveries.front().key.guid;
    outbox.stories.push_back({{}, guid, *std::move(box)});
}

} // namespace

QString label(const DeliveryKey &key)
{
    return story::neutralId(key.guid) + u'/' + story::versionName(key.version) + u'.' + key.outlet;
}

QString deliveryPath(const QString &deskFolder, const DeliveryKey &key)
{
    return story::DeskFolder(deskFolder).outbox() + u'/' + label(key) + u".json"_s;
}

Result<StoryBox> readBox(const QString &deskFolder, const QString &guid)
{
    return readFolder(boxFolder(deskFolder, guid), guid);
}

Result<FileLock> lockOutbox(const QString &deskFolder)
{
    constexpr std::chrono::seconds Patience(2);
    const story::DeskFolder desk(deskFolder);
    return makeFolder(desk.own()).and_then([&] {
        return FileLock::take(desk.deliveryLock(), Patience);
    });
}

Result<void> store(const QString &deskFolder, const Delivery &delivery)
{
    return makeFolder(boxFolder(deskFolder, delivery.key.guid)).and_then([&] {
        return writeFile(deliveryPath(deskFolder, delivery.key), writeDelivery(delivery));
    });
}

Outbox readOutbox(const QString &deskFolder)
{
    Outbox outbox;
    const QString folder = story::DeskFolder(deskFolder).outbox();
    const Result<std::vector<FolderEntry>> entries = listFolder(folder);
    if (!entries && entries.error().code != ErrorCode::FileNotFound)
        outbox.faults.push_back(entries.error());
    if (!entries)
        return outbox;
    for (const FolderEntry &entry : *entries) {
        if (entry.kind == EntryKind::Folder && !entry.name.startsWith(u'.'))
            addBox(folder + u'/' + entry.name, outbox);
    }
    return outbox;
}

} // namespace nutgraf::delivery
