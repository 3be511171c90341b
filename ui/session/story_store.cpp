// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/story_store.h"

#include "base/files.h"
#include "story/folders.h"
#include "ui/waiting/patience.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace nutgraf::session {

StoredStory storedStory(format::StoryFile file)
{
    StoredStory stored;
    stored.story = file.story;
    file.text.clear(); // a long story would be kept twice over
    stored.file = std::make_shared<const format::StoryFile>(std::move(file));
    return stored;
}

namespace {

template <class Work>
auto whileReading(const QString &path, Work work)
{
    const QString words =
        QCoreApplication::translate("nutgraf::session::StorySession", "Reading %1…")
            .arg(QFileInfo(path).fileName());
    return waiting::patiently(words, waiting::Ending::Stoppable, std::move(work));
}

} // namespace

Result<StoredStory> readStory(const QString &path)
{
    return whileReading(path, [path] {
        return readFile(path)
            .and_then([&](const QByteArray &bytes) { return format::decodeStory(bytes, path); })
            .transform([](format::StoryFile file) { return storedStory(std::move(file)); });
    });
}

QString readableText(const QString &path)
{
    const Result<QByteArray> bytes = whileReading(path, [path] { return readFile(path); });
    if (!bytes) {
        return {};
    }
    QString text = QString::fromUtf8(*bytes);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return text;
}

bool isPlainTextFile(const QString &path)
{
    return path.endsWith(QStringLiteral(".txt"), Qt::CaseInsensitive);
}

QString storyFolderOf(const QString &path)
{
    return story::StoryFolder::ofDraft(path).value_or(story::StoryFolder()).path();
}

QString faithfulBody(const QString &edited, const QString &mirrored)
{
    if (edited.size() != mirrored.size()) {
        return edited;
    }
    const auto foldsToLineEnd = [](QChar unit) {
        return unit == QChar::ParagraphSeparator || unit == u'\r' || unit == QChar(0xfdd0)
            || unit == QChar(0xfdd1);
    };
    for (qsizetype at = 0; at < edited.size(); ++at) {
        if (edited[at] != mirrored[at] && !(edited[at] == u'\n' && foldsToLineEnd(mirrored[at]))) {
            return edited;
        }
    }
    return mirrored;
}

} // namespace nutgraf::session
