// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "format/story_file.h"

#include <memory>

namespace nutgraf::session {

using StoryFilePtr = std::shared_ptr<const format::StoryFile>;

/// A story as it lies on disk.
struct StoredStory {
    StoryFilePtr file; ///< what writing it back needs: its bytes and story; text is left empty
    story::Story story;
};

[[nodiscard]] StoredStory storedStory(format::StoryFile file);

/// Reads and decodes `path`, waiting patiently (ui/waiting). Errors: base's for reading, format's
/// for decoding, Cancelled.
[[nodiscard]] Result<StoredStory> readStory(const QString &path);
/// What of a file that cannot be decoded can still be shown: its text. Waits likewise.
[[nodiscard]] QString readableText(const QString &path);

/// A `.txt` file is all body: fields are never added to it.
[[nodiscard]] bool isPlainTextFile(const QString &path);
/// The folder that a `story.md` lies in; empty for a loose file.
[[nodiscard]] QString storyFolderOf(const QString &path);

/// `edited`, with the characters that a QTextDocument turns into line ends (U+2029, lone CR,
/// U+FDD0, U+FDD1) put back from `mirrored`, if they differ in nothing else.
[[nodiscard]] QString faithfulBody(const QString &edited, const QString &mirrored);

} // namespace nutgraf::session
