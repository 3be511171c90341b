// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/findings.h"
#include "cli/story_input.h"
#include "cli/verb.h"

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

ExitCode runCheck(const Call &call, Console &console)
{
    const Result<Clock> clock = clockOf(call);
    if (!clock) {
        return failed(clock.error(), console);
    }
    const Result<reading::ReadingPtr> reading =
        readStory(call.arguments.first()).and_then([&](const StoryInput &input) {
            return read(input, (*clock)());
        });
    if (!reading) {
        return failed(reading.error(), console);
    }
    const Places places(*(*reading)->snapshot);
    QString lines;
    for (const review::Finding &finding : (*reading)->findings) {
        lines += findingLine(finding, **reading, places, console) + u'\n';
    }
    console.write(lines);
    const bool isBlocked = (*reading)->count(review::FindingLevel::Blocks) > 0;
    return isBlocked ? ExitCode::Finding : ExitCode::Ok;
}

} // namespace

Verb checkVerb()
{
    return {u"check"_s,
            u"STORY"_s,
            u"Check a story's copy before it is published"_s,
            u"Prints one line a finding, those that block publication first; then exit code 1."_s,
            {nowOption()},
            1,
            1,
            {},
            runCheck};
}

} // namespace nutgraf::cli
