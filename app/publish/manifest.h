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

/// The numbers of the version folders that are there, ascending.
[[nodiscard]] std::vector<int> versionNumbers(const QString &storyFolder);

inline constexpr char ManifestName[] = "manifest.json";

} // namespace nutgraf::publish
