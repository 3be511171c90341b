// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

// Addresses of outlets as desk.json spells them. None of them may hold a password, begin with a
// hyphen (a command would take it for an option), or go over the network unencrypted.

namespace nutgraf::delivery {

/// `https://HOST/PATH` without name, password, query and fragment, and without its last `/`; plain
/// `http` for this computer itself (loopback) only. None: it is no such address.
[[nodiscard]] std::optional<QString> webAddress(const QString &text);

/// `sftp://USER@HOST:PORT/PATH`, user and port optional.
[[nodiscard]] std::optional<QString> sftpAddress(const QString &text);

/// `USER@HOST:PATH` as rsync(1) has it over ssh, or an absolute path.
[[nodiscard]] std::optional<QString> rsyncTarget(const QString &text);

/// Whether a host name or number is this computer's own.
[[nodiscard]] bool isLoopback(const QString &host);

} // namespace nutgraf::delivery
