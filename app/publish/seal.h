// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/signing.h"
#include "story/folders.h"

namespace nutgraf::publish {

/// The key that a version of this story is signed with: readable, not in the desk (which others
/// share), and named in its allowed_signers. Errors: SigningKeyMissing, SigningKeyUnusable,
/// SignerUnknown (subject: allowed_signers, detail: the key's fingerprint).
[[nodiscard]] Result<signing::Key> signingKey(const QString &storyFolder, const Signing &signing);

} // namespace nutgraf::publish
