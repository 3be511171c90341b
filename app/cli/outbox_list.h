// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/verb.h"

#include <QString>

namespace nutgraf::cli {

/// `deliver --list`: what lies in a desk's outbox.
[[nodiscard]] ExitCode listDeliveries(const QString &deskFolder, const Call &call,
                                      Console &console);
/// `deliver --retry DELIVERY`, `--cancel DELIVERY`. `change`: the option's name.
[[nodiscard]] ExitCode changeDeliveries(const QString &deskFolder, const QString &change,
                                        const Call &call, Console &console);

} // namespace nutgraf::cli
