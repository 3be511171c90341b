// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/identity.h"

#include "base/files.h"
#include "format/story_file.h"
#include "format/story_head.h"
#include "publish/manifest.h"
#include "story/identity.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace nutgraf::publish {

namespace {

using story::DeskFolder;
using story::StoryFolder;

enum class Place { Desk, Bin };

/// A story id that a folder of the desk has.
struct Claim {
    StoryFolder folder;
    QString
        storyId; ///< empty: none, or it cannot be read; such a folder cannot be published either
    bool isPublished = false;
    Place place = Place::Desk;
};

Claim claimOf(const StoryFolder &folder, Place place)
{
    const Result<std::vector<int>> numbers = versionNumbers(folder.path());
    if (!numbers) {
        return {folder, {}, false, place};
    }
    for (const int version : *numbers) {
        const QString path = folder.version(version) + u'/' + QLatin1StringView(ManifestName);
        const Result<Manifest> manifest = readFile(path).and_then(
            [&](const QByteArray &bytes) { return readManifest(bytes, path); });
        if (manifest) {
            return {folder, story::neutralId(manifest->guid), true, place};
        }
    }
    const Result<format::StoryFile> draft =
        format::readHead(folder.draft()).and_then([&](const QByteArray &head) {
            return format::decodeStory(head, folder.draft());
        });
    return {folder, draft ? draft->storyId : QString(), false, place};
}

struct Placed {
    StoryFolder folder;
    Place place = Place::Desk;
};

void addFolders(const QString &parent, Place place, std::vector<Placed> &all)
{
    const QFileInfoList folders =
        QDir(parent).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &folder : folders) {
        all.push_back({StoryFolder(folder.absoluteFilePath()), place});
    }
}

std::vector<Claim> claimsOf(const DeskFolder &desk, const ForEach &forEach)
{
    std::vector<Placed> folders;
    addFolders(desk.stories(), Place::Desk, folders);
    addFolders(desk.spiked(), Place::Bin, folders);
    std::vector<Claim> claims(folders.size());
    forEach(static_cast<qsizetype>(folders.size()), [&](qsizetype at) {
        const Placed &placed = folders[static_cast<size_t>(at)];
        claims[static_cast<size_t>(at)] = claimOf(placed.folder, placed.place);
    });
    return claims;
}

bool isBarred(const Claim &story, const Claim &twin)
{
    if (twin.place == Place::Bin) {
        return twin.isPublished && !story.isPublished;
    }
    return twin.isPublished || !story.isPublished;
}

bool isSameFolder(const StoryFolder &a, const StoryFolder &b)
{
    return QFileInfo(a.path()).canonicalFilePath() == QFileInfo(b.path()).canonicalFilePath();
}

Error twin(const Claim &story, const Claim &other)
{
    return {ErrorCode::StoryTwin, story.folder.path(), 0, 0, other.folder.path()};
}

} // namespace

std::optional<DeskFolder> deskOf(const StoryFolder &folder)
{
    const DeskFolder desk(QFileInfo(QFileInfo(folder.path()).absolutePath()).absolutePath());
    return QFileInfo(desk.settings()).isFile() ? std::optional(desk) : std::nullopt;
}

Result<QString> guidFor(const StoryFolder &folder, const QByteArray &draft, const QString &domain,
                        const QDate &day)
{
    return format::decodeStory(draft, folder.draft()).transform([&](const format::StoryFile &file) {
        const QByteArray seed = folder.name().toUtf8() + '\n' + draft;
        return story::guidFrom(
            domain, file.storyId.isEmpty() ? story::storyIdFrom(day, seed) : file.storyId);
    });
}

Result<void> refuseTwin(const StoryFolder &folder, const QString &guid)
{
    const std::optional<DeskFolder> desk = deskOf(folder);
    if (!desk) {
        return {};
    }
    Claim own = claimOf(folder, Place::Desk);
    own.storyId = story::neutralId(guid);
    for (const Claim &other : claimsOf(*desk, oneByOne)) {
        const bool isOther = other.storyId == own.storyId && !isSameFolder(other.folder, folder);
        if (isOther && isBarred(own, other)) {
            return std::unexpected(twin(own, other));
        }
    }
    return {};
}

void oneByOne(qsizetype count, const std::function<void(qsizetype)> &work)
{
    for (qsizetype at = 0; at < count; ++at) {
        work(at);
    }
}

std::vector<Error> twins(const DeskFolder &desk, const ForEach &forEach)
{
    std::vector<Claim> claims = claimsOf(desk, forEach);
    std::erase_if(claims, [](const Claim &claim) { return claim.storyId.isEmpty(); });
    std::ranges::stable_sort(claims, {}, &Claim::storyId);
    std::vector<Error> faults;
    for (size_t i = 1; i < claims.size(); ++i) {
        if (claims[i].storyId == claims[i - 1].storyId) {
            faults.push_back(twin(claims[i], claims[i - 1]));
        }
    }
    return faults;
}

} // namespace nutgraf::publish
