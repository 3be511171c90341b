// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settings.h"

#include <QObject>

namespace nutgraf::window {

/// Style, font, palette and icon theme of the whole program, by the user's setting or the desktop's
/// scheme, changed live. Plasma's own palette stays while the setting is "as the desktop".
class Appearance final : public QObject {
    Q_OBJECT
public:
    explicit Appearance(settings::Settings &settings, QObject *parent = nullptr);

    void apply();

private:
    [[nodiscard]] bool isDark() const;

    settings::Settings &m_settings;
};

} // namespace nutgraf::window
