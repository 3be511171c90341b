// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "signing/signature.h"

#include <QString>

namespace nutgraf::publish {

/// What a desk's house profile says of signatures.
enum class SigningPolicy {
    WhenPossible, ///< by who has chosen a key; else, and where it fails, the version goes out
                  ///< unsigned
    Required, ///< a version that cannot be signed does not go out; a kill does
    Off,
};

/// Whether and with what a version is signed.
struct Signing {
    SigningPolicy policy = SigningPolicy::WhenPossible;
    QString
        keyFile; ///< the user's own: a private key, or a public one that an agent holds; or none
    signing::Tool tool;
};

/// The signature beside a manifest: `manifest.json.sig`.
[[nodiscard]] QString signatureName();

} // namespace nutgraf::publish
