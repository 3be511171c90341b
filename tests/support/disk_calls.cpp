// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The C library's calls on files, put before it: the linker takes those of the program first, for
// Qt and the standard library as well. Each asks the disk, then goes to the kernel.

#include "failing_disk.h"

#include <cerrno>
#include <cstdarg>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace nutgraf::test;
using disk::judge;
using disk::Kind;

namespace {

/// False: the call fails with errno set, or the process ends here.
bool mayGoOn(const disk::Verdict &verdict)
{
    if (verdict.code < 0) {
        ::_exit(FailingDisk::EndedHere);
    }
    errno = verdict.code != 0 ? verdict.code : errno;
    return verdict.code == 0;
}

Kind kindOf(int flags)
{
    return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0 ? Kind::Writing : Kind::Reading;
}

int openAt(int folder, const char *path, int flags, mode_t mode)
{
    if (!mayGoOn(judge("open", kindOf(flags), folder, path))) {
        return -1;
    }
    return static_cast<int>(::syscall(SYS_openat, folder, path, flags | O_LARGEFILE, mode));
}

mode_t modeOf(int flags, va_list list)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0;
}

int renameWith(int from, const char *source, int to, const char *target, unsigned flags)
{
    if (flags != 0 && disk::refusesRenameFlags()) {
        errno = EINVAL;
        return -1;
    }
    // Either side may lie below the folder; a rename counts once.
    const disk::Verdict there = judge("rename", Kind::Writing, to, target);
    return mayGoOn(there)
        ? static_cast<int>(::syscall(SYS_renameat2, from, source, to, target, flags))
        : -1;
}

} // namespace

// clang-format off
#define NUTGRAF_OPEN(name)                                                                         \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list list;                                                                              \
        va_start(list, flags);                                                                     \
        const mode_t mode = modeOf(flags, list);                                                   \
        va_end(list);                                                                              \
        return openAt(AT_FDCWD, path, flags, mode);                                                \
    }
#define NUTGRAF_OPENAT(name)                                                                       \
    int name(int folder, const char *path, int flags, ...)                                         \
    {                                                                                              \
        va_list list;                                                                              \
        va_start(list, flags);                                                                     \
        const mode_t mode = modeOf(flags, list);                                                   \
        va_end(list);                                                                              \
        return openAt(folder, path, flags, mode);                                                  \
    }
// clang-format on

extern "C" {

NUTGRAF_OPEN(open)
NUTGRAF_OPEN(open64)
NUTGRAF_OPENAT(openat)
NUTGRAF_OPENAT(openat64)

// What calls without a mode become where the library was compiled with _FORTIFY_SOURCE.
int __open_2(const char *path, int flags)
{
    return openAt(AT_FDCWD, path, flags, 0);
}
int __open64_2(const char *path, int flags)
{
    return openAt(AT_FDCWD, path, flags, 0);
}

DIR *opendir(const char *path)
{
    using Open = DIR *(*)(const char *);
    static const auto next = reinterpret_cast<Open>(::dlsym(RTLD_NEXT, "opendir"));
    return mayGoOn(judge("opendir", Kind::Reading, path)) ? next(path) : nullptr;
}

ssize_t read(int file, void *bytes, size_t size)
{
    return mayGoOn(judge("read", Kind::Reading, file))
        ? static_cast<ssize_t>(::syscall(SYS_read, file, bytes, size))
        : -1;
}

ssize_t write(int file, const void *bytes, size_t size)
{
    const disk::Verdict verdict = judge("write", Kind::Writing, file);
    if (verdict.code != 0) {
        ::syscall(SYS_write, file, bytes, size / 2); // what a full disk or a crash really does
    }
    return mayGoOn(verdict) ? static_cast<ssize_t>(::syscall(SYS_write, file, bytes, size)) : -1;
}

// Thousands of rounds need not wait for the drive: the order of the calls is what counts.
int fsync(int file)
{
    return mayGoOn(judge("fsync", Kind::Writing, file)) ? 0 : -1;
}

int fdatasync(int file)
{
    return mayGoOn(judge("fdatasync", Kind::Writing, file))
        ? static_cast<int>(::syscall(SYS_fdatasync, file))
        : -1;
}

int ftruncate(int file, off_t size) noexcept
{
    return mayGoOn(judge("ftruncate", Kind::Writing, file))
        ? static_cast<int>(::syscall(SYS_ftruncate, file, size))
        : -1;
}

int fchmod(int file, mode_t mode) noexcept
{
    return mayGoOn(judge("fchmod", Kind::Writing, file))
        ? static_cast<int>(::syscall(SYS_fchmod, file, mode))
        : -1;
}

// <fcntl.h> has a struct of this name.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
int flock(int file, int operation) noexcept
{
    if (disk::refusesLocks(file)) {
        errno = ENOLCK;
        return -1;
    }
    return static_cast<int>(::syscall(SYS_flock, file, operation));
}
#pragma GCC diagnostic pop

int mkdir(const char *path, mode_t mode) noexcept
{
    return mayGoOn(judge("mkdir", Kind::Writing, path))
        ? static_cast<int>(::syscall(SYS_mkdirat, AT_FDCWD, path, mode))
        : -1;
}

int rmdir(const char *path) noexcept
{
    return mayGoOn(judge("rmdir", Kind::Writing, path))
        ? static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR))
        : -1;
}

int unlink(const char *path) noexcept
{
    return mayGoOn(judge("unlink", Kind::Writing, path))
        ? static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0))
        : -1;
}

int unlinkat(int folder, const char *path, int flags) noexcept
{
    return mayGoOn(judge("unlink", Kind::Writing, folder, path))
        ? static_cast<int>(::syscall(SYS_unlinkat, folder, path, flags))
        : -1;
}

int remove(const char *path) noexcept
{
    if (!mayGoOn(judge("remove", Kind::Writing, path))) {
        return -1;
    }
    const auto result = static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0));
    return result != 0 && errno == EISDIR
        ? static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR))
        : result;
}

int link(const char *from, const char *to) noexcept
{
    return mayGoOn(judge("link", Kind::Writing, to))
        ? static_cast<int>(::syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0))
        : -1;
}

int rename(const char *from, const char *to) noexcept
{
    return renameWith(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat(int from, const char *source, int to, const char *target) noexcept
{
    return renameWith(from, source, to, target, 0);
}

int renameat2(int from, const char *source, int to, const char *target, unsigned flags) noexcept
{
    return renameWith(from, source, to, target, flags);
}

} // extern "C"
