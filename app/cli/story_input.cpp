// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"

#include "base/files.h"
#include "reading/reader.h"
#include "story/folders.h"

#include <QFileInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

const QString NowName = u"now"_s;

Result<format::StoryFile> decode(const QByteArray &bytes, const QString &path)
{
    if (!isWireText(path)) {
        return format::decodeStory(bytes, path);
    }
    return format::importWireText(bytes, path).transform([&](const story::Story &story) {
        format::StoryFile file;
        file.story = story;
        file.bytes = bytes;
        return file;
    });
}

} // namespace

bool isWireText(const QString &path)
{
    return path.endsWith(".txt"_L1, Qt::CaseInsensitive);
}

Result<review::Review> decisionsOf(const QString &folder)
{
    return folder.isEmpty() ? review::Review()
                            : review::readDecisions(story::StoryFolder(folder).review());
}

Result<QString> storyFile(const QString &argument)
{
    const QFileInfo info(argument);
    if (!info.exists()) {
        return fail(ErrorCode::FileNotFound, argument);
    }
    if (!info.isDir()) {
        return argument;
    }
    QString draft = story::StoryFolder(argument).draft();
    if (!QFileInfo(draft).isFile()) {
        return fail(ErrorCode::StoryNotFound, argument, u"no story.md in it"_s);
    }
    return draft;
}

Result<QString> storyFolder(const QString &argument)
{
    const Result<QString> file = storyFile(argument);
    if (!file) {
        return file;
    }
    const std::optional<story::StoryFolder> folder = story::StoryFolder::ofDraft(*file);
    if (!folder) {
        return fail(ErrorCode::StoryNotFound, argument, u"not in a story's folder"_s);
    }
    return folder->path();
}

Result<StoryBytes> readBytes(const QString &argument)
{
    const Result<QString> path = storyFile(argument);
    if (!path) {
        return std::unexpected(path.error());
    }
    const std::optional<story::StoryFolder> folder = story::StoryFolder::ofDraft(*path);
    return readFile(*path).transform([&](const QByteArray &bytes) {
        return StoryBytes{*path, folder ? folder->path() : QString(), bytes};
    });
}

Result<StoryInput> readStory(const QString &argument)
{
    return readBytes(argument).and_then([](const StoryBytes &input) {
        return decode(input.bytes, input.path).transform([&](format::StoryFile file) {
            return StoryInput{input.path, input.folder, std::move(file)};
        });
    });
}

Result<desk::Desk> deskAround(const QString &folder)
{
    const std::optional<QString> found = desk::Desk::findAround(folder);
    if (!found) {
        return fail(ErrorCode::NotADesk, folder);
    }
    return desk::Desk::open(*found);
}

Result<reading::ReadingPtr> read(const StoryInput &input, const QDateTime &now)
{
    return decisionsOf(input.folder).and_then([&](const review::Review &review) {
        return reading::Reader().read({.story = input.file.story, .review = review, .now = now});
    });
}

Option nowOption()
{
    return {NowName, u"ISO-TIME"_s, u"the time to write down, as 2026-05-12T09:30:00Z"_s, {}};
}

Result<Clock> clockOf(const Call &call)
{
    if (!call.has(NowName)) {
        return systemClock();
    }
    QDateTime now = QDateTime::fromString(call.value(NowName), Qt::ISODate);
    if (!now.isValid()) {
        return fail(ErrorCode::ArgumentInvalid, u"--now"_s, call.value(NowName));
    }
    if (now.timeSpec() == Qt::LocalTime) {
        now.setTimeZone(QTimeZone::UTC); // a time without zone must not mean two things
    }
    return fixedClock(now); // with its offset: the reporter's day is that of the time as given
}

ExitCode failed(const Error &error, Console &console)
{
    console.error(error);
    return error.code == ErrorCode::ArgumentInvalid ? ExitCode::Usage : ExitCode::Finding;
}

} // namespace nutgraf::cli
