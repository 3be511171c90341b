// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <string_view>

/// Disk failures for tests, put before the C library's calls: see tests/support/README.md. Linux
/// only. One disk at a time, one thread at a time.
namespace nutgraf::test {

/// Which calls count.
enum class Calls { All, Writing };

/// While it lives, calls on paths below `folder` are counted and fail as told.
class FailingDisk {
public:
    explicit FailingDisk(const QString &folder, Calls calls = Calls::All);
    ~FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    /// The Nth call from now on (1: the next) fails with errno `code`; those after it work.
    void failAt(int operation, int code);
    /// The Nth call and all after it fail.
    void failFrom(int operation, int code);
    /// The process ends at the Nth call (exit code EndedHere), with nothing tidied up.
    void endAt(int operation);
    /// renameat2() with flags gives EINVAL, as on NFS and FUSE.
    void refuseRenameFlags();
    /// flock() gives ENOLCK, as on a share mounted without locks.
    void refuseLocks();
    /// Called before every counted call, with its number: for another program's doings in between.
    void beforeEach(std::function<void(int)> then);
    /// Nothing fails from now on; counting stops.
    void heal();

    [[nodiscard]] int operations() const;
    [[nodiscard]] bool hasFailed() const;
    /// What failed first: "fsync /tmp/x/a".
    [[nodiscard]] QByteArray failure() const;

    static constexpr int EndedHere = 77;
};

/// Runs `work` in a child process (fork). True: it ran to its end. False: it was ended by endAt().
/// Anything else aborts the test program with a message.
[[nodiscard]] bool inChild(const std::function<void()> &work);

/// A way to fail at one operation.
enum class Fault {
    FullOnce, ///< ENOSPC at one call
    BrokenOnce, ///< EIO at one call
    FullFromHere, ///< ENOSPC at it and all later ones
    ReadOnlyFromHere, ///< EROFS
    Crash, ///< the process ends
};
inline constexpr Fault AllFaults[] = {Fault::FullOnce, Fault::BrokenOnce, Fault::FullFromHere,
                                      Fault::ReadOnlyFromHere, Fault::Crash};

/// One try of forEveryOperation().
struct Attempt {
    Fault fault = Fault::FullOnce;
    int operation = 1;
    bool hasFailed = false; ///< the fault happened; false: the work has fewer operations
    QByteArray failure; ///< what failed; empty after a crash
};

/// Runs `work` with this fault at the disk's Nth call, then heals the disk. After a crash what
/// `work` left in memory is lost, as it ran in a child.
[[nodiscard]] Attempt attempt(FailingDisk &disk, Fault fault, int operation,
                              const std::function<void()> &work);

/// For every fault and N = 1, 2, … until nothing fails any more: `once(fault, N)` makes a fresh
/// folder, calls attempt() and checks what must hold, and gives its result. Ends with the first
/// failed check.
void forEveryOperation(const std::function<Attempt(Fault, int)> &once);

} // namespace nutgraf::test

/// Between the library's calls (disk_calls.cpp) and the disk.
namespace nutgraf::test::disk {

/// What a call must do: go on; fail with `code`; for a write: do half first.
struct Verdict {
    int code = 0; ///< 0: go on
};
enum class Kind { Reading, Writing };

[[nodiscard]] Verdict judge(std::string_view call, Kind kind, const char *path);
[[nodiscard]] Verdict judge(std::string_view call, Kind kind, int folder, const char *path);
[[nodiscard]] Verdict judge(std::string_view call, Kind kind, int file);
[[nodiscard]] bool refusesRenameFlags();
[[nodiscard]] bool refusesLocks(int file);

} // namespace nutgraf::test::disk
