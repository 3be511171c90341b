// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli/story_input.h"
#include "cli/verb.h"
#include "publish/publish.h"

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

Result<int> versionArgument(const QString &words)
{
    bool isNumber = false;
    const int version = (words.startsWith(u'v') ? words.sliced(1) : words).toInt(&isNumber);
    if (!isNumber || version < 1) {
        return fail(ErrorCode::ArgumentInvalid, words, u"a version's number"_s);
    }
    return version;
}

/// Every field of the version into the draft; what the header has besides the fields stays.
Result<QString> restoreVersion(const QString &argument, int version)
{
    const Result<StoryInput> input = readStory(argument);
    if (!input) {
        return std::unexpected(input.error());
    }
    return publish::publishedStory(input->folder, version)
        .and_then([&](const story::Story &story) {
            return replaceFile(input->path, format::encodeStory(story, &input->file),
                               sha256Hex(input->file.bytes));
        })
        .transform([&] { return input->path; });
}

ExitCode runRestoreVersion(const Call &call, Console &console)
{
    const Result<int> version = versionArgument(call.arguments.at(1));
    if (!version) {
        return failed(version.error(), console);
    }
    const Result<QString> draft =
        storyFolder(call.arguments.first()).and_then([&](const QString &folder) {
            return restoreVersion(folder, *version);
        });
    if (!draft) {
        return failed(draft.error(), console);
    }
    console.write(*draft + u'\n');
    return ExitCode::Ok;
}

} // namespace

Verb restoreVersionVerb()
{
    return {u"restore-version"_s,
            u"STORY N"_s,
            u"Make published version N the draft again, every field of it"_s,
            u"The draft is replaced as a whole; keys of its header that are no fields stay.\n"
            "Prints the draft's file."_s,
            {},
            2,
            2,
            {},
            runRestoreVersion};
}

} // namespace nutgraf::cli
