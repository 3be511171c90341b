// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nutgraf::ledger {

/// One publication.
struct Entry {
    int sequence = 0; ///< of the desk, from 1
    QString guid; ///< the wire edition's
    int version = 0;
    QString manifestSha256; ///< of the version's manifest.json
    QStringList previous; ///< SHA-256 of the lines it follows, sorted; none: it is the first

    friend bool operator==(const Entry &, const Entry &) = default;
};

/// Its line, without the end of line: the same bytes for the same entry.
[[nodiscard]] QByteArray lineOf(const Entry &entry);

/// Error: LedgerInvalid (no such JSON, an impossible value, other bytes than lineOf() gives); its
/// subject is `file`, its line `number`.
[[nodiscard]] Result<Entry> readLine(const QByteArray &line, const QString &file, qsizetype number);

} // namespace nutgraf::ledger
