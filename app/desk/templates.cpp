// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/desk.h"
#include "desk/names.h"
#include "story/folders.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace nutgraf::desk {

namespace {

const QString Ending = QStringLiteral(".md");

/// The order in which people look for them, not the alphabet's.
const std::array<QString, 4> Own = {QStringLiteral("politics"), QStringLiteral("court"),
                                    QStringLiteral("sport"), QStringLiteral("blank")};

} // namespace

QStringList Desk::templates() const
{
    QStringList names(Own.begin(), Own.end());
    const QFileInfoList files = QDir(story::DeskFolder(m_folder).templates())
                                    .entryInfoList({u'*' + Ending}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        if (!names.contains(file.completeBaseName())) {
            names.append(file.completeBaseName());
        }
    }
    return names;
}

Result<story::Story> Desk::fromTemplate(const QString &name) const
{
    const QString file = name + Ending;
    const QString desks = QDir(story::DeskFolder(m_folder).templates()).filePath(file);
    const QString path =
        QFileInfo(desks).isFile() ? desks : QStringLiteral(":/nutgraf/templates/") + file;
    if (!isValidSlug(name) || !QFileInfo(path).isFile()) {
        return fail(ErrorCode::StoryNotFound, name, QStringLiteral("template"));
    }
    return readFile(path)
        .and_then([&](const QByteArray &bytes) { return format::decodeStory(bytes, path); })
        .transform([](const format::StoryFile &read) { return read.story; });
}

} // namespace nutgraf::desk
