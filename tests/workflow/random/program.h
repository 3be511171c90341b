// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/story_session.h"
#include "ui/window/appearance.h"
#include "ui/window/main_window.h"

#include <QSet>
#include <QSettings>

#include <atomic>
#include <memory>
#include <vector>

namespace nutgraf::workflow {

/// The program on a copy of the sample desk, with a clock and ids that are the same every time, in
/// as many windows as are asked for.
class Program {
public:
    explicit Program(const QString &folder);
    ~Program();

    void openWindow();
    /// Takes away what was closed; there is always one window. Not while one of them is at work.
    void tidy();
    [[nodiscard]] std::vector<window::MainWindow *> windows() const;
    [[nodiscard]] std::vector<page::StoryPage *> pages() const;
    /// No reading is under way, no thread at work, and all that was asked for before awaitWrites()
    /// is written.
    [[nodiscard]] bool isQuiet();
    void awaitWrites();
    /// Hashes of the drafts that the open stories were read from or written to last.
    [[nodiscard]] QSet<QString> draftsRead() const;
    /// Readings begin at once, or never until they are woken.
    enum class Readings { Awake, Asleep };
    void setReadings(Readings readings);
    [[nodiscard]] Readings readings() const;

    void passTime();
    [[nodiscard]] Clock clock() const;
    [[nodiscard]] QString desk() const;
    [[nodiscard]] settings::Settings &settings();

private:
    [[nodiscard]] window::Services services();

    QString m_folder;
    QSet<session::StorySession *> m_writing;
    QSettings m_store;
    settings::Settings m_settings;
    window::Appearance m_appearance;
    std::shared_ptr<std::atomic<qint64>> m_seconds = std::make_shared<std::atomic<qint64>>(0);
    std::shared_ptr<std::atomic<int>> m_ids = std::make_shared<std::atomic<int>>(0);
    std::vector<std::unique_ptr<window::MainWindow>> m_windows;
    Readings m_readings = Readings::Awake;
};

} // namespace nutgraf::workflow
