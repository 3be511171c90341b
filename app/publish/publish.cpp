// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/publish.h"

#include "base/files.h"
#include "format/story_file.h"
#include "publish/manifest.h"
#include "publish/store.h"
#include "story/folders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

void addEdition(const format::Edition &edition, std::vector<NamedBytes> &files)
{
    const QString stem = edition.kind == format::EditionKind::Web ? u"web."_s : u"wire."_s;
    files.push_back({stem + u"html"_s, format::writeHtml(edition)});
    files.push_back({stem + u"md"_s, format::writeMarkdown(edition)});
    files.push_back({stem + u"ninjs.json"_s, format::writeNinjs(edition)});
    files.push_back({stem + u"txt"_s, format::writePlainText(edition)});
}

/// All files of the version but its manifest, by name.
std::vector<NamedBytes> filesOf(const Request &request, const Prepared &prepared)
{
    std::vector<NamedBytes> files;
    addEdition(prepared.wire, files);
    if (prepared.web)
        addEdition(*prepared.web, files);
    // The draft of a killed story may be the libel itself: only what may still be said is kept.
    const bool isKill = request.kind == format::PublicationKind::Kill;
    const QByteArray draft = isKill || request.storyBytes.isEmpty()
        ? format::encodeStory(prepared.wire.story)
        : request.storyBytes;
    files.push_back({story::draftName(), draft});
    std::ranges::sort(files, {}, &NamedBytes::name);
    return files;
}

Result<QString> previousHash(const Request &request, int version)
{
    if (version == 1)
        return QString();
    return readStored(request.storyFolder, version - 1).transform([](const StoredManifest &stored) {
        return stored.sha256;
    });
}

Manifest manifestFor(const Request &request, const Prepared &prepared,
                     const std::vector<NamedBytes> &files)
{
    const format::Edition &wire = prepared.wire;
    Manifest manifest;
    manifest.version = prepared.version;
    manifest.kind = request.kind;
    manifest.guid = wire.wireGuid;
    manifest.slug = wire.story.slug;
    manifest.headline = wire.story.headline;
    manifest.note = wire.changeNote;
    manifest.signedBy = request.signedBy;
    manifest.overrideReason = request.overrideReason.trimmed();
    manifest.firstCreated = wire.firstCreated;
    manifest.published = wire.versionCreated;
    if (wire.story.embargo && wire.versionCreated < *wire.story.embargo)
        manifest.embargo = wire.story.embargo;
    if (wire.previousVersion > 0)
        manifest.corrects = wire.previousVersion;
    manifest.editions.append(u"wire"_s);
    if (prepared.web)
        manifest.editions.append(u"web"_s);
    for (const NamedBytes &file : files)
        manifest.files.push_back({file.name, sha256Hex(file.bytes), file.bytes.size()});
    return manifest;
}

/// A draft that another program changes at this moment may have been read half written, and what
/// the checks saw is no longer what the desk has. A kill copies no draft and waits for none.
Result<void> isDraftStill(const Request &request)
{
    const QString path = story::StoryFolder(request.storyFolder).draft();
    if (request.kind == format::PublicationKind::Kill || request.storyBytes.isEmpty())
        return {};
    const Result<QByteArray> onDisk = readFile(path);
    if (!onDisk && onDisk.error().code == ErrorCode::FileNotFound)
        return {};
    if (!onDisk)
        return std::unexpected(onDisk.error());
    return *onDisk == request.storyBytes ? Result<void>()
                                         : fail(ErrorCode::FileChangedOnDisk, path);
}

/// Manifest and bytes of one version, all made in memory.
struct MadeVersion {
    Manifest manifest;
    std::vector<NamedBytes> files;
};

Result<MadeVersion> make(const Request &request, const Prepared &prepared)
{
    const Result<QString> hash = previousHash(request, prepared.version);
    if (!hash)
        return std::unexpected(hash.error());
    MadeVersion made;
    made.files = filesOf(request, prepared);
    made.manifest = manifestFor(request, prepared, made.files);
    made.manifest.previousManifestSha256 = *hash;
    made.files.push_back({QString::fromLatin1(ManifestName), writeManifest(made.manifest)});
    return made;
}

} // namespace

Result<Published> publish(const Request &request, const Clock &clock)
{
    if (const Result<Prepared> possible = prepare(request, clock); !possible)
        return std::unexpected(possible.error());
    const Result<VersionStore> store = VersionStore::open(request.storyFolder);
    if (!store)
        return std::unexpected(store.error());
    // Once more under the lock: another publication may have come first.
    const Result<Prepared> prepared = prepare(request, clock);
    if (!prepared)
        return std::unexpected(prepared.error());
    Result<MadeVersion> made = make(request, *prepared);
    if (!made)
        return std::unexpected(made.error());
    return isDraftStill(request)
        .and_then([&] { return store->add(prepared->version, made->files); })
        .transform([&](std::optional<Error> doubt) {
            return Published{std::move(made->manifest), std::move(doubt)};
        });
}

} // namespace nutgraf::publish
