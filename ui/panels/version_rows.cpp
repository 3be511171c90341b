// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/version_rows.h"

#include "base/files.h"
#include "messages/messages.h"
#include "story/folders.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <ranges>

namespace nutgraf::panels {

namespace {

using format::PublicationKind;
using publish::Manifest;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("nutgraf::panels::Versions", text, nullptr, n);
}

Row draftRow(const VersionsState &state)
{
    Row row;
    row.kind = RowKind::Version;
    row.key = QStringLiteral("draft");
    row.shape = look::Shape::Draft;
    row.title = tr("Draft");
    row.right = tr("now");
    row.id = 0;
    if (state.versions.empty()) {
        row.secondary = state.error ? tr("Its versions are damaged") : tr("Not published yet");
    } else {
        const int newest = state.versions.back().version;
        row.secondary = (state.isDraftPublished ? tr("No change since version %1")
                                                : tr("Changed since version %1"))
                            .arg(newest);
    }
    row.spoken = QStringLiteral("%1, %2").arg(row.title, row.secondary);
    return row;
}

/// The faults that belong to one version: their paths name its folder.
std::vector<Error> faultsOf(const Verification &verification, int version)
{
    std::vector<Error> faults;
    const QString folder = QStringLiteral("v%1").arg(version, 4, 10, QLatin1Char('0'));
    for (const Error &error : verification.value_or(std::vector<Error>())) {
        if (error.subject.contains(folder)) {
            faults.push_back(error);
        }
    }
    return faults;
}

QString filesLine(const Manifest &manifest, const Verification &verification, bool isSound)
{
    const QString files = tr("%n files", static_cast<int>(manifest.files.size()));
    return verification && isSound ? tr("%1, hashes match").arg(files) : files;
}

Row versionRow(const Manifest &manifest, const Verification &verification)
{
    const std::vector<Error> faults = faultsOf(verification, manifest.version);
    const bool isFirst = manifest.kind == PublicationKind::First;
    Row row;
    row.kind = RowKind::Version;
    row.key = QStringLiteral("v%1").arg(manifest.version);
    row.shape = faults.empty() ? shapeOf(manifest.kind) : look::Shape::Blocks;
    row.title = tr("Version %1").arg(manifest.version);
    if (!isFirst) {
        row.title += QStringLiteral(" · ") + messages::name(manifest.kind);
    }
    row.right = shortTime(manifest.published);
    const QString editions = editionWords(manifest.editions);
    QStringList lines{manifest.signedBy.isEmpty() ? editions
                                                  : tr("%1, %2").arg(manifest.signedBy, editions)};
    lines.append(manifest.note.isEmpty() ? messages::name(manifest.kind)
                                         : tr("“%1”").arg(manifest.note));
    if (isFirst && manifest.note.isEmpty()) {
        lines.back() = tr("First publication");
    }
    if (!manifest.overrideReason.isEmpty()) {
        lines.append(tr("Against the checks: “%1”").arg(manifest.overrideReason));
    }
    lines.append(filesLine(manifest, verification, faults.empty()));
    row.secondary = lines.join(u'\n');
    if (!faults.empty()) {
        row.alert = messages::describe(faults.front()).what;
        row.alertLevel = look::Alert::Danger;
    }
    row.id = manifest.version;
    row.toolTip = faults.empty() ? QString() : row.alert;
    row.spoken = QStringLiteral("%1, %2, %3, %4")
                     .arg(row.title, row.right, lines.join(QStringLiteral(", ")), row.alert);
    return row;
}

} // namespace

VersionsState readVersions(const QString &storyFolder, const QString &draftPath)
{
    VersionsState state;
    state.storyFolder = storyFolder;
    Result<std::vector<Manifest>> versions = publish::versions(storyFolder);
    if (!versions) {
        state.error = versions.error();
        return state;
    }
    state.versions = std::move(*versions);
    if (const auto whole = publish::history(storyFolder); !whole) {
        state.error = whole.error(); // what is there is shown all the same
    }
    const Result<QByteArray> draft = readFile(draftPath);
    if (draft && !state.versions.empty()) {
        const QString hash = sha256Hex(*draft);
        state.isDraftPublished = std::ranges::any_of(
            state.versions.back().files, [&hash](const publish::ManifestFile &file) {
                return file.name == story::draftName() && file.sha256 == hash;
            });
    }
    return state;
}

std::vector<RowTree> versionRows(const VersionsState &state, const Verification &verification)
{
    std::vector<RowTree> rows;
    rows.push_back({draftRow(state), {}});
    for (const auto &version : std::ranges::reverse_view(state.versions)) {
        rows.push_back({versionRow(version, verification), {}});
    }
    return rows;
}

look::Shape shapeOf(PublicationKind kind)
{
    switch (kind) {
    case PublicationKind::Correction:
        return look::Shape::Corrected;
    case PublicationKind::Kill:
        return look::Shape::Killed;
    case PublicationKind::First:
    case PublicationKind::Update:
        break;
    }
    return look::Shape::Published;
}

QString shortTime(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime(), QStringLiteral("d MMM, HH:mm"));
}

QString editionWords(const QStringList &editions)
{
    if (editions.contains(QStringLiteral("web"))) {
        return tr("wire and web");
    }
    return editions.isEmpty() ? tr("no edition") : tr("wire only");
}

} // namespace nutgraf::panels
