// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "base/text_range.h"
#include "story/story.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace nutgraf::format {

/// Where a field's value stands in the decoded file (UTF-16 units, quotes of the YAML scalar left
/// out).
struct FieldPlace {
    story::Field field = story::Field::Headline;
    TextRange range;
};

/// A story's file: the story, and everything needed to write it back with only the edited parts
/// changed. Law: `encode(decode(bytes)) == bytes` for every file that decodes, and an edit of one
/// field changes that field's lines only (comments, order, unknown keys, line ends, byte order mark
/// and normalisation stay).
struct StoryFile {
    story::Story story;
    QByteArray bytes; ///< as read
    QString text; ///< the whole file, decoded, line ends as `\n`
    TextRange bodyRange; ///< the body inside `text`
    std::vector<FieldPlace> places; ///< verbatim field values inside `text`, ascending
    std::optional<QDateTime> created; ///< front matter `created`, if given
    QString storyId; ///< front matter `story-id` (story/identity.h); empty: none given
};

/// Reads a story from bytes; a file without front matter is all body. `name` is for errors only.
/// Errors: FileNotUtf8, StoryHeaderUnterminated, StoryHeaderInvalid, StoryFieldInvalid (with line
/// and column).
[[nodiscard]] Result<StoryFile> decodeStory(const QByteArray &bytes, const QString &name);

/// The bytes for `story`, changed as little as possible from `original` (nullptr: a new file).
[[nodiscard]] QByteArray encodeStory(const story::Story &story,
                                     const StoryFile *original = nullptr);

/// When a story was begun, and its id: what its writers do not edit.
struct Birth {
    QDateTime created;
    QString storyId;
};
/// A story's bytes with another birth in their header, changed in nothing else. Errors as
/// decodeStory().
[[nodiscard]] Result<QByteArray> withBirth(const QByteArray &bytes, const Birth &birth);

/// A plain-text wire story as a Story (headline, deck, byline, dateline, body, notice). What would
/// be markup in its text is escaped: it is printed as it stands. `slug` is made from the headline;
/// empty where that yields none. Error: FileNotUtf8, ImportUnrecognised (no words).
[[nodiscard]] Result<story::Story> importWireText(const QByteArray &bytes, const QString &name);

} // namespace nutgraf::format
