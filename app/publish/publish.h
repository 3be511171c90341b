// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "publish/signing.h"
#include "publish/version.h"
#include "reading/reading.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nutgraf::publish {

/// A story that may go out, and what is known of it.
struct Subject {
    QString storyFolder; ///< the folder that holds story.md and versions/
    reading::ReadingPtr reading; ///< of story.md and review.json there; a kill needs none
    story::Agency agency;
    QDateTime created; ///< when the story was begun, UTC; invalid: with its first version
    Signing signing = {}; ///< whether and with what the version is signed
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
    /// It should have been signed, and was not: the desk signs when it can, or it is a kill.
    std::optional<Error> unsignedBecause = {};
};

/// Reads story.md and review.json, and publishes those bytes if the reading is of them, as the next
/// version: written aside, synced, renamed once, never over an existing one; then the record of it.
/// Findings and web edition are the reading's. A kill is judged by no reading, and of what is
/// there. In a desk its line is then added to the ledger, and it is signed as `subject` says. An
/// error means that nothing went out. Errors: ReadingStale (subject: the file that
/// differs), GateClosed, TextConflicted, HeaderNotHeeded, NothingToCorrect, AlreadyKilled,
/// NoteMissing, EditionEmpty, WebTooLong, EmbargoRunning, StoryTwin, VersionExists,
/// FileChangedOnDisk (the draft changed meanwhile), VersionGone and VersionForeign (what went out
/// before is not there), LedgerInvalid, LedgerCut, LedgerMissing, SigningKeyMissing and what
/// signing gives, FileLocked, FolderUnwritable, FileUnwritable, ….
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

/// What the ledger and the signers are compared with, of one version whose manifest is sound.
struct SeenVersion {
    int version = 0;
    QString guid;
    QString manifestSha256;
    int sequence = 0;
    QStringList ledgerPrevious;
    QString signer; ///< as the manifest says
    QDateTime published;
};

/// What inspect() found, each with the file or folder as its subject.
struct Verification {
    qsizetype versions = 0; ///< looked at
    std::vector<Error> faults; ///< empty: all is as it was published
    std::vector<Error> notes; ///< what lies about and says nothing against that: system droppings,
                              ///< leftovers of a crash, versions older than their record
    std::vector<SeenVersion> seen = {}; ///< ascending
    QString recordedGuid = {}; ///< of the record: also where no version is left
};

/// Recomputes every hash, follows the chain, compares with the record, and looks for what does not
/// belong there. Reads only; no link is followed. What cannot be read is a fault. It finds what a
/// disk, a sharing program or a hand did by mistake or in haste; somebody who computes all hashes
/// anew, the record's too, is found by signatures and the desk's ledger: desk_check.h.
[[nodiscard]] Verification inspect(const QString &storyFolder);
/// The faults that inspect() finds.
[[nodiscard]] std::vector<Error> verify(const QString &storyFolder);

} // namespace nutgraf::publish
