// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signing/signers.h"

#include "base/files.h"
#include "signing/signature.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::signing {

namespace {

constexpr qint64 MaxSignersBytes = 4LL * 1024 * 1024;

/// The words of a line; quotation marks hold one together (options: namespaces="a b").
QByteArrayList wordsOf(const QByteArray &line)
{
    QByteArrayList words;
    QByteArray word;
    bool isQuoted = false;
    for (const char c : line.simplified() + ' ') {
        isQuoted = isQuoted != (c == '"');
        if (c != ' ' || isQuoted) {
            word += c;
        } else if (!word.isEmpty()) {
            words.append(std::exchange(word, {}));
        }
    }
    return words;
}

/// Principals, options if there are any, type, key.
std::optional<AllowedSigner> signerIn(const QByteArray &line)
{
    const QByteArrayList words = wordsOf(line);
    if (words.isEmpty() || words.first().startsWith('#')) {
        return std::nullopt;
    }
    QByteArray principals = words.first();
    principals.replace("\"", "");
    for (qsizetype at = 1; at + 1 < words.size() && at < 3; ++at) {
        if (Result<PublicKey> key = readPublicKey(words.sliced(at).join(' '), {}); key) {
            return AllowedSigner{QString::fromUtf8(principals), std::move(*key)};
        }
    }
    return std::nullopt;
}

Result<QByteArray> linesOf(const QString &file)
{
    const Result<QByteArray> bytes = readFile(file, MaxSignersBytes);
    return !bytes && bytes.error().code == ErrorCode::FileNotFound ? QByteArray() : bytes;
}

} // namespace

Result<std::vector<AllowedSigner>> readSigners(const QString &file)
{
    return linesOf(file).transform([](const QByteArray &lines) {
        std::vector<AllowedSigner> signers;
        for (const QByteArray &line : lines.split('\n')) {
            if (std::optional<AllowedSigner> signer = signerIn(line)) {
                signers.push_back(std::move(*signer));
            }
        }
        return signers;
    });
}

QString principalOf(const QByteArray &keyBlob, const QString &file)
{
    const Result<std::vector<AllowedSigner>> signers = readSigners(file);
    if (!signers) {
        return {}; // ssh-keygen will say what is wrong with it
    }
    for (const AllowedSigner &signer : *signers) {
        const QString name = signer.principals.section(u',', 0, 0);
        if (signer.key.blob == keyBlob && isPrincipal(name)) {
            return name;
        }
    }
    return {};
}

bool isPrincipal(const QString &name)
{
    const auto isPlain = [](QChar c) {
        return !c.isSpace() && c.isPrint() && !u",\"*?!#\\"_s.contains(c);
    };
    return !name.isEmpty() && !name.startsWith(u'-') && std::ranges::all_of(name, isPlain);
}

Result<void> addSigner(const QString &file, const QString &name, const PublicKey &key)
{
    if (!isPrincipal(name)) {
        return fail(ErrorCode::ArgumentInvalid, name, u"a name without spaces"_s);
    }
    const Result<QByteArray> lines = linesOf(file);
    if (!lines) {
        return std::unexpected(lines.error());
    }
    const QByteArray line =
        u"%1 namespaces=\"%2\" %3"_s.arg(name, signatureNamespace(), key.line()).toUtf8();
    if (lines->split('\n').contains(line)) {
        return {};
    }
    const QByteArray gap = lines->isEmpty() || lines->endsWith('\n') ? "" : "\n";
    const Result<QByteArray> onDisk = readFile(file, MaxSignersBytes);
    return replaceFile(file, *lines + gap + line + '\n', onDisk ? sha256Hex(*lines) : QString());
}

} // namespace nutgraf::signing
