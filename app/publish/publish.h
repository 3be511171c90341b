// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "format/edition.h"
#include "publish/picks.h"
#include "reading/reading.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nutgraf::publish {

/// A file of a version and its SHA-256 (lower-case hexadecimal).
struct ManifestFile {
    QString name;
    QString sha256;
    qint64 size = 0;

    friend bool operator==(const ManifestFile &, const ManifestFile &) = default;
};

/// The findings of one check that the editor published against.
struct Overridden {
    QString check; ///< review::key()
    int count = 0;

    friend bool operator==(const Overridden &, const Overridden &) = default;
};

/// Direct and part quotations of a web edition.
struct QuoteCount {
    int direct = 0;
    int confirmed = 0; ///< of them, by the desk

    friend bool operator==(const QuoteCount &, const QuoteCount &) = default;
};

/// versions/vNNNN/manifest.json: what was published, why, and the link to the version before.
struct Manifest {
    int version = 1;
    format::PublicationKind kind = format::PublicationKind::First;
    QString guid; ///< the wire edition's
    QString slug;
    QString headline;
    QString note; ///< what is corrected, new, or why it is killed
    QString signedBy; ///< initials
    QString overrideReason; ///< why it was published against findings; empty: no need
    std::vector<Overridden> overridden; ///< what it was published against
    QDateTime firstCreated;
    QDateTime published; ///< this version's time, UTC
    std::optional<QDateTime> embargo; ///< the end of an embargo that ran when it was published, UTC
    std::optional<int> corrects; ///< the version this one corrects, updates or kills
    QString previousManifestSha256; ///< empty: first version
    QStringList editions; ///< "wire", "web"
    bool isWebHeldBack = false; ///< a web edition was wanted, but the embargo ran
    Picks picks; ///< the sentences of the web edition, also of one that was held back
    std::optional<QuoteCount> quotes; ///< of the web edition; none: it had none, or was not counted
    std::vector<ManifestFile> files; ///< by name

    friend bool operator==(const Manifest &, const Manifest &) = default;
};

/// A story that may go out, and what is known of it.
struct Subject {
    QString storyFolder; ///< the folder that holds story.md and versions/
    reading::ReadingPtr reading; ///< of story.md and review.json there; a kill needs none
    story::Agency agency;
    QDateTime created; ///< when the story was begun, UTC; invalid: with its first version
};

/// What the editor wants of the next version.
struct Choice {
    format::PublicationKind kind = format::PublicationKind::First;
    QString note; ///< needed for update, correction, kill
    QString signedBy; ///< initials
    QString overrideReason; ///< lets blocking findings pass
    bool isOnWeb = true;
    Picks picks; ///< the web edition's sentences, in the words of the reading
    QString killWord; ///< typed to confirm a kill, see Proposal

    friend bool operator==(const Choice &, const Choice &) = default;
};

/// The sentence that closes a web edition: the story's own notice, else the agency's, else the
/// standard wording with its names filled in.
[[nodiscard]] QString webNotice(const story::Story &story, const story::Agency &agency);

/// What went out.
struct Published : Manifest {
    /// It is out, but something after that failed: NotDurable (the disk did not confirm the
    /// version), or the record of it could not be written. Never a reason to publish it again.
    std::optional<Error> doubt;
};

/// Reads story.md and review.json, and publishes those bytes if the reading is of them, as the next
/// version: written aside, synced, renamed once, never over an existing one; then the record of it.
/// Findings and web edition are the reading's. A kill is judged by no reading, and of what is
/// there. An error means that nothing went out. Errors: ReadingStale (subject: the file that
/// differs), GateClosed, TextConflicted, HeaderNotHeeded, NothingToCorrect, AlreadyKilled,
/// NoteMissing, EditionEmpty, WebTooLong, EmbargoRunning, StoryTwin, VersionExists,
/// FileChangedOnDisk (the draft changed meanwhile), VersionGone and VersionForeign (what went out
/// before is not there), FileLocked, FolderUnwritable, FileUnwritable, ….
[[nodiscard]] Result<Published> publish(const Subject &subject, const Choice &choice,
                                        const Clock &clock);

/// All versions that are there, oldest first; a story without versions gives an empty list. Errors:
/// ManifestInvalid, ManifestMissing, FolderUnreadable, LinkUnexpected.
[[nodiscard]] Result<std::vector<Manifest>> versions(const QString &storyFolder);
/// As versions(), but only where they are all that went out, as the record (published.json) says:
/// what the next publication stands on. Errors: those of versions(); VersionGone, VersionForeign,
/// RecordInvalid.
[[nodiscard]] Result<std::vector<Manifest>> history(const QString &storyFolder);
/// `…/versions/v0001`.
[[nodiscard]] QString versionFolder(const QString &storyFolder, int version);

/// The story of a version, all fields of it, as it was published. Errors: VersionNotFound,
/// VersionWithoutText (a kill), HashMismatch and what reading gives.
[[nodiscard]] Result<story::Story> publishedStory(const QString &storyFolder, int version);

/// What inspect() found, each with the file or folder as its subject.
struct Verification {
    qsizetype versions = 0; ///< looked at
    std::vector<Error> faults; ///< empty: all is as it was published
    std::vector<Error> notes; ///< what lies about and says nothing against that: system droppings,
                              ///< leftovers of a crash, versions older than their record
};

/// Recomputes every hash, follows the chain, compares with the record, and looks for what does not
/// belong there. Reads only; no link is followed. What cannot be read is a fault. It finds what a
/// disk, a sharing program or a hand did by mistake or in haste; somebody who computes all hashes
/// anew, the record's too, is not found: for that versions would have to be signed.
[[nodiscard]] Verification inspect(const QString &storyFolder);
/// The faults that inspect() finds.
[[nodiscard]] std::vector<Error> verify(const QString &storyFolder);

} // namespace nutgraf::publish
