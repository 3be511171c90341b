// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "messages/messages.h"
#include "publish/publish.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

QByteArray jsonLine(const publish::Manifest &manifest)
{
    QJsonObject object{{u"version"_s, manifest.version},
                       {u"kind"_s, messages::name(manifest.kind)},
                       {u"guid"_s, manifest.guid},
                       {u"slug"_s, manifest.slug},
                       {u"headline"_s, manifest.headline},
                       {u"note"_s, manifest.note},
                       {u"signed"_s, manifest.signedBy},
                       {u"published"_s, isoUtc(manifest.published)},
                       {u"editions"_s, QJsonArray::fromStringList(manifest.editions)},
                       {u"files"_s, static_cast<qint64>(manifest.files.size())}};
    if (manifest.corrects) {
        object.insert(u"corrects"_s, *manifest.corrects);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString table(const std::vector<publish::Manifest> &versions, const Console &console)
{
    Table table({u"VERSION"_s, u"KIND"_s, u"PUBLISHED"_s, u"BY"_s, u"EDITIONS"_s, u"FILES"_s,
                 u"NOTE OR HEADLINE"_s});
    for (const publish::Manifest &manifest : versions) {
        table.add({{u"v%1"_s.arg(manifest.version), Style::Bold},
                   {messages::name(manifest.kind)},
                   {isoUtc(manifest.published)},
                   {manifest.signedBy.isEmpty() ? u"–"_s : manifest.signedBy},
                   {manifest.editions.join(u' ')},
                   {QString::number(manifest.files.size())},
                   {manifest.note.isEmpty() ? manifest.headline : manifest.note}});
    }
    return table.text(console);
}

ExitCode runVersions(const Call &call, Console &console)
{
    const Result<std::vector<publish::Manifest>> versions =
        storyFolder(call.arguments.first()).and_then(publish::versions);
    if (!versions) {
        return failed(versions.error(), console);
    }
    if (call.value(u"format"_s) == "json"_L1) {
        QByteArray lines;
        for (const publish::Manifest &manifest : *versions) {
            lines += jsonLine(manifest);
        }
        console.write(lines);
    } else if (!versions->empty()) {
        console.write(table(*versions, console));
    }
    return ExitCode::Ok;
}

} // namespace

Verb versionsVerb()
{
    return {u"versions"_s,
            u"STORY"_s,
            u"List a story's published versions, oldest first"_s,
            u"A story that was never published prints nothing."_s,
            {{u"format"_s,
              u"FORMAT"_s,
              u"a table, or one JSON object a line"_s,
              {u"table"_s, u"json"_s}}},
            1,
            1,
            {},
            runVersions};
}

} // namespace nutgraf::cli
