// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/snapshots.h"

#include "base/files.h"
#include "base/folders.h"
#include "format/story_file.h"
#include "story/folders.h"
#include "text/slug.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace nutgraf::desk {

namespace {

using story::StoryFolder;

constexpr QLatin1StringView TimeForm("yyyyMMdd'T'HHmmss'Z'");

std::optional<Snapshot> snapshotNamed(const QString &folder, const FolderEntry &entry)
{
    static const QRegularExpression form(u"^([0-9]{8}T[0-9]{6}Z)-(.+)\\.md$"_s);
    const QRegularExpressionMatch match = form.match(entry.name);
    QDateTime taken = QDateTime::fromString(match.captured(1), TimeForm);
    if (entry.kind != EntryKind::File || !match.hasMatch() || !taken.isValid()) {
        return std::nullopt;
    }
    taken.setTimeZone(QTimeZone::UTC);
    return Snapshot{match.captured(2), taken, folder + u'/' + entry.name};
}

Result<Snapshot> write(const StoryFolder &story, const QString &name, const QDateTime &now,
                       const QByteArray &bytes)
{
    const QDateTime taken =
        QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), QTimeZone::UTC); // as files say it
    const QString file =
        story.snapshots() + u'/' + taken.toString(TimeForm) + u'-' + name + u".md"_s;
    return makeFolder(story.snapshots())
        .and_then([&] { return replaceFile(file, bytes, {}); })
        .transform([&] { return Snapshot{name, taken, file}; });
}

bool isTaken(const std::vector<Snapshot> &all, const QString &name)
{
    return std::ranges::contains(all, name, &Snapshot::name);
}

/// `before-NAME`, or with a number where that is taken.
QString nameBefore(const std::vector<Snapshot> &all, const QString &name)
{
    const QString first = u"before-"_s + name;
    QString free = first;
    for (int number = 2; isTaken(all, free); ++number) {
        free = u"%1-%2"_s.arg(first).arg(number);
    }
    return free;
}

/// Keeps what the draft is, unless it is kept already; the name, or none.
Result<QString> keepDraft(const StoryFolder &story, const QByteArray &draft, const QString &name,
                          const QDateTime &now)
{
    const Result<std::vector<Snapshot>> all = snapshots(story.path());
    if (!all) {
        return std::unexpected(all.error());
    }
    for (const Snapshot &snapshot : *all) {
        const Result<QByteArray> bytes = readFile(snapshot.file);
        if (bytes && *bytes == draft) {
            return QString();
        }
    }
    return write(story, nameBefore(*all, name), now, draft).transform([](const Snapshot &kept) {
        return kept.name;
    });
}

/// The snapshot's bytes, if they are a story's.
Result<QByteArray> storyIn(const QString &file)
{
    return readFile(file).and_then([&](QByteArray bytes) {
        return format::decodeStory(bytes, file).transform([&](const format::StoryFile &) {
            return std::move(bytes);
        });
    });
}

} // namespace

Result<std::vector<Snapshot>> snapshots(const QString &storyFolder)
{
    const QString folder = StoryFolder(storyFolder).snapshots();
    const Result<std::vector<FolderEntry>> entries = listFolder(folder);
    if (!entries && entries.error().code == ErrorCode::FileNotFound) {
        return {};
    }
    return entries.transform([&](const std::vector<FolderEntry> &found) {
        std::vector<Snapshot> all; // by name, which begins with the time
        for (const FolderEntry &entry : found) {
            if (const std::optional<Snapshot> snapshot = snapshotNamed(folder, entry)) {
                all.push_back(*snapshot);
            }
        }
        return all;
    });
}

Result<Snapshot> takeSnapshot(const QString &storyFolder, const QString &name, const Clock &clock)
{
    const StoryFolder story(storyFolder);
    const QString plain = text::slugFrom(name, {}, 12);
    if (plain.isEmpty()) {
        return fail(ErrorCode::ArgumentInvalid, name, u"a name with letters"_s);
    }
    const Result<std::vector<Snapshot>> all = snapshots(storyFolder);
    if (!all) {
        return std::unexpected(all.error());
    }
    if (isTaken(*all, plain)) {
        return fail(ErrorCode::SnapshotExists, storyFolder, plain);
    }
    return readFile(story.draft()).and_then([&](const QByteArray &draft) {
        return write(story, plain, clock(), draft);
    });
}

Result<QString> restoreSnapshot(const QString &storyFolder, const QString &name, const Clock &clock)
{
    const StoryFolder story(storyFolder);
    const Result<std::vector<Snapshot>> all = snapshots(storyFolder);
    if (!all) {
        return std::unexpected(all.error());
    }
    const auto wanted = std::ranges::find(*all, name, &Snapshot::name);
    if (wanted == all->end()) {
        return fail(ErrorCode::SnapshotNotFound, storyFolder, name);
    }
    return storyIn(wanted->file).and_then([&](const QByteArray &bytes) {
        return readFile(story.draft()).and_then([&](const QByteArray &draft) {
            return keepDraft(story, draft, name, clock()).and_then([&](const QString &kept) {
                return replaceFile(story.draft(), bytes, sha256Hex(draft)).transform([&] {
                    return kept;
                });
            });
        });
    });
}

} // namespace nutgraf::desk
