// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/store.h"

#include "base/aside.h"
#include "base/files.h"
#include "base/folders.h"
#include "publish/manifest.h"
#include "publish/record.h"
#include "story/folders.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

const QString AsideStem = u"version"_s;

QString versionsFolder(const QString &storyFolder)
{
    return story::StoryFolder(storyFolder).versions();
}

/// Half-written versions of publications that a crash or a full disk ended. Under the lock nobody
/// else writes one; without it only those go whose writer has ended. What cannot be removed hurts
/// nobody: it has no version's name.
void removeLeftovers(const QString &folder, const FileLock &lock)
{
    if (!lock.isExclusive()) {
        removeAbandoned(folder, AsideStem);
        return;
    }
    const QDir dir(folder);
    const QStringList patterns{u".v*"_s};
    for (const QString &name :
         dir.entryList(patterns, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        static_cast<void>(removeFolder(dir.filePath(name)));
    }
}

Result<void> createAll(const QString &folder, const std::vector<NamedBytes> &files)
{
    for (const NamedBytes &file : files) {
        if (Result<void> created = createFile(folder + u'/' + file.name, file.bytes); !created)
            return created;
    }
    return syncFolder(folder);
}

/// Of all versions that are there, so that one which a crash kept out of the record comes in.
Result<void> updateRecord(const QString &storyFolder)
{
    return readAllStored(storyFolder).and_then([&](const std::vector<StoredManifest> &stored) {
        return writeRecord(storyFolder, recordOf(stored));
    });
}

Result<void> makeVersionsFolder(const QString &folder)
{
    const Result<std::optional<EntryKind>> kind = entryAt(folder);
    if (kind && *kind == EntryKind::Link)
        return fail(ErrorCode::LinkUnexpected, folder);
    return makeFolder(folder);
}

} // namespace

VersionStore::VersionStore(QString storyFolder, FileLock lock)
    : m_storyFolder(std::move(storyFolder)), m_lock(std::move(lock))
{
}

VersionStore::VersionStore(VersionStore &&other) noexcept
    : m_storyFolder(std::move(other.m_storyFolder)), m_lock(std::move(other.m_lock))
{
    other.m_lock.reset();
}

VersionStore::~VersionStore()
{
    if (!m_lock)
        return;
    m_lock.reset();
    QDir().rmdir(versionsFolder(m_storyFolder)); // only an empty one goes
}

Result<VersionStore> VersionStore::open(const QString &storyFolder)
{
    using namespace std::chrono_literals;
    const QString folder = versionsFolder(storyFolder);
    if (const Result<void> made = makeVersionsFolder(folder); !made)
        return std::unexpected(made.error());
    Result<FileLock> lock = FileLock::take(folder + u"/.publishing"_s, 5s);
    if (!lock)
        return fail(lock.error().code, storyFolder, lock.error().detail);
    removeLeftovers(folder, *lock);
    return VersionStore(storyFolder, std::move(*lock));
}

Result<std::optional<Error>> VersionStore::add(int version,
                                               const std::vector<NamedBytes> &files) const
{
    const QString target = versionFolder(m_storyFolder, version);
    const QString aside = versionsFolder(m_storyFolder) + u'/' + asideName(AsideStem);
    const Result<void> stored =
        makeFolder(aside).and_then([&] { return createAll(aside, files); }).and_then([&] {
            return moveFolderOnce(aside, target, IfNotDurable::Leave);
        });
    const bool isOut = stored || stored.error().code == ErrorCode::NotDurable;
    if (!isOut) {
        static_cast<void>(removeFolder(aside)); // the next publication tries again
        return stored.error().code == ErrorCode::FolderExists
            ? fail(ErrorCode::VersionExists, target)
            : std::unexpected(stored.error());
    }
    const Result<void> recorded = updateRecord(m_storyFolder);
    if (!stored)
        return stored.error();
    return recorded ? std::nullopt : std::optional(recorded.error());
}

} // namespace nutgraf::publish
