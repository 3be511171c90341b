// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/spike_note.h"

#include "base/clock.h"
#include "base/files.h"
#include "story/folders.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace nutgraf::desk {

namespace {

const QString NameKey = QStringLiteral("name");
const QString SpikedKey = QStringLiteral("spiked");

} // namespace

Result<void> writeSpikeNote(const QString &folder, const SpikeNote &note)
{
    const QJsonObject object{{NameKey, note.name}, {SpikedKey, isoUtc(note.spiked)}};
    return writeFile(story::StoryFolder(folder).spikeNote(), QJsonDocument(object).toJson());
}

SpikeNote readSpikeNote(const QString &folder)
{
    const QFileInfo info(folder);
    const Result<QByteArray> json = readFile(story::StoryFolder(folder).spikeNote());
    const QJsonObject object = QJsonDocument::fromJson(json.value_or(QByteArray())).object();
    const QString name = object.value(NameKey).toString();
    const QDateTime spiked =
        QDateTime::fromString(object.value(SpikedKey).toString(), Qt::ISODate).toUTC();
    const bool isName = !name.isEmpty() && QFileInfo(name).fileName() == name
        && name != QStringLiteral(".") && name != QStringLiteral("..");
    return {isName ? name : info.fileName(),
            spiked.isValid() ? spiked : info.lastModified().toUTC()};
}

void removeSpikeNote(const QString &folder)
{
    QFile::remove(story::StoryFolder(folder).spikeNote());
}

} // namespace nutgraf::desk
