// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger/word_vectors.h"

#include <QFile>
#include <QString>
#include <QtEndian>

#include <algorithm>
#include <bit>

namespace nutgraf::tagger {

namespace {

constexpr qsizetype HeaderSize = 12;
constexpr quint32 MostDimensions = 1024;

/// A whole file as it lies in the system's cache.
Result<QByteArrayView> mapped(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(file.exists() ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound,
                    file.fileName(), file.errorString());
    }
    const uchar *bytes = file.map(0, file.size());
    if (bytes == nullptr) {
        return fail(ErrorCode::FileUnreadable, file.fileName(), file.errorString());
    }
    return QByteArrayView(bytes, file.size());
}

quint32 numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.sliced(at, 4).data());
}

} // namespace

Result<WordVectors> WordVectors::load(const QString &folder)
{
    WordVectors found;
    found.m_table = std::make_shared<QFile>(folder + QStringLiteral("/vectors.bin"));
    found.m_list = std::make_shared<QFile>(folder + QStringLiteral("/words.txt"));
    const Result<QByteArrayView> table = mapped(*found.m_table);
    const Result<QByteArrayView> words = mapped(*found.m_list);
    if (!table || !words) {
        return std::unexpected((table ? words : table).error());
    }
    const auto invalid = [](const QFile &file, const char *what) {
        return fail(ErrorCode::ModelInvalid, file.fileName(), QString::fromLatin1(what));
    };
    if (table->size() < HeaderSize || !table->startsWith("NGV1")) {
        return invalid(*found.m_table, "no NGV1");
    }
    const quint32 rows = numberAt(*table, 4);
    const quint32 dimensions = numberAt(*table, 8);
    const quint64 size = HeaderSize + (4 + static_cast<quint64>(rows)) * dimensions;
    if (dimensions == 0 || dimensions > MostDimensions
        || static_cast<quint64>(table->size()) != size) {
        return invalid(*found.m_table, "size");
    }
    for (quint32 i = 0; i < dimensions; ++i) {
        found.m_scales.push_back(
            std::bit_cast<float>(numberAt(*table, HeaderSize + 4 * static_cast<qsizetype>(i))));
    }
    const QByteArrayView body = table->sliced(HeaderSize + 4 * static_cast<qsizetype>(dimensions));
    found.m_rows = {reinterpret_cast<const uchar *>(body.data()), static_cast<size_t>(body.size())};
    found.m_words = *words;
    found.m_begins.reserve(rows);
    found.m_begins.push_back(0);
    for (qsizetype end = words->indexOf('\n'); end >= 0; end = words->indexOf('\n', end + 1)) {
        found.m_begins.push_back(static_cast<quint32>(end) + 1);
    }
    if (found.m_begins.size() != rows) { // row 0 is no word's
        return invalid(*found.m_list, "lines");
    }
    return found;
}

qsizetype WordVectors::dimensions() const
{
    return static_cast<qsizetype>(m_scales.size());
}

QByteArrayView WordVectors::wordAt(size_t i) const
{
    return m_words.sliced(m_begins[i], m_begins[i + 1] - m_begins[i] - 1);
}

qsizetype WordVectors::rowOf(QByteArrayView word) const
{
    size_t low = 0;
    size_t high = m_begins.size() - 1;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const QByteArrayView other = wordAt(middle);
        if (std::ranges::lexicographical_compare(other, word, [](char a, char b) {
                return static_cast<uchar>(a) < static_cast<uchar>(b);
            })) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low + 1 < m_begins.size() && wordAt(low) == word ? static_cast<qsizetype>(low) + 1 : 0;
}

void WordVectors::write(QStringView lower, std::span<float> target) const
{
    const auto row = static_cast<size_t>(rowOf(lower.toUtf8()));
    const std::span<const uchar> values = m_rows.subspan(row * m_scales.size(), m_scales.size());
    for (size_t i = 0; i < values.size(); ++i) {
        target[i] = static_cast<float>(static_cast<qint8>(values[i])) * m_scales[i];
    }
}

} // namespace nutgraf::tagger
