// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/console.h"
#include "publish/desk_check.h"

namespace nutgraf::cli {

/// Faults and notes, one a line; without faults what was looked at.
[[nodiscard]] QString verifyLines(const publish::DeskCheck &check);
/// One row a published story.
[[nodiscard]] QString verifyTable(const publish::DeskCheck &check, const Console &console);
/// One line: `stories`, `ledger`, `faults`, `notes`.
[[nodiscard]] QByteArray verifyJson(const publish::DeskCheck &check);

} // namespace nutgraf::cli
