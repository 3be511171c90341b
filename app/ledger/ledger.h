// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/entry.h"
#include "story/folders.h"

#include <optional>
#include <vector>

namespace nutgraf::ledger {

/// A line as it stands.
struct Listed {
    Entry entry;
    QString sha256; ///< of the line
    QString file;
    qsizetype line = 0; ///< from 1
};

/// The ledger as it lies there.
struct Ledger {
    bool isThere = false; ///< false: the desk keeps none yet
    std::vector<Listed> lines; ///< in their order
    std::vector<Error> faults; ///< LedgerInvalid, LedgerBroken, and what reading gives

    /// The hashes of the lines that no line follows, sorted.
    [[nodiscard]] QStringList ends() const;
};

/// Reads all of it and follows the chain: every line must follow lines above it, with a number one
/// higher, and no version may stand there twice. Reads only.
[[nodiscard]] Ledger read(const story::DeskFolder &desk);

/// The numbers of its files (`00001.jsonl`, …), ascending; nullopt: there is no ledger. Errors:
/// FolderUnreadable, LinkUnexpected.
[[nodiscard]] Result<std::optional<std::vector<int>>> parts(const story::DeskFolder &desk);
/// `…/ledger/00001.jsonl`
[[nodiscard]] QString partPath(const story::DeskFolder &desk, int number);
/// The bytes of one file. Errors: those of readOwnFile().
[[nodiscard]] Result<QByteArray> readPart(const story::DeskFolder &desk, int number);

/// Whether these bytes stand in a line of it, looked for from its end. Errors: those of parts() and
/// readPart().
[[nodiscard]] Result<bool> contains(const story::DeskFolder &desk, const QByteArray &bytes);

/// A version that was announced and whose line was not yet added.
struct Pending {
    QString manifestSha256;
    int version = 0;
    QString story; ///< its folder's path below the desk's, at that time

    friend bool operator==(const Pending &, const Pending &) = default;
};
/// All of them; what cannot be understood is none. Errors: those of readOwnFile().
[[nodiscard]] Result<std::vector<Pending>> readPending(const story::DeskFolder &desk);
/// The last line that this computer wrote; empty: none, or not to be understood. Errors as
/// readPending().
[[nodiscard]] Result<QByteArray> readSeen(const story::DeskFolder &desk);

/// A file has so many lines before the next one is begun.
inline constexpr int LinesAPart = 1000;

} // namespace nutgraf::ledger
