// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/story.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <span>

namespace nutgraf::story {

/// Every field of a story, in the order of a new story's front matter; the body comes last.
[[nodiscard]] std::span<const Field> fields();

/// The field's key in the front matter: `headline`, `editors-note`; the dateline's two parts are
/// `dateline.place` and `dateline.date`, the body is `body`. Stable: files and JSON use it.
[[nodiscard]] QString key(Field field);
[[nodiscard]] std::optional<Field> fieldFromKey(QStringView key);

/// `draft`, `in review`, `approved`: the spelling in files.
[[nodiscard]] QString key(Status status);
/// Reads the spelling of key(Status), with `-` or `_` for the space and in any case.
[[nodiscard]] std::optional<Status> statusFromKey(QStringView key);

/// The field's value as one text: lists joined by `, `, dates in ISO 8601, absent values empty.
[[nodiscard]] QString value(const Story &story, Field field);

} // namespace nutgraf::story
