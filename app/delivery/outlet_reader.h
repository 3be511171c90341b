// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/outlet.h"

#include <QJsonParseError>
#include <QJsonValue>

namespace nutgraf::delivery {

/// desk.json as it lies on the disk, for errors that say where.
struct JsonText {
    QByteArray bytes;
    QString name;

    /// The value at `path` cannot be; the detail names it, as `outlets[1].url`.
    [[nodiscard]] std::unexpected<Error> invalid(const QStringList &path) const;
    [[nodiscard]] std::unexpected<Error> malformed(const QJsonParseError &fault) const;
};

/// Where an outlet stands.
struct OutletPlace {
    JsonText text;
    QStringList path;
    QString folder; ///< the desk's, which relative paths begin at
};

/// Error: DeskSettingsInvalid.
[[nodiscard]] Result<Outlet> readOutlet(const QJsonValue &value, const OutletPlace &place);

} // namespace nutgraf::delivery
