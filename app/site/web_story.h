// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "format/edition.h"
#include "publish/manifest.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace nutgraf::site {

/// A version of a story that has a web edition.
struct WebVersion {
    publish::Manifest manifest;
    QString sha256; ///< of the manifest's bytes
    bool isSigned = false; ///< a signature lies beside the manifest; whose, only verify can say
    format::Edition edition; ///< as it went out
};

/// What the public may know of a story: its web editions, and nothing of the wire's.
struct WebStory {
    QString folder; ///< the story's, absolute
    QString page; ///< file name of its page: `2026-05-12-k3v9q2mtxz.html`
    int version = 0; ///< the newest that the public knows of
    bool isWithdrawn = false; ///< then there is one version, without words
    std::vector<WebVersion> versions; ///< oldest first, never empty
    QByteArray digest; ///< of all that the page is made of

    [[nodiscard]] const WebVersion &newest() const
    {
        return versions.back();
    }
};

/// None: the public knows nothing of the story (no version has a web edition). A withdrawal counts
/// even where earlier versions cannot be read. `agency` says where the site is. Errors: as
/// publish::history() and publish::publishedFile(); ManifestInvalid (its guid makes no address);
/// ImportUnrecognised.
[[nodiscard]] Result<std::optional<WebStory>> readWebStory(const QString &storyFolder,
                                                           const story::Agency &agency);

/// The page that a story has or had, by whatever can still be read of it; none: nothing can.
[[nodiscard]] std::optional<QString> pageOfDamaged(const QString &storyFolder);

} // namespace nutgraf::site
