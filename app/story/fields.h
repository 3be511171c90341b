// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/story.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <span>
#include <variant>

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

/// A field's value in the field's own type: words, a list, the urgency, the status, a day (invalid:
/// not given), or a time in UTC (nullopt: no embargo).
using FieldValue = std::variant<QString, QStringList, int, Status, QDate, std::optional<QDateTime>>;

[[nodiscard]] FieldValue fieldValue(const Story &story, Field field);
/// Sets a field: an urgency is held to 1 … 9, an embargo is kept in UTC (an invalid time is none).
/// false: the value is of another type than the field, and the story is as it was.
[[nodiscard]] bool setField(Story &story, Field field, const FieldValue &value);

/// The field's value as one text: lists joined by `, `, dates in ISO 8601, absent values empty.
[[nodiscard]] QString value(const Story &story, Field field);

} // namespace nutgraf::story
