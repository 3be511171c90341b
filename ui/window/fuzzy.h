// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>

namespace nutgraf::window {

/// How well `typed` fits `text`: its letters occur in order; starts of words and runs count more.
/// nullopt: they do not occur. Case is ignored; an empty `typed` fits everything with 0.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView typed, QStringView text);

} // namespace nutgraf::window
