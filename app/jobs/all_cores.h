// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <functional>

namespace nutgraf::jobs {

/// Runs `work` for each number below `count` on all cores, in any order, and waits for all of it.
/// `work` must touch nothing that another number's work touches, no QObject, and must not throw.
void onAllCores(qsizetype count, const std::function<void(qsizetype)> &work);

} // namespace nutgraf::jobs
