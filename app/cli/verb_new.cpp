// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/verb.h"

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

ExitCode runNew(const Call &call, Console &console)
{
    const Result<Clock> clock = clockOf(call);
    if (!clock) {
        return failed(clock.error(), console);
    }
    const Result<QString> folder =
        desk::Desk::open(call.arguments.first()).and_then([&](const desk::Desk &desk) {
            return desk.fromTemplate(call.value(u"template"_s, u"blank"_s))
                .and_then([&](story::Story story) {
                    story.slug = call.value(u"slug"_s, story.slug);
                    story.headline = call.value(u"headline"_s, story.headline);
                    story.dateline.date = (*clock)().date();
                    return desk.add(story, *clock);
                });
        });
    if (!folder) {
        return failed(folder.error(), console);
    }
    console.write(*folder + u'\n');
    return ExitCode::Ok;
}

} // namespace

Verb newVerb()
{
    return {u"new"_s,
            u"DESK"_s,
            u"Start a story from a template"_s,
            u"Templates: politics, court, sport, blank, and the desk's own (templates/*.md).\n"
            "Prints the story's folder."_s,
            {{u"template"_s, u"NAME"_s, u"the template (blank)"_s, {}},
             {u"slug"_s, u"SLUG"_s, u"the story's slug (from the headline)"_s, {}},
             {u"headline"_s, u"TEXT"_s, u"the headline"_s, {}},
             nowOption()},
            1,
            1,
            {},
            runNew};
}

} // namespace nutgraf::cli
