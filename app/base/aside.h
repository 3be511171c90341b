// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace nutgraf {

/// A fresh hidden name for a file or folder that is made aside, before it is renamed into its
/// place: `.STEM-COMPUTER-PROCESS-RANDOM.part`. It says who makes it, so that what a crash leaves
/// can be told from what is being written. `stem`: small letters and digits.
[[nodiscard]] QString asideName(const QString &stem);

/// Whether a name is one of asideName()'s, of whatever stem.
[[nodiscard]] bool isAsideName(const QString &name);

/// Removes from `folder` what asideName(stem) named and nobody finishes: its process has ended (on
/// this computer), or it is more than a day old. What cannot be removed stays: it hurts nobody.
void removeAbandoned(const QString &folder, const QString &stem);

} // namespace nutgraf
