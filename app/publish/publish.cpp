// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/publish.h"

#include "base/files.h"
#include "base/folders.h"
#include "format/story_file.h"
#include "publish/manifest.h"
#include "story/folders.h"

#include <QDir>
#include <QLockFile>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

struct NamedBytes {
    QString name;
    QByteArray bytes;
};

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
    const QString path =
        versionFolder(request.storyFolder, version - 1) + u'/' + QLatin1StringView(ManifestName);
    return readFile(path).transform([](const QByteArray &bytes) { return sha256Hex(bytes); });
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

/// Half-written versions of publications that a crash or a full disk ended.
void removeLeftovers(const QDir &versionsFolder)
{
    for (const QString &name :
         versionsFolder.entryList({u".v*"_s}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        QDir(versionsFolder.filePath(name)).removeRecursively();
    }
}

Result<void> writeAll(const QString &folder, const std::vector<NamedBytes> &files)
{
    for (const NamedBytes &file : files) {
        if (const auto written = writeFile(folder + u'/' + file.name, file.bytes); !written)
            return written;
    }
    return syncFolder(folder);
}

/// Writes the files aside and moves them into place in one step, or leaves nothing behind.
Result<void> store(const QDir &versionsFolder, const QString &target,
                   const std::vector<NamedBytes> &files)
{
    const QString name = u".%1-%2"_s.arg(QFileInfo(target).fileName(),
                                         QUuid::createUuid().toString(QUuid::Id128).first(8));
    const QString aside = versionsFolder.filePath(name);
    Result<void> stored =
        makeFolder(aside).and_then([&] { return writeAll(aside, files); }).and_then([&] {
            return moveFolderOnce(aside, target);
        });
    if (!stored && QDir(aside).exists())
        QDir(aside).removeRecursively();
    if (!stored && stored.error().code == ErrorCode::FolderExists)
        return fail(ErrorCode::VersionExists, target);
    return stored;
}

/// Qt's lock keeps the system's reason to itself: a file written there fails for the same one.
std::unexpected<Error> lockRefused(const QLockFile &lock, const QString &storyFolder)
{
    if (lock.error() == QLockFile::LockFailedError)
        return fail(ErrorCode::StoryLocked, storyFolder);
    const QString probe = lock.fileName() + u"-probe"_s;
    const Result<void> written = writeFile(probe, "probe");
    QFile::remove(probe);
    return fail(ErrorCode::FolderUnwritable, storyFolder,
                written ? QString() : written.error().detail);
}

} // namespace

Result<Manifest> publish(const Request &request, const Clock &clock)
{
    const QDir folder(story::StoryFolder(request.storyFolder).versions());
    if (const Result<Prepared> possible = prepare(request, clock); !possible)
        return std::unexpected(possible.error());
    if (const Result<void> made = makeFolder(folder.path()); !made)
        return std::unexpected(made.error());
    QLockFile lock(folder.filePath(u".publishing"_s));
    if (!lock.tryLock(5000))
        return lockRefused(lock, request.storyFolder);
    removeLeftovers(folder);
    // Once more under the lock: another publication may have come first.
    const Result<Prepared> prepared = prepare(request, clock);
    if (!prepared)
        return std::unexpected(prepared.error());
    std::vector<NamedBytes> files = filesOf(request, *prepared);
    Manifest manifest = manifestFor(request, *prepared, files);
    const Result<QString> hash = previousHash(request, prepared->version);
    if (!hash)
        return std::unexpected(hash.error());
    manifest.previousManifestSha256 = *hash;
    files.push_back({QString::fromLatin1(ManifestName), writeManifest(manifest)});
    const QString target = versionFolder(request.storyFolder, prepared->version);
    return store(folder, target, files)
        .and_then([&] { return syncFolder(request.storyFolder); })
        .transform([&] { return manifest; });
}

} // namespace nutgraf::publish
