// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/overwritten.h"

#include "base/files.h"

#include <QFileInfo>

namespace nutgraf::desk {

using namespace Qt::StringLiterals;

namespace {

QString copyPath(const QString &path, const QDateTime &now, int number)
{
    const QFileInfo file(path);
    const QString again = number == 1 ? QString() : u"-%1"_s.arg(number);
    const QString end = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    return u"%1/%2.overwritten-%3%4%5"_s.arg(file.absolutePath(), file.completeBaseName(),
                                             now.toUTC().toString(u"yyyyMMdd-HHmmss"_s), again,
                                             end);
}

} // namespace

Result<Overwritten> keepOverwritten(const QString &path, const QString &ours, const QDateTime &now)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound) {
        return {};
    }
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const QString hash = sha256Hex(*bytes);
    if (hash == ours) {
        return Overwritten{hash, {}};
    }
    for (int number = 1;; ++number) {
        const QString copy = copyPath(path, now, number);
        const Result<void> made = createFile(copy, *bytes);
        if (made) {
            return Overwritten{hash, copy};
        }
        if (made.error().code != ErrorCode::FileExists) {
            return std::unexpected(made.error());
        }
    }
}

} // namespace nutgraf::desk
