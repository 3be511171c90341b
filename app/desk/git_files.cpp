// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/git_files.h"

#include "base/files.h"
#include "story/folders.h"

#include <QDir>

namespace nutgraf::desk {

namespace {

/// Adds a line to a file of lines, with a comment before it where there is one.
Result<void> addLine(const QString &path, const QByteArray &line, const QByteArray &comment)
{
    const Result<QByteArray> there = readFile(path);
    if (!there && there.error().code != ErrorCode::FileNotFound) {
        return std::unexpected(there.error());
    }
    const QByteArray lines = there ? *there : QByteArray();
    for (const QByteArray &known : lines.split('\n')) {
        if (known.trimmed() == line) {
            return {};
        }
    }
    const QByteArray lineEnd = lines.isEmpty() || lines.endsWith('\n') ? "" : "\n";
    return writeFile(path, lines + lineEnd + comment + line + '\n');
}

} // namespace

Result<void> writeGitFiles(const QString &deskFolder)
{
    const story::DeskFolder desk(deskFolder);
    return addLine(desk.ignoreFile(), story::ignoreLine(), {}).and_then([&] {
        return addLine(QDir(deskFolder).filePath(QStringLiteral(".gitattributes")),
                       "**/versions/** -text",
                       "# Published versions are compared byte by byte: no other line ends.\n")
            .and_then([&] {
                return addLine(QDir(deskFolder).filePath(QStringLiteral(".gitattributes")),
                               "/ledger/*.jsonl -text merge=union",
                               "# Two computers' publications both stay in the ledger.\n");
            });
    });
}

} // namespace nutgraf::desk
