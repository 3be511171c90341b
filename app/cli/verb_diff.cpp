// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli/story_input.h"
#include "cli/verb.h"
#include "desk/snapshots.h"
#include "story/folders.h"
#include "text/diff.h"
#include "text/segments.h"

#include <QFileInfo>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// The file of a snapshot of this name.
Result<QString> snapshotFile(const QString &folder, const QString &name)
{
    return desk::snapshots(folder).and_then(
        [&](const std::vector<desk::Snapshot> &all) -> Result<QString> {
            const auto found = std::ranges::find(all, name, &desk::Snapshot::name);
            if (found == all.end()) {
                return fail(ErrorCode::ArgumentInvalid, name,
                            u"a version's number, draft or a snapshot's name"_s);
            }
            return found->file;
        });
}

/// `0` or `draft`: the draft; `3`, `v3`, `v0003`: a version; else a snapshot's name.
Result<QString> fileOf(const QString &folder, const QString &name)
{
    const QString number = name.startsWith(u'v') ? name.sliced(1) : name;
    bool isNumber = false;
    const int version = name == "draft"_L1 ? 0 : number.toInt(&isNumber);
    if (name != "draft"_L1 && (!isNumber || version < 0)) {
        return snapshotFile(folder, name);
    }
    const story::StoryFolder story(folder);
    const QString path = version == 0 ? story.draft() : story.versionDraft(version);
    if (version > 0 && !QFileInfo::exists(path)) {
        return fail(ErrorCode::VersionNotFound, folder, name);
    }
    return path;
}

Result<story::Story> versionOf(const QString &folder, const QString &name)
{
    return fileOf(folder, name).and_then([](const QString &path) {
        return readFile(path)
            .and_then([&](const QByteArray &bytes) { return format::decodeStory(bytes, path); })
            .transform([](const format::StoryFile &file) { return file.story; });
    });
}

/// A field as one line of words.
struct FieldText {
    QString name;
    QString text;
};

std::vector<FieldText> fieldsOf(const story::Story &story)
{
    return {{u"slug"_s, story.slug},
            {u"headline"_s, story.headline},
            {u"deck"_s, story.deck},
            {u"byline"_s, story.byline},
            {u"dateline"_s,
             (story.dateline.place + u' ' + story.dateline.date.toString(Qt::ISODate)).trimmed()},
            {u"language"_s, story.language},
            {u"urgency"_s, QString::number(story.urgency)},
            {u"subjects"_s, story.subjects.join(u", "_s)},
            {u"keywords"_s, story.keywords.join(u", "_s)},
            {u"embargo"_s, story.embargo ? isoUtc(*story.embargo) : QString()},
            {u"editors-note"_s, story.editorsNote},
            {u"notice"_s, story.notice}};
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

QString fieldDiffs(const story::Story &before, const story::Story &after, const Console &console)
{
    const std::vector<FieldText> old = fieldsOf(before);
    const std::vector<FieldText> now = fieldsOf(after);
    QString lines;
    for (size_t i = 0; i < now.size(); ++i) {
        lines += fieldDiff(now[i].name, old[i].text, now[i].text, console);
    }
    return lines;
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
    console.write(fieldDiffs(*before, *after, console)
                  + bodyDiff(before->body, after->body, console));
    return ExitCode::Ok;
}

} // namespace

Verb diffVerb()
{
    return {u"diff"_s,
            u"STORY A B"_s,
            u"Show word by word what changed from version A to version B"_s,
            u"A and B are version numbers, or names of snapshots; 0 or draft is the draft. Every "
            u"field\nand "
            "the text are compared. Removed words stand in [-…-], "
            "added ones in {+…+}.\nEqual texts print nothing."_s,
            {},
            3,
            3,
            {},
            runDiff};
}

} // namespace nutgraf::cli
