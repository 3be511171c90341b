// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "delivery/outbox.h"

#include <QString>

#include <vector>

// What people do to deliveries by hand. Nobody may be delivering meanwhile: these take the lock
// that a courier's owner holds.

namespace nutgraf::delivery {

/// Lets a delivery go out again, named as label() does; `all`: every one that failed and may still
/// go. Gives what changed. Errors: ArgumentInvalid (no such delivery, or not in this state; the
/// detail says which), FileLocked, those of store().
[[nodiscard]] Result<std::vector<Delivery>> retry(const QString &deskFolder, const QString &name);
/// Gives a delivery up. Errors: as retry().
[[nodiscard]] Result<std::vector<Delivery>> cancel(const QString &deskFolder, const QString &name,
                                                   const Clock &clock);

} // namespace nutgraf::delivery
