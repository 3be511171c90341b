// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace nutgraf::cli {

/// The file of the key that this user signs with, as the window's settings have it
/// (`nutgraf.ini`, `user/signingKey`); NUTGRAF_SIGNING_KEY stands in for it. Empty: none.
[[nodiscard]] QString signingKeyFile();
/// Remembers it for window and command line; empty: none from now on. False: it could not be kept.
[[nodiscard]] bool setSigningKeyFile(const QString &file);

} // namespace nutgraf::cli
