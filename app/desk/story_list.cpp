// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/story_list.h"

#include "desk/names.h"
#include "format/story_file.h"
#include "format/story_head.h"
#include "story/folders.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace nutgraf::desk {

namespace {

using story::StoryFolder;

Publication publicationOf(format::PublicationKind kind)
{
    switch (kind) {
    case format::PublicationKind::First:
        return Publication::Published;
    case format::PublicationKind::Update:
        return Publication::Updated;
    case format::PublicationKind::Correction:
        return Publication::Corrected;
    case format::PublicationKind::Kill:
        break;
    }
    return Publication::Killed;
}

/// Versions are folders that are never taken back, so one whose manifest cannot be read still says
/// that the story is out.
int newestFolder(const QString &storyFolder)
{
    const QStringList folders = QDir(StoryFolder(storyFolder).versions())
                                    .entryList({QStringLiteral("v*")}, QDir::Dirs, QDir::Name);
    return folders.isEmpty() ? 0 : folders.last().sliced(1).toInt();
}

/// Of what went out, not of what happens to be there: a version that was taken away is missed.
void readPublication(StoryEntry &entry)
{
    Result<std::vector<publish::Manifest>> versions = publish::history(entry.folder);
    if (!versions) {
        entry.storeFault = versions.error();
        versions = publish::versions(entry.folder);
    }
    if (versions && !versions->empty()) {
        entry.version = versions->back().version;
        entry.publication = publicationOf(versions->back().kind);
    } else if (!versions) {
        entry.version = newestFolder(entry.folder);
        entry.publication = entry.version > 0 ? Publication::Published : Publication::None;
    }
}

} // namespace

StoryEntry readEntry(const QString &storyFolder)
{
    const QString draft = StoryFolder(storyFolder).draft();
    const QFileInfo draftInfo(draft);
    StoryEntry entry;
    entry.folder = storyFolder;
    entry.slug = parseFolderName(QFileInfo(storyFolder).fileName()).slug;
    entry.changed =
        (draftInfo.exists() ? draftInfo : QFileInfo(storyFolder)).lastModified().toUTC();
    const Result<format::StoryFile> file = format::readHead(draft).and_then(
        [&](const QByteArray &head) { return format::decodeStory(head, draft); });
    if (!file) {
        entry.fault = file.error();
    } else {
        entry.slug = file->story.slug.isEmpty() ? entry.slug : file->story.slug;
        entry.headline = file->story.headline;
        entry.status = file->story.status;
        entry.embargo = file->story.embargo;
    }
    readPublication(entry);
    return entry;
}

std::vector<StoryEntry> readEntries(const QString &storiesFolder)
{
    const QFileInfo whole(storiesFolder);
    if (whole.exists() && !(whole.isDir() && whole.isReadable())) {
        StoryEntry entry;
        entry.folder = storiesFolder;
        entry.slug = whole.fileName();
        entry.fault = Error{ErrorCode::FileUnreadable, storiesFolder, 0, 0, {}};
        return {entry};
    }
    std::vector<StoryEntry> entries;
    // System: links that lead nowhere, or to themselves.
    const QFileInfoList all =
        QDir(storiesFolder)
            .entryInfoList(QDir::Dirs | QDir::Files | QDir::System | QDir::NoDotAndDotDot,
                           QDir::Name);
    for (const QFileInfo &info : all) {
        if (info.isDir() || (info.isSymLink() && !info.exists())) {
            entries.push_back(readEntry(info.absoluteFilePath()));
        }
    }
    std::ranges::stable_sort(entries, std::ranges::greater(), &StoryEntry::changed);
    return entries;
}

} // namespace nutgraf::desk
