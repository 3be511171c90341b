// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "ui/settings/settings.h"

#include <QString>

namespace nutgraf::window {

/// What the outside world gives the window; tests give their own.
struct Services {
    Clock clock;
    IdSource ids;
    settings::Settings *settings = nullptr; ///< outlives the window
    QString dataFolder; ///< the user's: the sample desk's copy lies there
    QString stateFolder; ///< the journal of files outside desks lies there
    /// Whether to ask. Never: answers are the safe default (tests, the walk).
    enum class Questions { Ask, Never } questions = Questions::Ask;
};

} // namespace nutgraf::window
