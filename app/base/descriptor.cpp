// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/descriptor.h"

#include <QFile>

#include <cstring>
#include <unistd.h>

namespace nutgraf {

Descriptor::~Descriptor()
{
    if (m_handle >= 0) {
        ::close(m_handle);
    }
}

bool Descriptor::close()
{
    return ::close(std::exchange(m_handle, -1)) == 0;
}

QByteArray nativePath(const QString &path)
{
    return path.contains(QChar(u'\0')) ? QByteArray() : QFile::encodeName(path);
}

std::unexpected<Error> failWithReason(ErrorCode kind, const QString &subject, int code)
{
    return fail(kind, subject, QString::fromLocal8Bit(std::strerror(code)));
}

bool syncHandle(const Descriptor &file)
{
    return ::fsync(file.handle()) == 0 || errno == EINVAL || errno == ENOTSUP;
}

bool writeAll(const Descriptor &file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written =
            ::write(file.handle(), bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno != EINTR) {
            return false;
        }
        if (written == 0) {
            errno = ENOSPC;
            return false;
        }
        bytes = bytes.sliced(written > 0 ? written : 0);
    }
    return true;
}

} // namespace nutgraf
