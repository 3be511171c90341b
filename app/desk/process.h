// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtTypes>

namespace nutgraf::desk {

/// What tells a process from a later one with the same number: the computer's boot, the process
/// namespace and the start time in clock ticks since boot. Empty: there is no such process.
[[nodiscard]] QString processMark(qint64 process);

} // namespace nutgraf::desk
