// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/messages.h"
#include "messages/wording.h"

#include <algorithm>
#include <array>

namespace nutgraf::messages {

using namespace Qt::StringLiterals;

namespace {

/// How one code is worded. `what` ends without a full stop, so that a detail can follow.
struct Wording {
    ErrorCode code;
    const char *what;
    const char *remedy;
};

constexpr std::array Wordings = {
    Wording{ErrorCode::FileNotFound, QT_TRANSLATE_NOOP("messages", "There is no such file"),
            QT_TRANSLATE_NOOP("messages", "Check the name and the folder.")},
    Wording{ErrorCode::FileUnreadable, QT_TRANSLATE_NOOP("messages", "The file cannot be read"),
            QT_TRANSLATE_NOOP("messages", "Check that it is a file and that you may read it.")},
    Wording{ErrorCode::FileTooLarge,
            QT_TRANSLATE_NOOP("messages", "The file is larger than the program reads"),
            QT_TRANSLATE_NOOP("messages", "Split it into smaller files.")},
    Wording{ErrorCode::FileNotUtf8,
            QT_TRANSLATE_NOOP("messages", "The file is not text in the UTF-8 encoding"),
            QT_TRANSLATE_NOOP("messages", "Save it as UTF-8 in the program it comes from.")},
    Wording{ErrorCode::FileUnwritable, QT_TRANSLATE_NOOP("messages", "The file cannot be written"),
            QT_TRANSLATE_NOOP("messages",
                              "Check the free space and that you may write in the folder.")},
    Wording{ErrorCode::FileChangedOnDisk,
            QT_TRANSLATE_NOOP("messages", "Another program changed the file since it was opened"),
            QT_TRANSLATE_NOOP("messages",
                              "Compare the two, then keep one or save under another name.")},
    Wording{ErrorCode::FileExists,
            QT_TRANSLATE_NOOP("messages", "A file of this name is there already"),
            QT_TRANSLATE_NOOP("messages", "Choose another name.")},
    Wording{ErrorCode::FolderExists,
            QT_TRANSLATE_NOOP("messages", "A folder of this name is there already"),
            QT_TRANSLATE_NOOP("messages", "Choose another folder.")},
    Wording{ErrorCode::FolderUnwritable,
            QT_TRANSLATE_NOOP("messages", "The folder cannot be written to"),
            QT_TRANSLATE_NOOP("messages", "Check that it exists and that you may write in it.")},
    Wording{ErrorCode::FolderUnreadable, QT_TRANSLATE_NOOP("messages", "The folder cannot be read"),
            QT_TRANSLATE_NOOP("messages", "Check that it is a folder and that you may read it.")},
    Wording{
        ErrorCode::NotDurable,
        QT_TRANSLATE_NOOP("messages",
                          "It is written, but the disk did not confirm that it is safe"),
        QT_TRANSLATE_NOOP("messages",
                          "Check the disk, then save or publish again from a copy if it is gone.")},
    Wording{ErrorCode::LinkUnexpected,
            QT_TRANSLATE_NOOP("messages", "A link lies where a file or folder of its own belongs"),
            QT_TRANSLATE_NOOP(
                "messages",
                "Put the file or folder itself there; what a link leads to can change unseen.")},
    Wording{ErrorCode::StoryHeaderUnterminated,
            QT_TRANSLATE_NOOP("messages", "The story's header has no end"),
            QT_TRANSLATE_NOOP("messages", "Add a line of three hyphens after the last field.")},
    Wording{ErrorCode::StoryHeaderInvalid,
            QT_TRANSLATE_NOOP("messages", "The story's header cannot be understood"),
            QT_TRANSLATE_NOOP("messages",
                              "Correct this line in a text editor; the file is left as it is.")},
    Wording{ErrorCode::StoryFieldInvalid,
            QT_TRANSLATE_NOOP("messages", "A field of the story's header has an impossible value"),
            QT_TRANSLATE_NOOP("messages", "Correct the field; the file is left as it is.")},
    Wording{
        ErrorCode::NotADesk, QT_TRANSLATE_NOOP("messages", "The folder is not a desk"),
        QT_TRANSLATE_NOOP("messages", "Open a folder that has a desk.json, or make a new desk.")},
    Wording{ErrorCode::DeskSettingsInvalid,
            QT_TRANSLATE_NOOP("messages", "The desk's settings cannot be understood"),
            QT_TRANSLATE_NOOP("messages", "Correct desk.json in a text editor.")},
    Wording{ErrorCode::StoryNotFound, QT_TRANSLATE_NOOP("messages", "There is no such story"),
            QT_TRANSLATE_NOOP("messages", "Give the story's folder, or look in the bin.")},
    Wording{ErrorCode::StoryNameTaken, QT_TRANSLATE_NOOP("messages", "Another story has this slug"),
            QT_TRANSLATE_NOOP("messages", "Choose another slug.")},
    Wording{ErrorCode::StoryNameInvalid,
            QT_TRANSLATE_NOOP("messages", "This cannot be a story's slug"),
            QT_TRANSLATE_NOOP("messages", "Use small letters, digits and hyphens.")},
    Wording{
        ErrorCode::StoryTwin, QT_TRANSLATE_NOOP("messages", "Another folder holds the same story"),
        QT_TRANSLATE_NOOP("messages",
                          "Subscribers would take one for the other. Duplicate the copy to make "
                          "it a story of its own, then move the copy to the bin.")},
    Wording{ErrorCode::StoryLocked,
            QT_TRANSLATE_NOOP("messages", "Someone else has the story open"),
            QT_TRANSLATE_NOOP("messages", "Read it, or wait until it is closed there.")},
    Wording{
        ErrorCode::FileLocked,
        QT_TRANSLATE_NOOP("messages", "Another window or program is writing here at this moment"),
        QT_TRANSLATE_NOOP("messages",
                          "Wait until it is done, look at what is new, then try again.")},
    Wording{
        ErrorCode::UnitChanged,
        QT_TRANSLATE_NOOP("messages",
                          "Nothing was decided: the words, their speaker or what others decided "
                          "about them changed meanwhile"),
        QT_TRANSLATE_NOOP("messages", "Look at the statement again, then decide.")},
    Wording{ErrorCode::ReviewInvalid,
            QT_TRANSLATE_NOOP("messages", "The decisions of the review cannot be understood"),
            QT_TRANSLATE_NOOP("messages",
                              "Correct review.json, or move it away to begin the review anew.")},
    Wording{ErrorCode::ModelInvalid,
            QT_TRANSLATE_NOOP("messages", "The trained model cannot be understood"),
            QT_TRANSLATE_NOOP("messages", "Install the program anew.")},
    Wording{ErrorCode::ManifestInvalid,
            QT_TRANSLATE_NOOP("messages", "The list of a version's files cannot be understood"),
            QT_TRANSLATE_NOOP("messages", "Restore the version from a copy.")},
    Wording{ErrorCode::ManifestMissing,
            QT_TRANSLATE_NOOP("messages", "A version has no list of its files"),
            QT_TRANSLATE_NOOP("messages", "Restore manifest.json from a copy.")},
    Wording{ErrorCode::HashMismatch,
            QT_TRANSLATE_NOOP("messages", "The file is not the one that was published"),
            QT_TRANSLATE_NOOP("messages", "Restore it from a copy; a version never changes.")},
    Wording{ErrorCode::FileMissing,
            QT_TRANSLATE_NOOP("messages", "A file that was published is gone"),
            QT_TRANSLATE_NOOP("messages", "Restore it from a copy.")},
    Wording{
        ErrorCode::FileUnexpected,
        QT_TRANSLATE_NOOP("messages", "A file lies in a version that was not published with it"),
        QT_TRANSLATE_NOOP("messages", "Move it out of the version's folder.")},
    Wording{
        ErrorCode::LineEndsChanged,
        QT_TRANSLATE_NOOP("messages",
                          "The line ends of a published file were changed; its words are the same"),
        QT_TRANSLATE_NOOP("messages",
                          "Git did this: add the line **/versions/** -text to .gitattributes, then "
                          "check the files out anew.")},
    Wording{ErrorCode::DraftMissing, QT_TRANSLATE_NOOP("messages", "A story has no story.md"),
            QT_TRANSLATE_NOOP("messages", "Restore it from a copy, or take the folder away.")},
    Wording{
        ErrorCode::ConflictCopy,
        QT_TRANSLATE_NOOP("messages", "A program that shares files made a second copy here"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Compare the two, keep the one that is right under its own name, remove the other.")},
    Wording{
        ErrorCode::SystemDropping,
        QT_TRANSLATE_NOOP("messages", "The system or another program left this here"),
        QT_TRANSLATE_NOOP("messages", "It is no part of what was published and can be removed.")},
    Wording{ErrorCode::WriteUnfinished,
            QT_TRANSLATE_NOOP("messages", "Left by a write that did not end; it never counted"),
            QT_TRANSLATE_NOOP("messages", "The next publication removes it.")},
    Wording{ErrorCode::RecordInvalid,
            QT_TRANSLATE_NOOP("messages", "The record of what was published cannot be understood"),
            QT_TRANSLATE_NOOP("messages", "Restore published.json from a copy.")},
    Wording{ErrorCode::RecordMissing,
            QT_TRANSLATE_NOOP("messages",
                              "There is no record of these versions, so nobody can say whether the "
                              "last one was taken away"),
            QT_TRANSLATE_NOOP(
                "messages", "The next publication writes it; compare with a copy if you had one.")},
    Wording{ErrorCode::RecordBehind,
            QT_TRANSLATE_NOOP("messages", "The record does not name this version yet"),
            QT_TRANSLATE_NOOP("messages", "The next publication adds it.")},
    Wording{ErrorCode::VersionGone,
            QT_TRANSLATE_NOOP("messages", "A version that was published is gone"),
            QT_TRANSLATE_NOOP("messages",
                              "Restore it from a copy; until then nothing more can be published.")},
    Wording{ErrorCode::VersionForeign,
            QT_TRANSLATE_NOOP("messages", "This is not the version that was published here"),
            QT_TRANSLATE_NOOP("messages", "Restore the version from a copy.")},
    Wording{ErrorCode::ChainBroken,
            QT_TRANSLATE_NOOP("messages", "The version does not continue the one before it"),
            QT_TRANSLATE_NOOP("messages", "Restore both versions from a copy.")},
    Wording{ErrorCode::VersionNotFound, QT_TRANSLATE_NOOP("messages", "There is no such version"),
            QT_TRANSLATE_NOOP("messages", "See the list of versions.")},
    Wording{
        ErrorCode::VersionExists,
        QT_TRANSLATE_NOOP("messages", "This version was published already"),
        QT_TRANSLATE_NOOP("messages",
                          "Someone may have published meanwhile: look at it, then publish anew.")},
    Wording{ErrorCode::VersionWithoutText,
            QT_TRANSLATE_NOOP("messages", "This version withdrew the story and holds no text"),
            QT_TRANSLATE_NOOP("messages", "Choose an earlier version.")},
    Wording{
        ErrorCode::VersionUnlisted,
        QT_TRANSLATE_NOOP("messages",
                          "The desk's ledger of publications does not name this version"),
        QT_TRANSLATE_NOOP("messages",
                          "If it went out here, its next publication adds it; else take it away.")},
    Wording{
        ErrorCode::LedgerInvalid,
        QT_TRANSLATE_NOOP("messages", "A line of the ledger of publications cannot be understood"),
        QT_TRANSLATE_NOOP("messages", "Restore the file from a copy.")},
    Wording{ErrorCode::LedgerBroken,
            QT_TRANSLATE_NOOP("messages", "The ledger of publications was changed here"),
            QT_TRANSLATE_NOOP("messages", "Restore the ledger from a copy.")},
    Wording{ErrorCode::LedgerCut,
            QT_TRANSLATE_NOOP("messages",
                              "A publication that is known here is no longer in the ledger"),
            QT_TRANSLATE_NOOP("messages",
                              "Restore ledger/ from a copy. If it is an older copy on purpose, "
                              "remove .nutgraf/ledger-seen.json.")},
    Wording{ErrorCode::LedgerMissing,
            QT_TRANSLATE_NOOP("messages", "The ledger of publications is gone"),
            QT_TRANSLATE_NOOP("messages", "Restore ledger/ from a copy.")},
    Wording{
        ErrorCode::LedgerBehind,
        QT_TRANSLATE_NOOP("messages", "The ledger of publications does not name this version yet"),
        QT_TRANSLATE_NOOP("messages", "The next publication adds it.")},
    Wording{ErrorCode::LedgerForked,
            QT_TRANSLATE_NOOP(
                "messages",
                "Two computers published at the same time: the ledger has more than one end"),
            QT_TRANSLATE_NOOP("messages", "The next publication joins them.")},
    Wording{ErrorCode::SshKeygenMissing,
            QT_TRANSLATE_NOOP("messages",
                              "ssh-keygen cannot be started, which signs and checks signatures"),
            QT_TRANSLATE_NOOP("messages", "Install the package openssh-client.")},
    Wording{ErrorCode::SigningKeyMissing,
            QT_TRANSLATE_NOOP("messages", "No key is chosen to sign with"),
            QT_TRANSLATE_NOOP("messages", "Choose your SSH key with nutgraf-cli signing --key.")},
    Wording{ErrorCode::SigningKeyUnusable, QT_TRANSLATE_NOOP("messages", "The key cannot sign"),
            QT_TRANSLATE_NOOP("messages", "Choose another key with nutgraf-cli signing --key.")},
    Wording{
        ErrorCode::SigningKeyLocked, QT_TRANSLATE_NOOP("messages", "The key wants its passphrase"),
        QT_TRANSLATE_NOOP("messages", "Give it to the agent with ssh-add, then publish again.")},
    Wording{ErrorCode::SigningTimedOut,
            QT_TRANSLATE_NOOP("messages", "Signing took too long and was stopped"),
            QT_TRANSLATE_NOOP(
                "messages",
                "See whether the agent or the security key waits for you, then publish again.")},
    Wording{ErrorCode::SigningFailed,
            QT_TRANSLATE_NOOP("messages", "The version could not be signed"),
            QT_TRANSLATE_NOOP("messages", "See what ssh-keygen said; nothing was published.")},
    Wording{ErrorCode::SignatureMissing,
            QT_TRANSLATE_NOOP("messages", "A version that must be signed has no signature"),
            QT_TRANSLATE_NOOP("messages", "Restore manifest.json.sig from a copy.")},
    Wording{ErrorCode::SignatureBad,
            QT_TRANSLATE_NOOP("messages", "The signature is not of this version"),
            QT_TRANSLATE_NOOP("messages",
                              "Restore the version from a copy; somebody may have changed it.")},
    Wording{
        ErrorCode::SignerUnknown,
        QT_TRANSLATE_NOOP("messages",
                          "The version is signed with a key that the desk does not know"),
        QT_TRANSLATE_NOOP("messages",
                          "Ask whose it is; a colleague's key belongs among the desk's signers.")},
    Wording{ErrorCode::SnapshotExists,
            QT_TRANSLATE_NOOP("messages", "A snapshot of this name is there already"),
            QT_TRANSLATE_NOOP("messages", "Choose another name.")},
    Wording{ErrorCode::SnapshotNotFound, QT_TRANSLATE_NOOP("messages", "There is no such snapshot"),
            QT_TRANSLATE_NOOP("messages", "See the list of snapshots.")},
    Wording{ErrorCode::ReadingStale,
            QT_TRANSLATE_NOOP("messages", "This is not what was read and checked"),
            QT_TRANSLATE_NOOP("messages",
                              "It changed meanwhile: look at it again, then publish anew.")},
    Wording{
        ErrorCode::GateClosed, QT_TRANSLATE_NOOP("messages", "Checks block publication"),
        QT_TRANSLATE_NOOP("messages", "Settle them, or say why the story goes out all the same.")},
    Wording{ErrorCode::NothingToCorrect,
            QT_TRANSLATE_NOOP("messages", "The story was never published"),
            QT_TRANSLATE_NOOP("messages", "Publish it as a first version.")},
    Wording{ErrorCode::AlreadyKilled, QT_TRANSLATE_NOOP("messages", "The story was killed"),
            QT_TRANSLATE_NOOP("messages", "Publish the new text as a story of its own.")},
    Wording{ErrorCode::KindImpossible,
            QT_TRANSLATE_NOOP("messages", "The story's state forbids this kind of publication"),
            QT_TRANSLATE_NOOP("messages", "See which kinds are possible now.")},
    Wording{ErrorCode::NotForPublication,
            QT_TRANSLATE_NOOP("messages", "The story's header says that it is not for publication"),
            QT_TRANSLATE_NOOP("messages", "When it may go out, take the key out of story.md.")},
    Wording{ErrorCode::ScheduledLater,
            QT_TRANSLATE_NOOP("messages", "The story is planned for a later time"),
            QT_TRANSLATE_NOOP("messages", "Publish it then, or change the time in story.md.")},
    Wording{ErrorCode::NoteMissing,
            QT_TRANSLATE_NOOP("messages", "The note for readers is missing"),
            QT_TRANSLATE_NOOP("messages", "Say what changed, or why the story is killed.")},
    Wording{ErrorCode::EmbargoRunning, QT_TRANSLATE_NOOP("messages", "The embargo has not ended"),
            QT_TRANSLATE_NOOP("messages", "Wait until it ends, or change it.")},
    Wording{
        ErrorCode::EditionEmpty, QT_TRANSLATE_NOOP("messages", "There is no text to publish"),
        QT_TRANSLATE_NOOP("messages", "Write the story, or pick sentences for the web edition.")},
    Wording{
        ErrorCode::WebTooLong,
        QT_TRANSLATE_NOOP("messages", "The web edition says nearly all of the story"),
        QT_TRANSLATE_NOOP("messages", "Pick fewer sentences, or publish without a web edition.")},
    Wording{ErrorCode::TextConflicted,
            QT_TRANSLATE_NOOP("messages", "Two versions of the text conflict"),
            QT_TRANSLATE_NOOP("messages",
                              "Keep one of them, and take out the lines with <<<<<<<, ======= and "
                              ">>>>>>>.")},
    Wording{ErrorCode::HeaderNotHeeded,
            QT_TRANSLATE_NOOP("messages", "The header of story.md holds the story back"),
            QT_TRANSLATE_NOOP("messages",
                              "Do what it asks for; when the story may go out, take it out of "
                              "story.md.")},
    Wording{ErrorCode::ImportUnrecognised,
            QT_TRANSLATE_NOOP("messages", "No story was recognised in the file"),
            QT_TRANSLATE_NOOP(
                "messages", "Check that the file holds a story, as plain text or as a news item.")},
    Wording{ErrorCode::ArgumentInvalid,
            QT_TRANSLATE_NOOP("messages", "The command is not understood"),
            QT_TRANSLATE_NOOP("messages", "See --help.")},
    Wording{ErrorCode::Cancelled, QT_TRANSLATE_NOOP("messages", "Stopped before the end"),
            QT_TRANSLATE_NOOP("messages", "Nothing was changed; begin again when you like.")},
    Wording{ErrorCode::Internal,
            QT_TRANSLATE_NOOP("messages", "Something went wrong inside the program"),
            QT_TRANSLATE_NOOP("messages", "Your text is kept; please report what you did.")},
};

QString place(const Error &error)
{
    if (error.line <= 0) {
        return error.subject;
    }
    //: %1 is a file
    const QString line = error.column > 0
        ? QCoreApplication::translate("messages", "%1, line %2, column %3")
        : QCoreApplication::translate("messages", "%1, line %2");
    const QString result = line.arg(error.subject).arg(error.line);
    return error.column > 0 ? result.arg(error.column) : result;
}

const Wording &wordingOf(ErrorCode code)
{
    const auto found = std::ranges::find(Wordings, code, &Wording::code);
    Q_ASSERT(found != Wordings.end());
    return found != Wordings.end() ? *found : Wordings.back();
}

/// "file.md:7:12: ", as compilers and editors write places.
QString prefix(const Error &error)
{
    QString result = error.subject;
    if (error.line > 0) {
        result += u':' + QString::number(error.line);
        result += error.column > 0 ? u':' + QString::number(error.column) : QString();
    }
    return result.isEmpty() ? result : result + u": "_s;
}

} // namespace

Message describe(const Error &error)
{
    const Wording &wording = wordingOf(error.code);
    const QString what = translated(wording.what);
    return {.what = error.detail.isEmpty() ? what + u'.' : u"%1 (%2)."_s.arg(what, error.detail),
            .where = place(error),
            .remedy = translated(wording.remedy)};
}

QString oneLine(const Error &error)
{
    const Message message = describe(error);
    return (prefix(error) + message.what + u' ' + message.remedy).simplified();
}

} // namespace nutgraf::messages
