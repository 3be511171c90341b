// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace nutgraf {

QString sha256Hex(QByteArrayView bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(ErrorCode::FileNotFound, path);
    }
    if (info.isDir()) {
        return fail(ErrorCode::FileUnreadable, path, QStringLiteral("is a folder"));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    }
    QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    }
    if (bytes.size() > limit) {
        return fail(ErrorCode::FileTooLarge, path, QString::number(limit));
    }
    return bytes;
}

Result<void> syncFolder(const QString &folder)
{
    const int handle =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) {
        return fail(ErrorCode::FolderUnwritable, folder,
                    QString::fromLocal8Bit(std::strerror(errno)));
    }
    const int failed = ::fsync(handle);
    const int code = errno;
    ::close(handle);
    // EINVAL: a file system that cannot sync folders (some network mounts); nothing more can be
    // asked of it.
    if (failed != 0 && code != EINVAL) {
        return fail(ErrorCode::FolderUnwritable, folder,
                    QString::fromLocal8Bit(std::strerror(code)));
    }
    return {};
}

Result<void> makeFolder(const QString &path)
{
    std::error_code reason;
    std::filesystem::create_directories(QFile::encodeName(path).toStdString(), reason);
    if (reason) {
        return fail(ErrorCode::FolderUnwritable, path, QString::fromStdString(reason.message()));
    }
    return {};
}

Result<void> writeFile(const QString &path, QByteArrayView bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size()
        || !file.flush()) {
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    }
    if (::fsync(file.handle()) != 0) {
        return fail(ErrorCode::FileUnwritable, path, QString::fromLocal8Bit(std::strerror(errno)));
    }
    if (!file.commit()) {
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    }
    return syncFolder(QFileInfo(path).absolutePath());
}

Result<void> replaceFile(const QString &path, QByteArrayView bytes, const QString &expectedHash)
{
    const bool exists = QFileInfo::exists(path);
    if (exists == expectedHash.isEmpty()) {
        return fail(ErrorCode::FileChangedOnDisk, path);
    }
    if (exists) {
        const Result<QByteArray> onDisk = readFile(path);
        if (!onDisk) {
            return std::unexpected(onDisk.error());
        }
        if (sha256Hex(*onDisk) != expectedHash) {
            return fail(ErrorCode::FileChangedOnDisk, path);
        }
    }
    return writeFile(path, bytes);
}

Result<void> moveFolderOnce(const QString &from, const QString &to)
{
    // RENAME_NOREPLACE: an existing version is never replaced, whoever else publishes at this
    // moment.
    if (::renameat2(AT_FDCWD, QFile::encodeName(from).constData(), AT_FDCWD,
                    QFile::encodeName(to).constData(), RENAME_NOREPLACE)
        != 0) {
        const int code = errno;
        const ErrorCode kind =
            code == EEXIST ? ErrorCode::FolderExists : ErrorCode::FolderUnwritable;
        return fail(kind, to, QString::fromLocal8Bit(std::strerror(code)));
    }
    return syncFolder(QFileInfo(to).absolutePath());
}

} // namespace nutgraf
