// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/story_head.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace nutgraf::format {

namespace {

constexpr qint64 HeadStep = 8LL * 1024;
constexpr qsizetype MaxHeadBytes = qsizetype{1024} * 1024; // more than any header that is read
const QByteArray Fence = "---";

bool isClosing(const QByteArray &line)
{
    return line.trimmed() == Fence || line.trimmed() == "...";
}

/// Where the header ends, closing fence and its line end included; -1: not in `head`.
qsizetype headerEnd(const QByteArray &head)
{
    const qsizetype start = head.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    if (head.sliced(start, std::min(Fence.size(), head.size() - start)) != Fence) {
        return -1;
    }
    for (qsizetype at = head.indexOf('\n', start); at >= 0; at = head.indexOf('\n', at + 1)) {
        const qsizetype lineEnd = head.indexOf('\n', at + 1);
        if (lineEnd >= 0 && isClosing(head.sliced(at + 1, lineEnd - at - 1))) {
            return lineEnd + 1;
        }
    }
    return -1;
}

bool hasHeader(const QByteArray &head)
{
    return head.startsWith(Fence) || head.startsWith("\xEF\xBB\xBF---");
}

} // namespace

Result<QByteArray> readHead(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(ErrorCode::FileNotFound, path);
    }
    if (!info.isFile()) {
        return fail(ErrorCode::FileUnreadable, path, QStringLiteral("not a regular file"));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    }
    QByteArray head = file.read(HeadStep);
    qsizetype end = headerEnd(head);
    while (end < 0 && hasHeader(head) && !file.atEnd() && head.size() < MaxHeadBytes) {
        const QByteArray more = file.read(std::max<qint64>(HeadStep, head.size()));
        if (more.isEmpty()) {
            break;
        }
        head += more;
        end = headerEnd(head);
    }
    if (!hasHeader(head)) {
        return QByteArray();
    }
    return end < 0 ? head : head.first(end);
}

} // namespace nutgraf::format
