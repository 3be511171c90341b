// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/folders.h"
#include "format/story_file.h"
#include "publish/manifest.h"
#include "publish/record.h"
#include "story/folders.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

Result<std::vector<Manifest>> manifestsOf(Result<std::vector<StoredManifest>> stored)
{
    return std::move(stored).transform([](std::vector<StoredManifest> all) {
        std::vector<Manifest> manifests;
        manifests.reserve(all.size());
        for (StoredManifest &one : all)
            manifests.push_back(std::move(one.manifest));
        return manifests;
    });
}

Result<void> areAllThatWentOut(const QString &storyFolder,
                               const std::vector<StoredManifest> &stored)
{
    const Result<std::optional<Record>> record = readRecord(storyFolder);
    if (!record)
        return std::unexpected(record.error());
    if (!*record)
        return {};
    const std::vector<Error> faults = faultsAgainst(**record, stored, storyFolder);
    return faults.empty() ? Result<void>() : std::unexpected(faults.front());
}

} // namespace

QString versionFolder(const QString &storyFolder, int version)
{
    return story::StoryFolder(storyFolder).version(version);
}

QString manifestPath(const QString &storyFolder, int version)
{
    return versionFolder(storyFolder, version) + u'/' + QLatin1StringView(ManifestName);
}

std::optional<int> versionNamed(const QString &name)
{
    static const QRegularExpression form(u"^v(?:0(?!000$)[0-9]{3}|[1-9][0-9]{3,8})$"_s);
    return form.match(name).hasMatch() ? std::optional(name.sliced(1).toInt()) : std::nullopt;
}

Result<std::vector<int>> versionNumbers(const QString &storyFolder)
{
    const QString folder = story::StoryFolder(storyFolder).versions();
    const Result<std::optional<EntryKind>> kind = entryAt(folder);
    if (!kind)
        return std::unexpected(kind.error());
    if (!*kind)
        return {};
    if (*kind == EntryKind::Link)
        return fail(ErrorCode::LinkUnexpected, folder);
    const Result<std::vector<FolderEntry>> entries = listFolder(folder);
    if (!entries)
        return std::unexpected(entries.error());
    std::vector<int> numbers;
    for (const FolderEntry &entry : *entries) {
        const std::optional<int> number = versionNamed(entry.name);
        if (number && entry.kind == EntryKind::Link)
            return fail(ErrorCode::LinkUnexpected, folder + u'/' + entry.name);
        if (number && entry.kind == EntryKind::Folder)
            numbers.push_back(*number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

Result<StoredManifest> readStored(const QString &storyFolder, int version)
{
    const QString path = manifestPath(storyFolder, version);
    const Result<QByteArray> bytes = readOwnFile(path, MaxManifestBytes);
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::ManifestMissing, path);
    if (!bytes)
        return std::unexpected(bytes.error());
    Result<Manifest> manifest = readManifest(*bytes, path);
    if (!manifest)
        return std::unexpected(manifest.error());
    if (manifest->version != version)
        return fail(ErrorCode::ManifestInvalid, path, u"version"_s);
    return StoredManifest{std::move(*manifest), sha256Hex(*bytes)};
}

Result<std::vector<StoredManifest>> readAllStored(const QString &storyFolder)
{
    const Result<std::vector<int>> numbers = versionNumbers(storyFolder);
    if (!numbers)
        return std::unexpected(numbers.error());
    std::vector<StoredManifest> all;
    for (const int version : *numbers) {
        Result<StoredManifest> stored = readStored(storyFolder, version);
        if (!stored)
            return std::unexpected(stored.error());
        all.push_back(std::move(*stored));
    }
    return all;
}

Result<std::vector<Manifest>> versions(const QString &storyFolder)
{
    return manifestsOf(readAllStored(storyFolder));
}

Result<std::vector<Manifest>> history(const QString &storyFolder)
{
    Result<std::vector<StoredManifest>> stored = readAllStored(storyFolder);
    if (!stored)
        return std::unexpected(stored.error());
    return areAllThatWentOut(storyFolder, *stored).and_then([&] {
        return manifestsOf(std::move(stored));
    });
}

Result<QByteArray> publishedFile(const QString &storyFolder, const Manifest &manifest,
                                 const QString &name)
{
    const QString path = versionFolder(storyFolder, manifest.version) + u'/' + name;
    const auto listed = std::ranges::find(manifest.files, name, &ManifestFile::name);
    if (listed == manifest.files.end())
        return fail(ErrorCode::FileMissing, path);
    Result<QByteArray> bytes = readOwnFile(path);
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::FileMissing, path);
    if (bytes && sha256Hex(*bytes) != listed->sha256)
        return fail(ErrorCode::HashMismatch, path);
    return bytes;
}

Result<story::Story> publishedStory(const QString &storyFolder, int version)
{
    const Result<std::vector<int>> numbers = versionNumbers(storyFolder);
    if (!numbers)
        return std::unexpected(numbers.error());
    if (!std::ranges::contains(*numbers, version))
        return fail(ErrorCode::VersionNotFound, versionFolder(storyFolder, version));
    const Result<StoredManifest> stored = readStored(storyFolder, version);
    if (!stored)
        return std::unexpected(stored.error());
    const Manifest &manifest = stored->manifest;
    const QString path = story::StoryFolder(storyFolder).versionDraft(version);
    if (manifest.kind == format::PublicationKind::Kill)
        return fail(ErrorCode::VersionWithoutText, path);
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto listed = std::ranges::find(manifest.files, story::draftName(), &ManifestFile::name);
    if (listed == manifest.files.end() || listed->sha256 != sha256Hex(*bytes))
        return fail(ErrorCode::HashMismatch, path);
    return format::decodeStory(*bytes, path).transform([](const format::StoryFile &file) {
        return file.story;
    });
}

} // namespace nutgraf::publish
