// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settings.h"
#include "ui/window/parts.h"
#include "ui/window/widths.h"

#include <QObject>

#include <vector>

class QWidget;

namespace nutgraf::window {

/// Which panes the window shows, how wide, and which of them has the keyboard.
class PaneWork final : public QObject {
    Q_OBJECT
public:
    /// Puts the panes into the splitter.
    PaneWork(const Parts &parts, settings::Settings &settings, QObject *parent);

    /// Shows what the window's width, the settings and the story in front ask for.
    void arrange();
    /// The window has another width; true: another layout, too.
    bool follow(int width);
    [[nodiscard]] bool isWide() const;
    /// As the user says, and remembered for wide windows.
    void show(settings::Settings::Pane pane, bool shown);
    void setFocusMode(bool on);
    /// Gives the keyboard to the next pane, or to the one before.
    void step(int by);
    void saveWidths() const;

private:
    void build();
    [[nodiscard]] bool isDeskShown(int deskWidth, int panelWidth);
    [[nodiscard]] std::vector<QWidget *> panes() const;
    [[nodiscard]] int u(double times) const;

    Parts m_parts;
    settings::Settings &m_settings;
    WidthClass m_width = WidthClass::Wide;
    bool m_isDeskKept = false; ///< the user wants it beside the second pane, too
};

} // namespace nutgraf::window
