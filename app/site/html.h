// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace nutgraf::site {

/// `words` in an element of a class, escaped; nothing for no words.
[[nodiscard]] QString element(const QString &tag, const QString &cssClass, const QString &words);
/// `<a href="…">words</a>`, escaped.
[[nodiscard]] QString link(const QString &address, const QString &words);
/// `<time>12 May 2026, 10:05 UTC</time>`: absolute, so that it is right whenever it is read.
[[nodiscard]] QString moment(const QDateTime &time);
/// `12 May 2026`, UTC.
[[nodiscard]] QString dayOf(const QDateTime &time);
/// ` lang="tr"`, ` lang="ar" dir="rtl"`; nothing for the language that stands around it.
[[nodiscard]] QString languageOf(const QString &language, const QString &around);
/// `1 story`, `2 stories`.
[[nodiscard]] QString counted(qsizetype number, const QString &one, const QString &many);

} // namespace nutgraf::site
