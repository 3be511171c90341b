// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <cerrno>
#include <utility>

namespace nutgraf {

/// A file descriptor of the system (POSIX open(2)), closed with its owner; below zero: none.
class Descriptor {
public:
    explicit Descriptor(int handle = -1) : m_handle(handle) { }
    ~Descriptor();
    Descriptor(Descriptor &&other) noexcept : m_handle(std::exchange(other.m_handle, -1)) { }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] bool isOpen() const
    {
        return m_handle >= 0;
    }
    [[nodiscard]] int handle() const
    {
        return m_handle;
    }
    /// Closes it at once: some file systems report only here that the bytes did not arrive. False:
    /// errno says why.
    [[nodiscard]] bool close();

private:
    int m_handle;
};

/// A path as the system's calls take it. One with a NUL in it gives a path that cannot exist.
[[nodiscard]] QByteArray nativePath(const QString &path);

/// An error with the system's words for `code` (an errno).
[[nodiscard]] std::unexpected<Error> failWithReason(ErrorCode kind, const QString &subject,
                                                    int code = errno);

/// fsync(2) of a file or folder; what a file system cannot sync at all (EINVAL: some network
/// mounts) counts as done, since nothing more can be asked of it. False: errno says why.
[[nodiscard]] bool syncHandle(const Descriptor &file);

/// Writes all of `bytes`, however many calls that takes. False: errno says why.
[[nodiscard]] bool writeAll(const Descriptor &file, QByteArrayView bytes);

} // namespace nutgraf
