// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/strangers.h"

#include "base/aside.h"

#include <QRegularExpression>

namespace nutgraf::publish {

namespace {

bool matches(const QString &pattern, const QString &name)
{
    const QRegularExpression form(QRegularExpression::anchoredPattern(pattern),
                                  QRegularExpression::CaseInsensitiveOption
                                      | QRegularExpression::UseUnicodePropertiesOption);
    return form.match(name).hasMatch();
}

bool isConflictCopy(const QString &name)
{
    // Dropbox and Nextcloud speak the user's language: "(conflicted copy 2026-05-12)", "(Copie en
    // conflit de …)"; Seafile "(SFConflict …)"; Syncthing ".sync-conflict-20260512-…"; ownCloud
    // "_conflict-20260512-…".
    return matches(
        QStringLiteral(".*(\\([^)]*(conflict|konflikt|conflit|conflito|çakış|конфликт)[^)]*\\)"
                       "|conflict(ed)? copy|[._]sync-conflict-\\d|_conflict-\\d{8}).*"),
        name);
}

bool isSystemDropping(const QString &name)
{
    // macOS, Windows, KDE, NFS, FUSE, LibreOffice, Vim, Emacs, editors' backups, Syncthing.
    return matches(
        QStringLiteral("\\.DS_Store|\\._.*|\\.AppleDouble|\\.localized|\\.Spotlight-V100|"
                       "\\.fseventsd|\\.Trashes|\\.Trash-\\d+|Icon\\r|Thumbs\\.db|ehthumbs\\.db|"
                       "desktop\\.ini|~\\$.*|\\.directory|\\.hidden|\\.nfs[0-9a-f]+|"
                       "\\.fuse_hidden.*|\\.~lock\\..*#|\\..*\\.sw[a-p]|#.*#|\\.#.*|.*~|"
                       "\\.stfolder|\\.stversions|\\.syncthing\\..*\\.tmp|~syncthing~.*\\.tmp|"
                       "\\.dropbox|\\.sync_[0-9a-f]+\\.db.*|\\.owncloudsync\\.log"),
        name);
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
    if (isAsideName(name) || matches(QStringLiteral("\\.v\\d{4,}-.*"), name)) {
        return ErrorCode::WriteUnfinished;
    }
    return std::nullopt;
}

} // namespace nutgraf::publish
