// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace nutgraf::site {

/// What a file of the site says of itself near its beginning: that it was made, and as which one.
/// A copy under another name, and whatever a person wrote, does not say it; such a file is never
/// written over nor removed.
[[nodiscard]] QString madeMark(const QString &file);
/// Whether the beginning of a file says that the site made it as `file`.
[[nodiscard]] bool isMadeAs(const QString &file, QByteArrayView beginning);
/// Within so many bytes of a file stands its mark.
inline constexpr qint64 MarkWithin = 2048;

/// The mark put into a file that has a place for it: behind the first line of XML, as a member of
/// the first object of JSON.
[[nodiscard]] QByteArray markedXml(QByteArray xml, const QString &file);
[[nodiscard]] QByteArray markedJson(QByteArray json, const QString &file);

} // namespace nutgraf::site
