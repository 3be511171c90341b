// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/manifest.h"

#include "base/files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

using format::PublicationKind;

constexpr int FormatVersion = 1;

struct KindKey {
    PublicationKind kind;
    QLatin1StringView key;
};
constexpr std::array<KindKey, 4> KindKeys = {{
    {PublicationKind::First, "first"_L1},
    {PublicationKind::Update, "update"_L1},
    {PublicationKind::Correction, "correction"_L1},
    {PublicationKind::Kill, "kill"_L1},
}};

QJsonObject toJson(const review::TextQuoteSelector &pick)
{
    return {{u"exact"_s, pick.exact}, {u"prefix"_s, pick.prefix}, {u"suffix"_s, pick.suffix}};
}

/// Members that came later, and only where they say something: what was written before them reads
/// and verifies as it did.
void addLaterMembers(const Manifest &manifest, QJsonObject &object)
{
    QJsonArray overridden;
    for (const Overridden &findings : manifest.overridden) {
        overridden.append(QJsonObject{{u"check"_s, findings.check}, {u"count"_s, findings.count}});
    }
    QJsonArray picks;
    for (const review::TextQuoteSelector &pick : manifest.picks)
        picks.append(toJson(pick));
    if (!overridden.isEmpty())
        object[u"overridden"_s] = overridden;
    if (!picks.isEmpty())
        object[u"picks"_s] = picks;
    if (manifest.quotes) {
        object[u"quotes"_s] = QJsonObject{{u"confirmed"_s, manifest.quotes->confirmed},
                                          {u"direct"_s, manifest.quotes->direct}};
    }
    if (manifest.isWebHeldBack)
        object[u"heldBack"_s] = QJsonArray{u"web"_s};
    if (manifest.sequence > 0) {
        object[u"ledger"_s] =
            QJsonObject{{u"sequence"_s, manifest.sequence},
                        {u"previous"_s, QJsonArray::fromStringList(manifest.ledgerPrevious)}};
    }
    if (!manifest.signer.isEmpty())
        object[u"signer"_s] = manifest.signer;
}

void readLaterMembers(const QJsonObject &object, Manifest &manifest)
{
    const QJsonArray overridden = object[u"overridden"_s].toArray();
    for (const auto &value : overridden) {
        const QJsonObject findings = value.toObject();
        manifest.overridden.push_back(
            {findings[u"check"_s].toString(), findings[u"count"_s].toInt()});
    }
    const QJsonArray picks = object[u"picks"_s].toArray();
    for (const auto &value : picks) {
        const QJsonObject pick = value.toObject();
        manifest.picks.push_back({pick[u"exact"_s].toString(), pick[u"prefix"_s].toString(),
                                  pick[u"suffix"_s].toString()});
    }
    if (object.contains(u"quotes"_s)) {
        const QJsonObject quotes = object[u"quotes"_s].toObject();
        manifest.quotes = {quotes[u"direct"_s].toInt(), quotes[u"confirmed"_s].toInt()};
    }
    const QJsonObject ledger = object[u"ledger"_s].toObject();
    manifest.sequence = ledger[u"sequence"_s].toInt();
    manifest.ledgerPrevious = ledger[u"previous"_s].toVariant().toStringList();
    manifest.signer = object[u"signer"_s].toString();
    manifest.isWebHeldBack = object[u"heldBack"_s].toArray().contains(u"web"_s);
}

QJsonObject toJson(const Manifest &manifest)
{
    QJsonArray files;
    for (const ManifestFile &file : manifest.files) {
        files.append(QJsonObject{
            {u"name"_s, file.name}, {u"sha256"_s, file.sha256}, {u"size"_s, file.size}});
    }
    QJsonObject object{
        {u"format"_s, FormatVersion},
        {u"version"_s, manifest.version},
        {u"kind"_s, key(manifest.kind)},
        {u"guid"_s, manifest.guid},
        {u"slug"_s, manifest.slug},
        {u"headline"_s, manifest.headline},
        {u"note"_s, manifest.note},
        {u"signedBy"_s, manifest.signedBy},
        {u"overrideReason"_s, manifest.overrideReason},
        {u"firstCreated"_s, isoUtc(manifest.firstCreated)},
        {u"published"_s, isoUtc(manifest.published)},
        {u"previousManifestSha256"_s, manifest.previousManifestSha256},
        {u"editions"_s, QJsonArray::fromStringList(manifest.editions)},
        {u"files"_s, files},
    };
    if (manifest.embargo)
        object[u"embargo"_s] = isoUtc(*manifest.embargo);
    if (manifest.corrects)
        object[u"corrects"_s] = *manifest.corrects;
    addLaterMembers(manifest, object);
    return object;
}

QDateTime moment(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate).toUTC();
}

std::vector<ManifestFile> filesFrom(const QJsonArray &list)
{
    std::vector<ManifestFile> files;
    for (const auto &value : list) {
        const QJsonObject file = value.toObject();
        files.push_back({file[u"name"_s].toString(), file[u"sha256"_s].toString(),
                         file[u"size"_s].toInteger(-1)});
    }
    return files;
}

Manifest fromJson(const QJsonObject &object)
{
    Manifest manifest;
    manifest.version = object[u"version"_s].toInt();
    const auto kind = std::ranges::find(KindKeys, object[u"kind"_s].toString(), &KindKey::key);
    manifest.kind = kind == KindKeys.end() ? PublicationKind::First : kind->kind;
    manifest.guid = object[u"guid"_s].toString();
    manifest.slug = object[u"slug"_s].toString();
    manifest.headline = object[u"headline"_s].toString();
    manifest.note = object[u"note"_s].toString();
    manifest.signedBy = object[u"signedBy"_s].toString();
    manifest.overrideReason = object[u"overrideReason"_s].toString();
    manifest.firstCreated = moment(object[u"firstCreated"_s]);
    manifest.published = moment(object[u"published"_s]);
    if (object.contains(u"embargo"_s))
        manifest.embargo = moment(object[u"embargo"_s]);
    if (object.contains(u"corrects"_s))
        manifest.corrects = object[u"corrects"_s].toInt();
    manifest.previousManifestSha256 = object[u"previousManifestSha256"_s].toString();
    const QJsonArray editions = object[u"editions"_s].toArray();
    for (const auto &edition : editions)
        manifest.editions.append(edition.toString());
    manifest.files = filesFrom(object[u"files"_s].toArray());
    readLaterMembers(object, manifest);
    return manifest;
}

/// A name that leads out of the version's folder must never be opened.
bool isPlainName(const ManifestFile &file)
{
    return !file.name.isEmpty() && !file.name.contains(u'/') && !file.name.startsWith(u'.');
}

} // namespace

QString key(PublicationKind kind)
{
    const auto found = std::ranges::find(KindKeys, kind, &KindKey::kind);
    Q_ASSERT(found != KindKeys.end());
    return QString(found->key);
}

QByteArray writeManifest(const Manifest &manifest)
{
    QJsonObject object = toJson(manifest);
    object[u"manifestSha256"_s] = sha256Hex(QJsonDocument(object).toJson());
    return QJsonDocument(object).toJson();
}

Result<Manifest> readManifest(const QByteArray &bytes, const QString &name)
{
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(bytes, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return fail(ErrorCode::ManifestInvalid, name, fault.errorString());
    if (object[u"format"_s].toInt() != FormatVersion)
        return fail(ErrorCode::ManifestInvalid, name, u"format"_s);
    Manifest manifest = fromJson(object);
    if (manifest.version < 1 || !std::ranges::all_of(manifest.files, isPlainName))
        return fail(ErrorCode::ManifestInvalid, name, u"files"_s);
    // Written again it must be the same: that finds any change, the hash of itself included.
    if (writeManifest(manifest) != bytes)
        return fail(ErrorCode::ManifestInvalid, name, u"manifestSha256"_s);
    return manifest;
}

} // namespace nutgraf::publish
