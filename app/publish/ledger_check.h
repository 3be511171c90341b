// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/desk_check.h"

namespace nutgraf::publish {

/// Compares the desk's ledger with the versions that were seen, and adds what it finds to `check`.
void checkLedger(const story::DeskFolder &desk, const CheckOptions &options, DeskCheck &check);

} // namespace nutgraf::publish
