// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/publish.h"

#include <QByteArray>

namespace nutgraf::publish {

/// manifest.json, format 1: sorted keys, `\n` line ends. It holds a hash of itself
/// (`manifestSha256`, over the same text without that key), so that a changed letter shows.
[[nodiscard]] QByteArray writeManifest(const Manifest &manifest);
/// Errors: ManifestInvalid (no such JSON, a missing or impossible value, a hash that does not
/// match, bytes that are not those written).
[[nodiscard]] Result<Manifest> readManifest(const QByteArray &bytes, const QString &name);

/// `first`, `update`, `correction`, `kill`.
[[nodiscard]] QString key(format::PublicationKind kind);

/// The numbers of the version folders that are there (`v0001`, …), ascending; none for a story
/// without versions/. Errors: FolderUnreadable, LinkUnexpected (versions/ or a version is a link).
[[nodiscard]] Result<std::vector<int>> versionNumbers(const QString &storyFolder);

/// The number that a version folder's name stands for; none: it is no such name.
[[nodiscard]] std::optional<int> versionNamed(const QString &name);

/// A manifest as it lies on the disk.
struct StoredManifest {
    Manifest manifest;
    QString sha256; ///< of its bytes: the next version's link, and what the record keeps
};

/// Errors: ManifestMissing, ManifestInvalid, LinkUnexpected, FileUnreadable.
[[nodiscard]] Result<StoredManifest> readStored(const QString &storyFolder, int version);
/// All of them, oldest first. Errors: those of readStored() and versionNumbers().
[[nodiscard]] Result<std::vector<StoredManifest>> readAllStored(const QString &storyFolder);

/// The bytes of a file that the manifest lists, as they went out. Errors: FileMissing (it is not
/// listed, or not there), HashMismatch, LinkUnexpected, FileUnreadable.
[[nodiscard]] Result<QByteArray> publishedFile(const QString &storyFolder, const Manifest &manifest,
                                               const QString &name);

/// `…/versions/v0001/manifest.json`.
[[nodiscard]] QString manifestPath(const QString &storyFolder, int version);

/// The largest manifest that is read, in bytes; a real one has two thousand.
inline constexpr qint64 MaxManifestBytes = 1024LL * 1024;

inline constexpr char ManifestName[] = "manifest.json";

} // namespace nutgraf::publish
