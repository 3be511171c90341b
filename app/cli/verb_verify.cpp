// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/verb.h"
#include "messages/messages.h"
#include "publish/publish.h"
#include "story/folders.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// A desk's stories and those in its bin, which were published too; or the one story.
Result<QStringList> foldersOf(const QString &argument)
{
    if (!QFileInfo(argument).isDir() || QFileInfo(story::StoryFolder(argument).draft()).isFile()) {
        return storyFolder(argument).transform(
            [](const QString &folder) { return QStringList{folder}; });
    }
    return desk::Desk::open(argument).transform([](const desk::Desk &desk) {
        QStringList folders;
        for (const desk::StoryEntry &entry : desk.stories()) {
            folders.append(entry.folder);
        }
        for (const desk::SpikedEntry &entry : desk.spiked()) {
            folders.append(entry.folder);
        }
        return folders;
    });
}

QString counted(qsizetype number, const QString &one, const QString &many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

ExitCode runVerify(const Call &call, Console &console)
{
    const Result<QStringList> folders = foldersOf(call.arguments.first());
    if (!folders) {
        return failed(folders.error(), console);
    }
    QString lines;
    qsizetype versions = 0;
    for (const QString &folder : *folders) {
        for (const Error &fault : publish::verify(folder)) {
            lines += messages::oneLine(fault) + u'\n';
        }
        versions += static_cast<qsizetype>(
            publish::versions(folder).value_or(std::vector<publish::Manifest>()).size());
    }
    if (!lines.isEmpty()) {
        console.write(lines);
        return ExitCode::Finding;
    }
    const QString number = counted(versions, u"version"_s, u"versions"_s);
    const QString stories = counted(folders->size(), u"story"_s, u"stories"_s);
    console.write(u"As published: %1 of %2.\n"_s.arg(number, stories));
    return ExitCode::Ok;
}

} // namespace

Verb verifyVerb()
{
    return {u"verify"_s,
            u"DESK|STORY"_s,
            u"Prove that published versions are as they were published"_s,
            u"Recomputes every hash and the chain of versions. Prints one line a fault,\nwith the "
            "file's name; then exit code 1."_s,
            {},
            1,
            1,
            {},
            runVerify};
}

} // namespace nutgraf::cli
