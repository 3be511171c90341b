// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "messages/messages.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

QString spelling(story::Status status)
{
    switch (status) {
    case story::Status::Draft:
        return u"draft"_s;
    case story::Status::InReview:
        return u"in review"_s;
    case story::Status::Approved:
        return u"approved"_s;
    }
    return {};
}

QString spelling(desk::Publication publication)
{
    switch (publication) {
    case desk::Publication::None:
        return u"not published"_s;
    case desk::Publication::Published:
        return u"published"_s;
    case desk::Publication::Updated:
        return u"updated"_s;
    case desk::Publication::Corrected:
        return u"corrected"_s;
    case desk::Publication::Killed:
        return u"killed"_s;
    }
    return {};
}

Cell stateOf(const desk::StoryEntry &entry)
{
    if (entry.fault) {
        return {u"broken"_s, Style::Red};
    }
    if (entry.storeFault) {
        return {u"versions damaged"_s, Style::Red};
    }
    if (entry.publication != desk::Publication::None) {
        const bool isKilled = entry.publication == desk::Publication::Killed;
        return {spelling(entry.publication) + u" v%1"_s.arg(entry.version),
                isKilled ? Style::Red : Style::Green};
    }
    if (entry.embargo) {
        return {u"embargo "_s + isoUtc(*entry.embargo), Style::Yellow};
    }
    return {spelling(entry.status), Style::Plain};
}

QByteArray jsonLine(const desk::StoryEntry &entry)
{
    QJsonObject object{{u"folder"_s, entry.folder},
                       {u"slug"_s, entry.slug},
                       {u"headline"_s, entry.headline},
                       {u"status"_s, spelling(entry.status)},
                       {u"publication"_s, spelling(entry.publication)},
                       {u"version"_s, entry.version},
                       {u"changed"_s, isoUtc(entry.changed)},
                       {u"broken"_s, entry.fault.has_value()}};
    if (entry.fault) {
        object.insert(u"fault"_s, messages::oneLine(*entry.fault));
    }
    if (entry.storeFault) {
        object.insert(u"versionsFault"_s, messages::oneLine(*entry.storeFault));
    }
    if (entry.embargo) {
        object.insert(u"embargo"_s, isoUtc(*entry.embargo));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString table(const std::vector<desk::StoryEntry> &entries, const Console &console)
{
    Table table({u"SLUG"_s, u"STATE"_s, u"CHANGED"_s, u"HEADLINE"_s});
    for (const desk::StoryEntry &entry : entries) {
        table.add({{entry.slug, Style::Bold},
                   stateOf(entry),
                   {isoUtc(entry.changed), Style::Dim},
                   entry.fault ? Cell{messages::describe(*entry.fault).what, Style::Red}
                               : Cell{entry.headline}});
    }
    return table.text(console);
}

ExitCode listSpiked(const desk::Desk &desk, Console &console)
{
    Table table({u"SLUG"_s, u"SPIKED"_s, u"FOLDER"_s});
    for (const desk::SpikedEntry &entry : desk.spiked()) {
        table.add({{entry.slug, Style::Bold}, {isoUtc(entry.spiked), Style::Dim}, {entry.folder}});
    }
    console.write(table.text(console));
    return ExitCode::Ok;
}

ExitCode runList(const Call &call, Console &console)
{
    const Result<desk::Desk> desk = desk::Desk::open(call.arguments.first());
    if (!desk) {
        return failed(desk.error(), console);
    }
    if (call.has(u"spiked"_s)) {
        return listSpiked(*desk, console);
    }
    const std::vector<desk::StoryEntry> entries = desk->stories();
    if (call.value(u"format"_s) == "json"_L1) {
        QByteArray lines;
        for (const desk::StoryEntry &entry : entries) {
            lines += jsonLine(entry);
        }
        console.write(lines);
    } else {
        console.write(table(entries, console));
    }
    return ExitCode::Ok;
}

} // namespace

Verb listVerb()
{
    return {u"list"_s,
            u"DESK"_s,
            u"List a desk's stories, newest change first"_s,
            {},
            {{u"format"_s,
              u"FORMAT"_s,
              u"a table, or one JSON object a line"_s,
              {u"table"_s, u"json"_s}},
             {u"spiked"_s, {}, u"the stories in the bin"_s, {}}},
            1,
            1,
            {},
            runList};
}

} // namespace nutgraf::cli
