// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk_facts.h"

#include "base/files.h"
#include "review/review.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList foldersIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QString verdictWord(review::Verdict verdict)
{
    switch (verdict) {
    case review::Verdict::Confirmed:
        return u"confirmed"_s;
    case review::Verdict::NeedsSource:
        return u"needs source"_s;
    case review::Verdict::Rejected:
        break;
    }
    return u"rejected"_s;
}

} // namespace

DeskReader::DeskReader(QString desk) : m_desk(std::move(desk)) { }

QString DeskReader::draftPath(const QString &folderName) const
{
    return m_desk + u"/stories/"_s + folderName + u"/story.md"_s;
}

DeskFacts DeskReader::read()
{
    DeskFacts facts;
    const QString stories = m_desk + u"/stories/"_s;
    for (const QString &name : foldersIn(stories)) {
        readStory(facts, stories + name);
    }
    const QString bin = m_desk + u"/spiked/"_s;
    for (const QString &name : foldersIn(bin)) {
        ++facts.spiked;
        readVersions(facts, bin + name);
    }
    return facts;
}

void DeskReader::readStory(DeskFacts &facts, const QString &folder)
{
    QStringList others = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    others.removeAll(u"story.md"_s);
    facts.stories.insert(QFileInfo(folder).fileName(),
                         {.draft = hashOf(folder + u"/story.md"_s),
                          .decisions = decisionsIn(folder),
                          .others = others});
    readVersions(facts, folder);
}

/// A version is known by the hash of its manifest, wherever its story's folder goes.
void DeskReader::readVersions(DeskFacts &facts, const QString &folder)
{
    const QString versions = folder + u"/versions/"_s;
    for (const QString &version : foldersIn(versions)) {
        ++facts.versions;
        const QString key = hashOf(versions + version + u"/manifest.json"_s);
        QDirIterator files(versions + version, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            facts.published.insert(version + u'/' + files.fileName() + u' ' + key, hashOf(path));
        }
    }
}

QString DeskReader::hashOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return {};
    }
    Known &known = m_known[path];
    const QDateTime changed = info.fileTime(QFile::FileMetadataChangeTime);
    // a file may change twice within the time that its stamps can tell
    const bool isOld = changed.msecsTo(QDateTime::currentDateTimeUtc()) > 50;
    if (known.changed != changed || known.size != info.size() || !isOld) {
        known = {changed, info.size(), sha256Hex(bytesOf(path))};
    }
    return known.hash;
}

QMap<QString, QString> DeskReader::decisionsIn(const QString &folder)
{
    const QString path = folder + u"/review.json"_s;
    const QString hash = hashOf(path);
    auto &[knownHash, decisions] = m_decisions[path];
    if (hash == knownHash) {
        return decisions;
    }
    decisions.clear();
    knownHash = hash;
    if (const Result<review::Review> review = review::readReview(bytesOf(path), path)) {
        for (const review::Decision &one : review->decisions) {
            decisions.insert(one.id, verdictWord(one.verdict) + u": "_s + wordsOf(one).exact);
        }
    }
    return decisions;
}

} // namespace nutgraf::workflow
