// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/aside.h"

#include "base/process.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace nutgraf {

namespace {

const QRegularExpression &form()
{
    static const QRegularExpression form(
        QStringLiteral("^\\.([a-z0-9]+)-([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}\\.part$"));
    return form;
}

bool isAbandoned(const QFileInfo &entry, const QRegularExpressionMatch &name)
{
    if (name.captured(2) == computerMark()) {
        return processMark(name.captured(3).toLongLong()).isEmpty();
    }
    constexpr qint64 Day = 24LL * 60 * 60;
    return entry.lastModified().secsTo(QDateTime::currentDateTimeUtc()) > Day;
}

} // namespace

QString asideName(const QString &stem)
{
    return QStringLiteral(".%1-%2-%3-%4.part")
        .arg(stem, computerMark())
        .arg(QCoreApplication::applicationPid())
        .arg(QRandomGenerator::system()->generate(), 8, 16, QChar(u'0'));
}

bool isAsideName(const QString &name)
{
    return form().match(name).hasMatch();
}

void removeAbandoned(const QString &folder, const QString &stem)
{
    const QFileInfoList entries = QDir(folder).entryInfoList(
        {u'.' + stem + QStringLiteral("-*.part")},
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Unsorted);
    for (const QFileInfo &entry : entries) {
        const QRegularExpressionMatch name = form().match(entry.fileName());
        if (!name.hasMatch() || name.captured(1) != stem || !isAbandoned(entry, name)) {
            continue;
        }
        if (entry.isDir() && !entry.isSymLink()) {
            QDir(entry.absoluteFilePath()).removeRecursively();
        } else {
            QFile::remove(entry.absoluteFilePath());
        }
    }
}

} // namespace nutgraf
