// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/web_story.h"

#include "base/folders.h"
#include "format/edition_text.h"
#include "format/read_item.h"
#include "publish/record.h"
#include "publish/signing.h"
#include "story/identity.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

using publish::StoredManifest;

const QString Web = u"web"_s;
/// Of the formats that go out it is the one that carries all that a page says.
const QString WebFile = u"web.newsml.xml"_s;

bool isSigned(const QString &storyFolder, int version)
{
    const auto kind =
        entryAt(publish::versionFolder(storyFolder, version) + u'/' + publish::signatureName());
    return kind && *kind == EntryKind::File;
}

bool isWithdrawal(const publish::Manifest &manifest)
{
    return manifest.kind == format::PublicationKind::Kill;
}

/// The newest version alone, if it withdraws the story: nothing may hold that up.
Result<std::vector<StoredManifest>> withdrawalOr(const QString &storyFolder, const Error &error)
{
    const Result<std::vector<int>> numbers = publish::versionNumbers(storyFolder);
    if (!numbers || numbers->empty())
        return std::unexpected(error);
    Result<StoredManifest> newest = publish::readStored(storyFolder, numbers->back());
    if (!newest || !isWithdrawal(newest->manifest))
        return std::unexpected(error);
    return std::vector{std::move(*newest)};
}

/// All that went out, as the record says.
Result<std::vector<StoredManifest>> storedOf(const QString &storyFolder)
{
    Result<std::vector<StoredManifest>> stored = publish::readAllStored(storyFolder);
    if (!stored)
        return withdrawalOr(storyFolder, stored.error());
    const Result<std::optional<publish::Record>> record = publish::readRecord(storyFolder);
    if (!record)
        return withdrawalOr(storyFolder, record.error());
    if (!*record)
        return stored;
    const std::vector<Error> faults = publish::faultsAgainst(**record, *stored, storyFolder);
    return faults.empty() ? stored : withdrawalOr(storyFolder, faults.front());
}

/// An embargo's words are for nobody yet (publishing contract §5.6).
bool isPublic(const publish::Manifest &manifest)
{
    return manifest.editions.contains(Web) && !manifest.embargo;
}

/// What the file does not say (ninjs and NewsML-G2 have no place for it) or the desk says now.
format::Edition completed(format::Edition edition, const publish::Manifest &manifest,
                          const QDateTime &published, const story::Agency &agency)
{
    edition.published = published;
    edition.agency.siteUrl = agency.siteUrl;
    if (!edition.changeNote.isEmpty())
        edition.changeNote = manifest.note; // as it was typed
    return edition;
}

Result<WebVersion> readVersion(const QString &storyFolder, const StoredManifest &stored,
                               const QDateTime &published, const story::Agency &agency)
{
    const QString name =
        publish::manifestPath(storyFolder, stored.manifest.version).section(u'/', 0, -2) + u'/'
        + WebFile;
    return publish::publishedFile(storyFolder, stored.manifest, WebFile)
        .and_then([&](const QByteArray &bytes) { return format::readNewsml(bytes, name); })
        .transform([&](format::Edition edition) {
            return WebVersion{stored.manifest, stored.sha256,
                              isSigned(storyFolder, stored.manifest.version),
                              completed(std::move(edition), stored.manifest, published, agency)};
        });
}

/// What a withdrawal's page says: that there was a story, and no word of it.
WebVersion withdrawn(const StoredManifest &stored, const QDateTime &published,
                     const story::Agency &agency)
{
    format::Edition edition;
    edition.kind = format::EditionKind::Web;
    edition.publication = format::PublicationKind::Kill;
    edition.wireGuid = stored.manifest.guid;
    edition.guid = edition.wireGuid + u".web"_s;
    edition.version = stored.manifest.version;
    edition.agency = agency;
    edition.story.slug = story::neutralId(edition.wireGuid);
    edition.firstCreated = stored.manifest.firstCreated;
    edition.versionCreated = stored.manifest.published;
    edition.published = published;
    return {stored.manifest, stored.sha256, false, std::move(edition)};
}

/// A guid from elsewhere must not lead out of the site.
std::optional<QString> pageOf(const QString &guid)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\d-[A-Za-z0-9][\\w.-]*\\.html$"_s);
    format::Edition edition;
    edition.kind = format::EditionKind::Web;
    edition.wireGuid = guid;
    edition.agency.domain = u"desk.invalid"_s;
    const QString page = format::editionText(edition).address.section(u'/', 3);
    return form.match(page).hasMatch() ? std::optional(page) : std::nullopt;
}

/// The withdrawal's web edition if it has one, else what its manifest gives.
Result<WebVersion> readWithdrawal(const QString &storyFolder, const StoredManifest &stored,
                                  const QDateTime &published, const story::Agency &agency)
{
    if (!stored.manifest.editions.contains(Web))
        return withdrawn(stored, published, agency);
    const Result<WebVersion> read = readVersion(storyFolder, stored, published, agency);
    return read ? read : withdrawn(stored, published, agency);
}

QByteArray digestOf(const QString &storyFolder, const std::vector<StoredManifest> &stored)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const StoredManifest &version : stored) {
        hash.addData(version.sha256.toLatin1());
        hash.addData(isSigned(storyFolder, version.manifest.version) ? "signed" : "not");
    }
    return hash.result();
}

bool isWithdrawn(const WebVersion &version)
{
    return version.edition.publication == format::PublicationKind::Kill;
}

/// A story that was withdrawn for a time and is back begins anew: what it said before is what was
/// withdrawn, and stands nowhere.
void add(WebVersion version, WebStory &story)
{
    const bool wasWithdrawn = !story.versions.empty() && isWithdrawn(story.newest());
    if (wasWithdrawn || isWithdrawn(version))
        story.versions.clear();
    story.version = version.manifest.version;
    story.isWithdrawn = isWithdrawn(version);
    story.versions.push_back(std::move(version));
}

Result<void> addVersions(const std::vector<StoredManifest> &stored, const QDateTime &published,
                         const story::Agency &agency, WebStory &story)
{
    for (const StoredManifest &version : stored) {
        if (!isPublic(version.manifest))
            continue;
        Result<WebVersion> read = readVersion(story.folder, version, published, agency);
        if (!read)
            return std::unexpected(read.error());
        add(std::move(*read), story);
    }
    return {};
}

} // namespace

Result<std::optional<WebStory>> readWebStory(const QString &storyFolder,
                                             const story::Agency &agency)
{
    const Result<std::vector<StoredManifest>> stored = storedOf(storyFolder);
    if (!stored)
        return std::unexpected(stored.error());
    const auto first = std::ranges::find_if(*stored, isPublic, &StoredManifest::manifest);
    if (first == stored->end())
        return std::nullopt;
    const std::optional<QString> page = pageOf(first->manifest.guid);
    if (!page)
        return fail(ErrorCode::ManifestInvalid,
                    publish::manifestPath(storyFolder, first->manifest.version), u"guid"_s);
    WebStory story;
    story.folder = storyFolder;
    story.page = *page;
    story.digest = digestOf(storyFolder, *stored);
    if (!isWithdrawal(stored->back().manifest)) {
        return addVersions(*stored, first->manifest.published, agency, story).transform([&] {
            return std::optional(std::move(story));
        });
    }
    return readWithdrawal(storyFolder, stored->back(), first->manifest.published, agency)
        .transform([&](WebVersion version) {
            add(std::move(version), story);
            return std::optional(std::move(story));
        });
}

std::optional<QString> pageOfDamaged(const QString &storyFolder)
{
    const Result<std::optional<publish::Record>> record = publish::readRecord(storyFolder);
    if (record && *record)
        return pageOf((*record)->guid);
    const Result<std::vector<int>> numbers = publish::versionNumbers(storyFolder);
    if (!numbers)
        return std::nullopt;
    for (const int number : *numbers) {
        const Result<StoredManifest> stored = publish::readStored(storyFolder, number);
        if (stored)
            return pageOf(stored->manifest.guid);
    }
    return std::nullopt;
}

} // namespace nutgraf::site
