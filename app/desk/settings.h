// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "desk/desk.h"

#include <QByteArray>
#include <QString>

namespace nutgraf::desk {

/// Reads desk.json, version 1 (schema: README.md). Error: DeskSettingsInvalid; `detail` names the
/// key, or what the JSON reader said, then with line and column.
[[nodiscard]] Result<Settings> readSettings(const QByteArray &json, const QString &name);

/// desk.json in its stable order: known keys first, then the keys of `original` that this version
/// does not know, by name. `original` may be empty.
[[nodiscard]] QByteArray writeSettings(const Settings &settings, const QByteArray &original = {});

/// `required`, `when possible`, `off`: the values of desk.json's `signing`.
[[nodiscard]] QString policyKey(publish::SigningPolicy policy);
[[nodiscard]] std::optional<publish::SigningPolicy> policyNamed(const QString &key);

} // namespace nutgraf::desk
