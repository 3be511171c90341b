// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/desk.h"

#include "base/files.h"
#include "base/folders.h"
#include "desk/git_files.h"
#include "desk/journal.h"
#include "desk/names.h"
#include "desk/settings.h"
#include "desk/spike_note.h"
#include "desk/story_list.h"
#include "story/folders.h"
#include "story/identity.h"
#include "text/slug.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace nutgraf::desk {

namespace {

using story::DeskFolder;
using story::StoryFolder;

QString in(const QString &folder, const QString &name)
{
    return QDir(folder).filePath(name);
}

/// The names in a folder as any file system may tell them apart (text::foldedName).
QSet<QString> namesIn(const QString &folder)
{
    QSet<QString> names;
    for (const QString &name : QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System
                                                      | QDir::NoDotAndDotDot)) {
        names.insert(text::foldedName(name));
    }
    return names;
}

/// `name`, `name-2`, `name-3`, … until one is free, also where `move` finds it taken meanwhile.
template <class Move>
Result<QString> moveToFreeName(const QString &parent, const QString &name, Move move)
{
    const QSet<QString> taken = namesIn(parent);
    for (int number = 1;; ++number) {
        const QString wanted = number == 1 ? name : QStringLiteral("%1-%2").arg(name).arg(number);
        if (taken.contains(text::foldedName(wanted))) {
            continue;
        }
        QString target = in(parent, wanted);
        const Result<void> moved = move(target);
        if (moved) {
            return target;
        }
        if (moved.error().code != ErrorCode::FolderExists) {
            return std::unexpected(moved.error());
        }
    }
}

/// Whether another entry beside `folder` has this name, for some file system.
bool isTaken(const QFileInfo &folder, const QString &name)
{
    QSet<QString> others = namesIn(folder.absolutePath());
    others.remove(text::foldedName(folder.fileName()));
    return others.contains(text::foldedName(name));
}

/// The slug of a new story: its own, one of its headline's words, or a neutral one.
QString slugFor(const story::Story &story, const QString &storyId)
{
    if (!story.slug.isEmpty()) {
        return story.slug;
    }
    const QString slug = text::slugFrom(story.headline, story.language);
    return isValidSlug(slug) ? slug : QStringLiteral("story-") + storyId.section(u'-', 1);
}

/// Makes a whole story folder aside, then moves it into place.
Result<QString> addFolder(const DeskFolder &desk, const QString &name, const QByteArray &draft,
                          const IdSource &ids)
{
    const QString aside = desk.aside(ids());
    const QString stories = desk.stories();
    Result<QString> added =
        writeGitFiles(desk.path()) // a desk of an earlier version has no .gitattributes
            .and_then([&] { return makeFolder(aside); })
            .and_then([&] { return makeFolder(stories); })
            .and_then([&] { return writeFile(StoryFolder(aside).draft(), draft); })
            .and_then([&] {
                return moveToFreeName(stories, name, [&](const QString &target) {
                    return moveFolderOnce(aside, target);
                });
            });
    if (!added) {
        QDir(aside).removeRecursively();
    }
    return added;
}

/// The absolute path of a folder that lies directly in `parent`, which keeps a slip of a path from
/// moving anything else.
Result<QString> childFolder(const QString &parent, const QString &folder)
{
    const QFileInfo info(folder);
    QString path = QDir::cleanPath(info.absoluteFilePath());
    const QString real = QFileInfo(QFileInfo(path).absolutePath()).canonicalFilePath();
    if (!info.isDir() || real != QFileInfo(parent).canonicalFilePath()) {
        return fail(ErrorCode::StoryNotFound, folder);
    }
    return path;
}

/// Moves a story and what the journal keeps for it, or neither.
Result<void> moveStory(const QString &journalFolder, const QString &from, const QString &to)
{
    if (const Result<void> moved = moveFolderOnce(from, to); !moved) {
        return moved;
    }
    const Result<void> followed = Journal(journalFolder).moveFolder(from, to);
    if (!followed) {
        return moveFolderOnce(to, from).and_then([&] { return followed; });
    }
    return {};
}

Result<format::StoryFile> readStory(const QString &folder)
{
    const QString draft = StoryFolder(folder).draft();
    return readFile(draft).and_then(
        [&](const QByteArray &bytes) { return format::decodeStory(bytes, draft); });
}

Result<void> writeSlug(const QString &folder, const format::StoryFile &file, const QString &slug)
{
    story::Story renamed = file.story;
    renamed.slug = slug;
    return replaceFile(StoryFolder(folder).draft(), format::encodeStory(renamed, &file),
                       sha256Hex(file.bytes));
}

} // namespace

Desk::Desk(QString folder, Settings settings)
    : m_folder(std::move(folder)), m_settings(std::move(settings)), m_ids(randomIds())
{
}

Desk Desk::withIds(IdSource ids) const
{
    Desk desk = *this;
    desk.m_ids = std::move(ids);
    return desk;
}

Result<Desk> Desk::create(const QString &folder, const Settings &settings)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const DeskFolder desk(path);
    const QString file = desk.settings();
    if (QFileInfo::exists(file) || QFileInfo(path).isFile()) {
        return fail(ErrorCode::FolderExists, path);
    }
    const QByteArray json = writeSettings(settings);
    const Result<Settings> read = readSettings(json, file);
    if (!read) {
        return std::unexpected(read.error());
    }
    // desk.json is written last: a folder without it is no desk, so there is never half a desk.
    return makeFolder(desk.stories())
        .and_then([&] { return writeGitFiles(path); })
        .and_then([&] { return writeFile(file, json); })
        .transform([&] { return Desk(path, settings); });
}

Result<Desk> Desk::open(const QString &folder)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QString file = DeskFolder(path).settings();
    if (!QFileInfo(file).isFile()) {
        return fail(ErrorCode::NotADesk, folder);
    }
    return readFile(file)
        .and_then([&](const QByteArray &json) { return readSettings(json, file); })
        .transform([&](Settings settings) { return Desk(path, std::move(settings)); });
}

std::optional<QString> Desk::findAround(const QString &path)
{
    QString at = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    while (true) {
        if (QFileInfo(DeskFolder(at).settings()).isFile()) {
            return at;
        }
        const QString above = QFileInfo(at).absolutePath();
        if (above == at) {
            return std::nullopt;
        }
        at = above;
    }
}

Result<Desk> Desk::withSettings(const Settings &settings) const
{
    const QString file = DeskFolder(m_folder).settings();
    const Result<QByteArray> onDisk = readFile(file);
    if (!onDisk) {
        return std::unexpected(onDisk.error());
    }
    const QByteArray json = writeSettings(settings, *onDisk);
    // What somebody else has set since this desk was opened is not set back unseen.
    const auto isAsOpened = [&](const Settings &) {
        return readSettings(*onDisk, file).and_then([&](const Settings &now) {
            return now == m_settings ? Result<void>() : fail(ErrorCode::FileChangedOnDisk, file);
        });
    };
    return readSettings(json, file)
        .and_then(isAsOpened)
        .and_then([&] { return writeGitFiles(m_folder); })
        .and_then([&] { return replaceFile(file, json, sha256Hex(*onDisk)); })
        .transform([&] { return Desk(m_folder, settings).withIds(m_ids); });
}

QString Desk::journalFolder() const
{
    return DeskFolder(m_folder).journal();
}

std::vector<StoryEntry> Desk::stories() const
{
    return readEntries(DeskFolder(m_folder).stories());
}

Result<QString> Desk::add(const story::Story &story, const Clock &clock) const
{
    return addNew(story, nullptr, clock);
}

Result<QString> Desk::import(const format::StoryFile &file, const Clock &clock) const
{
    return addNew(file.story, &file, clock);
}

Result<QString> Desk::addNew(story::Story story, const format::StoryFile *original,
                             const Clock &clock) const
{
    const QDateTime now = clock();
    const QString storyId = story::storyIdFrom(now.date(), m_ids().toUtf8());
    story.slug = slugFor(story, storyId);
    if (!isValidSlug(story.slug)) {
        return fail(ErrorCode::StoryNameInvalid, story.slug);
    }
    return format::withBirth(format::encodeStory(story, original), {now, storyId})
        .and_then([&](const QByteArray &bytes) {
            return addFolder(DeskFolder(m_folder), folderNameFor(now.date(), story.slug), bytes,
                             m_ids);
        });
}

Result<QString> Desk::rename(const QString &storyFolder, const QString &slug) const
{
    const Result<QString> from = childFolder(DeskFolder(m_folder).stories(), storyFolder);
    if (!from) {
        return from;
    }
    if (!isValidSlug(slug)) {
        return fail(ErrorCode::StoryNameInvalid, slug);
    }
    const Result<format::StoryFile> file = readStory(*from);
    if (!file) {
        return std::unexpected(file.error());
    }
    const QFileInfo old(*from);
    QString to = in(old.absolutePath(), folderNameFor(parseFolderName(old.fileName()).day, slug));
    if (isTaken(old, QFileInfo(to).fileName())) {
        return fail(ErrorCode::StoryNameTaken, slug);
    }
    if (to == *from) {
        return writeSlug(to, *file, slug).transform([&] { return to; });
    }
    if (const Result<void> moved = moveStory(journalFolder(), *from, to); !moved) {
        const bool isTaken = moved.error().code == ErrorCode::FolderExists;
        return isTaken ? fail(ErrorCode::StoryNameTaken, slug) : std::unexpected(moved.error());
    }
    if (const Result<void> done = writeSlug(to, *file, slug); !done) {
        // Back to where it was. If even that fails, the text still lies under the new name; the
        // subject says in either case where it is.
        Error error = done.error();
        const bool isBack =
            moveStory(journalFolder(), to, *from).has_value() || QFileInfo::exists(*from);
        error.subject = draftPath(isBack ? *from : to);
        return std::unexpected(error);
    }
    return to;
}

Result<QString> Desk::duplicate(const QString &storyFolder, const Clock &clock) const
{
    const Result<QString> from = childFolder(DeskFolder(m_folder).stories(), storyFolder);
    if (!from) {
        return from;
    }
    const Result<format::StoryFile> file = readStory(*from);
    if (!file) {
        return std::unexpected(file.error());
    }
    story::Story copy = file->story;
    if (copy.slug.isEmpty()) {
        copy.slug = parseFolderName(QFileInfo(*from).fileName()).slug;
    }
    copy.slug += QStringLiteral("-copy");
    copy.status = story::Status::Draft;
    return addNew(std::move(copy), &*file, clock);
}

Result<QString> Desk::spike(const QString &storyFolder, const Clock &clock) const
{
    const Result<QString> from = childFolder(DeskFolder(m_folder).stories(), storyFolder);
    if (!from) {
        return from;
    }
    const QString bin = DeskFolder(m_folder).spiked();
    const QString name = QFileInfo(*from).fileName();
    Result<QString> to = makeFolder(bin)
                             .and_then([&] { return writeSpikeNote(*from, {name, clock()}); })
                             .and_then([&] {
                                 return moveToFreeName(bin, name, [&](const QString &target) {
                                     return moveStory(journalFolder(), *from, target);
                                 });
                             });
    if (!to) {
        removeSpikeNote(*from);
    }
    return to;
}

std::vector<SpikedEntry> Desk::spiked() const
{
    std::vector<SpikedEntry> entries;
    const QFileInfoList folders = QDir(DeskFolder(m_folder).spiked())
                                      .entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &folder : folders) {
        const QString path = folder.absoluteFilePath();
        entries.push_back({path, readEntry(path).slug, readSpikeNote(path).spiked});
    }
    std::ranges::stable_sort(entries, std::ranges::greater(), &SpikedEntry::spiked);
    return entries;
}

Result<QString> Desk::restore(const QString &spikedFolder) const
{
    const Result<QString> from = childFolder(DeskFolder(m_folder).spiked(), spikedFolder);
    if (!from) {
        return from;
    }
    const QString stories = DeskFolder(m_folder).stories();
    const QString name = readSpikeNote(*from).name;
    Result<QString> to = makeFolder(stories).and_then([&] {
        return moveToFreeName(stories, name, [&](const QString &target) {
            return moveStory(journalFolder(), *from, target);
        });
    });
    if (to) {
        removeSpikeNote(*to);
    }
    return to;
}

QString draftPath(const QString &storyFolder)
{
    return StoryFolder(storyFolder).draft();
}

QDateTime createdTime(const QString &storyFolder, const format::StoryFile &file)
{
    if (file.created) {
        return file.created->toUTC();
    }
    const QDate day = parseFolderName(QFileInfo(storyFolder).fileName()).day;
    if (day.isValid()) {
        return day.startOfDay(QTimeZone::UTC);
    }
    return QFileInfo(StoryFolder(storyFolder).draft()).lastModified().toUTC();
}

} // namespace nutgraf::desk
