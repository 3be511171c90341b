// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "story/website.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace nutgraf::desk {

/// desk.json's `site` (schema: README.md); none where it is not there. Error: DeskSettingsInvalid
/// (subject: `file`; detail: the key).
[[nodiscard]] Result<std::optional<story::Website>> readWebsite(const QJsonValue &value,
                                                                const QString &file);
/// The same as JSON, with the keys of `before` that this version does not know.
[[nodiscard]] QJsonObject toJson(const story::Website &website, QJsonObject before);
/// The known keys in the order in which desk.json has them.
[[nodiscard]] QStringList websiteOrder();

} // namespace nutgraf::desk
