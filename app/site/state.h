// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "site/card.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace nutgraf::site {

/// Of what the site was made the last time. It only saves work: without it everything is read and
/// compared anew.
struct State {
    QHash<QString, Card> cards; ///< by story folder's name
    QHash<QString, QByteArray> files; ///< what each file was made of, by its path in the site
};

/// An empty one where there is none, or none that this program understands.
[[nodiscard]] State readState(const QString &path);
[[nodiscard]] QByteArray writeState(const State &state);

} // namespace nutgraf::site
