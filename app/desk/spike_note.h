// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QString>

namespace nutgraf::desk {

/// `spiked.json` in a spiked story: what its folder was called, and when it was spiked (UTC).
struct SpikeNote {
    QString name;
    QDateTime spiked;
};

/// Error: FileUnwritable.
[[nodiscard]] Result<void> writeSpikeNote(const QString &folder, const SpikeNote &note);
/// Without a readable note: the folder's own name and time.
[[nodiscard]] SpikeNote readSpikeNote(const QString &folder);
void removeSpikeNote(const QString &folder);

} // namespace nutgraf::desk
