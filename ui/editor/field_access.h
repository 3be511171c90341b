// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/story.h"

#include <QVariant>

namespace nutgraf::editor {

/// One field's value: QString for words, int for urgency and status, QDate, QDateTime (invalid: no
/// embargo), QStringList for subjects and keywords.
[[nodiscard]] QVariant fieldValue(const story::Story &story, story::Field field);
/// `story` with `field` set; a value of the wrong type counts as an empty one.
[[nodiscard]] story::Story withField(story::Story story, story::Field field, const QVariant &value);
/// Fields that hold words, so that find and replace reads them.
[[nodiscard]] bool holdsWords(story::Field field);
/// The field's name for people, as on its label.
[[nodiscard]] QString fieldName(story::Field field);

} // namespace nutgraf::editor
