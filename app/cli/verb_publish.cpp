// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/findings.h"
#include "cli/site_of.h"
#include "cli/story_input.h"
#include "cli/user_settings.h"
#include "cli/verb.h"
#include "delivery/outbox.h"
#include "messages/messages.h"
#include "publish/proposal.h"

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
Result<format::PublicationKind> kindOf(const Call &call, const publish::Proposal &proposal)
{
    if (call.has(u"kind"_s)) {
        return std::ranges::find(kindNames(), call.value(u"kind"_s), &KindName::name)->kind;
    }
    if (proposal.kinds.empty()) {
        return fail(ErrorCode::AlreadyKilled, proposal.subject.storyFolder);
    }
    if (proposal.start.kind != format::PublicationKind::First) {
        return fail(ErrorCode::ArgumentInvalid, u"--kind"_s, u"update, correction or kill"_s);
    }
    return proposal.start.kind;
}

Result<publish::Choice> choiceOf(const Call &call, const publish::Proposal &proposal)
{
    if (call.has(u"web"_s) && call.has(u"no-web"_s)) {
        return fail(ErrorCode::ArgumentInvalid, u"--web"_s, u"--no-web"_s);
    }
    return kindOf(call, proposal).transform([&](format::PublicationKind kind) {
        publish::Choice choice = proposal.start;
        choice.kind = kind;
        choice.note = call.value(u"note"_s);
        choice.signedBy = call.value(u"signed"_s);
        choice.overrideReason = call.value(u"override"_s);
        choice.isOnWeb = call.has(u"web"_s) || (choice.isOnWeb && !call.has(u"no-web"_s));
        choice.killWord = proposal.killWord; // who writes "--kind kill" means it
        return choice;
    });
}

/// The story as it is read now; a kill needs no reading, and nothing may stand in its way.
Result<publish::Subject> subjectOf(const Call &call, const QString &folder, const QDateTime &now)
{
    publish::Subject subject;
    subject.storyFolder = folder;
    const Result<desk::Desk> desk = deskAround(folder);
    if (!desk) {
        return std::unexpected(desk.error());
    }
    subject.agency = desk->settings().agency;
    subject.signing = {.policy = desk->settings().signing,
                       .keyFile = call.value(u"sign-key"_s, signingKeyFile()),
                       .tool = {}};
    if (call.value(u"kind"_s) == "kill"_L1) {
        return subject;
    }
    const Result<StoryInput> input = readStory(folder);
    if (!input) {
        return std::unexpected(input.error());
    }
    subject.created = desk::createdTime(folder, input->file);
    return read(*input, now).transform([&](reading::ReadingPtr reading) {
        subject.reading = std::move(reading);
        return subject;
    });
}

void printBlocking(const reading::Reading &reading, Console &console)
{
    const Places places(*reading.snapshot);
    for (const review::Finding &finding : reading.findings) {
        if (finding.level == review::FindingLevel::Blocks) {
            console.error(findingLine(finding, reading, places, console));
        }
    }
}

/// The version is out; what its outlets get is told, and a fault of theirs undoes nothing.
void queueDeliveries(const publish::Proposal &proposal, const Clock &clock, Console &console)
{
    const QString &story = proposal.subject.storyFolder;
    const std::optional<QString> desk = desk::Desk::findAround(story);
    if (!desk) {
        return;
    }
    const Result<int> waiting = delivery::queuePublished(*desk, story, clock);
    if (!waiting) {
        console.error(waiting.error());
    } else if (*waiting > 0) {
        console.error(
            u"Deliveries that wait: %1. Send them with nutgraf-cli deliver %2"_s.arg(*waiting).arg(
                *desk));
    }
}

ExitCode publishStory(const publish::Proposal &proposal, const publish::Choice &choice,
                      const Clock &clock, Console &console)
{
    const Result<publish::Published> manifest = publish::publish(proposal.subject, choice, clock);
    if (!manifest) {
        if (manifest.error().code == ErrorCode::GateClosed) {
            printBlocking(*proposal.subject.reading, console);
        }
        return failed(manifest.error(), console);
    }
    for (const QString &remark : messages::remarks(proposal, choice)) {
        console.error(remark);
    }
    console.write(publish::versionFolder(proposal.subject.storyFolder, manifest->version) + u'\n');
    if (manifest->unsignedBecause) {
        console.error(*manifest->unsignedBecause);
        console.error(u"It is out without a signature."_s);
    }
    if (manifest->doubt) {
        console.error(*manifest->doubt); // it is out all the same
    }
    refreshSite(proposal.subject.storyFolder, console);
    queueDeliveries(proposal, clock, console);
    return ExitCode::Ok;
}

ExitCode runPublish(const Call &call, Console &console)
{
    const Result<Clock> clock = clockOf(call);
    if (!clock) {
        return failed(clock.error(), console);
    }
    const QDateTime now = (*clock)();
    const Result<publish::Proposal> proposal =
        storyFolder(call.arguments.first())
            .and_then([&](const QString &folder) { return subjectOf(call, folder, now); })
            .and_then(
                [&](const publish::Subject &subject) { return publish::proposal(subject, now); });
    if (!proposal) {
        return failed(proposal.error(), console);
    }
    const Result<publish::Choice> choice = choiceOf(call, *proposal);
    if (!choice) {
        return failed(choice.error(), console);
    }
    return publishStory(*proposal, *choice, *clock, console);
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
            "The web edition is picked as in the version before. Prints the version's folder."_s,
            {{u"kind"_s, u"KIND"_s, u"needed from the second version on"_s, kindChoices()},
             {u"note"_s, u"TEXT"_s, u"what is new, was wrong, or why it is killed"_s, {}},
             {u"signed"_s, u"INITIALS"_s, u"who publishes"_s, {}},
             {u"sign-key"_s, u"FILE"_s, u"sign with this SSH key; see nutgraf-cli signing"_s, {}},
             {u"override"_s, u"REASON"_s, u"publish against findings, and why"_s, {}},
             {u"web"_s, {}, u"a web edition, also of a story that was kept off the web"_s, {}},
             {u"no-web"_s, {}, u"no web edition, now and in later versions"_s, {}},
             nowOption()},
            1,
            1,
            {},
            runPublish};
}

} // namespace nutgraf::cli
