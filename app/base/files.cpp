// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"

#include "base/aside.h"
#include "base/descriptor.h"
#include "base/folders.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

namespace nutgraf {

namespace {

/// What Qt compiled in (`:/…`), which the system knows nothing of.
Result<QByteArray> readResource(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileNotFound, path);
    }
    if (file.size() > limit) {
        return fail(ErrorCode::FileTooLarge, path, QString::number(limit));
    }
    return file.readAll();
}

std::unexpected<Error> failOpening(const QString &path, int code)
{
    if (code == ENOENT || code == ENOTDIR || code == ENAMETOOLONG) {
        return fail(ErrorCode::FileNotFound, path);
    }
    return failWithReason(ErrorCode::FileUnreadable, path, code);
}

/// An open regular file. O_NONBLOCK: opening a pipe must not wait for a writer.
Result<Descriptor> openRegular(const QString &path, int flags)
{
    Descriptor file(::open(nativePath(path).constData(), O_NONBLOCK | O_CLOEXEC | flags));
    if (!file.isOpen()) {
        const bool isLink = errno == ELOOP && (flags & O_NOFOLLOW) != 0;
        return isLink ? fail(ErrorCode::LinkUnexpected, path) : failOpening(path, errno);
    }
    struct stat found = {};
    if (::fstat(file.handle(), &found) != 0) {
        return failWithReason(ErrorCode::FileUnreadable, path);
    }
    if (!S_ISREG(found.st_mode)) {
        return fail(ErrorCode::FileUnreadable, path,
                    S_ISDIR(found.st_mode) ? QStringLiteral("is a folder")
                                           : QStringLiteral("is no regular file"));
    }
    return file;
}

/// Up to `limit` bytes and one more, which says that there are too many.
Result<QByteArray> readBytes(const Descriptor &file, const QString &path, qint64 limit)
{
    constexpr qint64 Step = 64LL * 1024;
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const qsizetype had = bytes.size();
        const qint64 wanted = std::min(std::max(Step, had), limit + 1 - had);
        bytes.resize(had + wanted);
        const ssize_t got = ::read(file.handle(), bytes.data() + had, static_cast<size_t>(wanted));
        bytes.resize(had + std::max<qsizetype>(got, 0));
        if (got < 0 && errno != EINTR) {
            return failWithReason(ErrorCode::FileUnreadable, path);
        }
        if (got == 0) {
            return bytes;
        }
    }
    return fail(ErrorCode::FileTooLarge, path, QString::number(limit));
}

bool isUnchanged(const struct stat &before, const Descriptor &file)
{
    struct stat now = {};
    return ::fstat(file.handle(), &now) == 0 && now.st_size == before.st_size
        && now.st_mtim.tv_sec == before.st_mtim.tv_sec
        && now.st_mtim.tv_nsec == before.st_mtim.tv_nsec;
}

Result<QByteArray> readStill(const Descriptor &file, const QString &path, qint64 limit)
{
    constexpr int Tries = 5;
    for (int i = 0; i < Tries; ++i) {
        struct stat before = {};
        if (::fstat(file.handle(), &before) != 0 || ::lseek(file.handle(), 0, SEEK_SET) != 0) {
            return failWithReason(ErrorCode::FileUnreadable, path);
        }
        if (before.st_size > limit) {
            return fail(ErrorCode::FileTooLarge, path, QString::number(limit));
        }
        Result<QByteArray> bytes = readBytes(file, path, limit);
        if (!bytes || isUnchanged(before, file)) {
            return bytes;
        }
    }
    return failWithReason(ErrorCode::FileUnreadable, path, EBUSY);
}

Result<QByteArray> readWith(const QString &path, qint64 limit, int flags)
{
    return openRegular(path, O_RDONLY | flags).and_then([&](const Descriptor &file) {
        return readStill(file, path, limit);
    });
}

/// The file that a path means: a symbolic link's target, which may be missing.
QString targetOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isSymLink()) {
        return info.absoluteFilePath();
    }
    const QString target = info.canonicalFilePath();
    return target.isEmpty() ? info.symLinkTarget() : target;
}

/// The permissions of the file that is replaced; none: there is none. Error: it may not be written,
/// or is no file at all.
Result<std::optional<mode_t>> permissionsOf(const QString &path)
{
    const QByteArray native = nativePath(path);
    struct stat found = {};
    if (::stat(native.constData(), &found) != 0) {
        if (errno == ENOENT) {
            return std::nullopt;
        }
        return failWithReason(ErrorCode::FileUnwritable, path);
    }
    if (!S_ISREG(found.st_mode)) {
        return failWithReason(ErrorCode::FileUnwritable, path,
                              S_ISDIR(found.st_mode) ? EISDIR : EINVAL);
    }
    if (::access(native.constData(), W_OK) != 0) {
        return failWithReason(ErrorCode::FileUnwritable, path);
    }
    return found.st_mode & 07777U;
}

/// The bytes in a file of its own, synced. A failure names `path`, which they are for.
Result<void> writeAside(const QByteArray &aside, const QString &path, QByteArrayView bytes,
                        std::optional<mode_t> permissions)
{
    Descriptor file(
        ::open(aside.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
    // A file system without permissions (FAT) refuses to keep them: the bytes matter more.
    const auto keepsPermissions = [&] {
        return !permissions || ::fchmod(file.handle(), *permissions) == 0 || errno == EPERM
            || errno == ENOTSUP;
    };
    if (!file.isOpen() || !keepsPermissions() || !writeAll(file, bytes) || !syncHandle(file)
        || !file.close()) {
        return failWithReason(ErrorCode::FileUnwritable, path);
    }
    return {};
}

/// Looked at just before a file is replaced.
using Condition = std::function<Result<void>()>;

Result<void> renameOver(const QByteArray &aside, const QString &target, const Condition &condition)
{
    if (Result<void> stillTrue = condition(); !stillTrue) {
        return stillTrue;
    }
    if (::rename(aside.constData(), nativePath(target).constData()) != 0) {
        return failWithReason(ErrorCode::FileUnwritable, target);
    }
    return {};
}

Result<void> writeWhile(const QString &path, QByteArrayView bytes, const Condition &condition)
{
    const QString target = targetOf(path);
    const QFileInfo place(target);
    const Result<std::optional<mode_t>> permissions = permissionsOf(target);
    if (!permissions) {
        return fail(ErrorCode::FileUnwritable, path, permissions.error().detail);
    }
    const QString stem = sha256Hex(place.fileName().toUtf8()).first(8);
    const QString folder = place.absolutePath();
    const QByteArray aside = nativePath(folder + u'/' + asideName(stem));
    Result<void> written = writeAside(aside, path, bytes, *permissions).and_then([&] {
        return renameOver(aside, target, condition);
    });
    if (!written) {
        ::unlink(aside.constData());
        return written;
    }
    removeAbandoned(folder, stem);
    if (const Result<void> synced = syncFolder(folder); !synced) {
        return fail(ErrorCode::NotDurable, path, synced.error().detail);
    }
    return {};
}

/// FileChangedOnDisk where the file has other bytes than those of `expectedHash` and `wanted`.
Result<void> expectOnDisk(const QString &path, const QString &expectedHash, QByteArrayView wanted)
{
    const Result<QByteArray> onDisk = readFile(path);
    if (!onDisk && onDisk.error().code != ErrorCode::FileNotFound) {
        return std::unexpected(onDisk.error());
    }
    const bool isExpected =
        onDisk ? *onDisk == wanted || sha256Hex(*onDisk) == expectedHash : expectedHash.isEmpty();
    return isExpected ? Result<void>() : fail(ErrorCode::FileChangedOnDisk, path);
}

} // namespace

QString sha256Hex(QByteArrayView bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    return path.startsWith(u":/") ? readResource(path, limit) : readWith(path, limit, 0);
}

Result<QByteArray> readOwnFile(const QString &path, qint64 limit)
{
    return readWith(path, limit, O_NOFOLLOW);
}

Result<void> writeFile(const QString &path, QByteArrayView bytes)
{
    return writeWhile(path, bytes, [] { return Result<void>(); });
}

Result<void> replaceFile(const QString &path, QByteArrayView bytes, const QString &expectedHash)
{
    // First, so that a file that changed is not reported as one that cannot be written.
    if (Result<void> isExpected = expectOnDisk(path, expectedHash, bytes); !isExpected) {
        return isExpected;
    }
    return writeWhile(path, bytes, [&] { return expectOnDisk(path, expectedHash, bytes); });
}

Result<void> createFile(const QString &path, QByteArrayView bytes)
{
    const Result<std::optional<EntryKind>> there = entryAt(path);
    if (there && *there) {
        return fail(ErrorCode::FileExists, path);
    }
    return writeAside(nativePath(path), path, bytes, std::nullopt);
}

Result<void> removeFile(const QString &path)
{
    if (::unlink(nativePath(path).constData()) != 0 && errno != ENOENT) {
        return failWithReason(ErrorCode::FileUnwritable, path);
    }
    return {};
}

} // namespace nutgraf
