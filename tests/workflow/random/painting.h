// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace nutgraf::window {
class MainWindow;
}

namespace nutgraf::workflow {

/// Whether the screen shows the story's text, its gutter and the panel's lists as they would be
/// painted anew. Empty: it does. To be asked while nothing waits to be painted.
[[nodiscard]] QStringList stalePainting(window::MainWindow &window);

} // namespace nutgraf::workflow
