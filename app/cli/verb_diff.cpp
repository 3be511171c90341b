// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli/story_input.h"
#include "cli/verb.h"
#include "story/folders.h"
#include "text/diff.h"
#include "text/segments.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// `0` or `draft`: the draft; `3`, `v3`, `v0003`: a version.
Result<story::Story> versionOf(const QString &folder, const QString &name)
{
    QString number = name;
    if (number.startsWith(u'v')) {
        number.remove(0, 1);
    }
    bool isNumber = false;
    const int version = name == "draft"_L1 ? 0 : number.toInt(&isNumber);
    if (name != "draft"_L1 && (!isNumber || version < 0)) {
        return fail(ErrorCode::ArgumentInvalid, name, u"a version's number or draft"_s);
    }
    const story::StoryFolder story(folder);
    const QString path = version == 0 ? story.draft() : story.versionDraft(version);
    if (version > 0 && !QFileInfo::exists(path)) {
        return fail(ErrorCode::VersionNotFound, folder, name);
    }
    return readFile(path)
        .and_then([&](const QByteArray &bytes) { return format::decodeStory(bytes, path); })
        .transform([](const format::StoryFile &file) { return file.story; });
}

/// Removed words as `[-…-]`, added ones as `{+…+}`; in colour at a terminal.
QString wordDiff(QStringView before, QStringView after, const Console &console)
{
    QString line;
    for (const text::DiffPiece &piece : text::diffWords(before, after)) {
        switch (piece.kind) {
        case text::DiffKind::Same:
            line += piece.after.in(after);
            break;
        case text::DiffKind::Removed:
            line += console.styled(Style::Red, u"[-%1-]"_s.arg(piece.before.in(before)));
            break;
        case text::DiffKind::Inserted:
            line += console.styled(Style::Green, u"{+%1+}"_s.arg(piece.after.in(after)));
            break;
        }
    }
    return line;
}

QString entry(const QString &place, const QString &words, const Console &console)
{
    return console.styled(Style::Bold, place) + u"\n  "_s + words + u'\n';
}

QString fieldDiff(const QString &name, const QString &before, const QString &after,
                  const Console &console)
{
    return before == after ? QString() : entry(name, wordDiff(before, after, console), console);
}

QString bodyDiff(const QString &before, const QString &after, const Console &console)
{
    QString lines;
    int number = 0;
    for (const text::ParagraphPair &pair : text::diffParagraphs(before, after)) {
        // Paragraphs count as in the newer text; one that is gone counts as its place there.
        number += pair.after.isEmpty() ? 0 : 1;
        if (!pair.isSame) {
            const QString place = u"paragraph %1"_s.arg(std::max(number, 1));
            lines += entry(place, wordDiff(pair.before.in(before), pair.after.in(after), console),
                           console);
        }
    }
    return lines;
}

ExitCode runDiff(const Call &call, Console &console)
{
    const Result<QString> folder = storyFolder(call.arguments.first());
    if (!folder) {
        return failed(folder.error(), console);
    }
    const Result<story::Story> before = versionOf(*folder, call.arguments.at(1));
    if (!before) {
        return failed(before.error(), console);
    }
    const Result<story::Story> after = versionOf(*folder, call.arguments.at(2));
    if (!after) {
        return failed(after.error(), console);
    }
    console.write(fieldDiff(u"headline"_s, before->headline, after->headline, console)
                  + fieldDiff(u"deck"_s, before->deck, after->deck, console)
                  + fieldDiff(u"byline"_s, before->byline, after->byline, console)
                  + fieldDiff(u"dateline"_s, before->dateline.place, after->dateline.place, console)
                  + bodyDiff(before->body, after->body, console));
    return ExitCode::Ok;
}

} // namespace

Verb diffVerb()
{
    return {u"diff"_s,
            u"STORY A B"_s,
            u"Show word by word what changed from version A to version B"_s,
            u"A and B are version numbers; 0 or draft is the draft. Removed words stand in [-…-], "
            "added ones in {+…+}.\nEqual texts print nothing."_s,
            {},
            3,
            3,
            {},
            runDiff};
}

} // namespace nutgraf::cli
