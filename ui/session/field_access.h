// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/story.h"

#include <QVariant>

#include <span>

namespace nutgraf::session {

/// One field's value: QString for words, int for urgency and status, QDate, QDateTime (invalid: no
/// embargo), QStringList for subjects and keywords.
[[nodiscard]] QVariant fieldValue(const story::Story &story, story::Field field);
/// `story` with `field` set; a value of the wrong type counts as an empty one.
[[nodiscard]] story::Story withField(story::Story story, story::Field field, const QVariant &value);
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
