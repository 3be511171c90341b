// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/edition.h"
#include "publish/picks.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nutgraf::publish {

/// A file of a version and its SHA-256 (lower-case hexadecimal).
struct ManifestFile {
    QString name;
    QString sha256;
    qint64 size = 0;

    friend bool operator==(const ManifestFile &, const ManifestFile &) = default;
};

/// The findings of one check that the editor published against.
struct Overridden {
    QString check; ///< review::key()
    int count = 0;

    friend bool operator==(const Overridden &, const Overridden &) = default;
};

/// Direct and part quotations of a web edition.
struct QuoteCount {
    int direct = 0;
    int confirmed = 0; ///< of them, by the desk

    friend bool operator==(const QuoteCount &, const QuoteCount &) = default;
};

/// versions/vNNNN/manifest.json: what was published, why, and the link to the version before.
struct Manifest {
    int version = 1;
    format::PublicationKind kind = format::PublicationKind::First;
    QString guid; ///< the wire edition's
    QString slug;
    QString headline;
    QString note; ///< what is corrected, new, or why it is killed
    QString signedBy; ///< initials
    QString overrideReason; ///< why it was published against findings; empty: no need
    std::vector<Overridden> overridden; ///< what it was published against
    QDateTime firstCreated;
    QDateTime published; ///< this version's time, UTC
    std::optional<QDateTime> embargo; ///< the end of an embargo that ran when it was published, UTC
    std::optional<int> corrects; ///< the version this one corrects, updates or kills
    QString previousManifestSha256; ///< empty: first version
    QStringList editions; ///< "wire", "web"
    bool isWebHeldBack = false; ///< a web edition was wanted, but the embargo ran
    Picks picks; ///< the sentences of the web edition, also of one that was held back
    std::optional<QuoteCount> quotes; ///< of the web edition; none: it had none, or was not counted
    /// The publication's number in the desk, and the ledger's lines before its own (app/ledger). 0:
    /// it went out before there was a ledger, or in no desk.
    int sequence = 0;
    QStringList ledgerPrevious = {};
    QString signer = {}; ///< fingerprint of the key that signed it; empty: nobody did
    std::vector<ManifestFile> files; ///< by name

    friend bool operator==(const Manifest &, const Manifest &) = default;
};

} // namespace nutgraf::publish
