// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/verb.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

ExitCode runInit(const Call &call, Console &console)
{
    const QString folder = call.arguments.first();
    desk::Settings settings;
    settings.name = call.value(u"name"_s, QFileInfo(folder).fileName());
    settings.agency.name = call.value(u"agency"_s, settings.name);
    settings.agency.domain = call.value(u"domain"_s, u"desk.invalid"_s);
    settings.agency.wireSystem = call.value(u"wire"_s, settings.agency.name + u" wire"_s);
    if (settings.name.isEmpty()) {
        return failed({ErrorCode::ArgumentInvalid, folder, 0, 0, u"--name"_s}, console);
    }
    const Result<desk::Desk> desk = desk::Desk::create(folder, settings);
    if (!desk) {
        return failed(desk.error(), console);
    }
    console.write(desk->folder() + u'\n');
    if (!call.has(u"domain"_s)) {
        console.error(u"Before the first publication, set agency.domain in desk.json: every "
                      "story's identifier carries it, for good."_s);
    }
    return ExitCode::Ok;
}

} // namespace

Verb initVerb()
{
    return {u"init"_s,
            u"DESK"_s,
            u"Make a new desk in a folder"_s,
            u"Prints the desk's folder."_s,
            {{u"name"_s, u"NAME"_s, u"what the desk is called (the folder's name)"_s, {}},
             {u"agency"_s, u"NAME"_s, u"provider and copyright holder (the desk's name)"_s, {}},
             {u"domain"_s, u"DOMAIN"_s, u"the agency's Internet domain, for identifiers"_s, {}},
             {u"wire"_s, u"NAME"_s, u"what subscribers read full stories in"_s, {}}},
            1,
            1,
            {},
            runInit};
}

} // namespace nutgraf::cli
