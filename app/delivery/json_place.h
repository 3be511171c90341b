// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nutgraf::delivery {

/// A place in a text; both count from 1, columns in code points.
struct Place {
    qsizetype line = 1;
    qsizetype column = 1;

    friend bool operator==(const Place &, const Place &) = default;
};

/// Where the value at `path` (keys and indexes: `outlets`, `1`, `url`) begins in a valid JSON text
/// (RFC 8259); where a part of it is missing, the place of the last one that is there.
[[nodiscard]] Place jsonPlace(const QByteArray &json, const QStringList &path);

} // namespace nutgraf::delivery
