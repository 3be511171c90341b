// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/story_list.h"

#include "base/files.h"
#include "desk/names.h"
#include "format/story_file.h"
#include "story/folders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace nutgraf::desk {

namespace {

using story::StoryFolder;

constexpr qint64 HeadStep = 8LL * 1024;
const QByteArray Fence = "---";

bool isClosing(const QByteArray &line)
{
    return line.trimmed() == Fence || line.trimmed() == "...";
}

/// Where the header ends, closing fence and its line end included; -1: not in `head`.
qsizetype headerEnd(const QByteArray &head)
{
    const qsizetype start = head.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    if (head.sliced(start, std::min(Fence.size(), head.size() - start)) != Fence) {
        return -1;
    }
    for (qsizetype at = head.indexOf('\n', start); at >= 0; at = head.indexOf('\n', at + 1)) {
        const qsizetype lineEnd = head.indexOf('\n', at + 1);
        if (lineEnd >= 0 && isClosing(head.sliced(at + 1, lineEnd - at - 1))) {
            return lineEnd + 1;
        }
    }
    return -1;
}

bool hasHeader(const QByteArray &head)
{
    return head.startsWith(Fence) || head.startsWith("\xEF\xBB\xBF---");
}

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
        return Publication::Killed;
    }
    return Publication::Published;
}

/// Versions are folders that are never taken back, so one whose manifest cannot be read still says
/// that the story is out.
void readPublication(StoryEntry &entry)
{
    const QStringList folders = QDir(StoryFolder(entry.folder).versions())
                                    .entryList({QStringLiteral("v*")}, QDir::Dirs, QDir::Name);
    if (folders.isEmpty()) {
        return;
    }
    const Result<std::vector<publish::Manifest>> versions = publish::versions(entry.folder);
    if (versions && !versions->empty()) {
        entry.version = versions->back().version;
        entry.publication = publicationOf(versions->back().kind);
        return;
    }
    entry.version = folders.last().sliced(1).toInt();
    entry.publication = entry.version > 0 ? Publication::Published : Publication::None;
}

} // namespace

Result<QByteArray> readHead(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    }
    QByteArray head = file.read(HeadStep);
    qsizetype end = headerEnd(head);
    while (end < 0 && hasHeader(head) && !file.atEnd() && head.size() < MaxTextBytes) {
        const QByteArray more = file.read(std::max<qint64>(HeadStep, head.size()));
        if (more.isEmpty()) {
            break;
        }
        head += more;
        end = headerEnd(head);
    }
    if (!hasHeader(head)) {
        return QByteArray();
    }
    return end < 0 ? head : head.first(end);
}

StoryEntry readEntry(const QString &storyFolder)
{
    const QString draft = StoryFolder(storyFolder).draft();
    StoryEntry entry;
    entry.folder = storyFolder;
    entry.slug = parseFolderName(QFileInfo(storyFolder).fileName()).slug;
    entry.changed = QFileInfo(draft).lastModified().toUTC();
    const Result<format::StoryFile> file = readHead(draft).and_then(
        [&](const QByteArray &head) { return format::decodeStory(head, draft); });
    entry.isBroken = !file;
    if (file) {
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
    std::vector<StoryEntry> entries;
    const QFileInfoList folders =
        QDir(storiesFolder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &folder : folders) {
        if (QFileInfo::exists(StoryFolder(folder.absoluteFilePath()).draft())) {
            entries.push_back(readEntry(folder.absoluteFilePath()));
        }
    }
    std::ranges::stable_sort(entries, std::ranges::greater(), &StoryEntry::changed);
    return entries;
}

} // namespace nutgraf::desk
