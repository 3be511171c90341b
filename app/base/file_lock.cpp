// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/file_lock.h"

#include <QDeadlineTimer>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nutgraf {

namespace {

/// An owner that goes removes the file: a lock on one that is gone guards nothing.
bool isStillAt(const QByteArray &path, const Descriptor &file)
{
    struct stat ours = {};
    struct stat there = {};
    return ::fstat(file.handle(), &ours) == 0 && ::stat(path.constData(), &there) == 0
        && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

enum class Try { Locked, Busy, Impossible };

Try tryLock(const Descriptor &file)
{
    if (::flock(file.handle(), LOCK_EX | LOCK_NB) == 0) {
        return Try::Locked;
    }
    return errno == EWOULDBLOCK || errno == EINTR ? Try::Busy : Try::Impossible;
}

} // namespace

FileLock::FileLock(QString path, Descriptor file, State state)
    : m_path(std::move(path)), m_file(std::move(file)), m_isExclusive(state == State::Exclusive)
{
}

FileLock::FileLock(FileLock &&other) noexcept = default;

FileLock::~FileLock()
{
    // Before it is unlocked: whoever waits sees that the file is gone, and makes another.
    if (m_file.isOpen()) {
        ::unlink(nativePath(m_path).constData());
    }
}

Result<FileLock> FileLock::take(const QString &path, std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds Pause(20);
    const QByteArray native = nativePath(path);
    const QDeadlineTimer end(patience);
    do {
        Descriptor file(::open(native.constData(),
                               O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666));
        if (!file.isOpen()) {
            return failWithReason(ErrorCode::FolderUnwritable, path);
        }
        const Try tried = tryLock(file);
        if (tried == Try::Impossible) {
            return FileLock(path, std::move(file), State::Courtesy);
        }
        if (tried == Try::Locked && isStillAt(native, file)) {
            return FileLock(path, std::move(file), State::Exclusive);
        }
        QThread::sleep(Pause);
    } while (!end.hasExpired());
    return fail(ErrorCode::FileLocked, path);
}

} // namespace nutgraf
