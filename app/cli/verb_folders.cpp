// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/verb.h"

#include <QFileInfo>

#include <functional>

using namespace Qt::StringLiterals;

// rename, duplicate, spike and restore: a story's folder moves, and its new place is printed.

namespace nutgraf::cli {

namespace {

using Move = std::function<Result<QString>(const desk::Desk &, const QString &, const Clock &)>;

ExitCode moveStory(const Call &call, Console &console, const Move &move)
{
    const Result<Clock> clock = clockOf(call);
    if (!clock) {
        return failed(clock.error(), console);
    }
    const Result<QString> moved =
        storyFolder(call.arguments.first()).and_then([&](const QString &folder) {
            return deskAround(folder).and_then(
                [&](const desk::Desk &desk) { return move(desk, folder, *clock); });
        });
    if (!moved) {
        return failed(moved.error(), console);
    }
    console.write(*moved + u'\n');
    return ExitCode::Ok;
}

ExitCode runRename(const Call &call, Console &console)
{
    return moveStory(call, console,
                     [&](const desk::Desk &desk, const QString &folder, const Clock &) {
                         return desk.rename(folder, call.arguments.at(1));
                     });
}

ExitCode runDuplicate(const Call &call, Console &console)
{
    return moveStory(call, console,
                     [](const desk::Desk &desk, const QString &folder, const Clock &clock) {
                         return desk.duplicate(folder, clock);
                     });
}

ExitCode runSpike(const Call &call, Console &console)
{
    return moveStory(call, console,
                     [](const desk::Desk &desk, const QString &folder, const Clock &clock) {
                         return desk.spike(folder, clock);
                     });
}

ExitCode runRestore(const Call &call, Console &console)
{
    return moveStory(call, console,
                     [](const desk::Desk &desk, const QString &folder, const Clock &) {
                         return desk.restore(folder);
                     });
}

} // namespace

Verb renameVerb()
{
    return {u"rename"_s,
            u"STORY SLUG"_s,
            u"Give a story another slug and its folder the name"_s,
            u"Versions and decisions move along. Prints the new folder."_s,
            {},
            2,
            2,
            {},
            runRename};
}

Verb duplicateVerb()
{
    return {u"duplicate"_s,
            u"STORY"_s,
            u"Copy a story's draft into a new story"_s,
            u"Without versions and decisions. Prints the new folder."_s,
            {nowOption()},
            1,
            1,
            {},
            runDuplicate};
}

Verb spikeVerb()
{
    return {u"spike"_s,
            u"STORY"_s,
            u"Move a story to the desk's bin"_s,
            u"Nothing is deleted. Prints the folder in the bin (spiked/), which restore takes."_s,
            {nowOption()},
            1,
            1,
            {},
            runSpike};
}

Verb restoreVerb()
{
    return {u"restore"_s,
            u"SPIKED-STORY"_s,
            u"Take a story out of the bin"_s,
            u"Prints the story's folder."_s,
            {},
            1,
            1,
            {},
            runRestore};
}

} // namespace nutgraf::cli
