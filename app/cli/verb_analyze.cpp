// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/file_reading.h"
#include "cli/places.h"
#include "cli/story_input.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "messages/messages.h"
#include "text/segments.h"

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

Cell speakerCell(const analysis::Analysis &analysis, const analysis::Attribution &attribution)
{
    if (attribution.speaker < 0) {
        return {u"nobody"_s, Style::Red};
    }
    const bool isUnsure = attribution.confidence < analysis::UnsureBelow;
    return {analysis.speakers.at(static_cast<size_t>(attribution.speaker)).name,
            isUnsure ? Style::Yellow : Style::Bold};
}

QString attributions(const FileReading &file, const Console &console)
{
    const reading::Reading &reading = *file.reading;
    Table table({u"¶"_s, u"KIND"_s, u"SURE"_s, u"SPEAKER"_s, u"CUE"_s, u"WORDS"_s});
    const Places places(*reading.snapshot);
    for (const analysis::Attribution &attribution : reading.analysis->attributions) {
        const qsizetype begin = attribution.content.empty() ? 0 : attribution.content.front().begin;
        table.add({{places.of(begin), Style::Dim},
                   {messages::name(attribution.kind)},
                   {QString::number(attribution.confidence, 'f', 2), Style::Dim},
                   speakerCell(*reading.analysis, attribution),
                   {fitted(wordsOf(*reading.snapshot, attribution.cue), 24)},
                   {wordsOf(*reading.snapshot, attribution.content)}});
    }
    return table.text(console);
}

QString entities(const FileReading &file, const Console &console)
{
    const reading::Reading &reading = *file.reading;
    Table table({u"TYPE"_s, u"MENTIONS"_s, u"NAME"_s, u"ROLE"_s});
    for (const analysis::Entity &entity : reading.analysis->entities) {
        table.add({{messages::name(entity.type)},
                   {QString::number(entity.mentions.size())},
                   {entity.name, Style::Bold},
                   {entity.role, Style::Dim}});
    }
    return table.text(console);
}

qsizetype wordsIn(const analysis::Snapshot &snapshot)
{
    qsizetype words = 0;
    for (const analysis::Segment &segment : snapshot.segments) {
        words += text::wordCount(segment.range.in(snapshot.text));
    }
    return words;
}

QString tables(const FileReading &file, const Console &console)
{
    const reading::Reading &reading = *file.reading;
    const QString head = u"%1: %2 words, %3 attributions, %4 speakers, %5 names"_s.arg(
        file.name, QString::number(wordsIn(*reading.snapshot)),
        QString::number(reading.analysis->attributions.size()),
        QString::number(reading.analysis->speakers.size()),
        QString::number(
            std::ranges::count_if(reading.analysis->entities, [](const analysis::Entity &entity) {
                return !analysis::isFigure(entity.type);
            })));
    QString text = console.styled(Style::Bold, head) + u"\n\n"_s;
    if (!reading.analysis->attributions.empty()) {
        text += attributions(file, console) + u'\n';
    }
    if (!reading.analysis->entities.empty()) {
        text += entities(file, console) + u'\n';
    }
    return text;
}

ExitCode runAnalyze(const Call &call, Console &console)
{
    const bool isJson =
        call.value(u"format"_s, console.isTerminal() ? u"table"_s : u"json"_s) == "json"_L1;
    reading::Reader reader;
    ExitCode code = ExitCode::Ok;
    for (const QString &name : call.arguments) {
        const Result<FileReading> reading = readAndAnalyse(name, reader);
        if (!reading) {
            code = failed(reading.error(), console);
            continue;
        }
        // A whole file at once: a reader that stops in between has whole lines of JSON.
        if (isJson) {
            console.write(toJson(*reading));
        } else {
            console.write(tables(*reading, console));
        }
        if (console.isClosed()) {
            break;
        }
    }
    return code;
}

} // namespace

Verb analyzeVerb()
{
    return {
        u"analyze"_s,
        u"FILE…"_s,
        u"Show who says what, and who and what is named"_s,
        u"FILE is a .txt or .md file or a story's folder, with what its editors corrected. JSON "
        "is one object\na file and line, with offsets in code points into the file's text, "
        "half-open. Without --format:\na table at a terminal, JSON elsewhere."_s,
        {{u"format"_s, u"FORMAT"_s, u"how to print it"_s, {u"json"_s, u"table"_s}}},
        1,
        -1,
        {},
        runAnalyze};
}

} // namespace nutgraf::cli
