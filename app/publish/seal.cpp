// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/seal.h"

#include "publish/identity.h"
#include "publish/manifest.h"
#include "signing/signers.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

bool liesIn(const QString &file, const QString &folder)
{
    return QFileInfo(file).canonicalFilePath().startsWith(QFileInfo(folder).canonicalFilePath()
                                                          + u'/');
}

/// A private key in a folder that is shared is a secret no more.
Result<signing::Key> keptApart(const signing::Key &key, const story::DeskFolder &desk)
{
    if (liesIn(key.file, desk.path())) {
        return fail(ErrorCode::SigningKeyUnusable, key.file, u"it lies in the desk"_s);
    }
    return key;
}

/// What the desk does not know would be no good signature to anybody.
Result<signing::Key> known(const signing::Key &key, const story::DeskFolder &desk)
{
    const QString file = desk.allowedSigners();
    return signing::readSigners(file).and_then(
        [&](const std::vector<signing::AllowedSigner> &signers) -> Result<signing::Key> {
            const bool isNamed = std::ranges::any_of(
                signers, [&](const auto &signer) { return signer.key.blob == key.pub.blob; });
            return isNamed ? Result<signing::Key>(key)
                           : fail(ErrorCode::SignerUnknown, file, key.pub.fingerprint());
        });
}

} // namespace

QString signatureName()
{
    return QLatin1StringView(ManifestName) + u".sig"_s;
}

Result<signing::Key> signingKey(const QString &storyFolder, const Signing &signing)
{
    if (signing.keyFile.isEmpty()) {
        return fail(ErrorCode::SigningKeyMissing, storyFolder);
    }
    Result<signing::Key> key = signing::readKey(signing.keyFile);
    const std::optional<story::DeskFolder> desk = deskOf(story::StoryFolder(storyFolder));
    if (!key || !desk) {
        return key;
    }
    return keptApart(*key, *desk).and_then([&](const signing::Key &apart) {
        return known(apart, *desk);
    });
}

} // namespace nutgraf::publish
