// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/journal.h"

#include "base/clock.h"
#include "base/files.h"
#include "base/folders.h"
#include "base/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace nutgraf::desk {

namespace {

/// A journal file is one line of JSON about the text, then the text as saving would write it, so
/// that it can be rescued with any editor.
const QString Ending = QStringLiteral(".journal");

struct StoredEntry {
    JournalEntry entry;
    QString mark; ///< processMark of the writer
};

QString entryPath(const QString &folder, const QString &key)
{
    return QDir(folder).filePath(key + Ending);
}

bool isKey(const QString &key)
{
    return !key.isEmpty() && std::ranges::all_of(key, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-';
    });
}

QByteArray encode(const JournalEntry &entry, const QString &mark)
{
    const QJsonObject about{
        {QStringLiteral("nutgrafJournal"), 1},
        {QStringLiteral("path"), entry.path},
        {QStringLiteral("baseHash"), entry.baseHash},
        {QStringLiteral("written"), entry.written.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("process"), entry.process},
        {QStringLiteral("mark"), mark},
    };
    return QJsonDocument(about).toJson(QJsonDocument::Compact) + '\n' + entry.bytes;
}

/// A file whose first line is not ours still holds somebody's text: it is offered whole.
StoredEntry decode(const QByteArray &bytes, const QFileInfo &file)
{
    const qsizetype lineEnd = bytes.indexOf('\n');
    const QJsonObject about =
        QJsonDocument::fromJson(bytes.left(std::max<qsizetype>(lineEnd, 0))).object();
    StoredEntry stored;
    stored.entry.key = file.completeBaseName();
    if (about.value(QStringLiteral("nutgrafJournal")).toInt() != 1) {
        stored.entry.bytes = bytes;
        stored.entry.written = file.lastModified().toUTC();
        return stored;
    }
    stored.entry.path = about.value(QStringLiteral("path")).toString();
    stored.entry.baseHash = about.value(QStringLiteral("baseHash")).toString();
    stored.entry.written =
        QDateTime::fromString(about.value(QStringLiteral("written")).toString(), Qt::ISODateWithMs);
    stored.entry.process = about.value(QStringLiteral("process")).toInteger();
    stored.entry.bytes = bytes.sliced(lineEnd + 1);
    stored.mark = about.value(QStringLiteral("mark")).toString();
    return stored;
}

std::vector<StoredEntry> readAll(const QString &folder)
{
    std::vector<StoredEntry> all;
    const QFileInfoList files =
        QDir(folder).entryInfoList({u'*' + Ending}, QDir::Files | QDir::Hidden, QDir::Name);
    for (const QFileInfo &file : files) {
        if (const Result<QByteArray> bytes = readFile(file.absoluteFilePath())) {
            all.push_back(decode(*bytes, file));
        }
    }
    return all;
}

bool isWriterAlive(const StoredEntry &stored)
{
    return !stored.mark.isEmpty() && processMark(stored.entry.process) == stored.mark;
}

bool isOnDisk(const JournalEntry &entry)
{
    if (entry.path.isEmpty()) {
        return false;
    }
    const Result<QByteArray> onDisk = readFile(entry.path);
    return onDisk && *onDisk == entry.bytes;
}

Result<void> makePrivateFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir()) {
        return {};
    }
    return makeFolder(folder).transform([&] {
        // Unpublished copy: nobody else's business on a shared computer.
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    });
}

} // namespace

Journal::Journal(QString folder) : m_folder(std::move(folder)) { }

Result<void> Journal::keep(const JournalEntry &entry) const
{
    if (!isKey(entry.key)) {
        return fail(ErrorCode::ArgumentInvalid, entry.key, QStringLiteral("journal key"));
    }
    JournalEntry kept = entry;
    kept.process = entry.process > 0 ? entry.process : QCoreApplication::applicationPid();
    return makePrivateFolder(m_folder).and_then([&] {
        return writeFile(entryPath(m_folder, kept.key), encode(kept, processMark(kept.process)));
    });
}

void Journal::discard(const QString &key) const
{
    if (isKey(key)) {
        QFile::remove(entryPath(m_folder, key));
    }
}

std::vector<JournalEntry> Journal::leftBehind() const
{
    std::vector<JournalEntry> left;
    for (StoredEntry &stored : readAll(m_folder)) {
        if (!isWriterAlive(stored) && !isOnDisk(stored.entry)) {
            left.push_back(std::move(stored.entry));
        }
    }
    std::ranges::stable_sort(left, std::ranges::greater(), &JournalEntry::written);
    return left;
}

Result<void> Journal::moveFolder(const QString &from, const QString &to) const
{
    const QString before = QDir::cleanPath(from) + u'/';
    for (const StoredEntry &stored : readAll(m_folder)) {
        if (!stored.entry.path.startsWith(before)) {
            continue;
        }
        JournalEntry moved = stored.entry;
        moved.path = QDir(to).filePath(stored.entry.path.sliced(before.size()));
        const Result<void> written =
            writeFile(entryPath(m_folder, moved.key), encode(moved, stored.mark));
        if (!written) {
            return written;
        }
    }
    return {};
}

QString Journal::keyFor(const QString &path, const QString &sessionId)
{
    constexpr qsizetype KeyLength = 32;
    if (!sessionId.isEmpty()) {
        return sessionId;
    }
    return sha256Hex(QDir::cleanPath(QFileInfo(path).absoluteFilePath()).toUtf8()).left(KeyLength);
}

} // namespace nutgraf::desk
