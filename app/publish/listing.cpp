// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/listing.h"

#include "publish/identity.h"

#include <QDir>

#include <algorithm>
#include <ranges>
#include <tuple>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

using ledger::Book;
using ledger::Entry;
using story::DeskFolder;
using story::StoryFolder;

QStringList storyFolders(const DeskFolder &desk)
{
    QStringList folders;
    for (const QString &parent : {desk.stories(), desk.spiked()}) {
        for (const QString &name :
             QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            folders.append(parent + u'/' + name);
        }
    }
    return folders;
}

/// The very version that was announced, if it lies in this folder. Error: FileUnreadable: nobody
/// can say.
Result<std::optional<StoredManifest>> announcedIn(const QString &storyFolder,
                                                  const ledger::Pending &pending)
{
    Result<StoredManifest> stored = readStored(storyFolder, pending.version);
    if (!stored && stored.error().code == ErrorCode::FileUnreadable) {
        return std::unexpected(stored.error());
    }
    return stored && stored->sha256 == pending.manifestSha256 ? std::optional(std::move(*stored))
                                                              : std::nullopt;
}

/// Looked for where it was to be, then everywhere: its story may have been renamed since.
Result<std::optional<StoredManifest>> announced(const DeskFolder &desk,
                                                const ledger::Pending &pending)
{
    for (const QString &folder :
         QStringList(desk.path() + u'/' + pending.story) + storyFolders(desk)) {
        Result<std::optional<StoredManifest>> found = announcedIn(folder, pending);
        if (!found || *found) {
            return found;
        }
    }
    return std::nullopt;
}

Result<void> beginIfMissing(const Book &book, const DeskFolder &desk)
{
    const Result<std::optional<std::vector<int>>> parts = ledger::parts(desk);
    if (!parts || *parts) {
        return parts.transform([](const auto &) { });
    }
    const Result<QByteArray> seen = ledger::readSeen(desk);
    if (!seen || !seen->isEmpty()) {
        return seen ? fail(ErrorCode::LedgerMissing, desk.ledger())
                    : Result<void>(std::unexpected(seen.error()));
    }
    std::vector<Entry> entries;
    for (const StoredManifest &stored : allVersions(desk)) {
        entries.push_back(entryOf(stored));
    }
    return book.begin(std::move(entries));
}

QByteArray mentionOf(const StoredManifest &stored)
{
    return "\"manifest\":\"" + stored.sha256.toLatin1() + '"';
}

/// Adds one version's line, if there is none: the one that it says itself to have.
Result<void> addIfMissing(const Book &book, const DeskFolder &desk, const StoredManifest &stored)
{
    const Result<bool> isListed = ledger::contains(desk, mentionOf(stored));
    if (!isListed || *isListed) {
        return isListed.transform([](bool) { });
    }
    Entry entry = entryOf(stored);
    if (entry.sequence > 0) {
        return book.add(entry);
    }
    return book.next(entry.guid, entry.version).and_then([&](Entry next) {
        next.manifestSha256 = entry.manifestSha256;
        return book.add(next);
    });
}

/// Publications that a crash ended between their version and its line.
Result<void> endPending(const Book &book, const DeskFolder &desk)
{
    const Result<std::vector<ledger::Pending>> pending = ledger::readPending(desk);
    if (!pending) {
        return std::unexpected(pending.error());
    }
    for (const ledger::Pending &one : *pending) {
        const Result<std::optional<StoredManifest>> found = announced(desk, one);
        if (!found) {
            return std::unexpected(found.error());
        }
        const Result<void> added = *found ? addIfMissing(book, desk, **found) : Result<void>();
        if (!added) {
            return added;
        }
        if (Result<void> ended = book.forget(one.manifestSha256); !ended) {
            return ended;
        }
    }
    return {};
}

/// The story's own versions: copied in from elsewhere, or kept out by a fault nobody announced.
/// Where the last is listed, those before it are.
Result<void> addOwn(const Book &book, const DeskFolder &desk, const QString &storyFolder, int next)
{
    if (next == 1) {
        return {};
    }
    const Result<StoredManifest> last = readStored(storyFolder, next - 1);
    if (!last) {
        return std::unexpected(last.error());
    }
    const Result<bool> isListed = ledger::contains(desk, mentionOf(*last));
    if (!isListed || *isListed) {
        return isListed.transform([](bool) { });
    }
    const Result<std::vector<StoredManifest>> all = readAllStored(storyFolder);
    if (!all) {
        return std::unexpected(all.error());
    }
    for (const StoredManifest &stored : *all) {
        if (Result<void> added = addIfMissing(book, desk, stored); !added) {
            return added;
        }
    }
    return {};
}

} // namespace

Entry entryOf(const StoredManifest &stored)
{
    const Manifest &manifest = stored.manifest;
    return {manifest.sequence, manifest.guid, manifest.version, stored.sha256,
            manifest.ledgerPrevious};
}

std::vector<StoredManifest> allVersions(const DeskFolder &desk)
{
    std::vector<StoredManifest> all;
    for (const QString &folder : storyFolders(desk)) {
        const Result<std::vector<int>> numbers = versionNumbers(folder);
        if (!numbers) {
            continue; // verify says so
        }
        for (const int version : *numbers) {
            if (Result<StoredManifest> stored = readStored(folder, version); stored) {
                all.push_back(std::move(*stored));
            }
        }
    }
    std::ranges::stable_sort(all, {}, [](const StoredManifest &stored) {
        const Manifest &manifest = stored.manifest;
        return std::tuple(manifest.published, manifest.guid, manifest.version);
    });
    const auto again = std::ranges::unique(all, {}, [](const StoredManifest &stored) {
        return std::tuple(stored.manifest.guid, stored.manifest.version);
    });
    all.erase(again.begin(), again.end()); // a twin's
    return all;
}

Result<Line> announceOnly(const QString &storyFolder, const QString &guid, int version)
{
    const std::optional<DeskFolder> desk = deskOf(StoryFolder(storyFolder));
    if (!desk) {
        return Line{};
    }
    return Book::open(*desk).transform(
        [&](Book book) { return Line{std::move(book), {0, guid, version, {}, {}}}; });
}

Result<Line> openLine(const QString &storyFolder, const QString &guid, int version)
{
    const std::optional<DeskFolder> desk = deskOf(StoryFolder(storyFolder));
    if (!desk) {
        return Line{};
    }
    Result<Book> book = Book::open(*desk);
    if (!book) {
        return std::unexpected(book.error());
    }
    return beginIfMissing(*book, *desk)
        .and_then([&] { return endPending(*book, *desk); })
        .and_then([&] { return addOwn(*book, *desk, storyFolder, version); })
        .and_then([&] { return book->next(guid, version); })
        .transform([&](Entry entry) { return Line{std::move(*book), std::move(entry)}; });
}

} // namespace nutgraf::publish
