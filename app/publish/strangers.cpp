// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/strangers.h"

#include "base/aside.h"

#include <QRegularExpression>

namespace nutgraf::publish {

namespace {

/// Of a whole name, whatever its case.
QRegularExpression form(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

bool isConflictCopy(const QString &name)
{
    // Dropbox and Nextcloud speak the user's language: "(conflicted copy 2026-05-12)", "(Copie en
    // conflit de …)"; Seafile "(SFConflict …)"; Syncthing ".sync-conflict-20260512-…"; ownCloud
    // "_conflict-20260512-…".
    static const QRegularExpression copy =
        form(QStringLiteral(".*(\\([^)]*(conflict|konflikt|conflit|conflito|çakış|конфликт)[^)]*\\)"
                            "|conflict(ed)? copy|[._]sync-conflict-\\d|_conflict-\\d{8}).*"));
    return copy.match(name).hasMatch();
}

bool isSystemDropping(const QString &name)
{
    // macOS, Windows, KDE, NFS, FUSE, LibreOffice, Vim, Emacs, editors' backups, Syncthing.
    static const QRegularExpression dropping = form(
        QStringLiteral("\\.DS_Store|\\._.*|\\.AppleDouble|\\.localized|\\.Spotlight-V100|"
                       "\\.fseventsd|\\.Trashes|\\.Trash-\\d+|Icon\\r|Thumbs\\.db|ehthumbs\\.db|"
                       "desktop\\.ini|~\\$.*|\\.directory|\\.hidden|\\.nfs[0-9a-f]+|"
                       "\\.fuse_hidden.*|\\.~lock\\..*#|\\..*\\.sw[a-p]|#.*#|\\.#.*|.*~|"
                       "\\.stfolder|\\.stversions|\\.syncthing\\..*\\.tmp|~syncthing~.*\\.tmp|"
                       "\\.dropbox|\\.sync_[0-9a-f]+\\.db.*|\\.owncloudsync\\.log"));
    return dropping.match(name).hasMatch();
}

} // namespace

std::optional<ErrorCode> knownStranger(const QString &name)
{
    if (isConflictCopy(name)) {
        return ErrorCode::ConflictCopy;
    }
    if (isSystemDropping(name)) {
        return ErrorCode::SystemDropping;
    }
    // Earlier a version was written aside as `.v0001-…`.
    static const QRegularExpression older = form(QStringLiteral("\\.v\\d{4,}-.*"));
    if (isAsideName(name) || older.match(name).hasMatch()) {
        return ErrorCode::WriteUnfinished;
    }
    return std::nullopt;
}

} // namespace nutgraf::publish
