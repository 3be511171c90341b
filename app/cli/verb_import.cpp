// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/verb.h"
#include "desk/importing.h"

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

ExitCode runImport(const Call &call, Console &console)
{
    const Result<Clock> clock = clockOf(call);
    if (!clock) {
        return failed(clock.error(), console);
    }
    const Result<desk::Desk> desk = desk::Desk::open(call.arguments.first());
    if (!desk) {
        return failed(desk.error(), console);
    }
    ExitCode code = ExitCode::Ok;
    for (const QString &file : call.arguments.sliced(1)) {
        const Result<QString> folder = storyFile(file).and_then(
            [&](const QString &path) { return desk::importFile(*desk, path, *clock); });
        if (folder) {
            console.write(*folder + u'\n');
        } else {
            code = failed(folder.error(), console);
        }
    }
    return code;
}

} // namespace

Verb importVerb()
{
    return {
        u"import"_s,
        u"DESK FILE…"_s,
        u"File stories from text, ninjs, NewsML-G2 and NITF files into a desk"_s,
        u"A .txt file is a plain-text wire story, of which headline, deck, byline, dateline and "
        "closing notice\nare recognised; .json and .xml files are news items: ninjs 1 to 3, "
        "NewsML-G2, NITF;\nany other is a story's own file.\nPrints each story's folder, one a line. The files stay as they are."_s,
        {nowOption()},
        2,
        -1,
        {},
        runImport};
}

} // namespace nutgraf::cli
