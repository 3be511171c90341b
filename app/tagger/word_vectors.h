// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QStringView>

#include <memory>
#include <span>
#include <vector>

class QFile;

namespace nutgraf::tagger {

/// A table of word vectors (vectors.bin, words.txt). The files stay on disk and are read through
/// the system's cache.
class WordVectors {
public:
    /// Fails with FileNotFound, FileUnreadable or ModelInvalid.
    [[nodiscard]] static Result<WordVectors> load(const QString &folder);

    [[nodiscard]] qsizetype dimensions() const;
    /// Writes the vector of a word in small letters to `target`, which has dimensions() values; all
    /// zeros if the word is not known.
    void write(QStringView lower, std::span<float> target) const;

private:
    WordVectors() = default;
    [[nodiscard]] qsizetype rowOf(QByteArrayView word) const;
    [[nodiscard]] QByteArrayView wordAt(size_t i) const;

    std::shared_ptr<QFile> m_table;
    std::shared_ptr<QFile> m_list;
    QByteArrayView m_words; ///< the lines of words.txt, sorted by bytes
    std::vector<quint32> m_begins; ///< of each line, and the end
    std::vector<float> m_scales;
    std::span<const uchar> m_rows;
};

} // namespace nutgraf::tagger
