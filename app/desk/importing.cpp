// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/importing.h"

#include "base/files.h"
#include "desk/names.h"
#include "format/media_topics.h"
#include "format/read_item.h"
#include "text/printable.h"
#include "text/slug.h"

#include <QFileInfo>

namespace nutgraf::desk {

using namespace Qt::StringLiterals;

namespace {

bool isWireText(const QString &path)
{
    return path.endsWith(".txt"_L1, Qt::CaseInsensitive);
}

/// What agencies send each other.
bool isNewsItem(const QString &path)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive)
        || path.endsWith(".xml"_L1, Qt::CaseInsensitive);
}

/// What another agency published is a draft here: a story of its own, which nobody has approved.
Result<story::Story> storyOfItem(const QByteArray &bytes, const QString &path)
{
    return format::readItem(bytes, path).transform([](const format::Edition &edition) {
        story::Story story = edition.story;
        if (story.subjects.isEmpty()) {
            story.subjects = {
                format::guessTopic(story.headline + u' ' + story.deck + u' ' + story.body)};
        }
        return story;
    });
}

/// Whose the slug is: one that was made of the text's words ("Con"), or that
/// another agency gave, gives way to a neutral one.
enum class Slug { Given, Made };

Result<story::Story> withWords(story::Story story, const QString &path, Slug whose)
{
    if (!text::hasPrintable(story.headline) && !text::hasPrintable(story.body)) {
        return fail(ErrorCode::ImportUnrecognised, path);
    }
    if (!isValidSlug(story.slug) && whose == Slug::Made) {
        story.slug.clear();
    }
    const QString name = text::slugFrom(QFileInfo(path).completeBaseName());
    if (story.slug.isEmpty() && story.headline.isEmpty() && isValidSlug(name)) {
        story.slug = name;
    }
    return story;
}

} // namespace

Result<QString> importFile(const Desk &desk, const QString &path, const Clock &clock)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    if (isWireText(path) || isNewsItem(path)) {
        return (isWireText(path) ? format::importWireText(*bytes, path) : storyOfItem(*bytes, path))
            .and_then([&](const story::Story &story) { return withWords(story, path, Slug::Made); })
            .and_then([&](const story::Story &story) { return desk.add(story, clock); });
    }
    return format::decodeStory(*bytes, path).and_then([&](format::StoryFile file) {
        return withWords(file.story, path, Slug::Given).and_then([&](const story::Story &story) {
            file.story = story;
            return desk.import(file, clock);
        });
    });
}

} // namespace nutgraf::desk
