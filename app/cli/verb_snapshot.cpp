// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "desk/snapshots.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

QByteArray jsonLine(const desk::Snapshot &snapshot)
{
    const QJsonObject object{{u"name"_s, snapshot.name},
                             {u"taken"_s, isoUtc(snapshot.taken)},
                             {u"file"_s, snapshot.file}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

ExitCode list(const QString &folder, const QString &format, Console &console)
{
    const Result<std::vector<desk::Snapshot>> all = desk::snapshots(folder);
    if (!all) {
        return failed(all.error(), console);
    }
    Table table({u"SNAPSHOT"_s, u"TAKEN"_s});
    QByteArray lines;
    for (const desk::Snapshot &snapshot : *all) {
        table.add({{snapshot.name, Style::Bold}, {isoUtc(snapshot.taken)}});
        lines += jsonLine(snapshot);
    }
    if (format == "json"_L1) {
        console.write(lines);
    } else if (!all->empty()) {
        console.write(table.text(console));
    }
    return ExitCode::Ok;
}

ExitCode restore(const QString &folder, const QString &name, const Clock &clock, Console &console)
{
    const Result<QString> kept = desk::restoreSnapshot(folder, name, clock);
    if (!kept) {
        return failed(kept.error(), console);
    }
    console.write(desk::draftPath(folder) + u'\n');
    if (!kept->isEmpty()) {
        console.error(u"What the draft was is kept as "_s + *kept + u'.');
    }
    return ExitCode::Ok;
}

ExitCode take(const QString &folder, const QString &name, const Clock &clock, Console &console)
{
    const Result<desk::Snapshot> taken = desk::takeSnapshot(folder, name, clock);
    if (!taken) {
        return failed(taken.error(), console);
    }
    console.write(taken->name + u'\n');
    return ExitCode::Ok;
}

ExitCode runSnapshot(const Call &call, Console &console)
{
    const Result<Clock> clock = clockOf(call);
    if (!clock) {
        return failed(clock.error(), console);
    }
    const Result<QString> folder = storyFolder(call.arguments.first());
    if (!folder) {
        return failed(folder.error(), console);
    }
    if (call.arguments.size() == 1) {
        return call.has(u"restore"_s)
            ? failed({ErrorCode::ArgumentInvalid, u"--restore"_s, 0, 0, u"needs a name"_s}, console)
            : list(*folder, call.value(u"format"_s), console);
    }
    const QString name = call.arguments.at(1);
    return call.has(u"restore"_s) ? restore(*folder, name, *clock, console)
                                  : take(*folder, name, *clock, console);
}

} // namespace

Verb snapshotVerb()
{
    return {
        u"snapshot"_s,
        u"STORY [NAME]"_s,
        u"Keep the draft under a name, list what is kept, or take it back"_s,
        u"Without NAME: lists the story's snapshots, oldest first. A snapshot is the draft alone, "
        "byte for byte;\nnobody outside sees it. Taking one back keeps what the draft was as "
        "before-NAME."_s,
        {{u"restore"_s, {}, u"make the snapshot the draft again"_s, {}},
         {u"format"_s,
          u"FORMAT"_s,
          u"a table, or one JSON object a line"_s,
          {u"table"_s, u"json"_s}},
         nowOption()},
        1,
        2,
        {},
        runSnapshot};
}

} // namespace nutgraf::cli
