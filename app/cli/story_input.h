// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "cli/verb.h"
#include "desk/desk.h"
#include "format/story_file.h"
#include "reading/reading.h"
#include "review/review.h"

#include <QString>

namespace nutgraf::cli {

/// A STORY argument, read.
struct StoryInput {
    QString path; ///< the file
    QString folder; ///< the story's folder; empty: a loose file
    format::StoryFile file;
};

/// A STORY argument's file, as it is stored.
struct StoryBytes {
    QString path;
    QString folder; ///< as in StoryInput
    QByteArray bytes;
};
/// Errors: FileNotFound, StoryNotFound (a folder without story.md), FileUnreadable, ….
[[nodiscard]] Result<StoryBytes> readBytes(const QString &argument);

/// Whether a file is read as a plain-text wire story (.txt).
[[nodiscard]] bool isWireText(const QString &path);
/// Reads a story folder, its story.md, any .md, or a .txt wire story. Errors: FileNotFound,
/// StoryNotFound (a folder without story.md) and what reading gives.
[[nodiscard]] Result<StoryInput> readStory(const QString &argument);
/// The folder of a STORY argument that must be one. Errors: FileNotFound, StoryNotFound.
[[nodiscard]] Result<QString> storyFolder(const QString &argument);
/// The file that a STORY argument means.
[[nodiscard]] Result<QString> storyFile(const QString &argument);
/// The desk that a story lies in. Error: NotADesk.
[[nodiscard]] Result<desk::Desk> deskAround(const QString &folder);

/// The decisions of a story's folder; none where it has no review.json or is empty (a loose file).
/// Errors: ReviewInvalid, FileUnreadable.
[[nodiscard]] Result<review::Review> decisionsOf(const QString &folder);

/// The story, read as the window reads it. Errors: as decisionsOf().
[[nodiscard]] Result<reading::ReadingPtr> read(const StoryInput &input, const QDateTime &now);

/// The option `--now ISO-TIME`, for calls whose result must not depend on the time of day.
[[nodiscard]] Option nowOption();
/// The clock it names, or the computer's. Error: ArgumentInvalid.
[[nodiscard]] Result<Clock> clockOf(const Call &call);

/// Prints the error; the exit code that fits it.
[[nodiscard]] ExitCode failed(const Error &error, Console &console);

} // namespace nutgraf::cli
