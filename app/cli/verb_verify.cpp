// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/verb.h"
#include "cli/verify_output.h"
#include "jobs/all_cores.h"
#include "story/folders.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// The desk that an argument is or lies in, for its signers and its policy; none: a story alone.
Result<std::optional<desk::Desk>> deskOf(const QString &argument)
{
    const std::optional<QString> folder = desk::Desk::findAround(argument);
    if (!folder) {
        return std::nullopt;
    }
    return desk::Desk::open(*folder).transform(
        [](const desk::Desk &desk) { return std::optional(desk); });
}

publish::Unsigned unsignedIn(const Call &call, const std::optional<desk::Desk> &desk)
{
    if (call.has(u"signed"_s)) {
        return publish::Unsigned::Refuse;
    }
    const bool isRequired = desk && desk->settings().signing == publish::SigningPolicy::Required;
    return isRequired ? publish::Unsigned::RefuseLater : publish::Unsigned::Accept;
}

Result<publish::CheckOptions> optionsOf(const Call &call)
{
    const Result<std::optional<desk::Desk>> desk = deskOf(call.arguments.first());
    if (!desk) {
        return std::unexpected(desk.error());
    }
    const QString signers = call.value(u"signers"_s);
    if (!signers.isEmpty() && !QFileInfo(signers).isFile()) {
        return fail(ErrorCode::FileNotFound, signers);
    }
    publish::CheckOptions options{.signers = {signers, {}},
                                  .unsignedVersions = unsignedIn(call, *desk),
                                  .head = call.value(u"head"_s),
                                  .forEach = jobs::onAllCores};
    if (signers.isEmpty() && *desk) {
        options.signers.file = story::DeskFolder((*desk)->folder()).allowedSigners();
    }
    return options;
}

publish::DeskCheck ofOne(const QString &folder, const publish::CheckOptions &options)
{
    publish::DeskCheck check;
    check.stories.push_back(publish::checkStory(folder, options));
    check.found.versions = check.stories.front().found.versions;
    return check;
}

/// A desk's stories and those in its bin, which were published too; or the one story, whose draft
/// may be the very thing that is gone.
Result<publish::DeskCheck> checkAll(const QString &argument, const publish::CheckOptions &options)
{
    const story::StoryFolder story(QDir::cleanPath(QFileInfo(argument).absoluteFilePath()));
    if (QFileInfo(story.draft()).exists() || QFileInfo(story.versions()).isDir()) {
        return ofOne(story.path(), options);
    }
    if (!QFileInfo(argument).isDir()) {
        return storyFolder(argument).transform(
            [&](const QString &folder) { return ofOne(folder, options); });
    }
    return desk::Desk::open(argument).transform([&](const desk::Desk &desk) {
        return publish::checkDesk(story::DeskFolder(desk.folder()), options);
    });
}

ExitCode runVerify(const Call &call, Console &console)
{
    const Result<publish::DeskCheck> check =
        optionsOf(call).and_then([&](const publish::CheckOptions &options) {
            return checkAll(call.arguments.first(), options);
        });
    if (!check) {
        return failed(check.error(), console);
    }
    const QString format = call.value(u"format"_s);
    if (format == "json"_L1) {
        console.write(verifyJson(*check));
    } else {
        console.write((format == "table"_L1 ? verifyTable(*check, console) : QString())
                      + verifyLines(*check));
    }
    return check->faults().empty() ? ExitCode::Ok : ExitCode::Finding;
}

} // namespace

Verb verifyVerb()
{
    return {
        u"verify"_s,
        u"DESK|STORY"_s,
        u"Compare published versions with what was recorded when they went out"_s,
        u"Recomputes every hash, follows each story's chain of versions and the desk's "
        u"ledger,\nand "
        "asks ssh-keygen about every signature. Prints one line a fault, with the file's\nname; "
        "then exit code 1. What a system left there is named and is no fault.\n\nWho can write to "
        "a desk can also change its allowed_signers: keep a copy of it elsewhere\n(--signers), and "
        "the ledger's head that an earlier call printed (--head). With both, no\nversion can be "
        "changed, added or taken away unseen. Unsigned versions are accepted\nunless --signed or "
        "the desk's policy says otherwise."_s,
        {{u"signers"_s, u"FILE"_s, u"whose signatures count (the desk's allowed_signers)"_s, {}},
         {u"signed"_s, {}, u"every version must be signed"_s, {}},
         {u"head"_s, u"HASH"_s, u"the ledger must still have this line"_s, {}},
         {u"format"_s,
          u"FORMAT"_s,
          u"faults alone, a table before them, or one JSON object"_s,
          {u"lines"_s, u"table"_s, u"json"_s}}},
        1,
        1,
        {},
        runVerify};
}

} // namespace nutgraf::cli
