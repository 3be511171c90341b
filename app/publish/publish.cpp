// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/publish.h"

#include "base/files.h"
#include "format/writers.h"
#include "publish/gate.h"
#include "publish/listing.h"
#include "publish/manifest.h"
#include "publish/seal.h"
#include "publish/store.h"
#include "story/folders.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

void addEdition(const format::Edition &edition, std::vector<NamedBytes> &files)
{
    for (const format::Writer &writer : format::writers()) {
        if (format::isFor(writer, edition.kind))
            files.push_back({format::fileName(writer, edition.kind), writer.write(edition)});
    }
}

/// All files of the version but its manifest, by name.
std::vector<NamedBytes> filesOf(const Judged &judged)
{
    std::vector<NamedBytes> files;
    addEdition(judged.editions.wire, files);
    if (judged.editions.web)
        addEdition(*judged.editions.web, files);
    files.push_back({story::draftName(), judged.draft});
    std::ranges::sort(files, {}, &NamedBytes::name);
    return files;
}

Result<QString> previousHash(const QString &storyFolder, int version)
{
    if (version == 1)
        return {};
    return readStored(storyFolder, version - 1).transform([](const StoredManifest &stored) {
        return stored.sha256;
    });
}

/// What the reading says against it, one entry a check, in the order of the findings.
std::vector<Overridden> overriddenBy(const Judged &judged)
{
    std::vector<Overridden> all;
    for (const review::Finding &finding : judged.proposal.subject.reading->findings) {
        if (finding.level != review::FindingLevel::Blocks)
            continue;
        const QString check = review::key(finding.id);
        const auto known = std::ranges::find(all, check, &Overridden::check);
        if (known == all.end())
            all.push_back({check, 1});
        else
            ++known->count;
    }
    return all;
}

bool isShown(const analysis::Attribution &attribution, const summary::Summary &edition)
{
    return std::ranges::all_of(attribution.quotes, [&](const TextRange &quote) {
        return std::ranges::any_of(edition.pieces, [&](const summary::Summary::Piece &piece) {
            return piece.inStory.begin <= quote.begin && quote.end <= piece.inStory.end;
        });
    });
}

/// How many quotations the web edition shows, and how many of them the desk vouches for.
std::optional<QuoteCount> quotesOf(const Judged &judged, const Choice &choice)
{
    const reading::Reading &reading = *judged.proposal.subject.reading;
    if (!judged.editions.web || reading.isUnread())
        return std::nullopt;
    const summary::Summary edition = judged.proposal.webEdition(choice.picks);
    QuoteCount count;
    for (const review::Unit &unit : reading.bound.units) {
        const auto &attribution =
            reading.analysis->attributions.at(static_cast<size_t>(unit.attribution));
        if (attribution.quotes.empty() || !isShown(attribution, edition))
            continue;
        ++count.direct;
        count.confirmed += unit.state == review::UnitState::Confirmed ? 1 : 0;
    }
    return count.direct == 0 ? std::nullopt : std::optional(count);
}

/// What an editor decided about the version beyond the editions themselves.
void keepChoice(const Judged &judged, const Choice &choice, Manifest &manifest)
{
    manifest.signedBy = choice.signedBy;
    if (choice.kind == format::PublicationKind::Kill)
        return; // it is judged by nothing, and repeats no word
    manifest.overridden = overriddenBy(judged);
    if (!manifest.overridden.empty())
        manifest.overrideReason = choice.overrideReason.trimmed();
    if (choice.isOnWeb) {
        manifest.isWebHeldBack = judged.proposal.webHeldUntil.has_value();
        manifest.picks = choice.picks;
        manifest.quotes = quotesOf(judged, choice);
    }
}

Manifest manifestFor(const Judged &judged, const Choice &choice,
                     const std::vector<NamedBytes> &files)
{
    const format::Edition &wire = judged.editions.wire;
    Manifest manifest;
    manifest.version = judged.editions.version;
    manifest.kind = choice.kind;
    manifest.guid = wire.wireGuid;
    manifest.slug = wire.story.slug;
    manifest.headline = wire.story.headline;
    manifest.note = wire.changeNote;
    keepChoice(judged, choice, manifest);
    manifest.firstCreated = wire.firstCreated;
    manifest.published = wire.versionCreated;
    if (wire.story.embargo && wire.versionCreated < *wire.story.embargo)
        manifest.embargo = wire.story.embargo;
    if (wire.previousVersion > 0)
        manifest.corrects = wire.previousVersion;
    manifest.editions.append(u"wire"_s);
    if (judged.editions.web)
        manifest.editions.append(u"web"_s);
    for (const NamedBytes &file : files)
        manifest.files.push_back({file.name, sha256Hex(file.bytes), file.bytes.size()});
    return manifest;
}

/// A draft that another program changes at this moment may have been read half written, and what
/// the checks saw is no longer what the desk has. A kill copies no draft and waits for none.
Result<void> isDraftStill(const Judged &judged, const Choice &choice)
{
    if (choice.kind == format::PublicationKind::Kill)
        return {};
    const QString path = story::StoryFolder(judged.proposal.subject.storyFolder).draft();
    const Result<QByteArray> onDisk = readFile(path);
    if (!onDisk)
        return std::unexpected(onDisk.error());
    return *onDisk == judged.draft ? Result<void>() : fail(ErrorCode::FileChangedOnDisk, path);
}

/// Manifest and bytes of one version, all made in memory.
struct MadeVersion {
    Manifest manifest;
    std::vector<NamedBytes> files; ///< without the two below
    QByteArray manifestBytes;
    QByteArray signature; ///< empty: none
    std::optional<Error> unsignedBecause;

    [[nodiscard]] std::vector<NamedBytes> all() const
    {
        std::vector<NamedBytes> all = files;
        all.push_back({QString::fromLatin1(ManifestName), manifestBytes});
        if (!signature.isEmpty())
            all.push_back({signatureName(), signature});
        return all;
    }
};

/// All of it but the signature.
Result<MadeVersion> make(const Judged &judged, const Choice &choice, const ledger::Entry &entry)
{
    const Result<QString> hash =
        previousHash(judged.proposal.subject.storyFolder, judged.editions.version);
    if (!hash)
        return std::unexpected(hash.error());
    MadeVersion made;
    made.files = filesOf(judged);
    made.manifest = manifestFor(judged, choice, made.files);
    made.manifest.previousManifestSha256 = *hash;
    made.manifest.sequence = entry.sequence;
    made.manifest.ledgerPrevious = entry.previous;
    made.manifestBytes = writeManifest(made.manifest);
    return made;
}

/// Sets the signer in the manifest and adds the signature, or leaves all as it was.
Result<void> addSignature(MadeVersion &made, const signing::Key &key, const signing::Tool &tool)
{
    Manifest manifest = made.manifest;
    manifest.signer = key.pub.fingerprint();
    const QByteArray bytes = writeManifest(manifest);
    return signing::sign(key, bytes, tool).transform([&](QByteArray signature) {
        made.manifest = std::move(manifest);
        made.manifestBytes = bytes;
        made.signature = std::move(signature);
    });
}

/// As the desk wants it. Whatever goes wrong stops no kill.
Result<void> signAsWanted(MadeVersion &made, const Judged &judged, const Choice &choice)
{
    const Subject &subject = judged.proposal.subject;
    const Signing &wanted = subject.signing;
    const bool isAsked = wanted.policy == SigningPolicy::Required
        || (wanted.policy == SigningPolicy::WhenPossible && !wanted.keyFile.isEmpty());
    if (!isAsked)
        return {};
    const Result<void> done =
        signingKey(subject.storyFolder, wanted).and_then([&](const signing::Key &key) {
            return addSignature(made, key, wanted.tool);
        });
    if (done)
        return {};
    const bool mayGoUnsigned =
        wanted.policy != SigningPolicy::Required || choice.kind == format::PublicationKind::Kill;
    if (!mayGoUnsigned)
        return done;
    made.unsignedBecause = done.error();
    return {};
}

/// The line in the desk's ledger; a kill goes out also where the ledger is damaged.
struct Reserved {
    Line line;
    std::optional<Error> fault;
};

Result<Reserved> reserve(const Judged &judged, const Choice &choice)
{
    const Proposal &proposal = judged.proposal;
    Result<Line> line =
        openLine(proposal.subject.storyFolder, proposal.guid, judged.editions.version);
    if (line)
        return Reserved{std::move(*line), std::nullopt};
    if (choice.kind != format::PublicationKind::Kill)
        return std::unexpected(line.error());
    Result<Line> announced =
        announceOnly(proposal.subject.storyFolder, proposal.guid, judged.editions.version);
    return Reserved{announced ? std::move(*announced) : Line{}, line.error()};
}

Result<void> announce(const Reserved &reserved, const QString &storyFolder)
{
    const ledger::Entry &entry = reserved.line.entry;
    const QDir desk = QFileInfo(QFileInfo(storyFolder).absolutePath()).absoluteDir();
    const Result<void> announced = reserved.line.book->announce(
        {entry.manifestSha256, entry.version, desk.relativeFilePath(storyFolder)});
    return reserved.fault ? Result<void>() : announced; // a kill goes out all the same
}

/// What became of the line of a version that is out, or is not.
std::optional<Error> list(const Reserved &reserved, const Result<std::optional<Error>> &stored)
{
    if (!reserved.line.book || reserved.fault)
        return reserved.fault;
    const ledger::Entry &entry = reserved.line.entry;
    const Result<void> done =
        stored ? reserved.line.book->add(entry) : reserved.line.book->forget(entry.manifestSha256);
    return done ? std::nullopt : std::optional(done.error());
}

/// Announced, moved into place, listed. An error means that the version is not there.
Result<std::optional<Error>> store(const VersionStore &versions, const MadeVersion &made,
                                   Reserved &reserved, const QString &storyFolder)
{
    reserved.line.entry.manifestSha256 = sha256Hex(made.manifestBytes);
    if (reserved.line.book) {
        if (Result<void> announced = announce(reserved, storyFolder); !announced)
            return std::unexpected(announced.error());
    }
    const Result<std::optional<Error>> stored = versions.add(made.manifest.version, made.all());
    const std::optional<Error> unlisted = list(reserved, stored);
    if (!stored)
        return stored;
    return *stored ? *stored : unlisted;
}

} // namespace

Result<Published> publish(const Subject &subject, const Choice &choice, const Clock &clock)
{
    if (const Result<Judged> possible = judge(subject, choice, clock); !possible)
        return std::unexpected(possible.error());
    const Result<VersionStore> versions = VersionStore::open(subject.storyFolder);
    if (!versions)
        return std::unexpected(versions.error());
    // Once more under the lock: another publication may have come first.
    const Result<Judged> judged = judge(subject, choice, clock);
    if (!judged)
        return std::unexpected(judged.error());
    Result<Reserved> reserved = reserve(*judged, choice);
    if (!reserved)
        return std::unexpected(reserved.error());
    Result<MadeVersion> made = make(*judged, choice, reserved->line.entry);
    if (!made)
        return std::unexpected(made.error());
    return signAsWanted(*made, *judged, choice)
        .and_then([&] { return isDraftStill(*judged, choice); })
        .and_then([&] { return store(*versions, *made, *reserved, subject.storyFolder); })
        .transform([&](std::optional<Error> doubt) {
            return Published{std::move(made->manifest), std::move(doubt),
                             std::move(made->unsignedBecause)};
        });
}

} // namespace nutgraf::publish
