// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "reading/reader.h"

#include <QString>

namespace nutgraf::session {

/// What the outside world gives a session.
struct SessionServices {
    Clock clock;
    IdSource ids;
    QString initials; ///< who reviews
    QString journalFolder;
    reading::Analyse analyse; ///< empty: with the installed model
};

} // namespace nutgraf::session
