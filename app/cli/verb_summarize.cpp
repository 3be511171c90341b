// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/verb.h"
#include "cli/web_edition.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// Each sentence with its place in the story: paragraph and words, which outlive other offsets.
QByteArray toJson(const WebEdition &web, const QString &text)
{
    QJsonArray sentences;
    for (const summary::Summary::Piece &piece : web.summary.pieces) {
        const auto &unit = web.units.at(static_cast<size_t>(piece.unit));
        sentences.append(QJsonObject{{u"paragraph"_s, unit.paragraph},
                                     {u"shown"_s, piece.inBody.in(web.summary.body).toString()},
                                     {u"story"_s, piece.inStory.in(text).toString()}});
    }
    return QJsonDocument(QJsonObject{{u"body"_s, web.summary.body},
                                     {u"words"_s, web.summary.words},
                                     {u"notice"_s, web.notice},
                                     {u"sentences"_s, sentences}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

Result<int> wordsOption(const Call &call)
{
    if (!call.has(u"words"_s)) {
        return 0;
    }
    bool isNumber = false;
    const int words = call.value(u"words"_s).toInt(&isNumber);
    if (!isNumber || words < 1) {
        return fail(ErrorCode::ArgumentInvalid, u"--words"_s, call.value(u"words"_s));
    }
    return words;
}

ExitCode runSummarize(const Call &call, Console &console)
{
    const Result<int> words = wordsOption(call);
    if (!words) {
        return failed(words.error(), console);
    }
    const Result<StoryInput> input = readStory(call.arguments.first());
    if (!input) {
        return failed(input.error(), console);
    }
    const std::optional<QString> deskFolder = desk::Desk::findAround(input->path);
    story::Agency agency;
    if (deskFolder) {
        const Result<desk::Desk> desk = desk::Desk::open(*deskFolder);
        if (!desk) {
            return failed(desk.error(), console);
        }
        agency = desk->settings().agency;
    }
    // No finding is shown: the time of day does not matter.
    const Result<reading::ReadingPtr> reading = read(*input, QDateTime());
    if (!reading) {
        return failed(reading.error(), console);
    }
    if (const std::optional<Error> &fault = (*reading)->fault) {
        return failed(*fault, console);
    }
    const WebEdition web = webEditionOf(**reading, agency, *words);
    if (call.value(u"format"_s) == "json"_L1) {
        console.write(toJson(web, (*reading)->snapshot->text));
    } else {
        const QString notice = web.notice.isEmpty() ? QString() : u"\n\n"_s + web.notice;
        console.write(web.summary.body + notice + u'\n');
    }
    return ExitCode::Ok;
}

} // namespace

Verb summarizeVerb()
{
    return {
        u"summarize"_s,
        u"STORY"_s,
        u"Print the short web version of a story"_s,
        u"It is made of whole sentences; a quotation never goes without its speaker. On a desk, "
        "its notice closes it."_s,
        {{u"words"_s, u"NUMBER"_s, u"at most so many words (the desk's target, 120)"_s, {}},
         {u"format"_s, u"FORMAT"_s, u"how to print it"_s, {u"text"_s, u"json"_s}}},
        1,
        1,
        {},
        runSummarize};
}

} // namespace nutgraf::cli
