// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/file_lock.h"
#include "ledger/ledger.h"

namespace nutgraf::ledger {

/// The ledger while this process writes in it. Only what was announced is added, so that a crash
/// between the two is seen by the next writer.
class Book {
public:
    /// Waits for other writers, and for as long as one of them takes to sign. Errors: FileLocked
    /// (subject: the desk's folder), FolderUnwritable.
    [[nodiscard]] static Result<Book> open(const story::DeskFolder &desk);

    /// Makes the ledger of what went out before there was one: numbered and chained in this order;
    /// it may be nothing. Error: what writing gives.
    [[nodiscard]] Result<void> begin(std::vector<Entry> entries) const;
    /// The next line for a version whose manifest is yet to be made. Errors: LedgerInvalid,
    /// LedgerCut (the line that this computer wrote last is not there), what reading gives.
    [[nodiscard]] Result<Entry> next(const QString &guid, int version) const;
    /// Keeps in mind that this version is about to go out. Errors: FileUnwritable, FileUnreadable.
    [[nodiscard]] Result<void> announce(const Pending &pending) const;
    /// Adds the line, if it is not there, and ends its announcement. Errors: LedgerInvalid, what
    /// reading and writing give.
    [[nodiscard]] Result<void> add(const Entry &entry) const;
    /// A version that was announced is not out, or its line is there. Errors as announce().
    [[nodiscard]] Result<void> forget(const QString &manifestSha256) const;

private:
    Book(story::DeskFolder desk, FileLock lock);

    story::DeskFolder m_desk;
    FileLock m_lock;
};

} // namespace nutgraf::ledger
