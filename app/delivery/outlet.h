// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "format/edition.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nutgraf::delivery {

/// How an outlet is reached. `Put` is HTTP PUT, as WebDAV (RFC 4918) and object stores take it.
enum class OutletKind { Folder, Newshub, WordPress, Ghost, Put, Sftp, Rsync };

/// What a subscriber gets: a story goes out if all that is set matches.
struct Filter {
    QStringList subjects; ///< Media Topics, `medtop:11000000`; one of them; empty: any
    QStringList services; ///< codes of the desk's services; one of them; empty: any
    int leastUrgent = 9; ///< IPTC urgency: 1 … this

    friend bool operator==(const Filter &, const Filter &) = default;
};

/// Whether an outlet takes a story whose embargo still runs (publishing contract, section 8.7).
enum class Embargoes { Wait, Sent };

/// Whether a push to a Newshub is signed; a Newshub without a key takes anything.
enum class Signing { Signed, Unsigned };

/// Where editions go: one entry of `outlets` in desk.json (README.md has the schema).
struct Outlet {
    QString id; ///< names it for ever, in files' names too: small letters, digits, `-`
    QString name; ///< what people call it; never empty
    OutletKind kind = OutletKind::Folder;
    QString target; ///< a folder's absolute path, an address, or `USER@HOST:PATH` (rsync)
    QString user; ///< for the server; may be empty
    format::EditionKind edition = format::EditionKind::Wire;
    QStringList formats; ///< suffixes of format::Writer; empty: all that there are
    QDateTime since; ///< what was published before is not sent, UTC
    Filter filter;
    Embargoes embargoes = Embargoes::Wait;
    Signing signing = Signing::Signed;
    QString
        secretVariable; ///< `NUTGRAF_…`, of the environment, where there is no keyring; or empty
    QStringList before; ///< a command that runs before a delivery; empty: none
    QStringList after; ///< … after one that arrived

    friend bool operator==(const Outlet &, const Outlet &) = default;
};

/// `folder`, `newshub`, `wordpress`, `ghost`, `put`, `sftp`, `rsync`.
[[nodiscard]] QString key(OutletKind kind);
[[nodiscard]] std::optional<OutletKind> outletKindFromKey(QStringView key);
/// Whether deliveries of that kind need a secret of the desk's own.
[[nodiscard]] bool needsSecret(const Outlet &outlet);

/// The outlets of desk.json; none where it names none. Keys that are not known are refused: a
/// filter that is spelt wrong must not send a story to somebody. `name`: the file's; `folder`: the
/// desk's, which relative paths begin at. Error: DeskSettingsInvalid with line, column and the key,
/// as `outlets[1].url`.
[[nodiscard]] Result<std::vector<Outlet>> readOutlets(const QByteArray &json, const QString &name,
                                                      const QString &folder);
/// Those of a desk's folder. Errors: those of readOutlets(), NotADesk, FileUnreadable, ….
[[nodiscard]] Result<std::vector<Outlet>> outletsOf(const QString &deskFolder);
/// The one with that id; null: there is none.
[[nodiscard]] const Outlet *findOutlet(const std::vector<Outlet> &outlets, const QString &id);

} // namespace nutgraf::delivery
