// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/reader.h"
#include "ui/window/main_window.h"

#include <QHash>
#include <QStringList>

namespace nutgraf::session {
class StorySession;
}

namespace nutgraf::workflow {

/// Whether what a window shows of the story in front is what a fresh reading of its text says:
/// analysis, decisions and findings, gutter, panel and status bar. To be asked while all is idle.
class Agreement {
public:
    /// Empty: it is.
    [[nodiscard]] QStringList disagreements(window::MainWindow &window);

private:
    [[nodiscard]] reading::ReadingPtr freshReading(session::StorySession &session);

    reading::Reader m_reader;
    int m_read = 0; ///< readings since the reader was new
    reading::ReadingPtr m_last;
};

} // namespace nutgraf::workflow
