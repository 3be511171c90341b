// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settings.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace nutgraf::window {

class MainWindow;

/// Walks the window through its states and leaves a picture of each in a folder: for machines
/// without a display and for looking at every state.
class Walk final : public QObject {
    Q_OBJECT
public:
    Walk(MainWindow &window, settings::Settings &settings, QString folder);

    void begin();

Q_SIGNALS:
    /// Every picture is taken, or could not be: then the code is not 0.
    void finished(int code);

private:
    struct Step {
        QString picture; ///< empty: none
        std::function<void()> act;
    };
    void plan();
    void planPanels();
    void planDialogs();
    void next();
    [[nodiscard]] bool isCalm() const;
    void take(const QString &name);
    void showTranscript();
    void openFirstStory();

    MainWindow &m_window;
    settings::Settings &m_settings;
    QString m_folder;
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
    QTimer m_timer;
    int m_patience = 0;
    int m_code = 0;
};

} // namespace nutgraf::window
