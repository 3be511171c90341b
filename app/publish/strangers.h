// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

#include <optional>

namespace nutgraf::publish {

/// What the name of an entry that is none of ours says about it: SystemDropping (.DS_Store,
/// Thumbs.db, an editor's swap file, …), ConflictCopy (as Syncthing, Dropbox, Nextcloud, Seafile
/// name the second of two changes), WriteUnfinished (what a crash of this program left). None: a
/// stranger of which nobody knows why it is there.
[[nodiscard]] std::optional<ErrorCode> knownStranger(const QString &name);

} // namespace nutgraf::publish
