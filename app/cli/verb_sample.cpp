// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/verb.h"
#include "desk/sample_desk.h"

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

ExitCode runSample(const Call &call, Console &console)
{
    const Result<desk::Desk> desk = desk::copySampleDesk(call.arguments.first());
    if (!desk) {
        return failed(desk.error(), console);
    }
    console.write(desk->folder() + u'\n');
    return ExitCode::Ok;
}

} // namespace

Verb sampleVerb()
{
    return {u"sample"_s,
            u"DESK"_s,
            u"Copy the sample desk to a new folder"_s,
            u"Five stories of an invented agency, with transcripts. Prints the desk's folder."_s,
            {},
            1,
            1,
            {},
            runSample};
}

} // namespace nutgraf::cli
