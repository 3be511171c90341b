// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli/story_input.h"
#include "cli/verb.h"
#include "typeset/typeset.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// What the desk says of itself; a loose file belongs to no agency.
Result<story::Agency> agencyOf(const QString &path)
{
    const std::optional<QString> folder = desk::Desk::findAround(path);
    if (!folder) {
        return story::Agency();
    }
    return desk::Desk::open(*folder).transform(
        [](const desk::Desk &desk) { return desk.settings().agency; });
}

/// The draft as the wire would carry it.
Result<format::Edition> editionOf(const StoryInput &input, const QDateTime &now)
{
    return agencyOf(input.path).transform([&](const story::Agency &agency) {
        format::Edition edition;
        edition.story = input.file.story;
        edition.agency = agency;
        edition.firstCreated = edition.versionCreated = edition.published = now;
        return edition;
    });
}

ExitCode runPdf(const Call &call, Console &console)
{
    const QString target = call.arguments.last();
    const Result<Clock> clock = clockOf(call);
    if (!clock) {
        return failed(clock.error(), console);
    }
    const Result<void> written =
        readStory(call.arguments.first())
            .and_then([&](const StoryInput &input) { return editionOf(input, (*clock)()); })
            .and_then(typeset::typesetPdf)
            .and_then([&](const QByteArray &pdf) {
                return QFileInfo::exists(target) ? fail(ErrorCode::FileExists, target)
                                                 : writeFile(target, pdf);
            });
    if (!written) {
        return failed(written.error(), console);
    }
    console.write(target + u'\n');
    return ExitCode::Ok;
}

} // namespace

Verb pdfVerb()
{
    return {u"pdf"_s,
            u"STORY FILE"_s,
            u"Typeset a story as a PDF"_s,
            u"Prints the file's name. A file that is there already is not written over.\nThe same "
            "story, fonts and time give the same bytes."_s,
            {nowOption()},
            2,
            2,
            {},
            runPdf};
}

} // namespace nutgraf::cli
