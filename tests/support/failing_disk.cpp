// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failing_disk.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nutgraf::test {

namespace {

enum class Mode { Healthy, Once, FromHere, End };

/// The one disk, reached from the C library's calls, which know no objects.
struct State {
    std::atomic<bool> isOn = false;
    std::string folder;
    Calls calls = Calls::All;
    Mode mode = Mode::Healthy;
    int at = 0;
    int code = 0;
    int count = 0;
    bool hasFailed = false;
    std::string failure;
    bool hasNoRenameFlags = false;
    bool hasNoLocks = false;
    bool isInside = false; ///< a call made by beforeEach() itself
    std::function<void(int)> before;
};

State &state()
{
    static State state;
    return state;
}

std::string pathOf(int file)
{
    char path[PATH_MAX] = {};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const long size = ::syscall(SYS_readlink, link.c_str(), path, sizeof path - 1);
    return size > 0 ? std::string(path, static_cast<size_t>(size)) : std::string();
}

bool isBelow(const std::string &path)
{
    const std::string &folder = state().folder;
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

void arm(Mode mode, int operation, int code)
{
    state().mode = mode;
    state().at = operation;
    state().code = code;
    state().count = 0;
    state().hasFailed = false;
    state().failure.clear();
}

disk::Verdict verdict(std::string_view call, const std::string &path)
{
    State &disk = state();
    ++disk.count;
    if (disk.before) {
        disk.isInside = true;
        disk.before(disk.count);
        disk.isInside = false;
    }
    const bool isHere = disk.mode == Mode::FromHere ? disk.count >= disk.at : disk.count == disk.at;
    if (disk.mode == Mode::Healthy || !isHere) {
        return {};
    }
    if (!disk.hasFailed) {
        disk.failure = std::string(call) + ' ' + path;
    }
    disk.hasFailed = true;
    return {disk.mode == Mode::End ? -1 : disk.code};
}

} // namespace

namespace disk {

Verdict judge(std::string_view call, Kind kind, const char *path)
{
    return judge(call, kind, AT_FDCWD, path);
}

Verdict judge(std::string_view call, Kind kind, int folder, const char *path)
{
    State &disk = state();
    const bool counts = disk.isOn && !disk.isInside
        && (disk.calls == Calls::All || kind == Kind::Writing) && path != nullptr;
    if (!counts) {
        return {};
    }
    const std::string full =
        *path == '/' || folder == AT_FDCWD ? std::string(path) : pathOf(folder) + '/' + path;
    return isBelow(full) ? verdict(call, full) : Verdict();
}

Verdict judge(std::string_view call, Kind kind, int file)
{
    const State &disk = state();
    const bool counts =
        disk.isOn && !disk.isInside && (disk.calls == Calls::All || kind == Kind::Writing);
    if (!counts) {
        return {};
    }
    const std::string path = pathOf(file);
    return isBelow(path) ? verdict(call, path) : Verdict();
}

bool refusesRenameFlags()
{
    return state().isOn && state().hasNoRenameFlags;
}

bool refusesLocks(int file)
{
    return state().isOn && state().hasNoLocks && isBelow(pathOf(file));
}

} // namespace disk

FailingDisk::FailingDisk(const QString &folder, Calls calls)
{
    state().folder = QFile::encodeName(folder).toStdString();
    state().calls = calls;
    state().hasNoRenameFlags = false;
    state().hasNoLocks = false;
    state().before = {};
    arm(Mode::Healthy, 0, 0);
    state().isOn = true;
}

FailingDisk::~FailingDisk()
{
    heal();
}

void FailingDisk::failAt(int operation, int code)
{
    arm(Mode::Once, operation, code);
}

void FailingDisk::failFrom(int operation, int code)
{
    arm(Mode::FromHere, operation, code);
}

void FailingDisk::endAt(int operation)
{
    arm(Mode::End, operation, 0);
}

void FailingDisk::refuseRenameFlags()
{
    state().hasNoRenameFlags = true;
}

void FailingDisk::refuseLocks()
{
    state().hasNoLocks = true;
}

void FailingDisk::beforeEach(std::function<void(int)> then)
{
    state().before = std::move(then);
}

void FailingDisk::heal()
{
    state().isOn = false;
}

int FailingDisk::operations() const
{
    return state().count;
}

bool FailingDisk::hasFailed() const
{
    return state().hasFailed;
}

QByteArray FailingDisk::failure() const
{
    return QByteArray::fromStdString(state().failure);
}

bool inChild(const std::function<void()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    const bool isWaited = child > 0 && ::waitpid(child, &status, 0) == child;
    const bool isKnown = isWaited && WIFEXITED(status)
        && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == FailingDisk::EndedHere);
    if (!isKnown) {
        std::fprintf(stderr, "The child of a disk test ended with status %d\n", status);
        std::abort();
    }
    return WEXITSTATUS(status) == 0;
}

Attempt attempt(FailingDisk &disk, Fault fault, int operation, const std::function<void()> &work)
{
    Attempt result{fault, operation, false, {}};
    switch (fault) {
    case Fault::FullOnce:
        disk.failAt(operation, ENOSPC);
        break;
    case Fault::BrokenOnce:
        disk.failAt(operation, EIO);
        break;
    case Fault::FullFromHere:
        disk.failFrom(operation, ENOSPC);
        break;
    case Fault::ReadOnlyFromHere:
        disk.failFrom(operation, EROFS);
        break;
    case Fault::Crash:
        disk.endAt(operation);
        result.hasFailed = !inChild(work);
        disk.heal();
        return result;
    }
    work();
    disk.heal();
    result.hasFailed = disk.hasFailed();
    result.failure = disk.failure();
    return result;
}

void forEveryOperation(const std::function<Attempt(Fault, int)> &once)
{
    constexpr int Many = 2000; // a work that never ends is a fault of the test
    for (const Fault fault : AllFaults) {
        for (int operation = 1; operation < Many && !QTest::currentTestFailed(); ++operation) {
            if (!once(fault, operation).hasFailed) {
                break;
            }
        }
    }
}

} // namespace nutgraf::test
