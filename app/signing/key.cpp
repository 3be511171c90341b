// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signing/key.h"

#include "base/files.h"

#include <QCryptographicHash>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nutgraf::signing {

namespace {

constexpr qint64 MaxKeyBytes = 64LL * 1024; // a certificate has some thousand

/// The blob begins with its type's name again (RFC 4253, section 6.6).
bool namesItsType(const QByteArray &blob, const QByteArray &type)
{
    return blob.size() > 4 + type.size() && blob.sliced(4).startsWith(type);
}

} // namespace

QString PublicKey::fingerprint() const
{
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return u"SHA256:"_s + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

QString PublicKey::line() const
{
    return type + u' ' + QString::fromLatin1(blob.toBase64());
}

Result<PublicKey> readPublicKey(const QByteArray &line, const QString &name)
{
    const QByteArrayList words = line.simplified().split(' ');
    if (words.size() < 2) {
        return fail(ErrorCode::SigningKeyUnusable, name, u"no public key"_s);
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(words.at(1), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !namesItsType(*decoded, words.first())) {
        return fail(ErrorCode::SigningKeyUnusable, name, u"no public key"_s);
    }
    return PublicKey{QString::fromLatin1(words.first()), *decoded,
                     QString::fromUtf8(words.sliced(2).join(' '))};
}

Result<Key> readKey(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    if (!QFileInfo::exists(path)) {
        return fail(ErrorCode::SigningKeyMissing, file);
    }
    const QString publicFile = path.endsWith(".pub"_L1) ? path : path + u".pub"_s;
    const Result<QByteArray> bytes = readFile(publicFile, MaxKeyBytes);
    if (!bytes) {
        return fail(ErrorCode::SigningKeyUnusable, file, publicFile);
    }
    return readPublicKey(*bytes, publicFile).transform([&](PublicKey key) {
        return Key{path, std::move(key)};
    });
}

} // namespace nutgraf::signing
