// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk_witness.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

/// What may not happen to one story's folder.
QStringList storyFaults(const QString &name, const DeskFacts::Story &before,
                        const DeskFacts::Story &now, const QSet<Meant> &meant)
{
    QStringList faults;
    if (before.draft != now.draft && !meant.contains(Meant::Save)
        && !meant.contains(Meant::Overwrite)) {
        faults.append(name + u": the draft on disk changed, nobody saved it"_s);
    }
    if (before.decisions != now.decisions && !meant.contains(Meant::Decide)) {
        faults.append(u"%1: decisions changed, nobody decided: [%2] became [%3]"_s.arg(
            name, before.decisions.join(u", "), now.decisions.join(u", ")));
    }
    return faults;
}

/// What may not happen to the desk as a whole.
QStringList deskFaults(const DeskFacts &before, const DeskFacts &now, const QSet<Meant> &meant)
{
    QStringList faults;
    const auto unless = [&](bool happened, Meant needed, const QString &what) {
        if (happened && !meant.contains(needed)) {
            faults.append(what);
        }
    };
    const qsizetype storiesBefore = before.stories.size() + before.spiked;
    const qsizetype storiesNow = now.stories.size() + now.spiked;
    unless(now.versions > before.versions, Meant::Publish, u"published, nobody meant to"_s);
    unless(now.spiked > before.spiked, Meant::Spike, u"spiked, nobody meant to"_s);
    unless(now.spiked < before.spiked, Meant::Restore, u"restored, nobody meant to"_s);
    unless(storiesNow > storiesBefore, Meant::AddStory, u"a story more, nobody made one"_s);
    if (now.versions > before.versions + 1) {
        faults.append(u"published more than once at a time"_s);
    }
    if (storiesNow < storiesBefore) {
        faults.append(u"a story is lost"_s);
    }
    for (const auto &[file, hash] : before.published.asKeyValueRange()) {
        if (now.published.value(file) != hash) {
            faults.append(file + u" was published and is another now, or gone"_s);
        }
    }
    return faults;
}

} // namespace

DeskWitness::DeskWitness(QString desk) : m_desk(std::move(desk))
{
    m_facts = read();
}

QStringList DeskWitness::look(const QSet<Meant> &meant)
{
    const DeskFacts before = std::exchange(m_facts, read());
    QStringList faults = deskFaults(before, m_facts, meant);
    bool hasMoved = false;
    for (const auto &[name, story] : before.stories.asKeyValueRange()) {
        if (m_facts.stories.contains(name)) {
            faults += storyFaults(name, story, m_facts.stories.value(name), meant);
        } else {
            hasMoved = true;
        }
    }
    const bool mayMove = meant.contains(Meant::Rename) || meant.contains(Meant::Spike);
    if (hasMoved && !mayMove) {
        faults.append(u"a story's folder moved, nobody meant to"_s);
    }
    return faults;
}

void DeskWitness::writeFromOutside(const QString &folderName, const QByteArray &draft)
{
    QFile file(draftPath(folderName));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(draft);
    }
    file.close();
    m_known.remove(file.fileName());
    m_facts = read();
}

void DeskWitness::removeFromOutside(const QString &folderName)
{
    QFile::remove(draftPath(folderName));
    m_facts = read();
}

const DeskFacts &DeskWitness::facts() const
{
    return m_facts;
}

QString DeskWitness::draftPath(const QString &folderName) const
{
    return m_desk + u"/stories/"_s + folderName + u"/story.md"_s;
}

DeskFacts DeskWitness::read()
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

void DeskWitness::readStory(DeskFacts &facts, const QString &folder)
{
    facts.stories.insert(
        QFileInfo(folder).fileName(),
        {.draft = hashOf(folder + u"/story.md"_s), .decisions = decisionsIn(folder)});
    readVersions(facts, folder);
}

/// A version is known by the hash of its manifest, wherever its story's folder goes.
void DeskWitness::readVersions(DeskFacts &facts, const QString &folder)
{
    const QString versions = folder + u"/versions/"_s;
    for (const QString &version : foldersIn(versions)) {
        if (version.startsWith(u'.')) {
            continue; // being written
        }
        ++facts.versions;
        const QString key =
            QString::fromLatin1(hashOf(versions + version + u"/manifest.json"_s).toHex());
        QDirIterator files(versions + version, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            facts.published.insert(version + u'/' + files.fileName() + u' ' + key, hashOf(path));
        }
    }
}

QByteArray DeskWitness::hashOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return {};
    }
    Known &known = m_known[path];
    const QDateTime changed = info.fileTime(QFile::FileMetadataChangeTime);
    if (known.changed != changed || known.size != info.size()) {
        known = {changed, info.size(),
                 QCryptographicHash::hash(bytesOf(path), QCryptographicHash::Sha256)};
    }
    return known.hash;
}

QStringList DeskWitness::decisionsIn(const QString &folder)
{
    const QString path = folder + u"/review.json"_s;
    const QByteArray hash = hashOf(path);
    auto &[knownHash, decisions] = m_decisions[path];
    if (hash == knownHash) {
        return decisions;
    }
    decisions.clear();
    const QJsonObject review = QJsonDocument::fromJson(bytesOf(path)).object();
    for (const QJsonValue &one : review.value("decisions"_L1).toArray()) {
        decisions.append(
            QString::fromUtf8(QJsonDocument(one.toObject()).toJson(QJsonDocument::Compact)));
    }
    decisions.sort();
    knownHash = hash;
    return decisions;
}

} // namespace nutgraf::workflow
