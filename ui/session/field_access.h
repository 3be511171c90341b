// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/fields.h"

#include <span>

namespace nutgraf::session {

/// What was typed into a field of words or of a list, as the field's value.
[[nodiscard]] story::FieldValue typedValue(story::Field field, const QString &words);
/// The words of a field that find and replace reads: its text, or its list as one line; empty for
/// others.
[[nodiscard]] QString findableWords(const story::Story &story, story::Field field);
/// The fields that find and replace reads, in their order on the page; the body comes last.
[[nodiscard]] std::span<const story::Field> findableFields();
/// Fields that hold words as one text.
[[nodiscard]] bool holdsWords(story::Field field);
/// The field's name for people, as on its label.
[[nodiscard]] QString fieldName(story::Field field);

} // namespace nutgraf::session
