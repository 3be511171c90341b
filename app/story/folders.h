// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

// How a desk lies on disk, spelled here and nowhere else (a structure test says so). Values only:
// nothing here looks at a disk, and what a path names need not exist.

namespace nutgraf::story {

/// A story's folder: `stories/2026-05-12-harbour-levy`. Without a path (a loose file's) every path
/// of it is empty.
class StoryFolder {
public:
    StoryFolder() = default;
    explicit StoryFolder(const QString &path);
    /// The folder whose draft `file` is, by its name; none for a file that is called otherwise.
    [[nodiscard]] static std::optional<StoryFolder> ofDraft(const QString &file);

    [[nodiscard]] bool isNull() const
    {
        return m_path.isEmpty();
    }
    [[nodiscard]] const QString &path() const
    {
        return m_path;
    }
    /// The last part of the path.
    [[nodiscard]] QString name() const;

    [[nodiscard]] QString draft() const; ///< `story.md`
    [[nodiscard]] QString review() const; ///< `review.json`: decisions and corrections
    [[nodiscard]] QString notes() const; ///< `notes.md`
    [[nodiscard]] QString transcripts() const; ///< `transcripts`: a folder of source material
    [[nodiscard]] QString versions() const; ///< `versions`
    [[nodiscard]] QString version(int number) const; ///< `versions/v0001`
    [[nodiscard]] QString versionDraft(int number) const; ///< the draft as it was published
    [[nodiscard]] QString spikeNote() const; ///< `spiked.json`, in a spiked story only
    [[nodiscard]] QString snapshots() const; ///< `snapshots`: named states of the draft

    friend bool operator==(const StoryFolder &, const StoryFolder &) = default;

private:
    [[nodiscard]] QString in(QLatin1StringView name) const;

    QString m_path;
};

/// The draft's name, in a story's folder and in a version's: `story.md`.
[[nodiscard]] QString draftName();
/// The name of a version's folder: `v0001`.
[[nodiscard]] QString versionName(int number);

/// A desk's folder.
class DeskFolder {
public:
    explicit DeskFolder(const QString &path);

    [[nodiscard]] const QString &path() const
    {
        return m_path;
    }
    [[nodiscard]] QString settings() const; ///< `desk.json`; a folder without it is no desk
    [[nodiscard]] QString stories() const; ///< `stories`
    [[nodiscard]] QString spiked() const; ///< `spiked`: the bin
    [[nodiscard]] QString templates() const; ///< `templates`: the desk's own
    [[nodiscard]] QString outbox() const; ///< `outbox`: deliveries and their receipts
    [[nodiscard]] QString ignoreFile() const; ///< `.gitignore`
    [[nodiscard]] QString site() const; ///< `site`: the public website, made from web editions
    /// `.nutgraf`: what one computer keeps for itself, never shared.
    [[nodiscard]] QString own() const;
    [[nodiscard]] QString journal() const; ///< `.nutgraf/journal`
    /// `.nutgraf/site.state`: of what the website was made; it can be deleted.
    [[nodiscard]] QString siteState() const;
    [[nodiscard]] QString siteBegun() const; ///< `.nutgraf/site.begun`: while it is being made
    [[nodiscard]] QString siteLock() const; ///< `.nutgraf/site.lock`
    [[nodiscard]] QString ledger() const; ///< `ledger`: what went out, in files of lines
    [[nodiscard]] QString allowedSigners() const; ///< `allowed_signers`: whose signatures count
    [[nodiscard]] QString ledgerLock() const; ///< `.nutgraf/ledger.lock`
    [[nodiscard]] QString ledgerPending() const; ///< `.nutgraf/ledger-pending.json`
    [[nodiscard]] QString ledgerSeen() const; ///< `.nutgraf/ledger-seen.json`
    [[nodiscard]] QString deliveryLock() const; ///< `.nutgraf/delivering`: held by who delivers
    [[nodiscard]] QString allowedCommands() const; ///< `.nutgraf/commands.json`: app/delivery
    /// `.nutgraf/new-ID`: where a story's folder is made before it moves into place.
    [[nodiscard]] QString aside(const QString &id) const;

    friend bool operator==(const DeskFolder &, const DeskFolder &) = default;

private:
    QString m_path;
};

/// The line of the ignore file that keeps DeskFolder::own() on its computer.
[[nodiscard]] QByteArray ignoreLine();
/// The journal of files outside any desk, in the folder that the program may write to.
[[nodiscard]] QString looseJournal(const QString &stateFolder);

} // namespace nutgraf::story
