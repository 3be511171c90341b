// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/process.h"

#include "base/files.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <sys/types.h>

namespace nutgraf {

namespace {

QByteArray firstLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readLine(4096).trimmed() : QByteArray();
}

/// proc(5): fields 3 (state) and 22 (starttime). The name before them, in brackets, may hold
/// spaces and brackets, so that fields count from its last bracket.
QByteArray startTime(qint64 process)
{
    const QByteArray line = firstLine(QStringLiteral("/proc/%1/stat").arg(process));
    const QList<QByteArray> fields = line.sliced(line.lastIndexOf(')') + 1).trimmed().split(' ');
    const bool isEnded = fields.first() == "Z" || fields.first() == "X";
    return fields.size() > 19 && !isEnded ? fields.at(19) : QByteArray();
}

/// The computer's boot and the process namespace: where a process number means something.
QString place()
{
    const QByteArray boot = firstLine(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    const QString space = QFile::symLinkTarget(QStringLiteral("/proc/self/ns/pid"));
    return QString::fromLatin1(boot) + u' ' + space.section(u'/', -1);
}

} // namespace

QString processMark(qint64 process)
{
    if (process <= 0) {
        return {};
    }
    if (!QFileInfo::exists(QStringLiteral("/proc/self/stat"))) {
        const bool isThere = ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
        return isThere ? QStringLiteral("running") : QString();
    }
    const QByteArray started = startTime(process);
    if (started.isEmpty()) {
        return {};
    }
    return place() + u' ' + QString::fromLatin1(started);
}

QString computerMark()
{
    return sha256Hex(place().toUtf8()).first(8);
}

} // namespace nutgraf
