// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QString>

namespace nutgraf::desk {

/// What lay where something is about to be written.
struct Overwritten {
    QString hash; ///< SHA-256 of it, as replaceFile() asks for it; empty: there was no file
    QString copy; ///< the path of its copy; empty: none was needed
};

/// Keeps what somebody else wrote into a file that the user wants overwritten: as
/// `story.overwritten-20260512-123100.md` beside it, where it is found, with `-2`, `-3`, … where
/// that is taken. No copy is made of a file with the hash `ours`. Errors: those of readFile() but
/// FileNotFound, and of createFile(): then nothing may be written.
[[nodiscard]] Result<Overwritten> keepOverwritten(const QString &path, const QString &ours,
                                                  const QDateTime &now);

} // namespace nutgraf::desk
