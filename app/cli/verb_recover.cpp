// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli/story_input.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "desk/journal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

QString table(const std::vector<desk::JournalEntry> &entries, const Console &console)
{
    Table table({u"KEY"_s, u"WRITTEN"_s, u"BYTES"_s, u"FILE"_s});
    for (const desk::JournalEntry &entry : entries) {
        table.add({{entry.key, Style::Bold},
                   {isoUtc(entry.written)},
                   {QString::number(entry.bytes.size())},
                   {entry.path.isEmpty() ? u"(never saved)"_s : entry.path}});
    }
    return table.text(console);
}

ExitCode recover(const std::vector<desk::JournalEntry> &entries, const QString &key,
                 Console &console)
{
    const auto entry = std::ranges::find(entries, key, &desk::JournalEntry::key);
    if (entry == entries.end()) {
        return failed({ErrorCode::StoryNotFound, key, 0, 0, u"unsaved text"_s}, console);
    }
    console.write(entry->bytes);
    return ExitCode::Ok;
}

ExitCode runRecover(const Call &call, Console &console)
{
    const Result<desk::Desk> desk = desk::Desk::open(call.arguments.first());
    if (!desk) {
        return failed(desk.error(), console);
    }
    const std::vector<desk::JournalEntry> entries =
        desk::Journal(desk->journalFolder()).leftBehind();
    if (call.arguments.size() > 1) {
        return recover(entries, call.arguments.at(1), console);
    }
    if (!entries.empty()) {
        console.write(table(entries, console));
    }
    return ExitCode::Ok;
}

} // namespace

Verb recoverVerb()
{
    return {u"recover"_s,
            u"DESK [KEY]"_s,
            u"List unsaved text that a crash left behind, or print it"_s,
            u"With a KEY of the list, prints that text as saving would have written it. The list "
            "stays as it is."_s,
            {},
            1,
            2,
            {},
            runRecover};
}

} // namespace nutgraf::cli
