// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/findings.h"
#include "cli/story_input.h"
#include "cli/verb.h"
#include "cli/web_edition.h"
#include "publish/publish.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

struct KindName {
    QString name;
    format::PublicationKind kind;
};

const std::vector<KindName> &kindNames()
{
    static const std::vector<KindName> names = {
        {u"first"_s, format::PublicationKind::First},
        {u"update"_s, format::PublicationKind::Update},
        {u"correction"_s, format::PublicationKind::Correction},
        {u"kill"_s, format::PublicationKind::Kill},
    };
    return names;
}

/// The kind asked for. Without one a first publication goes out as such, but nobody guesses
/// whether a later one updates, corrects or kills.
Result<format::PublicationKind> kindOf(const Call &call, const QString &folder)
{
    if (call.has(u"kind"_s)) {
        return std::ranges::find(kindNames(), call.value(u"kind"_s), &KindName::name)->kind;
    }
    return publish::possibleKinds(folder).and_then(
        [&](const std::vector<format::PublicationKind> &kinds) -> Result<format::PublicationKind> {
            if (kinds.empty()) {
                return fail(ErrorCode::AlreadyKilled, folder);
            }
            if (kinds.front() != format::PublicationKind::First) {
                return fail(ErrorCode::ArgumentInvalid, u"--kind"_s,
                            u"update, correction or kill"_s);
            }
            return kinds.front();
        });
}

publish::Request requestFor(const StoryInput &input, const story::Agency &agency, const Call &call)
{
    publish::Request request;
    request.storyFolder = input.folder;
    request.story = input.file.story;
    request.storyBytes = input.file.bytes;
    request.agency = agency;
    request.created = desk::createdTime(input.folder, input.file);
    request.note = call.value(u"note"_s);
    request.signedBy = call.value(u"signed"_s);
    request.overrideReason = call.value(u"override"_s);
    request.hasWebEdition = !call.has(u"no-web"_s);
    return request;
}

void printBlocking(const StoryReading &reading, Console &console)
{
    const Places places(reading.snapshot);
    for (const review::Finding &finding : reading.findings) {
        if (finding.level == review::FindingLevel::Blocks) {
            console.error(findingLine(finding, reading, places, console));
        }
    }
}

ExitCode publishStory(publish::Request request, const StoryReading &reading, const Clock &clock,
                      Console &console)
{
    request.findings = reading.findings;
    if (request.hasWebEdition && request.kind != format::PublicationKind::Kill) {
        request.webBody = webEditionOf(request.story, reading.review, request.agency).summary.body;
    }
    const Result<publish::Published> manifest = publish::publish(request, clock);
    if (!manifest) {
        if (manifest.error().code == ErrorCode::GateClosed) {
            printBlocking(reading, console);
        }
        return failed(manifest.error(), console);
    }
    console.write(publish::versionFolder(request.storyFolder, manifest->version) + u'\n');
    if (manifest->doubt) {
        console.error(*manifest->doubt); // it is out all the same
    }
    return ExitCode::Ok;
}

ExitCode runPublish(const Call &call, Console &console)
{
    const Result<Clock> clock = clockOf(call);
    if (!clock) {
        return failed(clock.error(), console);
    }
    const Result<StoryInput> input =
        storyFolder(call.arguments.first()).and_then([](const QString &folder) {
            return readStory(folder);
        });
    if (!input) {
        return failed(input.error(), console);
    }
    const Result<desk::Desk> desk = deskAround(input->folder);
    if (!desk) {
        return failed(desk.error(), console);
    }
    const Result<format::PublicationKind> kind = kindOf(call, input->folder);
    if (!kind) {
        return failed(kind.error(), console);
    }
    const Result<StoryReading> reading = readFindings(*input, (*clock)());
    if (!reading) {
        return failed(reading.error(), console);
    }
    publish::Request request = requestFor(*input, desk->settings().agency, call);
    request.kind = *kind;
    return publishStory(std::move(request), *reading, *clock, console);
}

QStringList kindChoices()
{
    QStringList choices;
    for (const KindName &kind : kindNames()) {
        choices.append(kind.name);
    }
    return choices;
}

} // namespace

Verb publishVerb()
{
    return {u"publish"_s,
            u"STORY"_s,
            u"Publish a story of a desk as its next version"_s,
            u"Runs the checks first; findings that block are printed and nothing is written.\n"
            "Prints the version's folder."_s,
            {{u"kind"_s, u"KIND"_s, u"needed from the second version on"_s, kindChoices()},
             {u"note"_s, u"TEXT"_s, u"what is new, was wrong, or why it is killed"_s, {}},
             {u"signed"_s, u"INITIALS"_s, u"who publishes"_s, {}},
             {u"override"_s, u"REASON"_s, u"publish against findings, and why"_s, {}},
             {u"no-web"_s, {}, u"no web edition"_s, {}},
             nowOption()},
            1,
            1,
            {},
            runPublish};
}

} // namespace nutgraf::cli
