// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/site.h"

#include "base/file_lock.h"
#include "base/files.h"
#include "base/folders.h"
#include "base/many_files.h"
#include "site/catalogue.h"
#include "site/made_mark.h"
#include "site/plan.h"
#include "story/folders.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

/// What lies in the site's folders now.
struct OnDisk {
    QSet<QString> files;
    QSet<QString> others; ///< links and folders, which no file of the site is
};

Result<void> addOnDisk(const QString &siteFolder, const QString &folder, OnDisk &there)
{
    const Result<std::vector<FolderEntry>> entries =
        listFolder(folder.isEmpty() ? siteFolder : siteFolder + u'/' + folder);
    if (!entries && entries.error().code == ErrorCode::FileNotFound)
        return {};
    if (!entries)
        return std::unexpected(entries.error());
    for (const FolderEntry &entry : *entries) {
        QSet<QString> &set = entry.kind == EntryKind::File ? there.files : there.others;
        set.insert(folder.isEmpty() ? entry.name : folder + u'/' + entry.name);
    }
    return {};
}

Result<OnDisk> lookAt(const QString &siteFolder)
{
    OnDisk there;
    for (const QString &folder : plannedFolders()) {
        if (Result<void> added = addOnDisk(siteFolder, folder, there); !added)
            return std::unexpected(added.error());
    }
    return there;
}

/// Brings the site's folder to what is planned.
class Writing {
public:
    Writing(const story::DeskFolder &desk, State &state, OnDisk there)
        : m_desk(desk), m_state(state), m_there(std::move(there)), m_files(desk.site())
    {
    }

    [[nodiscard]] Result<void> bring(const Planned &planned, Extent extent);
    /// Those that the site made once and that it should have no longer.
    [[nodiscard]] Result<void> removeAllBut(const QSet<QString> &files, Extent extent);
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] Built built() const
    {
        return m_built;
    }
    [[nodiscard]] bool hasBegun() const
    {
        return m_hasBegun;
    }

private:
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> write(const Planned &planned, const QByteArray &bytes);
    [[nodiscard]] Result<void> remove(const QString &file);
    void leave(const QString &file);

    const story::DeskFolder &m_desk;
    State &m_state;
    OnDisk m_there;
    ManyFiles m_files;
    Built m_built;
    bool m_hasBegun = false;
};

/// From here on until finish() the site may be half the old and half the new one; whoever finds
/// this note after a crash compares every file.
Result<void> Writing::begin()
{
    if (m_hasBegun)
        return {};
    m_hasBegun = true;
    return makeFolder(m_desk.site()).and_then([&] { return writeFile(m_desk.siteBegun(), {}); });
}

/// It is somebody else's: it stays.
void Writing::leave(const QString &file)
{
    m_state.files.remove(file);
    m_built.notes.push_back({ErrorCode::FileExists, m_desk.site() + u'/' + file, 0, 0, {}});
}

Result<void> Writing::write(const Planned &planned, const QByteArray &bytes)
{
    return begin().and_then([&] { return m_files.write(planned.file, bytes); }).transform([&] {
        m_state.files.insert(planned.file, planned.key);
        ++m_built.written;
    });
}

Result<void> Writing::bring(const Planned &planned, Extent extent)
{
    const bool isThere = m_there.files.contains(planned.file);
    const bool isKnown = m_state.files.value(planned.file) == planned.key;
    if (extent == Extent::Changed && isThere && isKnown)
        return {};
    const Result<QByteArray> bytes = planned.make();
    if (!bytes) {
        m_built.faults.push_back(bytes.error());
        return {}; // what the site has of it stays
    }
    if (m_there.others.contains(planned.file)) {
        leave(planned.file);
        return {};
    }
    if (!isThere)
        return write(planned, *bytes);
    const Result<QByteArray> before = readOwnFile(m_desk.site() + u'/' + planned.file);
    if (!before)
        return std::unexpected(before.error());
    if (*before != *bytes && !isMadeAs(planned.file, *before)) {
        leave(planned.file);
        return {};
    }
    m_state.files.insert(planned.file, planned.key);
    return *before == *bytes ? Result<void>() : write(planned, *bytes);
}

Result<void> Writing::remove(const QString &file)
{
    const QString path = m_desk.site() + u'/' + file;
    const Result<QByteArray> bytes = readOwnFile(path);
    m_state.files.remove(file);
    if (!bytes || !isMadeAs(file, *bytes))
        return {}; // a picture, a page that somebody wrote
    return begin().and_then([&] { return removeFile(path); }).transform([&] { ++m_built.removed; });
}

Result<void> Writing::removeAllBut(const QSet<QString> &files, Extent extent)
{
    QSet<QString> gone = extent == Extent::All
        ? m_there.files
        : m_there.files & QSet<QString>(m_state.files.keyBegin(), m_state.files.keyEnd());
    gone -= files;
    for (const QString &file : gone) {
        if (Result<void> removed = remove(file); !removed)
            return removed;
    }
    for (const QString &file : m_state.files.keys()) {
        if (!files.contains(file))
            m_state.files.remove(file);
    }
    return {};
}

Result<void> Writing::finish()
{
    if (!m_hasBegun)
        return {};
    return m_files.finish()
        .and_then([&] { return writeFile(m_desk.siteState(), writeState(m_state)); })
        .and_then([&] { return removeFile(m_desk.siteBegun()); });
}

/// Stories by what was read already, or read again.
StorySource sourceOf(const Site &site, const Catalogue &catalogue)
{
    const QString stories = story::DeskFolder(site.deskFolder).stories();
    return [&site, &catalogue, stories](const Card &card) -> Result<WebStory> {
        const auto known = catalogue.read.constFind(card.folder);
        if (known != catalogue.read.cend())
            return *known;
        const QString folder = stories + u'/' + card.folder;
        return readWebStory(folder, site.agency)
            .and_then([&](std::optional<WebStory> story) -> Result<WebStory> {
                return story ? Result<WebStory>(std::move(*story))
                             : fail(ErrorCode::StoryNotFound, folder);
            });
    };
}

QSet<QString> filesOf(const std::vector<Planned> &plan, const Catalogue &catalogue)
{
    QSet<QString> files = catalogue.kept;
    for (const Planned &planned : plan)
        files.insert(planned.file);
    return files;
}

void keepCards(const Catalogue &catalogue, State &state)
{
    state.cards.clear();
    for (const std::vector<Card> *cards : {&catalogue.cards, &catalogue.others}) {
        for (const Card &card : *cards)
            state.cards.insert(card.folder, card);
    }
}

Result<Built> buildFrom(const Site &site, State state, Extent extent)
{
    const story::DeskFolder desk(site.deskFolder);
    const Result<Catalogue> catalogue = catalogueOf(site, state);
    if (!catalogue)
        return std::unexpected(catalogue.error());
    Result<OnDisk> there = lookAt(desk.site());
    if (!there)
        return std::unexpected(there.error());
    const Frame frame = frameOf(site, catalogue->cards);
    const Groups groups = groupsOf(catalogue->cards);
    const std::vector<Planned> plan =
        planOf(frame, catalogue->cards, groups, sourceOf(site, *catalogue));
    keepCards(*catalogue, state);
    Writing writing(desk, state, std::move(*there));
    for (const Planned &planned : plan) {
        if (const Result<void> brought = writing.bring(planned, extent); !brought)
            return std::unexpected(brought.error());
    }
    Result<void> done;
    if (catalogue->isWhole)
        done = writing.removeAllBut(filesOf(plan, *catalogue), extent);
    if (done && !writing.hasBegun() && catalogue->isChanged)
        done = writeFile(desk.siteState(), writeState(state));
    return done.and_then([&] { return writing.finish(); }).transform([&] {
        Built built = writing.built();
        built.stories = std::ssize(catalogue->cards);
        built.files = std::ssize(plan);
        std::ranges::copy(catalogue->faults, std::back_inserter(built.faults));
        return built;
    });
}

Result<void> expectFolder(const QString &path)
{
    return entryAt(path).and_then([&](std::optional<EntryKind> kind) {
        return kind && *kind == EntryKind::Link ? fail(ErrorCode::LinkUnexpected, path)
                                                : Result<void>();
    });
}

} // namespace

Result<Built> build(const Site &site, Extent extent)
{
    using namespace std::chrono_literals;
    const story::DeskFolder desk(site.deskFolder);
    const Result<FileLock> lock =
        expectFolder(desk.site()).and_then([&] { return makeFolder(desk.own()); }).and_then([&] {
            return FileLock::take(desk.siteLock(), 30s);
        });
    if (!lock)
        return std::unexpected(lock.error());
    const Result<std::optional<EntryKind>> begun = entryAt(desk.siteBegun());
    if (!begun)
        return std::unexpected(begun.error());
    // Without a state nobody knows what to skip, and which files were once made.
    State state = *begun || extent == Extent::All ? State() : readState(desk.siteState());
    const bool isNew = state.cards.isEmpty() && state.files.isEmpty();
    return buildFrom(site, std::move(state), isNew ? Extent::All : extent);
}

bool isWanted(const QString &deskFolder, const std::optional<story::Website> &website)
{
    return website.has_value() || QFileInfo(story::DeskFolder(deskFolder).site()).isDir();
}

} // namespace nutgraf::site
