// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"
#include "story/story.h"

#include <QString>
#include <QStringList>

namespace nutgraf::session {

/// Subjects and keywords: fields that hold a list and are typed as one line.
[[nodiscard]] bool isList(story::Field field);

/// A list as its field shows it: parted by commas, or by semicolons where a comma would part one of
/// its words. Subjects stand by the names of their topics; a code without a name stays a code.
[[nodiscard]] QString listWords(story::Field field, const QStringList &list);
/// The list that was typed. Commas and semicolons part it, but not the commas within a topic's name
/// ("crime, law and justice"); a topic's name becomes its code, any other subject stays as typed.
[[nodiscard]] QStringList listFrom(story::Field field, const QString &words);

/// The part of a list around the caret, without the spaces at its ends.
[[nodiscard]] TextRange listPart(const QString &words, qsizetype caret);

} // namespace nutgraf::session
