// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/outbox.h"
#include "delivery/transport.h"

namespace nutgraf::delivery {

/// What goes to the outlet: the version's files as they were published, compared with its manifest,
/// without a secret. Error: what is on the disk is not what was published.
[[nodiscard]] Result<Parcel> packed(const QString &deskFolder, const Consignment &story,
                                    const Outlet &outlet, const Delivery &delivery);

/// Whether there is nothing to do at the outlet: no file to bring, none to take away.
[[nodiscard]] bool isNothing(const Parcel &parcel);

} // namespace nutgraf::delivery
