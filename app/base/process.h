// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtTypes>

namespace nutgraf {

/// What tells a process from a later one with the same number: the computer's boot, the process
/// namespace and the start time in clock ticks since boot. Empty: there is no such process.
[[nodiscard]] QString processMark(qint64 process);

/// What all processes of one computer (and container) share until it is started anew: eight
/// hexadecimal digits. A process number says something only where this is the same.
[[nodiscard]] QString computerMark();

} // namespace nutgraf
