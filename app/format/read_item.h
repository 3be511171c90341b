// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "format/edition.h"

#include <QByteArray>
#include <QString>

namespace nutgraf::format {

/// The largest news item that is read, in bytes; a real one has some ten thousand.
inline constexpr qsizetype MaxItemBytes = qsizetype{8} * 1024 * 1024;

// Readers of what other agencies and programs write. Law: an edition that one of our writers wrote
// is, read and written again in that format, the same bytes. What a format has no place for is
// empty. `name` is for errors only. Errors: FileTooLarge, ImportUnrecognised (with line and column
// where there are any).

/// ninjs of its three lines: 1.x (with Superdesk's additions), 2.x, 3.x.
[[nodiscard]] Result<Edition> readNinjs(const QByteArray &bytes, const QString &name);
/// NewsML-G2 2.x: a news item, or the first one of a news message.
[[nodiscard]] Result<Edition> readNewsml(const QByteArray &bytes, const QString &name);
/// NITF 3.x, with namespace or without.
[[nodiscard]] Result<Edition> readNitf(const QByteArray &bytes, const QString &name);

/// Any of them, by what is in it.
[[nodiscard]] Result<Edition> readItem(const QByteArray &bytes, const QString &name);

} // namespace nutgraf::format
