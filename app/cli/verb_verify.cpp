// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/folders.h"
#include "cli/story_input.h"
#include "cli/verb.h"
#include "messages/messages.h"
#include "publish/identity.h"
#include "publish/publish.h"
#include "publish/strangers.h"
#include "story/folders.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// What a look at one story or a whole desk gave.
struct Outcome {
    qsizetype stories = 0;
    publish::Verification found;
};

void add(Outcome &outcome, publish::Verification more)
{
    ++outcome.stories;
    outcome.found.versions += more.versions;
    std::ranges::move(more.faults, std::back_inserter(outcome.found.faults));
    std::ranges::move(more.notes, std::back_inserter(outcome.found.notes));
}

/// An entry of stories/ or the bin. A hidden folder is some program's own.
void inspectEntry(const QString &path, const FolderEntry &entry, Outcome &outcome)
{
    const std::optional<ErrorCode> known = publish::knownStranger(entry.name);
    if (known) {
        const bool isFault = *known == ErrorCode::ConflictCopy;
        (isFault ? outcome.found.faults : outcome.found.notes).push_back({*known, path, 0, 0, {}});
    } else if (entry.kind == EntryKind::Link) {
        outcome.found.faults.push_back({ErrorCode::LinkUnexpected, path, 0, 0, {}});
    } else if (entry.kind == EntryKind::Folder && !entry.name.startsWith(u'.')) {
        add(outcome, publish::inspect(path));
    }
}

void inspectFolder(const QString &folder, Outcome &outcome)
{
    const Result<std::vector<FolderEntry>> entries = listFolder(folder);
    if (!entries && entries.error().code != ErrorCode::FileNotFound) {
        outcome.found.faults.push_back(entries.error());
    }
    if (!entries) {
        return; // a desk without a bin
    }
    for (const FolderEntry &entry : *entries) {
        inspectEntry(folder + u'/' + entry.name, entry, outcome);
    }
}

/// A desk's stories and those in its bin, which were published too; or the one story, whose draft
/// may be the very thing that is gone.
Result<Outcome> inspectAll(const QString &argument)
{
    Outcome outcome;
    const story::StoryFolder story(QDir::cleanPath(QFileInfo(argument).absoluteFilePath()));
    if (QFileInfo(story.draft()).exists() || QFileInfo(story.versions()).isDir()) {
        add(outcome, publish::inspect(story.path()));
        return outcome;
    }
    if (!QFileInfo(argument).isDir()) {
        return storyFolder(argument).transform([&](const QString &folder) {
            add(outcome, publish::inspect(folder));
            return outcome;
        });
    }
    return desk::Desk::open(argument).transform([&](const desk::Desk &desk) {
        const story::DeskFolder folder(desk.folder());
        inspectFolder(folder.stories(), outcome);
        inspectFolder(folder.spiked(), outcome);
        return outcome;
    });
}

/// Copies of one story, which would replace each other at subscribers'; a desk's only.
std::vector<Error> twinsIn(const QString &argument)
{
    const story::DeskFolder desk(QFileInfo(argument).absoluteFilePath());
    return QFileInfo(desk.settings()).isFile() ? publish::twins(desk) : std::vector<Error>();
}

QString counted(qsizetype number, const QString &one, const QString &many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

QString linesOf(const std::vector<Error> &errors)
{
    QString lines;
    for (const Error &error : errors) {
        lines += messages::oneLine(error) + u'\n';
    }
    return lines;
}

ExitCode runVerify(const Call &call, Console &console)
{
    Result<Outcome> outcome = inspectAll(call.arguments.first());
    if (!outcome) {
        return failed(outcome.error(), console);
    }
    publish::Verification &found = outcome->found;
    std::ranges::copy(twinsIn(call.arguments.first()), std::back_inserter(found.faults));
    console.write(linesOf(found.faults) + linesOf(found.notes));
    if (!found.faults.empty()) {
        return ExitCode::Finding;
    }
    const QString number = counted(found.versions, u"version"_s, u"versions"_s);
    const QString stories = counted(outcome->stories, u"story"_s, u"stories"_s);
    console.write(u"As published: %1 of %2.\n"_s.arg(number, stories));
    return ExitCode::Ok;
}

} // namespace

Verb verifyVerb()
{
    return {
        u"verify"_s,
        u"DESK|STORY"_s,
        u"Compare published versions with what was recorded when they went out"_s,
        u"Recomputes every hash, follows the chain of versions and compares it with the\nrecord "
        "of what was published. Prints one line a fault, with the file's name;\nthen exit code "
        "1. What a system left there is named and is no fault.\n\nThis finds what a disk, a "
        "sharing program or a hand changed, added or took away.\nIt does not find somebody who "
        "computes all hashes and the record anew: versions\nare not signed."_s,
        {},
        1,
        1,
        {},
        runVerify};
}

} // namespace nutgraf::cli
