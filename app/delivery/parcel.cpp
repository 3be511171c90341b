// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/parcel.h"

#include "base/files.h"
#include "publish/manifest.h"
#include "story/folders.h"
#include "story/identity.h"

#include <algorithm>

namespace nutgraf::delivery {

namespace {

const publish::ManifestFile *listed(const publish::Manifest &manifest, const QString &name)
{
    const auto found = std::ranges::find(manifest.files, name, &publish::ManifestFile::name);
    return found == manifest.files.end() ? nullptr : &*found;
}

Result<publish::NamedBytes> readPublished(const QString &versionFolder,
                                          const publish::ManifestFile &file)
{
    const QString path = versionFolder + u'/' + file.name;
    Result<QByteArray> bytes = readOwnFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (sha256Hex(*bytes) != file.sha256)
        return fail(ErrorCode::HashMismatch, path);
    return publish::NamedBytes{file.name, *std::move(bytes)};
}

/// A site is copied as it is: its files are no version's.
bool takesFiles(const Outlet &outlet)
{
    return outlet.kind != OutletKind::Rsync;
}

/// Posts are named by their number, and have no files that could be left over.
bool keepsFiles(const Outlet &outlet)
{
    return outlet.kind == OutletKind::Folder || outlet.kind == OutletKind::Put
        || outlet.kind == OutletKind::Sftp;
}

/// What the outlet takes, and what it took of earlier versions, whatever it is set to now.
Result<void> fill(Parcel &parcel, const publish::Manifest &manifest, const Consignment &story)
{
    QStringList names = filesFor(parcel.outlet, manifest);
    if (keepsFiles(parcel.outlet))
        names += receivedFiles(story.box, parcel.outlet.id, manifest.version);
    names.removeDuplicates();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const publish::ManifestFile *file = listed(manifest, name);
        if (file == nullptr) {
            parcel.obsolete.append(name);
            continue;
        }
        Result<publish::NamedBytes> bytes =
            readPublished(publish::versionFolder(story.storyFolder, manifest.version), *file);
        if (!bytes)
            return std::unexpected(bytes.error());
        parcel.files.push_back(*std::move(bytes));
    }
    return {};
}

/// What an outlet called the story last.
QString remoteOf(const StoryBox &box, const Delivery &delivery)
{
    QString remote;
    for (const Delivery &one : box.deliveries) {
        const bool isOfOutlet = one.key.outlet == delivery.key.outlet;
        if (isOfOutlet && one.key.version <= delivery.key.version && !one.remote.isEmpty())
            remote = one.remote;
    }
    return remote;
}

} // namespace

Result<Parcel> packed(const QString &deskFolder, const Consignment &story, const Outlet &outlet,
                      const Delivery &delivery)
{
    Parcel parcel{.outlet = outlet,
                  .key = delivery.key,
                  .isWithdrawal = delivery.isWithdrawal,
                  .storyId = story::neutralId(delivery.key.guid),
                  .siteFolder = story::DeskFolder(deskFolder).site(),
                  .remote = remoteOf(story.box, delivery)};
    if (!takesFiles(outlet))
        return parcel;
    return publish::readStored(story.storyFolder, delivery.key.version)
        .and_then([&](const publish::StoredManifest &stored) {
            return fill(parcel, stored.manifest, story);
        })
        .transform([&] { return std::move(parcel); });
}

bool isNothing(const Parcel &parcel)
{
    const bool isOfFiles = keepsFiles(parcel.outlet) || parcel.outlet.kind == OutletKind::Newshub;
    return isOfFiles && parcel.files.empty() && parcel.obsolete.isEmpty();
}

} // namespace nutgraf::delivery
