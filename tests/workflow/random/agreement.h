// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/main_window.h"

#include <QStringList>

namespace nutgraf::workflow {

/// Whether what a window shows of the story in front is what a fresh reading of its text says:
/// analysis, decisions and findings, gutter, panel and status bar. To be asked while all is idle.
/// Empty: it is.
[[nodiscard]] QStringList disagreements(window::MainWindow &window, const Clock &clock);

} // namespace nutgraf::workflow
