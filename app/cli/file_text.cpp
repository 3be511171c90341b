// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/file_text.h"

#include <QList>
#include <QStringDecoder>
#include <QUtf8StringView>

#include <algorithm>

namespace nutgraf::cli {

namespace {

constexpr QChar ByteOrderMark(0xFEFF);

/// The first line with a byte that is no UTF-8; lines count from 1.
qsizetype faultyLine(const QByteArray &bytes)
{
    qsizetype number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (!QUtf8StringView(line).isValidUtf8()) {
            break;
        }
    }
    return number;
}

} // namespace

Result<QString> storedText(const QByteArray &bytes, const QString &path)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless
                               | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return fail(ErrorCode::FileNotUtf8, path, {}, faultyLine(bytes));
    }
    return text;
}

QString readableText(const QString &stored)
{
    QString text = stored.startsWith(ByteOrderMark) ? stored.sliced(1) : stored;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return text.replace(u'\r', u'\n');
}

FileOffsets::FileOffsets(const QString &stored, QStringView read) : m_codePoints(stored)
{
    qsizetype at = 0;
    if (stored.startsWith(ByteOrderMark) && !read.startsWith(ByteOrderMark)) {
        m_left.push_back(-1);
        ++at;
    }
    for (qsizetype i = 0; i < read.size() && at < stored.size(); ++i, ++at) {
        const bool isTwo = read.at(i) == u'\n' && stored.at(at) == u'\r' && at + 1 < stored.size()
            && stored.at(at + 1) == u'\n';
        if (isTwo) {
            m_left.push_back(i);
            ++at;
        }
    }
}

qsizetype FileOffsets::toStored(qsizetype readOffset) const
{
    return readOffset + (std::ranges::lower_bound(m_left, readOffset) - m_left.begin());
}

qsizetype FileOffsets::toCodePoint(qsizetype readOffset) const
{
    return m_codePoints.toCodePoint(toStored(readOffset));
}

} // namespace nutgraf::cli
