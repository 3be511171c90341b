// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/book.h"
#include "publish/manifest.h"

#include <optional>

namespace nutgraf::publish {

/// The ledger's line of a version, as its manifest says it; without number and line before, where
/// the version is older than the ledger.
[[nodiscard]] ledger::Entry entryOf(const StoredManifest &stored);

/// All versions of a desk, its bin's too, in the order in which a new ledger lists them: by the
/// time of publication, then guid, then version. What cannot be read is left out.
[[nodiscard]] std::vector<StoredManifest> allVersions(const story::DeskFolder &desk);

/// The desk's ledger, and the line that a publication is to have there.
struct Line {
    std::optional<ledger::Book> book; ///< none: the story lies in no desk
    ledger::Entry entry; ///< without the manifest's hash; number 0: it is announced alone
};

/// Opens the ledger for the next version of a story: ends what a crash left, makes it of the desk's
/// versions where there is none, and adds the story's own versions that are not in it. Errors:
/// LedgerMissing (this computer wrote in one), those of ledger::Book.
[[nodiscard]] Result<Line> openLine(const QString &storyFolder, const QString &guid, int version);
/// For a kill in a desk whose ledger is damaged: the line is added when it is sound again. Errors:
/// those of ledger::Book::open().
[[nodiscard]] Result<Line> announceOnly(const QString &storyFolder, const QString &guid,
                                        int version);

} // namespace nutgraf::publish
