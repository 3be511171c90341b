// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "format/story_file.h"
#include "publish/publish.h"
#include "story/story.h"
#include "story/website.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nutgraf::desk {

/// desk.json (version 1).
struct Settings {
    QString name; ///< "Coast desk"
    story::Agency agency;
    std::optional<story::Website> website; ///< none: the desk says nothing of one
    publish::SigningPolicy signing = publish::SigningPolicy::WhenPossible;

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// What the outside knows of a story: from its newest manifest.
enum class Publication { None, Published, Updated, Corrected, Killed };

/// One line of the desk list.
struct StoryEntry {
    QString folder; ///< absolute
    QString slug;
    QString headline;
    story::Status status = story::Status::Draft;
    std::optional<QDateTime> embargo;
    Publication publication = Publication::None;
    int version = 0; ///< newest, 0: none
    QDateTime changed; ///< the draft file's time, UTC
    std::optional<Error> fault; ///< why its draft cannot be read; it is listed all the same
    /// What is wrong with its versions: one is gone, is another's, cannot be read. Then publication
    /// and version are of what is left there.
    std::optional<Error> storeFault;
};

struct SpikedEntry {
    QString folder;
    QString slug;
    QDateTime spiked;
};

/// A desk folder. Every function reads the disk anew; nothing is cached but the settings.
class Desk {
public:
    /// Makes desk.json and stories/ in `folder` (which may exist, but hold no desk). Errors:
    /// FolderExists, FolderUnwritable.
    [[nodiscard]] static Result<Desk> create(const QString &folder, const Settings &settings);
    /// Errors: NotADesk, DeskSettingsInvalid.
    [[nodiscard]] static Result<Desk> open(const QString &folder);
    /// The desk that `path` (a story folder, a file in it, or the desk) lies in, if any.
    [[nodiscard]] static std::optional<QString> findAround(const QString &path);

    [[nodiscard]] const QString &folder() const
    {
        return m_folder;
    }
    [[nodiscard]] const Settings &settings() const
    {
        return m_settings;
    }

    /// The same desk with another source of story ids than random ones.
    [[nodiscard]] Desk withIds(IdSource ids) const;
    /// Writes other settings to desk.json, keeping keys this version does not know. Errors:
    /// DeskSettingsInvalid, FileChangedOnDisk (it says something else than when this desk was
    /// opened), FileUnwritable.
    [[nodiscard]] Result<Desk> withSettings(const Settings &settings) const;
    /// Where the autosave journal of this desk's stories lies (`.nutgraf/journal`).
    [[nodiscard]] QString journalFolder() const;

    /// All stories, newest change first. One that cannot be read is listed with its fault.
    [[nodiscard]] std::vector<StoryEntry> stories() const;
    /// A new story folder `yyyy-mm-dd-slug` with story.md, which gets a story id of its own; a
    /// taken name (names that differ in case or Unicode form only are one) gets `-2`, `-3`, …. The
    /// day is the clock's. Gives the folder. Errors: StoryNameInvalid, FolderUnwritable,
    /// FileUnwritable.
    [[nodiscard]] Result<QString> add(const story::Story &story, const Clock &clock) const;
    /// As add(), of a story's file from elsewhere: its bytes are kept but for slug, birth and id.
    [[nodiscard]] Result<QString> import(const format::StoryFile &file, const Clock &clock) const;
    /// The names of resources' templates and the desk's own (`templates/*.md`).
    [[nodiscard]] QStringList templates() const;
    [[nodiscard]] Result<story::Story> fromTemplate(const QString &name) const;
    /// Renames slug and folder; versions and story id move along. Errors: StoryNameTaken,
    /// StoryNameInvalid; what writing gives (subject: the draft, where it lies now).
    [[nodiscard]] Result<QString> rename(const QString &storyFolder, const QString &slug) const;
    /// A copy of the draft alone (no versions, no decisions) under the slug with `-copy`.
    [[nodiscard]] Result<QString> duplicate(const QString &storyFolder, const Clock &clock) const;
    /// Moves the story to the bin (`spiked/`). Its journal goes along.
    [[nodiscard]] Result<QString> spike(const QString &storyFolder, const Clock &clock) const;
    [[nodiscard]] std::vector<SpikedEntry> spiked() const;
    [[nodiscard]] Result<QString> restore(const QString &spikedFolder) const;

private:
    Desk(QString folder, Settings settings);
    [[nodiscard]] Result<QString> addNew(story::Story story, const format::StoryFile *original,
                                         const Clock &clock) const;

    QString m_folder;
    Settings m_settings;
    IdSource m_ids;
};

/// The draft's path in a story folder.
[[nodiscard]] QString draftPath(const QString &storyFolder);
/// When the story was created: front matter `created`, else the folder name's day, else the file's
/// time.
[[nodiscard]] QDateTime createdTime(const QString &storyFolder, const format::StoryFile &file);

} // namespace nutgraf::desk
