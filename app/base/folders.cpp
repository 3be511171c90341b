// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/folders.h"

#include "base/descriptor.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace nutgraf {

namespace {

struct CloseFolder {
    void operator()(DIR *folder) const
    {
        ::closedir(folder);
    }
};

EntryKind kindOf(mode_t mode)
{
    if (S_ISREG(mode)) {
        return EntryKind::File;
    }
    if (S_ISDIR(mode)) {
        return EntryKind::Folder;
    }
    return S_ISLNK(mode) ? EntryKind::Link : EntryKind::Other;
}

bool isFolder(const QByteArray &path)
{
    struct stat found = {};
    return ::stat(path.constData(), &found) == 0 && S_ISDIR(found.st_mode);
}

QString parentOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

/// One folder in one that exists, and known to the disk.
Result<void> makeOne(const QString &path)
{
    const QByteArray native = nativePath(path);
    if (::mkdir(native.constData(), 0777) != 0) {
        const int code = errno;
        if (code == EEXIST && isFolder(native)) {
            return {};
        }
        return failWithReason(ErrorCode::FolderUnwritable, path, code == EEXIST ? ENOTDIR : code);
    }
    Result<void> synced = syncFolder(parentOf(path));
    if (!synced) {
        ::rmdir(native.constData());
    }
    return synced;
}

/// Not over anything, as one step. False: errno says why.
bool renameOnce(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    // nfs, 9p, older cifs and FUSE without FUSE_RENAME2 know no flags. There rename(2) itself
    // refuses a target that is not empty (ENOTEMPTY) or no folder (ENOTDIR); only an empty folder,
    // made by someone between these two calls, could be replaced, and nothing is lost with it.
    const bool hasNoFlags =
        errno == EINVAL || errno == ENOSYS || errno == ENOTSUP || errno == EPERM;
    if (!hasNoFlags) {
        return false;
    }
    struct stat found = {};
    if (::lstat(to.constData(), &found) == 0) {
        errno = EEXIST;
        return false;
    }
    return errno == ENOENT && ::rename(from.constData(), to.constData()) == 0;
}

Result<void> syncParents(const QString &from, const QString &to)
{
    const QString target = parentOf(to);
    const QString source = parentOf(from);
    Result<void> synced = syncFolder(target);
    return synced && source != target ? syncFolder(source) : synced;
}

} // namespace

Result<std::vector<FolderEntry>> listFolder(const QString &folder)
{
    const std::unique_ptr<DIR, CloseFolder> open(::opendir(nativePath(folder).constData()));
    if (!open) {
        return failWithReason(
            errno == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FolderUnreadable, folder);
    }
    std::vector<FolderEntry> entries;
    errno = 0;
    while (const dirent *entry = ::readdir(open.get())) {
        const QByteArrayView name(entry->d_name);
        struct stat found = {};
        const bool isItself = name == "." || name == "..";
        if (!isItself
            && ::fstatat(::dirfd(open.get()), entry->d_name, &found, AT_SYMLINK_NOFOLLOW) == 0) {
            entries.push_back({QFile::decodeName(name.toByteArray()), kindOf(found.st_mode)});
        } else if (!isItself && errno != ENOENT) {
            return failWithReason(ErrorCode::FolderUnreadable, folder);
        }
        errno = 0;
    }
    if (errno != 0) {
        return failWithReason(ErrorCode::FolderUnreadable, folder);
    }
    std::ranges::sort(entries, {}, &FolderEntry::name);
    return entries;
}

Result<std::optional<EntryKind>> entryAt(const QString &path)
{
    struct stat found = {};
    if (::lstat(nativePath(path).constData(), &found) == 0) {
        return kindOf(found.st_mode);
    }
    if (errno == ENOENT || errno == ENOTDIR) {
        return std::nullopt;
    }
    return failWithReason(ErrorCode::FileUnreadable, path);
}

Result<void> syncFolder(const QString &folder)
{
    const Descriptor open(
        ::open(nativePath(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open.isOpen() || !syncHandle(open)) {
        return failWithReason(ErrorCode::FolderUnwritable, folder);
    }
    return {};
}

Result<void> makeFolder(const QString &path)
{
    if (isFolder(nativePath(path))) {
        return {};
    }
    const QString above = parentOf(path);
    if (above == path) {
        return failWithReason(ErrorCode::FolderUnwritable, path, ENOENT);
    }
    return makeFolder(above).and_then([&] { return makeOne(path); });
}

Result<void> moveFolderOnce(const QString &from, const QString &to, IfNotDurable then)
{
    const QByteArray source = nativePath(from);
    const QByteArray target = nativePath(to);
    if (!renameOnce(source, target)) {
        const bool isTaken = errno == EEXIST || errno == ENOTEMPTY;
        return failWithReason(isTaken ? ErrorCode::FolderExists : ErrorCode::FolderUnwritable, to);
    }
    const Result<void> synced = syncParents(from, to);
    if (synced) {
        return {};
    }
    const bool isBack = then == IfNotDurable::MoveBack && renameOnce(target, source);
    return fail(isBack ? ErrorCode::FolderUnwritable : ErrorCode::NotDurable, to,
                synced.error().detail);
}

Result<void> removeFolder(const QString &path)
{
    std::error_code reason;
    std::filesystem::remove_all(nativePath(path).toStdString(), reason);
    if (reason) {
        return fail(ErrorCode::FolderUnwritable, path, QString::fromStdString(reason.message()));
    }
    return {};
}

} // namespace nutgraf
