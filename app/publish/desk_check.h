// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/identity.h"
#include "publish/publish.h"

namespace nutgraf::publish {

/// Whose signature a version has.
enum class Signature { None, Good, Unknown, Bad, Unchecked };

struct VersionCheck {
    SeenVersion seen;
    Signature signature = Signature::None;
    QString signer; ///< a good one's name, an unknown one's fingerprint
};

struct StoryCheck {
    QString folder;
    Verification found; ///< of inspect(), with what its signatures say
    std::vector<VersionCheck> versions;
};

/// What of versions without a signature.
enum class Unsigned {
    Accept,
    RefuseLater, ///< those that went out after the first signed one are faults
    Refuse,
};

struct CheckOptions {
    signing::Signers
        signers; ///< whose signatures count; the desk's own file, or one kept elsewhere
    Unsigned unsignedVersions = Unsigned::Accept;
    QString head; ///< the hash of a ledger line that must be there; empty: none is asked for
    ForEach forEach = oneByOne;
};

/// A look at a whole desk.
struct DeskCheck {
    std::vector<StoryCheck> stories; ///< by folder, those in the bin last
    Verification found; ///< of the desk itself: ledger, twins, what lies between the stories
    qsizetype publications = 0; ///< lines of the ledger
    QStringList heads; ///< the hashes of its ends; one, unless two computers published apart

    /// All faults, then all notes, of stories and desk.
    [[nodiscard]] std::vector<Error> faults() const;
    [[nodiscard]] std::vector<Error> notes() const;
};

/// As inspect(), and asks ssh-keygen about each signature. Faults: SignatureBad, SignerUnknown
/// (subject: the signature; detail: the key's fingerprint), SshKeygenMissing and SigningTimedOut
/// (nobody can say), SignatureMissing.
[[nodiscard]] StoryCheck checkStory(const QString &storyFolder, const CheckOptions &options);

/// All stories, the ledger, twins. Faults of the ledger: LedgerInvalid and LedgerBroken (a line;
/// detail: guid and version), VersionGone (a line whose version is nowhere), VersionForeign (a
/// version that is another than the line says), VersionUnlisted, LedgerMissing, LedgerCut. Notes:
/// LedgerBehind, LedgerForked. Reads only.
[[nodiscard]] DeskCheck checkDesk(const story::DeskFolder &desk, const CheckOptions &options);

} // namespace nutgraf::publish
