// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/record.h"

#include "base/files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

constexpr int FormatVersion = 1;

std::vector<RecordedVersion> versionsFrom(const QJsonArray &list)
{
    std::vector<RecordedVersion> versions;
    for (const auto &value : list) {
        const QJsonObject version = value.toObject();
        versions.push_back(
            {version[u"version"_s].toInt(), version[u"manifestSha256"_s].toString()});
    }
    return versions;
}

bool isSound(const Record &record)
{
    const auto isNamed = [](const RecordedVersion &version) {
        return version.version > 0 && version.manifestSha256.size() == 64;
    };
    return !record.guid.isEmpty() && std::ranges::all_of(record.versions, isNamed)
        && std::ranges::adjacent_find(record.versions, std::ranges::greater_equal(),
                                      &RecordedVersion::version)
        == record.versions.end();
}

Result<std::optional<Record>> parse(const QByteArray &json, const QString &path)
{
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(json, &fault).object();
    if (fault.error != QJsonParseError::NoError) {
        return fail(ErrorCode::RecordInvalid, path, fault.errorString());
    }
    if (object[u"format"_s].toInt() != FormatVersion) {
        return fail(ErrorCode::RecordInvalid, path, u"format"_s);
    }
    Record record{object[u"guid"_s].toString(), versionsFrom(object[u"versions"_s].toArray())};
    if (!isSound(record)) {
        return fail(ErrorCode::RecordInvalid, path, u"versions"_s);
    }
    return record;
}

} // namespace

QString recordPath(const QString &storyFolder)
{
    return storyFolder + u"/published.json"_s;
}

Result<std::optional<Record>> readRecord(const QString &storyFolder)
{
    const QString path = recordPath(storyFolder);
    const Result<QByteArray> json = readOwnFile(path, MaxManifestBytes);
    if (!json && json.error().code == ErrorCode::FileNotFound) {
        return std::nullopt;
    }
    return json.and_then([&](const QByteArray &bytes) { return parse(bytes, path); });
}

Result<void> writeRecord(const QString &storyFolder, const Record &record)
{
    QJsonArray versions;
    for (const RecordedVersion &version : record.versions) {
        versions.append(QJsonObject{{u"version"_s, version.version},
                                    {u"manifestSha256"_s, version.manifestSha256}});
    }
    const QJsonObject object{
        {u"format"_s, FormatVersion}, {u"guid"_s, record.guid}, {u"versions"_s, versions}};
    return writeFile(recordPath(storyFolder), QJsonDocument(object).toJson());
}

Record recordOf(const std::vector<StoredManifest> &stored)
{
    Q_ASSERT(!stored.empty());
    Record record{stored.front().manifest.guid, {}};
    for (const StoredManifest &one : stored) {
        record.versions.push_back({one.manifest.version, one.sha256});
    }
    return record;
}

std::vector<Error> faultsAgainst(const Record &record, const std::vector<StoredManifest> &onDisk,
                                 const QString &storyFolder)
{
    std::vector<Error> faults;
    for (const RecordedVersion &recorded : record.versions) {
        const auto found =
            std::ranges::find(onDisk, recorded.version,
                              [](const StoredManifest &stored) { return stored.manifest.version; });
        if (found == onDisk.end()) {
            const QString folder = versionFolder(storyFolder, recorded.version);
            faults.push_back({ErrorCode::VersionGone, folder, 0, 0, {}});
        } else if (found->sha256 != recorded.manifestSha256
                   || found->manifest.guid != record.guid) {
            const QString manifest = manifestPath(storyFolder, recorded.version);
            faults.push_back({ErrorCode::VersionForeign, manifest, 0, 0, {}});
        }
    }
    return faults;
}

} // namespace nutgraf::publish
