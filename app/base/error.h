// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <expected>

namespace nutgraf {

/// What went wrong, for programs; app/messages words it for people.
enum class ErrorCode {
    FileNotFound,
    FileUnreadable,
    FileTooLarge,
    FileNotUtf8,
    FileUnwritable,
    FileChangedOnDisk, ///< the file is no longer the one that was read (compared by hash)
    FileExists,
    FolderExists,
    FolderUnwritable,
    FolderUnreadable,
    NotDurable, ///< it is written and in its place, but the disk did not confirm that it is safe
    LinkUnexpected, ///< a symbolic link lies where a file or folder belongs
    StoryHeaderUnterminated, ///< the front matter's closing `---` is missing
    StoryHeaderInvalid, ///< the front matter is no valid YAML; line, column say where
    StoryFieldInvalid, ///< a field has the wrong type or an impossible value; detail names the
                       ///< field
    NotADesk,
    DeskSettingsInvalid,
    StoryNotFound,
    StoryNameTaken,
    StoryNameInvalid,
    StoryTwin, ///< another folder holds the same story: one guid; detail names it
    StoryLocked,
    FileLocked, ///< another process or computer is writing there at this moment
    ModelInvalid, ///< a file of the trained model is damaged or of another version
    ReviewInvalid,
    UnitChanged, ///< the words or the speaker of an attribution are no longer those that were seen
    ManifestInvalid,
    ManifestMissing,
    HashMismatch, ///< a published file differs from its manifest; subject is the file
    FileMissing, ///< the manifest lists a file that is not there
    FileUnexpected, ///< a file lies in a version folder that the manifest does not list
    LineEndsChanged, ///< a published file differs from its manifest in its line ends alone
    DraftMissing, ///< a story's folder without story.md
    ConflictCopy, ///< a second copy that a sharing program made of two changes at once
    SystemDropping, ///< a file that a system or another program leaves wherever it looks
    WriteUnfinished, ///< what a crash left of something half written; it never counted
    RecordInvalid, ///< the record of what was published (published.json) cannot be understood
    RecordMissing, ///< versions without a record: published before there was one, or taken away
    RecordBehind, ///< a version that the record does not know yet
    VersionGone, ///< the record says that it was published, and it is not there
    VersionForeign, ///< not the version that was published as this one; subject is its manifest
    ChainBroken, ///< a manifest's hash of its predecessor does not match
    VersionNotFound,
    VersionExists,
    VersionUnlisted, ///< a version that the desk's ledger does not name; subject is its manifest
    VersionWithoutText, ///< the version withdrew the story: there is nothing to restore
    LedgerInvalid, ///< a line of the ledger of publications cannot be understood; line says which
    LedgerBroken, ///< a line does not continue those before it, or says other than its version
    LedgerCut, ///< a publication that this computer or the caller knows of is not in the ledger
    LedgerMissing, ///< versions say that a ledger was kept, and there is none
    LedgerBehind, ///< a publication that a crash kept out of the ledger so far
    LedgerForked, ///< two computers published at once: the ledger has two ends
    SshKeygenMissing, ///< OpenSSH's ssh-keygen is not there, or cannot be started
    SigningKeyMissing, ///< no key is chosen to sign with
    SigningKeyUnusable, ///< the key that is to sign cannot be used; detail says why
    SigningKeyLocked, ///< the key wants its passphrase, and no agent holds it
    SigningTimedOut,
    SigningFailed, ///< detail: what ssh-keygen said
    SignatureMissing, ///< a version that was signed, or must be, has no signature
    SignatureBad, ///< the signature is not of this manifest
    SignerUnknown, ///< signed with a key that the desk's allowed_signers does not name
    SnapshotExists,
    SnapshotNotFound,
    ReadingStale, ///< what is to be published is not what was read; subject: the file that differs
    GateClosed, ///< findings block publication; detail counts them
    NothingToCorrect, ///< update, correction or kill of a story that was never published
    AlreadyKilled,
    KindImpossible, ///< the story's state forbids this kind of publication; detail names the kind
    NotForPublication, ///< the story's header says so; detail names the key
    ScheduledLater, ///< the story is planned for a later time; detail is that time
    NoteMissing, ///< the kind of publication needs a note
    EmbargoRunning,
    EditionEmpty,
    WebTooLong, ///< a web edition must leave out a part of the story
    TextConflicted, ///< `<<<<<<<` of a version control system
    HeaderNotHeeded, ///< a key in the header that should hold the story back
    ImportUnrecognised,
    ArgumentInvalid,
    Cancelled,
    Internal,
};

/// An expected failure: a code and its subject. Lines and columns count from 1 (0: unknown),
/// columns in code points.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString subject; ///< the file, folder, story or argument concerned
    qsizetype line = 0;
    qsizetype column = 0;
    QString detail; ///< what the system or library said, or a name; never a whole sentence of ours

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T>
using Result = std::expected<T, Error>;

/// Shorthand for `std::unexpected(Error{…})`.
[[nodiscard]] inline std::unexpected<Error>
fail(ErrorCode code, QString subject, QString detail = {}, qsizetype line = 0, qsizetype column = 0)
{
    return std::unexpected(Error{code, std::move(subject), line, column, std::move(detail)});
}

} // namespace nutgraf
