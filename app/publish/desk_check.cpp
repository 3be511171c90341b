// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/desk_check.h"

#include "base/files.h"
#include "base/folders.h"
#include "publish/ledger_check.h"
#include "publish/manifest.h"
#include "publish/strangers.h"
#include "story/folders.h"

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

void addFault(StoryCheck &story, ErrorCode code, const QString &path, const QString &detail = {})
{
    story.found.faults.push_back({code, path, 0, 0, detail});
}

QString signaturePath(const StoryCheck &story, int version)
{
    return versionFolder(story.folder, version) + u'/' + signatureName();
}

void judge(StoryCheck &story, VersionCheck &version, const signing::Checked &checked)
{
    const QString path = signaturePath(story, version.seen.version);
    const bool isOther = checked.fingerprint != version.seen.signer;
    if (checked.trust == signing::Trust::Bad || isOther) {
        version.signature = Signature::Bad;
        addFault(story, ErrorCode::SignatureBad, path, isOther ? checked.fingerprint : QString());
    } else if (checked.trust == signing::Trust::Unknown) {
        version.signature = Signature::Unknown;
        version.signer = checked.fingerprint;
        addFault(story, ErrorCode::SignerUnknown, path, checked.fingerprint);
    } else {
        version.signature = Signature::Good;
        version.signer = checked.principal;
    }
}

/// A signature that is not there was named by inspect().
void checkSignature(StoryCheck &story, VersionCheck &version, const signing::Signers &signers)
{
    const SeenVersion &seen = version.seen;
    const Result<std::optional<EntryKind>> kind = entryAt(signaturePath(story, seen.version));
    if (seen.signer.isEmpty() || !kind || *kind != EntryKind::File) {
        return;
    }
    const Result<signing::Checked> checked =
        readOwnFile(manifestPath(story.folder, seen.version), MaxManifestBytes)
            .and_then([&](const QByteArray &manifest) {
                return signing::check(signaturePath(story, seen.version), manifest, seen.published,
                                      signers);
            });
    if (checked) {
        judge(story, version, *checked);
    } else {
        version.signature = Signature::Unchecked;
        story.found.faults.push_back(checked.error());
    }
}

/// An entry of stories/ or the bin. A hidden folder is some program's own.
void sortEntry(const QString &path, const FolderEntry &entry, DeskCheck &check)
{
    const std::optional<ErrorCode> known = knownStranger(entry.name);
    if (known) {
        const bool isFault = *known == ErrorCode::ConflictCopy;
        (isFault ? check.found.faults : check.found.notes).push_back({*known, path, 0, 0, {}});
    } else if (entry.kind == EntryKind::Link) {
        check.found.faults.push_back({ErrorCode::LinkUnexpected, path, 0, 0, {}});
    } else if (entry.kind == EntryKind::Folder && !entry.name.startsWith(u'.')) {
        check.stories.push_back({path, {}, {}});
    }
}

void sortFolder(const QString &folder, DeskCheck &check)
{
    const Result<std::vector<FolderEntry>> entries = listFolder(folder);
    if (!entries && entries.error().code != ErrorCode::FileNotFound) {
        check.found.faults.push_back(entries.error());
    }
    if (!entries) {
        return; // a desk without a bin
    }
    for (const FolderEntry &entry : *entries) {
        sortEntry(folder + u'/' + entry.name, entry, check);
    }
}

/// The number in the desk of the first signed publication.
int firstSigned(const DeskCheck &check)
{
    int first = std::numeric_limits<int>::max();
    for (const StoryCheck &story : check.stories) {
        for (const VersionCheck &version : story.versions) {
            if (version.signature != Signature::None && version.seen.sequence > 0) {
                first = std::min(first, version.seen.sequence);
            }
        }
    }
    return first;
}

void refuseUnsigned(StoryCheck &story, int after)
{
    for (const VersionCheck &version : story.versions) {
        if (version.seen.signer.isEmpty() && version.seen.sequence > after) {
            addFault(story, ErrorCode::SignatureMissing,
                     signaturePath(story, version.seen.version));
        }
    }
}

/// One fault however many versions it kept from being looked at.
bool isOfTool(const Error &error)
{
    return error.code == ErrorCode::SshKeygenMissing || error.code == ErrorCode::SigningTimedOut;
}

std::vector<Error> gathered(const DeskCheck &check, std::vector<Error> Verification::*list)
{
    std::vector<Error> all;
    for (const StoryCheck &story : check.stories) {
        for (const Error &error : story.found.*list) {
            if (!isOfTool(error) || std::ranges::find(all, error) == all.end()) {
                all.push_back(error);
            }
        }
    }
    std::ranges::copy(check.found.*list, std::back_inserter(all));
    return all;
}

} // namespace

std::vector<Error> DeskCheck::faults() const
{
    return gathered(*this, &Verification::faults);
}

std::vector<Error> DeskCheck::notes() const
{
    return gathered(*this, &Verification::notes);
}

StoryCheck checkStory(const QString &storyFolder, const CheckOptions &options)
{
    StoryCheck story{storyFolder, inspect(storyFolder), {}};
    for (const SeenVersion &seen : story.found.seen) {
        story.versions.push_back({seen, Signature::None, {}});
        checkSignature(story, story.versions.back(), options.signers);
    }
    if (options.unsignedVersions == Unsigned::Refuse) {
        refuseUnsigned(story, -1);
    }
    return story;
}

DeskCheck checkDesk(const story::DeskFolder &desk, const CheckOptions &options)
{
    DeskCheck check;
    sortFolder(desk.stories(), check);
    sortFolder(desk.spiked(), check);
    options.forEach(static_cast<qsizetype>(check.stories.size()), [&](qsizetype at) {
        StoryCheck &story = check.stories[static_cast<size_t>(at)];
        story = checkStory(story.folder, options);
    });
    for (StoryCheck &story : check.stories) {
        check.found.versions += story.found.versions;
    }
    if (options.unsignedVersions == Unsigned::RefuseLater) {
        const int first = firstSigned(check);
        std::ranges::for_each(check.stories,
                              [&](StoryCheck &story) { refuseUnsigned(story, first); });
    }
    checkLedger(desk, options, check);
    std::ranges::move(twins(desk, options.forEach), std::back_inserter(check.found.faults));
    return check;
}

} // namespace nutgraf::publish
