// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/verify_output.h"

#include "cli/table.h"
#include "messages/messages.h"
#include "story/folders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

using publish::Signature;

QString counted(qsizetype number, const QString &one, const QString &many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

QString linesOf(const std::vector<Error> &errors)
{
    QString lines;
    for (const Error &error : errors) {
        lines += messages::oneLine(error) + u'\n';
    }
    return lines;
}

QString key(Signature signature)
{
    switch (signature) {
    case Signature::None:
        return u"none"_s;
    case Signature::Good:
        return u"good"_s;
    case Signature::Unknown:
        return u"unknown signer"_s;
    case Signature::Bad:
        return u"bad"_s;
    case Signature::Unchecked:
        break;
    }
    return u"unchecked"_s;
}

qsizetype countOf(const publish::DeskCheck &check, Signature signature)
{
    qsizetype count = 0;
    for (const publish::StoryCheck &story : check.stories) {
        count += std::ranges::count(story.versions, signature, &publish::VersionCheck::signature);
    }
    return count;
}

/// Whose signatures a story's versions have, each once.
QString signersOf(const publish::StoryCheck &story)
{
    QStringList names;
    for (const publish::VersionCheck &version : story.versions) {
        names.append(version.signature == Signature::Good ? version.signer
                                                          : key(version.signature));
    }
    names.removeDuplicates();
    return names.isEmpty() ? u"–"_s : names.join(u", "_s);
}

QString summaryOf(const publish::DeskCheck &check)
{
    const QString number = counted(check.found.versions, u"version"_s, u"versions"_s);
    const qsizetype stories = static_cast<qsizetype>(check.stories.size());
    QString lines =
        u"As published: %1 of %2.\n"_s.arg(number, counted(stories, u"story"_s, u"stories"_s));
    if (const qsizetype good = countOf(check, Signature::Good); good > 0) {
        lines += u"Signed: %1, unsigned: %2.\n"_s.arg(good).arg(countOf(check, Signature::None));
    }
    if (!check.heads.isEmpty()) {
        lines += u"Ledger: %1, head %2.\n"_s.arg(
            counted(check.publications, u"publication"_s, u"publications"_s),
            check.heads.join(u' '));
    }
    return lines;
}

QJsonObject toJson(const Error &error)
{
    QJsonObject object{{u"subject"_s, error.subject},
                       {u"message"_s, messages::describe(error).what}};
    if (error.line > 0) {
        object.insert(u"line"_s, static_cast<qint64>(error.line));
    }
    return object;
}

QJsonArray toJson(const std::vector<Error> &errors)
{
    QJsonArray array;
    for (const Error &error : errors) {
        array.append(toJson(error));
    }
    return array;
}

QJsonObject toJson(const publish::VersionCheck &version)
{
    QJsonObject object{{u"version"_s, version.seen.version},
                       {u"published"_s, isoUtc(version.seen.published)},
                       {u"manifest"_s, version.seen.manifestSha256},
                       {u"signature"_s, key(version.signature)}};
    if (version.seen.sequence > 0) {
        object.insert(u"sequence"_s, version.seen.sequence);
    }
    if (!version.signer.isEmpty()) {
        object.insert(u"signer"_s, version.signer);
    }
    return object;
}

QJsonObject toJson(const publish::StoryCheck &story)
{
    QJsonArray versions;
    for (const publish::VersionCheck &version : story.versions) {
        versions.append(toJson(version));
    }
    QJsonObject object{{u"folder"_s, story.folder},
                       {u"versions"_s, versions},
                       {u"faults"_s, static_cast<qint64>(story.found.faults.size())}};
    if (!story.found.seen.empty()) {
        object.insert(u"guid"_s, story.found.seen.front().guid);
    }
    return object;
}

} // namespace

QString verifyLines(const publish::DeskCheck &check)
{
    const std::vector<Error> faults = check.faults();
    return linesOf(faults) + linesOf(check.notes())
        + (faults.empty() ? summaryOf(check) : QString());
}

QString verifyTable(const publish::DeskCheck &check, const Console &console)
{
    Table table({u"STORY"_s, u"VERSIONS"_s, u"FAULTS"_s, u"SIGNED BY"_s});
    bool isEmpty = true;
    for (const publish::StoryCheck &story : check.stories) {
        const qsizetype faults = static_cast<qsizetype>(story.found.faults.size());
        if (story.found.versions == 0 && faults == 0) {
            continue;
        }
        isEmpty = false;
        table.add({{story::StoryFolder(story.folder).name(), Style::Bold},
                   {QString::number(story.found.versions)},
                   {QString::number(faults), faults > 0 ? Style::Red : Style::Green},
                   {signersOf(story)}});
    }
    return isEmpty ? QString() : table.text(console) + u'\n';
}

QByteArray verifyJson(const publish::DeskCheck &check)
{
    QJsonArray stories;
    for (const publish::StoryCheck &story : check.stories) {
        stories.append(toJson(story));
    }
    const QJsonObject ledger{{u"publications"_s, static_cast<qint64>(check.publications)},
                             {u"heads"_s, QJsonArray::fromStringList(check.heads)}};
    const QJsonObject object{{u"stories"_s, stories},
                             {u"ledger"_s, ledger},
                             {u"faults"_s, toJson(check.faults())},
                             {u"notes"_s, toJson(check.notes())}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace nutgraf::cli
