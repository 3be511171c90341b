// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "publish/manifest.h"
#include "story/folders.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

QString manifestPath(const QString &storyFolder, int version)
{
    return versionFolder(storyFolder, version) + u'/' + QLatin1StringView(ManifestName);
}

Result<QByteArray> manifestBytes(const QString &storyFolder, int version)
{
    const QString path = manifestPath(storyFolder, version);
    Result<QByteArray> bytes = readFile(path);
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::ManifestMissing, path);
    return bytes;
}

Result<Manifest> manifestOf(const QString &storyFolder, int version)
{
    const Result<QByteArray> bytes = manifestBytes(storyFolder, version);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QString path = manifestPath(storyFolder, version);
    const Result<Manifest> manifest = readManifest(*bytes, path);
    if (manifest && manifest->version != version)
        return fail(ErrorCode::ManifestInvalid, path, u"version"_s);
    return manifest;
}

Error fault(ErrorCode code, const QString &path)
{
    return {code, path, 0, 0, {}};
}

void checkFile(const QString &folder, const ManifestFile &file, std::vector<Error> &errors)
{
    const QString path = folder + u'/' + file.name;
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes) {
        const bool isGone = bytes.error().code == ErrorCode::FileNotFound;
        errors.push_back(isGone ? fault(ErrorCode::FileMissing, path) : bytes.error());
    } else if (bytes->size() != file.size || sha256Hex(*bytes) != file.sha256) {
        errors.push_back(fault(ErrorCode::HashMismatch, path));
    }
}

void checkStrangers(const QString &folder, const Manifest *manifest, std::vector<Error> &errors)
{
    const QStringList names = QDir(folder).entryList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        const bool isListed = name == QLatin1StringView(ManifestName)
            || (manifest && std::ranges::contains(manifest->files, name, &ManifestFile::name));
        if (!isListed)
            errors.push_back(fault(ErrorCode::FileUnexpected, folder + u'/' + name));
    }
}

/// Reports into `errors`; the hash of this version's manifest is the next one's link.
void checkVersion(const QString &storyFolder, int version, const QString &previousHash,
                  std::vector<Error> &errors)
{
    const QString folder = versionFolder(storyFolder, version);
    const Result<Manifest> manifest = manifestOf(storyFolder, version);
    if (!manifest) {
        errors.push_back(manifest.error());
        return;
    }
    for (const ManifestFile &file : manifest->files)
        checkFile(folder, file, errors);
    checkStrangers(folder, &*manifest, errors);
    if (manifest->previousManifestSha256 != previousHash)
        errors.push_back(fault(ErrorCode::ChainBroken, manifestPath(storyFolder, version)));
}

} // namespace

QString versionFolder(const QString &storyFolder, int version)
{
    return story::StoryFolder(storyFolder).version(version);
}

std::vector<int> versionNumbers(const QString &storyFolder)
{
    static const QRegularExpression form(u"^v(\\d{4,})$"_s);
    std::vector<int> numbers;
    const QDir folder(story::StoryFolder(storyFolder).versions());
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QRegularExpressionMatch match = form.match(name);
        if (match.hasMatch())
            numbers.push_back(match.captured(1).toInt());
    }
    std::ranges::sort(numbers);
    return numbers;
}

Result<std::vector<Manifest>> versions(const QString &storyFolder)
{
    std::vector<Manifest> manifests;
    for (const int version : versionNumbers(storyFolder)) {
        Result<Manifest> manifest = manifestOf(storyFolder, version);
        if (!manifest)
            return std::unexpected(manifest.error());
        manifests.push_back(std::move(*manifest));
    }
    return manifests;
}

Result<std::vector<format::PublicationKind>> possibleKinds(const QString &storyFolder)
{
    using enum format::PublicationKind;
    const Result<std::vector<Manifest>> all = versions(storyFolder);
    if (!all)
        return std::unexpected(all.error());
    if (all->empty())
        return std::vector{First};
    if (all->back().kind == Kill)
        return std::vector<format::PublicationKind>();
    return std::vector{Update, Correction, Kill};
}

std::vector<Error> verify(const QString &storyFolder)
{
    std::vector<Error> errors;
    QString previousHash;
    int expected = 1;
    for (const int version : versionNumbers(storyFolder)) {
        for (; expected < version; ++expected) {
            errors.push_back(
                fault(ErrorCode::VersionNotFound, versionFolder(storyFolder, expected)));
        }
        ++expected;
        checkVersion(storyFolder, version, previousHash, errors);
        previousHash = manifestBytes(storyFolder, version)
                           .transform([](const QByteArray &bytes) { return sha256Hex(bytes); })
                           .value_or(QString());
    }
    return errors;
}

} // namespace nutgraf::publish
