// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "base/clock.h"
#include "base/error.h"
#include "format/edition.h"
#include "review/checks.h"
#include "summary/summary.h"

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
    QDateTime firstCreated;
    QDateTime published; ///< this version's time, UTC
    std::optional<QDateTime> embargo; ///< the end of an embargo that ran when it was published, UTC
    std::optional<int> corrects; ///< the version this one corrects, updates or kills
    QString previousManifestSha256; ///< empty: first version
    QStringList editions; ///< "wire", "web"
    std::vector<ManifestFile> files; ///< by name

    friend bool operator==(const Manifest &, const Manifest &) = default;
};

/// What the editor wants published.
struct Request {
    QString storyFolder; ///< the folder that holds story.md and versions/
    story::Story story; ///< what is published; the draft's bytes are copied beside it
    QByteArray storyBytes; ///< the draft file as saved
    story::Agency agency;
    QDateTime created; ///< of the story, UTC: first part of the guid
    format::PublicationKind kind = format::PublicationKind::First;
    QString note; ///< needed for update, correction, kill
    QString signedBy;
    QString overrideReason; ///< lets blocking findings pass
    bool hasWebEdition = true;
    QString webBody; ///< the web edition's body (Summary::body)
    std::vector<review::Finding> findings;
};

/// The editions a request would give, without writing (for the preview). Errors as publish().
struct Prepared {
    int version = 1;
    format::Edition wire;
    std::optional<format::Edition> web;
};
[[nodiscard]] Result<Prepared> prepare(const Request &request, const Clock &clock);

/// The sentence that closes a web edition: the story's own notice, else the agency's, else the
/// standard wording with its names filled in.
[[nodiscard]] QString webNotice(const story::Story &story, const story::Agency &agency);

/// What went out.
struct Published : Manifest {
    /// It is out, but something after that failed: NotDurable (the disk did not confirm the
    /// version), or the record of it could not be written. Never a reason to publish it again.
    std::optional<Error> doubt;
};

/// Writes the next version: aside, synced, renamed once, never over an existing one; then the
/// record of it. An error means that nothing went out. Errors: GateClosed, NothingToCorrect,
/// AlreadyKilled, NoteMissing, EditionEmpty, VersionExists, FileChangedOnDisk (the draft is no
/// longer storyBytes), VersionGone and VersionForeign (what went out before is not there),
/// FileLocked, FolderUnwritable, FileUnwritable, ….
[[nodiscard]] Result<Published> publish(const Request &request, const Clock &clock);

/// What can be published next: First for a story never published; nothing after a kill.
[[nodiscard]] Result<std::vector<format::PublicationKind>>
possibleKinds(const QString &storyFolder);

/// All versions that are there, oldest first; a story without versions gives an empty list. Errors:
/// ManifestInvalid, ManifestMissing, FolderUnreadable, LinkUnexpected.
[[nodiscard]] Result<std::vector<Manifest>> versions(const QString &storyFolder);
/// As versions(), but only where they are all that went out, as the record (published.json) says:
/// what the next publication stands on. Errors: those of versions(); VersionGone, VersionForeign,
/// RecordInvalid.
[[nodiscard]] Result<std::vector<Manifest>> history(const QString &storyFolder);
/// `…/versions/v0001`.
[[nodiscard]] QString versionFolder(const QString &storyFolder, int version);

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
