// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QString>

namespace nutgraf::desk {

/// Whether `slug` can name a story on every system a desk is shared with: not empty, at most 120
/// characters and 180 bytes, no path separator, control character or any of `<>:"|?*`, no `..`, no
/// leading or trailing dot or space, none of Windows' device names (CON, NUL, COM1, …).
[[nodiscard]] bool isValidSlug(const QString &slug);

/// A story folder's name, `2026-05-12-harbour-levy` or with a day only in front of it.
struct FolderName {
    QDate day; ///< invalid: the name has none
    QString slug;
};
[[nodiscard]] FolderName parseFolderName(const QString &name);
/// In small letters and Unicode's composed form: other systems tell no more names apart.
[[nodiscard]] QString folderNameFor(const QDate &day, const QString &slug);

} // namespace nutgraf::desk
