// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/site_of.h"
#include "cli/story_input.h"
#include "cli/verb.h"
#include "story/folders.h"

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

ExitCode runSite(const Call &call, Console &console)
{
    const Result<desk::Desk> desk = desk::Desk::open(call.arguments.first());
    if (!desk) {
        return failed(desk.error(), console);
    }
    const Result<site::Built> built =
        site::build(siteOf(*desk), call.has(u"full"_s) ? site::Extent::All : site::Extent::Changed);
    if (!built) {
        return failed(built.error(), console);
    }
    printRemarks(*built, console);
    console.write(u"%1\n%2 stories, %3 files: %4 written, %5 removed.\n"_s.arg(
        story::DeskFolder(desk->folder()).site(), QString::number(built->stories),
        QString::number(built->files), QString::number(built->written),
        QString::number(built->removed)));
    return built->faults.empty() ? ExitCode::Ok : ExitCode::Finding;
}

} // namespace

site::Site siteOf(const desk::Desk &desk)
{
    const desk::Settings &settings = desk.settings();
    return {desk.folder(), settings.agency, settings.website.value_or(story::Website())};
}

void printRemarks(const site::Built &built, Console &console)
{
    for (const Error &fault : built.faults) {
        console.error(fault);
    }
    for (const Error &note : built.notes) {
        console.error(note);
    }
}

void refreshSite(const QString &storyFolder, Console &console)
{
    const Result<desk::Desk> desk = deskAround(storyFolder);
    if (!desk) {
        console.error(desk.error());
        return;
    }
    if (!site::isWanted(desk->folder(), desk->settings().website)) {
        return;
    }
    const Result<site::Built> built = site::build(siteOf(*desk));
    if (!built) {
        console.error(built.error());
        return;
    }
    printRemarks(*built, console);
}

Verb siteVerb()
{
    return {u"site"_s,
            u"DESK"_s,
            u"Make the desk's public website in its folder site/"_s,
            u"Of the web editions that were published; only what changed is written. Prints the\n"
            "folder and what was done. What you put there yourself stays. Publishing does the\n"
            "same by itself for a desk that has a site/ or names a site in desk.json."_s,
            {{u"full"_s, {}, u"make every file anew and compare it with the one there"_s, {}}},
            1,
            1,
            {},
            runSite};
}

} // namespace nutgraf::cli
