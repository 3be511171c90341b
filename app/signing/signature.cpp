// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signing/signature.h"

#include "base/files.h"
#include "signing/signers.h"

#include <QTimeZone>
#include <QtEndian>

#include <optional>

using namespace Qt::StringLiterals;

namespace nutgraf::signing {

namespace {

constexpr qint64 MaxSignatureBytes = 64LL * 1024;

/// The key that an armoured SSHSIG says it is by: magic, version, then the key as a string.
std::optional<QByteArray> keyIn(const QByteArray &armoured)
{
    constexpr qsizetype Head = 10; // "SSHSIG" and the version's four bytes
    QByteArray base64 = armoured;
    base64.replace("-----BEGIN SSH SIGNATURE-----", "").replace("-----END SSH SIGNATURE-----", "");
    const QByteArray blob = QByteArray::fromBase64(base64);
    if (!blob.startsWith("SSHSIG") || blob.size() < Head + 4) {
        return std::nullopt;
    }
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(blob.constData() + Head));
    return blob.size() < Head + 4 + length ? std::nullopt
                                           : std::optional(blob.sliced(Head + 4, length));
}

QStringList verifyTime(const QDateTime &at)
{
    return at.isValid()
        ? QStringList(u"-Overify-time="_s
                      + at.toTimeZone(QTimeZone::UTC).toString(u"yyyyMMddHHmmss'Z'"_s))
        : QStringList();
}

/// What there is to check.
struct Case {
    QString signatureFile;
    QByteArrayView message;
    QDateTime at;
    const Signers &signers;
};

Result<bool> isBy(const QString &principal, const Case &given)
{
    const QStringList arguments{u"-Y"_s,
                                u"verify"_s,
                                u"-q"_s,
                                u"-n"_s,
                                signatureNamespace(),
                                u"-f"_s,
                                given.signers.file,
                                u"-s"_s,
                                given.signatureFile,
                                u"-I"_s,
                                principal};
    return run(given.signers.tool, arguments + verifyTime(given.at), given.message)
        .transform([](const Answer &answer) { return answer.exitCode == 0; });
}

/// The first name that ssh-keygen finds for the key; empty: none.
Result<QString> principalFor(const Case &given)
{
    const QStringList arguments{u"-Y"_s, u"find-principals"_s, u"-s"_s, given.signatureFile,
                                u"-f"_s, given.signers.file};
    return run(given.signers.tool, arguments + verifyTime(given.at), {})
        .transform([](const Answer &answer) {
            return answer.exitCode == 0 ? QString::fromUtf8(answer.output).section(u'\n', 0, 0)
                                        : QString();
        });
}

/// Whether it is a signature of the message at all, whoever made it.
Result<Trust> withoutName(const Case &given)
{
    const QStringList arguments{
        u"-Y"_s, u"check-novalidate"_s, u"-q"_s, u"-n"_s, signatureNamespace(),
        u"-s"_s, given.signatureFile};
    return run(given.signers.tool, arguments, given.message).transform([](const Answer &answer) {
        return answer.exitCode == 0 ? Trust::Unknown : Trust::Bad;
    });
}

/// The name that signed; empty: nobody who is allowed.
Result<QString> nameOf(const QByteArray &key, const Case &given)
{
    // One call instead of two where the file names the key plainly, as it nearly always does.
    const QString guess = principalOf(key, given.signers.file);
    if (!guess.isEmpty()) {
        const Result<bool> isRight = isBy(guess, given);
        if (!isRight) {
            return std::unexpected(isRight.error());
        }
        if (*isRight) {
            return guess;
        }
    }
    return principalFor(given).and_then([&](const QString &found) -> Result<QString> {
        if (found.isEmpty() || found == guess) {
            return QString();
        }
        return isBy(found, given).transform([&](bool isRight) {
            return isRight ? found : QString();
        });
    });
}

std::unexpected<Error> refused(const Key &key, const QString &words)
{
    const bool isLocked = words.contains("passphrase"_L1) || words.contains("agent refused"_L1);
    return fail(isLocked ? ErrorCode::SigningKeyLocked : ErrorCode::SigningFailed, key.file, words);
}

} // namespace

QString signatureNamespace()
{
    return u"nutgraf-publication"_s;
}

Result<QByteArray> sign(const Key &key, QByteArrayView message, const Tool &tool)
{
    const QStringList arguments{u"-Y"_s, u"sign"_s, u"-q"_s, u"-n"_s, signatureNamespace(),
                                u"-f"_s, key.file};
    return run(tool, arguments, message).and_then([&](const Answer &answer) -> Result<QByteArray> {
        if (answer.exitCode != 0) {
            return refused(key, answer.words);
        }
        // Of the key that was meant: `FILE.pub` may be another one's.
        if (keyIn(answer.output) != key.pub.blob) {
            return fail(ErrorCode::SigningFailed, key.file, key.pub.fingerprint());
        }
        return answer.output;
    });
}

Result<Checked> check(const QString &signatureFile, QByteArrayView message, const QDateTime &at,
                      const Signers &signers)
{
    const Result<QByteArray> armoured = readOwnFile(signatureFile, MaxSignatureBytes);
    const std::optional<QByteArray> key = armoured ? keyIn(*armoured) : std::nullopt;
    if (!key) {
        return Checked{};
    }
    const Case given{signatureFile, message, at, signers};
    const QString fingerprint = PublicKey{.type = {}, .blob = *key, .comment = {}}.fingerprint();
    return nameOf(*key, given).and_then([&](const QString &name) -> Result<Checked> {
        if (!name.isEmpty()) {
            return Checked{Trust::Good, name, fingerprint};
        }
        return withoutName(given).transform(
            [&](Trust trust) { return Checked{trust, {}, fingerprint}; });
    });
}

} // namespace nutgraf::signing
