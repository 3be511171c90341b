// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sample_desk.h"

#include "base/files.h"
#include "base/folders.h"
#include "desk/git_files.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QUuid>

namespace nutgraf::desk {

namespace {

const QString Root = QStringLiteral(":/nutgraf/sample-desk");

Result<void> copyTree(const QString &to)
{
    QDirIterator files(Root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString target = to + from.sliced(Root.size());
        const Result<void> copied =
            makeFolder(QFileInfo(target).absolutePath())
                .and_then([&] { return readFile(from); })
                .and_then([&](const QByteArray &bytes) { return writeFile(target, bytes); });
        if (!copied) {
            return copied;
        }
    }
    // Not in resources/: Git would take it for the project's own.
    return writeGitFiles(to);
}

} // namespace

Result<Desk> copySampleDesk(const QString &folder)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QString aside = path + QStringLiteral(".part-")
        + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8);
    if (const Result<void> made = makeFolder(aside); !made) {
        return std::unexpected(made.error());
    }
    QDir().rmdir(path); // an empty folder; one with anything in it stays
    const Result<void> copied =
        copyTree(aside).and_then([&] { return moveFolderOnce(aside, path); });
    if (!copied) {
        QDir(aside).removeRecursively();
        return std::unexpected(copied.error());
    }
    return Desk::open(path);
}

} // namespace nutgraf::desk
