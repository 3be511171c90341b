// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/importing.h"

#include "base/files.h"
#include "desk/names.h"
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

/// Whose the slug is: one that was made of the text's words ("Con") gives way to a neutral one.
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
    if (isWireText(path)) {
        return format::importWireText(*bytes, path)
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
