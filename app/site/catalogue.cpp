// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/catalogue.h"

#include "base/folders.h"
#include "publish/record.h"
#include "publish/strangers.h"
#include "site/pages.h"
#include "story/folders.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

/// Stories are read twice, for lists and for their page, unless they are remembered.
constexpr qsizetype MostRemembered = 256;

QString stampOf(const QFileInfo &entry)
{
    if (!entry.exists())
        return {};
    // The second time is the system's own: no program sets it back.
    return u"%1:%2:%3 "_s.arg(entry.isDir() ? 0 : entry.size())
        .arg(entry.lastModified().toMSecsSinceEpoch())
        .arg(entry.metadataChangeTime().toMSecsSinceEpoch());
}

/// Changes with every publication: a version is a new entry of the folder, and the record grows.
QString stampOf(const QString &storyFolder)
{
    return stampOf(QFileInfo(publish::recordPath(storyFolder)))
        + stampOf(QFileInfo(story::StoryFolder(storyFolder).versions()));
}

void addDamaged(const QString &storyFolder, const Card *before, const Error &error,
                Catalogue &catalogue)
{
    catalogue.faults.push_back(error);
    catalogue.isChanged = true;
    if (before != nullptr && !before->page.isEmpty()) {
        catalogue.cards.push_back(*before);
        catalogue.cards.back().stamp.clear(); // looked at again the next time
        return;
    }
    const std::optional<QString> page = pageOfDamaged(storyFolder);
    if (page)
        catalogue.kept.unite({*page, changesFile(*page)});
    else
        catalogue.isWhole = false;
}

void addRead(WebStory story, const QString &stamp, Catalogue &catalogue)
{
    Card card = cardOf(story);
    card.stamp = stamp;
    if (catalogue.read.size() < MostRemembered)
        catalogue.read.insert(card.folder, std::move(story));
    catalogue.cards.push_back(std::move(card));
}

/// Remembered so that it need not be read again.
Card unseen(const QString &folder, const QString &stamp)
{
    Card card;
    card.folder = folder;
    card.stamp = stamp;
    return card;
}

void addStory(const Site &site, const QString &storyFolder, const Card *before,
              Catalogue &catalogue)
{
    const QString stamp = stampOf(storyFolder);
    if (stamp.isEmpty())
        return; // never published
    if (before != nullptr && before->stamp == stamp) {
        (before->page.isEmpty() ? catalogue.others : catalogue.cards).push_back(*before);
        return;
    }
    catalogue.isChanged = true;
    Result<std::optional<WebStory>> story = readWebStory(storyFolder, site.agency);
    if (!story) {
        addDamaged(storyFolder, before, story.error(), catalogue);
    } else if (*story) {
        addRead(std::move(**story), stamp, catalogue);
    } else {
        catalogue.others.push_back(unseen(QFileInfo(storyFolder).fileName(), stamp));
    }
}

/// Of copies of one story the one that went further counts.
void dropTwins(const QString &storiesFolder, Catalogue &catalogue)
{
    std::ranges::sort(catalogue.cards, [](const Card &a, const Card &b) {
        return a.page != b.page      ? a.page < b.page
            : a.version != b.version ? a.version > b.version
                                     : a.folder < b.folder;
    });
    for (size_t i = 1; i < catalogue.cards.size(); ++i) {
        Card &card = catalogue.cards[i];
        const Card &before = catalogue.cards[i - 1];
        if (card.page != before.page)
            continue;
        catalogue.faults.push_back({ErrorCode::StoryTwin, storiesFolder + u'/' + card.folder, 0, 0,
                                    storiesFolder + u'/' + before.folder});
        catalogue.others.push_back(unseen(card.folder, {}));
    }
    const auto twins = std::ranges::unique(catalogue.cards, {}, &Card::page);
    catalogue.cards.erase(twins.begin(), twins.end());
}

/// What was a story the last time need not be asked after its name again.
bool isStory(const FolderEntry &entry, const Card *before)
{
    return entry.kind == EntryKind::Folder
        && (before != nullptr
            || (!entry.name.startsWith(u'.') && !publish::knownStranger(entry.name)));
}

} // namespace

Result<Catalogue> catalogueOf(const Site &site, const State &state)
{
    const QString stories = story::DeskFolder(site.deskFolder).stories();
    const Result<std::vector<FolderEntry>> entries = listFolder(stories);
    if (!entries)
        return std::unexpected(entries.error());
    Catalogue catalogue;
    for (const FolderEntry &entry : *entries) {
        const auto known = state.cards.constFind(entry.name);
        const Card *before = known == state.cards.cend() ? nullptr : &*known;
        if (isStory(entry, before))
            addStory(site, stories + u'/' + entry.name, before, catalogue);
    }
    dropTwins(stories, catalogue);
    sortNewestFirst(catalogue.cards);
    const auto count = std::ssize(catalogue.cards) + std::ssize(catalogue.others);
    catalogue.isChanged = catalogue.isChanged || count != state.cards.size();
    return catalogue;
}

} // namespace nutgraf::site
